//! Derive macros that turn annotated structs into vendor contracts.
//!
//! [`Payload`](derive@Payload) gives a type its place in a vendor's payload: a constant shape, an
//! encoder and a JSON Schema. [`Operation`](derive@Operation) makes a payload the request of a
//! documented call, [`Authentication`](derive@Authentication) makes one the credentials of a call.
//! They stand beside serde's own derives, whose attributes they read for names.
//!
//! Every macro reads all of its attributes ([`parse`]), checks them against each other
//! ([`check`]), and writes constants ([`emit`]); all errors of a type are told in one compile, each
//! on the token to edit, and an empty impl keeps errors from following from them.
//!
//! Deliberately absent: any dependency on Carnet's other crates. The macros know paths and names,
//! which the tests compare with the real ones.
#![allow(
    rustdoc::private_intra_doc_links,
    reason = "a crate of macros has no other public items to link"
)]

mod case;
mod check;
mod emit;
mod errors;
mod expand;
mod model;
mod nearest;
mod parse;
mod raw;
mod symbol;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Makes a type a part of a vendor's payload.
///
/// Implements `carnet::Payload` and `schemars::JsonSchema`, and `carnet::Members` for a struct with
/// named fields. What the type becomes:
///
/// | Rust | JSON |
/// |---|---|
/// | struct with named fields | object; a field that is `Option` or `Member` may be absent |
/// | `struct Name(Type);`, or `#[serde(transparent)]` | what `Type` is, with constraints of its own |
/// | enum of unit variants | one of a closed list of texts |
/// | `#[serde(untagged)]` enum of `Variant(Type)` | a value of one of several types |
///
/// Doc comments become descriptions.
///
/// # Example
/// ```
/// use carnet::{Discrepancy, Level, Levels, Members, Payload};
///
/// # const fn discrepancy(id: &'static str) -> Discrepancy {
/// #     Discrepancy {
/// #         id, kind: "silence", readings: ["", ""], strict: "", lenient: "",
/// #         levels: Levels::new(Level::Error, Level::Warning), reason: "", evidence: &[],
/// #         source: None, note: None,
/// #     }
/// # }
/// /// Whether the page counts characters or bytes is not said.
/// const AC_01: Discrepancy = discrepancy("AC-01");
///
/// /// A person to write to.
/// #[derive(Payload)]
/// #[carnet(required_together(name, email))]
/// struct Contact {
///     /// Full name.
///     #[carnet(max_length(50, decided_by = AC_01))]
///     name: Option<String>,
///     /// Address to write to.
///     #[carnet(format("mailbox", strict = warning, lenient = info))]
///     email: Option<String>,
///     /// What the person is responsible for.
///     #[serde(rename = "type")]
///     role: Role,
/// }
///
/// #[derive(Payload)]
/// #[serde(rename_all = "snake_case")]
/// enum Role {
///     Billing,
///     AccountManagement,
/// }
///
/// let contact = Contact { name: None, email: None, role: Role::AccountManagement };
/// assert_eq!(carnet::payload::to_vec(&contact), br#"{"type":"account_management"}"#);
///
/// let name = Contact::OBJECT.field("name").unwrap();
/// assert_eq!(name.description, "Full name.");
/// assert_eq!(name.shape.checks[0].ruling.discrepancy.unwrap().id, "AC-01");
/// ```
///
/// # Ruling
/// Any constraint is written `name = value`, `name(value, …)` or, without a value, `name` or
/// `name(…)`. In the parentheses may stand what happens when it is not kept to, and who says so:
///
/// | | |
/// |---|---|
/// | `strict = LEVEL`, `lenient = LEVEL` | `allow`, `info`, `warning` or `error`, per profile |
/// | `decided_by = PATH` | the `Discrepancy` that decides; its levels hold unless given |
/// | `section = "…"`, `page = "https://…"` | where the vendor says so |
/// | `strength = WORD` | `normative`, `skeleton`, `sample`, `outside` or `inferred` |
///
/// Without any, most constraints are errors in both profiles.
///
/// # Attributes of a value
/// On a field, on a variant of an untagged enum, and on a newtype struct as a whole:
///
/// | | |
/// |---|---|
/// | `min_length = N`, `max_length = N` | characters of a text |
/// | `min_items = N`, `max_items = N` | items of an array |
/// | `minimum = NUMBER`, `maximum = NUMBER` | size of a number, kept as it is written |
/// | `max_decimals = N` | decimal places of a number |
/// | `format = "NAME"`, `format = PATH` | a text's format: `date`, `day-month-year`, `hour-minute`, `uuid`, `mailbox`, `three-digits`, or a `Format` constant |
/// | `secret` | a credential: files hold a placeholder, findings never show it |
/// | `reading(TYPE)` | another type by a reading not taken: `string`, `integer`, `number`, `boolean`, `object`, `array`, `any`, or a Rust type; repeatable |
/// | `mismatch` | a value of a type that no reading knows |
///
/// # Attributes of a field
/// | | |
/// |---|---|
/// | `required` | absence; overrides what the type says |
/// | `null` | a `null`; overrides what the type says |
/// | `empty` | an empty text |
/// | `requires(FIELD)` | with this member, the other is present and `true` |
/// | `see(PATH, …)` | discrepancies that no check enforces |
/// | `page = "…"`, `section = "…"`, `strength = WORD` | the field's source; the section is the wire name unless given |
///
/// # Attributes of a type
/// | | |
/// |---|---|
/// | `open` | unknown members are no errors: the list depends on the account |
/// | `reply` | unknown members and empty texts are no errors: a reply may grow |
/// | `unknown_keys`, `key_spelling` | members that are not documented, or misspelt |
/// | `required_together(FIELD, FIELD, …)` | with one of them, all are present |
/// | `at_least_one(FIELD, FIELD, …)` | at least one of them is present |
/// | `null`, `empty`, `mismatch` | for all optional members, all required members, all members |
/// | `length_decided_by = PATH` | the discrepancy about how `max_length` counts |
/// | `page = "…"`, `section = "…"`, `strength = WORD` | the object's source; page and strength are its fields' as well |
/// | `other_case` | on a list of texts: a listed text in another case |
/// | `select(context = "…", key = "…")` | on an untagged enum: how the caller's context picks the variant |
/// | `disputed("NAME")` | on an untagged enum: a name in the context that the pages do not agree upon |
/// | `crate = PATH` | where `carnet` is, when not at `::carnet` |
///
/// Rules name Rust fields, not wire names.
///
/// # serde
/// `rename`, `rename_all`, `flatten`, `skip`, `skip_serializing_if`, `transparent` and `untagged`
/// are read and followed. Words that change the JSON in a way that cannot be seen (`with`, `tag`,
/// `into`, …) are errors. The others do not concern the contract.
#[proc_macro_derive(Payload, attributes(carnet, serde))]
pub fn payload(input: TokenStream) -> TokenStream {
    expand::payload(&parse_macro_input!(input as DeriveInput)).into()
}

/// Makes a payload the request of a documented call.
///
/// Implements `carnet::Operation`, whose contract joins the members of the credentials and those of
/// the payload. Stands beside [`Payload`](derive@Payload), on a struct with named fields and no type
/// parameters. The first paragraph of the doc comment is the call's summary.
///
/// # Example
/// ```
/// use carnet::auth::Bearer;
/// use carnet::{Operation, Payload, Vendor};
///
/// const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };
///
/// /// Renames a thing.
/// #[derive(Payload, Operation)]
/// #[carnet(
///     operation = "acme.thing.rename",
///     vendor = ACME,
///     page = "https://acme.example/docs/rename",
///     put = "https://{base_url}/things",
///     auth = Bearer,
///     success(Thing, status = "2xx"),
///     failure(Refusal, status = "4xx"),
///     text(trailing_comma, strict = warning)
/// )]
/// struct Rename {
///     #[carnet(max_length = 20)]
///     name: String,
/// }
///
/// #[derive(serde::Deserialize, Payload)]
/// #[carnet(reply)]
/// struct Thing {
///     id: i64,
/// }
///
/// #[derive(serde::Deserialize, Payload)]
/// #[carnet(reply)]
/// struct Refusal {
///     reason: String,
/// }
///
/// assert_eq!(Rename::CONTRACT.id, "acme.thing.rename");
/// assert_eq!(Rename::CONTRACT.summary, "Renames a thing.");
/// assert_eq!(Rename::CONTRACT.method, "PUT");
/// # let _ = Rename { name: String::new() };
/// ```
///
/// # Attributes
/// | | |
/// |---|---|
/// | `operation = "vendor.resource.action"` | its id |
/// | `vendor = PATH` | the `Vendor` constant |
/// | `page = "https://…"` | the vendor's page |
/// | `post = "https://…"`, or `get`, `put`, `patch`, `delete` | method and URL, with `{name}` for what the caller supplies |
/// | `auth = TYPE` | the credentials; none unless given |
/// | `media_type = "…"` | of the body; `application/json` unless given |
/// | `success(TYPE, CONDITION…)`, `failure(TYPE, CONDITION…)` | the replies, tried in the order written |
/// | `text(RULE, …)`, `text(RULE("word", …), …)` | a ruling on the text of the body, by the id of the rule in snake case; repeatable |
///
/// A condition is `status = 404`, `status = "2xx"`, `status = "300-599"`, `prefix(Member = "2")`
/// (a member is a text that begins so) or `present(Member)`; all of a reply's conditions hold.
/// Members are named as on the wire, in quotes where they are no Rust names.
#[proc_macro_derive(Operation, attributes(carnet))]
pub fn operation(input: TokenStream) -> TokenStream {
    expand::operation(&parse_macro_input!(input as DeriveInput)).into()
}

/// Makes a payload credentials that travel in the body.
///
/// Implements `carnet::Authentication`. Stands beside [`Payload`](derive@Payload), on a struct with
/// named fields that says `#[carnet(body)]`: its members stand before those of the request.
///
/// # Example
/// ```
/// use carnet::auth::Auth;
/// use carnet::{Authentication, Payload, Secret};
///
/// #[derive(Payload, Authentication)]
/// #[carnet(body)]
/// struct Token {
///     /// The account's key.
///     #[serde(rename = "apiKey")]
///     #[carnet(secret)]
///     api_key: Secret,
/// }
///
/// let Auth::Body([key]) = Token::AUTH else { unreachable!() };
/// assert_eq!(key.name, "apiKey");
/// # let _ = Token { api_key: "".into() };
/// ```
#[proc_macro_derive(Authentication, attributes(carnet))]
pub fn authentication(input: TokenStream) -> TokenStream {
    expand::authentication(&parse_macro_input!(input as DeriveInput)).into()
}

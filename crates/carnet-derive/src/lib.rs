//! Derive macros that turn annotated structs into vendor contracts.
//!
//! [`Payload`](derive@Payload) gives a type its place in a vendor's payload: a constant shape, an
//! encoder and a JSON Schema. [`Operation`](derive@Operation) makes a payload the request of a
//! documented call, [`Authentication`](derive@Authentication) makes one the credentials of a call.
//! [`Encode`](derive@Encode) maps a type of one's own to what others have made so. They stand beside serde's own derives, whose attributes they read for names.
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
/// A member may have no field, or no name of its own:
/// ```
/// use carnet::Payload;
///
/// /// An attribute whose value stands under its own tag.
/// #[derive(Payload)]
/// #[carnet(constant(kind = "custom"))]
/// struct Attribute {
///     tag: String,
///     #[carnet(dynamic(tag))]
///     value: Option<i64>,
/// }
///
/// let size = Attribute { tag: "size".into(), value: Some(7) };
/// assert_eq!(carnet::payload::to_vec(&size), br#"{"kind":"custom","tag":"size","size":7}"#);
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
/// | `const = NUMBER` | the one number that it may be |
/// | `max_decimals = N` | decimal places of a number |
/// | `format = "NAME"`, `format = PATH` | a text's format: `date`, `date-and-time`, `day-month-year`, `hour-minute`, `uuid`, `mailbox`, `digits`, `three-digits`, or a `Format` constant |
/// | `secret` | a credential: files hold a placeholder, findings never show it |
/// | `reading(TYPE)` | another type by a reading not taken: `string`, `integer`, `number`, `boolean`, `object`, `array`, `any`, or a Rust type, which may be of the same JSON type with other constraints; repeatable |
/// | `mismatch` | a value of a type that no reading knows |
///
/// # Attributes of a field
/// | | |
/// |---|---|
/// | `required` | absence; overrides what the type says |
/// | `optional` | its absence is fine, whatever the type of the struct says of its members |
/// | `null` | a `null`; overrides what the type says |
/// | `empty` | an empty text |
/// | `undocumented` | its presence: the member is known from elsewhere, not for this object |
/// | `alias = "KEY"` | another key for it, by a reading not taken; repeatable |
/// | `dynamic(FIELD, …)` | it has no name of its own: its key is the value of the first of these fields that has one; the ruling is on keys that none of them names |
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
/// | `adopts` | a misspelt key that the profile lets pass stands for its member |
/// | `empty_is_absent` | an empty text counts as absent; `null` and `empty` are by default what `required` is, where that is anything at all |
/// | `required` | absence of any member that says neither `required` nor `optional`, whatever its type |
/// | `null`, `empty`, `mismatch` | for all optional members, all required members, all members |
/// | `labels` | every member may stand under its name as a table's head has it: `postal_code` as `Postal Code` |
/// | `constant(NAME = "TEXT")` | a member that is always this text and stands for no field, before the others; `required(…)` in the parentheses is about its absence, `see(…)` is as on a field, `description = "…"` is what a doc comment is; repeatable |
/// | `length_decided_by = PATH` | the discrepancy about how `max_length` counts |
/// | `page = "…"`, `section = "…"`, `strength = WORD` | the object's source; page and strength are its fields' as well |
/// | `other_case` | on a list of texts: a listed text in another case |
/// | `select(context = "…", key = "…")` | on an untagged enum: how the caller's context picks the variant |
/// | `disputed("NAME")` | on an untagged enum: a name in the context that the pages do not agree upon |
/// | `crate = PATH` | where `carnet` is, when not at `::carnet` |
///
/// # Rules
/// What must hold of several members, on a type; all are repeatable. They name Rust fields, not wire
/// names. A `PLACE` is a field, or a path in quotes that begins with a wire name and looks into the
/// member: `"/customerData/customerId"`.
///
/// | | |
/// |---|---|
/// | `required_together(FIELD, FIELD, …)` | with one of them, all are present |
/// | `at_least_one(FIELD, FIELD, …)` | at least one of them is present |
/// | `at_least_one_other(FIELD, …)` | at least one member besides them is present |
/// | `not_before(LATER, EARLIER)` | the first, a date, is not before the second |
/// | `same_length(LIST, LIST)` | both arrays have equally many items |
/// | `null_opposite(NULLS, LIST, "TEXT")` | `null` stands in the first array only opposite to the text in the second |
/// | `listed_requires_true(LIST, "TEXT", FLAG)` | with the text in the array, the flag is `true` |
/// | `true_requires_listed(FLAG, LIST, "TEXT")` | with the flag `true`, the text is in the array |
/// | `distinct(LIST, LIST, "KEY")` | no item of one array has the same value under the key as one of the other |
/// | `equal(PLACE, PLACE)` | both values are the same text |
/// | `demanded(PLACE)` | the value is there, where its parent is, and is neither `null` nor empty |
/// | `unset(PLACE)` | the value is absent or `null` |
/// | `calendar_day(YEAR, MONTH, DAY)` | the three are a day of the calendar; `january = 0` where months count from 0 |
///
/// # serde
/// `rename`, `rename_all`, `flatten`, `skip`, `skip_serializing_if`, `transparent` and `untagged`
/// are read and followed; the rules of a flattened struct hold beside its members, a dynamic member
/// it cannot have. Words that change the JSON in a way that cannot be seen (`with`, `tag`,
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
/// | `parameters` | the members travel as parameters, in the query or in a form body; implements `carnet::operation::Parameters` |
/// | `media_type = "…"` | of the body; `application/json` unless given, `application/x-www-form-urlencoded` for `parameters` |
/// | `batch` | an array of such objects is sent, by a reading not taken |
/// | `success(TYPE, CONDITION…)`, `failure(TYPE, CONDITION…)` | the replies, tried in the order written |
/// | `text(RULE, …)`, `text(RULE("word", …), …)` | a ruling on the text of the body, the URL or the parameters, by the id of the rule in snake case; repeatable |
/// | `reply_text(RULE, …)`, `reply_text(RULE("word", …), …)` | the same, on the text of all replies; repeatable |
///
/// A condition is `status = 404`, `status = "2xx"`, `status = "300-599"`, `prefix(Member = "2")`
/// (a member is a text that begins so), `present(Member)` or `word(Member, "fail", "failed")` (a
/// member is one of these words, in any case); all of a reply's conditions hold. Members are named
/// as on the wire, in quotes where they are no Rust names.
#[proc_macro_derive(Operation, attributes(carnet))]
pub fn operation(input: TokenStream) -> TokenStream {
    expand::operation(&parse_macro_input!(input as DeriveInput)).into()
}

/// Makes a payload credentials that travel among the members of a request.
///
/// Implements `carnet::Authentication`. Stands beside [`Payload`](derive@Payload), on a struct with
/// named fields that says where they travel:
///
/// | | |
/// |---|---|
/// | `body` | in the JSON body, before the members of the request |
/// | `query` | as parameters, after those of the request; for calls that say `parameters` |
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

/// Maps a type of one's own to the requests of any number of operations, of any crate.
///
/// On a struct with named fields it implements `carnet::EncodeAs` for every target, so that
/// `carnet::Encode` makes requests of its values, straight from the fields to the wire. While the
/// crate is compiled, the mapping is held against the contract: what the vendor requires and nothing
/// is mapped to, a place that does not exist, a type that does not fit and a few more are compile
/// errors, each on the token to edit, all of them in one compile.
///
/// # Example
/// ```
/// # mod acme {
/// #     use carnet::{Operation, Payload, Vendor};
/// #     pub const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };
/// #     /// Makes a ticket.
/// #     #[derive(Payload, Operation)]
/// #     #[carnet(operation = "acme.ticket.create", vendor = ACME,
/// #         page = "https://acme.example/docs", post = "https://acme.example/tickets",
/// #         success(Thing), failure(Thing, status = "4xx"))]
/// #     pub struct CreateTicket {
/// #         #[carnet(max_length = 80)] pub subject: String,
/// #         pub channel: String,
/// #         pub reporter: Option<Reporter>,
/// #     }
/// #     #[derive(Payload)]
/// #     pub struct Reporter { pub name: String, pub language: Option<Language> }
/// #     #[derive(Payload)]
/// #     #[serde(rename_all = "lowercase")]
/// #     pub enum Language { German, English }
/// #     #[derive(serde::Deserialize, Payload)]
/// #     #[carnet(reply)]
/// #     pub struct Thing { pub id: i64 }
/// # }
/// # use carnet::EncodeAs;
/// use carnet::{Encode, Text};
///
/// /// What our shop knows of a complaint.
/// #[derive(Encode)]
/// #[carnet(to(acme::CreateTicket, set(channel = "shop")))]
/// struct Complaint<'a> {
///     #[carnet(acme = "subject")]
///     title: Text<80>,
///     #[carnet(acme = "reporter.name")]
///     customer: &'a str,
///     #[carnet(acme = "reporter.language")]
///     tongue: Option<Tongue>,
///     #[carnet(skip)]
///     severity: u8,
/// }
///
/// #[derive(Encode)]
/// #[carnet(to(acme::Language))]
/// enum Tongue {
///     #[carnet(acme = "german")]
///     De,
///     #[carnet(acme = "english")]
///     En,
/// }
///
/// let complaint = Complaint {
///     title: Text::new("Too late").unwrap(),
///     customer: "Ada",
///     tongue: Some(Tongue::En),
///     severity: 3,
/// };
/// # let _ = (complaint.severity, Tongue::De);
/// let mut body = Vec::new();
/// carnet::json::Writer::new(&mut body)
///     .object(|members| EncodeAs::<acme::CreateTicket>::write_members(&complaint, members));
/// assert_eq!(
///     String::from_utf8_lossy(&body),
///     r#"{"subject":"Too late","channel":"shop","reporter":{"name":"Ada","language":"english"}}"#,
/// );
/// ```
///
/// # Attributes of a struct
/// | | |
/// |---|---|
/// | `to(TYPE, …)` | what it is mapped to: an operation, or any other object of a contract; repeatable |
/// | `crate = PATH` | where `carnet` is, when not at `::carnet` |
///
/// In the parentheses, after the type:
///
/// | | |
/// |---|---|
/// | `set(PLACE = VALUE, …)` | members that are the same in every payload; a value is what JSON has, or the path of a constant of type `i64`, `bool` or `&'static str` |
/// | `as = NAME` | what the fields call it; the first part of its path unless given: `acme` for `acme::CreateTicket` and for `acme::create::Reporter`, `create_ticket` for `CreateTicket` |
/// | `profile = lenient` | the profile that the mapping and the requests are held to; `strict` unless given |
///
/// # Attributes of a field
/// | | |
/// |---|---|
/// | `NAME = "PLACE"` | where it stands in the target of this name; repeatable, also for one target |
/// | `NAME("PLACE", with = FUNCTION)` | the function, or closure, takes a reference to the field and gives what is written; `<[_]>::first`, `Option::is_some` or `ToString::to_string` will do |
/// | `NAME("PLACE", undocumented)` | a member that no page has, of an object that leaves its list open |
/// | `skip` | it is mapped to nothing |
///
/// A place is the names of members on the wire, parted by dots, items of an array by their number:
/// `contact_person.email`, `Contacts.0.Firstname`. Where a name has a dot itself, the place is a JSON
/// Pointer: `/contact_person/e.mail`. Without quotes in `set`, where all are Rust names.
///
/// An object or array on the way is left out where every field below it is absent. Members stand in
/// the vendor's order. What the contract fixes to one text need not be mapped.
///
/// # Types of fields
/// Whatever implements `carnet::ToJson`: numbers, texts, flags, `Option`, lists, dates, parts of
/// contracts, and types that derive this. A nested struct is mapped by a `to` of its own to the type
/// that stands in the place; a struct around one value is what the value is.
///
/// An enum of unit variants stands for words: `NAME = "word"`, or any other value that JSON has, on
/// every variant. `to(TYPE)` on the enum is optional; with it the words are held against those of the
/// type.
///
/// A field whose type depends on a type parameter is checked where requests are made of it. Formats
/// are checked when a request is made, as is the length of a text that is no `carnet::Text`.
#[proc_macro_derive(Encode, attributes(carnet))]
pub fn encode(input: TokenStream) -> TokenStream {
    expand::encode(&parse_macro_input!(input as DeriveInput)).into()
}

//! Every assertion of the emitted schemas is needed: without it, some case has an error less.
//!
//! Whoever deletes a constraint from a contract deletes it from the schema as well; that this test
//! finds a case for each of them means that the cases notice.

use crate::case::{self, Case};
use carnet_core::contract::Outcome;
use carnet_core::{Artifact, Contract};
use carnet_schema::{Side, document};
use carnet_testing::schema::{self, Schema};
use carnet_vendors::CATALOG;
use serde_json::{Map, Value};

/// Keywords that refuse something. Those in a group say the same and are deleted together.
const ASSERTIONS: &[&[&str]] = &[
    &["type"],
    &["enum", "const"],
    &["format", "pattern"],
    &["maxLength"],
    &["minLength"],
    &["minimum"],
    &["maximum"],
    &["minItems"],
    &["maxItems"],
    &["propertyNames"],
    &["additionalProperties"],
    &["dependentRequired"],
    &["required"],
];

/// Assertions that no payload needs, and why: the operation, then what stands where.
const REDUNDANT: &[(&str, &str)] = &[
    // A reply is a success when StatusCode is a text that begins with 2: that it is an object with
    // such a member is clear by then.
    ("aptania.account.create", "response: /$defs/success type"),
    (
        "aptania.account.create",
        "response: /$defs/success/required 0",
    ),
    (
        "aptania.account.create",
        "response: /$defs/success/properties/StatusCode type",
    ),
    // A reply is a failure when it has a member with a certain word: it is an object by then.
    ("apptivo.customer.create", "response: /$defs/failure type"),
    (
        "apptivo.customer.create",
        "response: /$defs/failure/required 0",
    ),
    (
        "apptivo.customer.create",
        "response: /$defs/failure/properties/status type",
    ),
    (
        "apptivo.customer.update_by_contact",
        "response: /$defs/failure type",
    ),
    (
        "apptivo.customer.update_by_contact",
        "response: /$defs/failure/required 0",
    ),
    (
        "apptivo.customer.update_by_contact",
        "response: /$defs/failure/properties/status type",
    ),
    (
        "apptivo.customer.update_by_name",
        "response: /$defs/failure type",
    ),
    (
        "apptivo.customer.update_by_name",
        "response: /$defs/failure/required 0",
    ),
    (
        "apptivo.customer.update_by_name",
        "response: /$defs/failure/properties/status type",
    ),
    ("kapture.customer.add", "response: /$defs/failure type"),
    (
        "kapture.customer.add_contacts",
        "response: /$defs/failure type",
    ),
    ("kapture.customer.search", "response: /$defs/failure type"),
    ("kapture.customer.select", "response: /$defs/failure type"),
    ("kapture.customer.update", "response: /$defs/failure type"),
];

/// Whether an assertion is none of the contract: what holds of every integer, of every parameter as
/// it is decoded, of every closed list of texts.
fn holds_anyway(keywords: &Map<String, Value>, group: &[&str], whole: &Value, at: &str) -> bool {
    let is_text = |number: &str| {
        keywords
            .get(group[0])
            .is_some_and(|it| it.to_string() == number)
    };
    match group[0] {
        "additionalProperties" => is_text("{}"),
        "minimum" => is_text("-9223372036854775808"),
        "maximum" => is_text("9223372036854775807"),
        "type" => {
            let parameters = whole.pointer("/x-carnet-operation/parameters-in").is_some();
            let is_parameter = at
                .strip_prefix("/properties/")
                .is_some_and(|name| !name.contains('/'));
            let is_list = keywords.contains_key("enum") || keywords.contains_key("const");
            is_list || (parameters && (at.is_empty() || is_parameter))
        }
        _ => false,
    }
}

/// Collects every way to delete one assertion: where it stands, and its keywords.
fn deletions(schema: &Value, pointer: &str, whole: &Value, all: &mut Vec<(String, Vec<String>)>) {
    let Value::Object(keywords) = schema else {
        return;
    };
    for group in ASSERTIONS {
        let there: Vec<_> = group
            .iter()
            .filter(|key| keywords.contains_key(**key))
            .collect();
        match keywords.get("required") {
            Some(Value::Array(names)) if group[0] == "required" => {
                all.extend(
                    (0..names.len()).map(|i| (format!("{pointer}/required"), vec![i.to_string()])),
                );
            }
            _ if there.is_empty() || holds_anyway(keywords, group, whole, pointer) => {}
            _ => all.push((
                pointer.to_owned(),
                there.into_iter().map(ToString::to_string).collect(),
            )),
        }
    }
    for (key, value) in keywords {
        let at = format!("{pointer}/{key}");
        match (key.as_str(), value) {
            ("properties" | "$defs" | "patternProperties", Value::Object(members)) => {
                for (name, schema) in members {
                    if *schema == Value::Bool(false) {
                        all.push((at.clone(), vec![name.clone()]));
                    }
                    let name = name.replace('~', "~0").replace('/', "~1");
                    deletions(schema, &format!("{at}/{name}"), whole, all);
                }
            }
            ("anyOf" | "allOf", Value::Array(schemas)) => {
                for (i, schema) in schemas.iter().enumerate() {
                    deletions(schema, &format!("{at}/{i}"), whole, all);
                }
            }
            ("items" | "additionalProperties" | "contentSchema" | "then" | "else", _) => {
                deletions(value, &at, whole, all);
            }
            // What stands in `if` and `not` makes the schema stricter when it is deleted.
            _ => {}
        }
    }
}

fn delete(schema: &mut Value, pointer: &str, keys: &[String]) {
    match schema.pointer_mut(pointer) {
        Some(Value::Object(keywords)) => {
            for key in keys {
                keywords.remove(key);
            }
        }
        Some(Value::Array(items)) => drop(items.remove(keys[0].parse().expect("an index"))),
        other => panic!("{pointer} is {other:?}"),
    }
}

/// One side of an operation as the schema engine has it.
struct Schemas {
    /// For texts whose kind the members tell.
    whole: Schema,
    /// For replies whose HTTP status is known.
    parts: Vec<(Outcome, Schema)>,
}

impl Schemas {
    fn new(whole: &Value, kinds: &[Outcome]) -> Self {
        let parts = kinds
            .iter()
            .map(|kind| (*kind, Schema::of_reply(whole, *kind)));
        Self {
            parts: parts.collect(),
            whole: Schema::new(whole),
        }
    }

    fn errors(&self, case: &Case, value: &Value) -> Vec<String> {
        let outcome = case.context.http_status.map(|status| match status {
            200..300 => Outcome::Success,
            _ => Outcome::Failure,
        });
        let mut parts = self.parts.iter();
        let part = parts.find(|(kind, _)| Some(*kind) == outcome);
        part.map_or(&self.whole, |(_, part)| part).errors(value)
    }
}

/// A case, what a schema judges of it, and the errors before anything is deleted.
type Judged<'a> = (&'a Case, Value, Vec<String>);

/// The side of a call that an artifact belongs to.
fn side_of(artifact: Artifact) -> Side {
    match artifact {
        Artifact::RequestBody | Artifact::RequestUrl | Artifact::RequestForm => Side::Request,
        Artifact::ReplyBody => Side::Response,
    }
}

/// The assertions of one document that no case needs, and how many there are.
fn unneeded(contract: &Contract, side: Side, every_case: &[Case]) -> (Vec<String>, usize) {
    let whole = document(contract, side).to_value();
    let kinds = match side {
        Side::Request => Vec::new(),
        Side::Response => contract.replies.iter().map(|it| it.outcome).collect(),
    };
    let schemas = Schemas::new(&whole, &kinds);
    let mut cases: Vec<Judged<'_>> = every_case
        .iter()
        .filter(|case| case.contract.id == contract.id && side_of(case.artifact) == side)
        .filter_map(|case| {
            let instance = schema::instance(case.artifact, &case.text, &case.context);
            Some((case, instance.ok()?))
        })
        .map(|(case, value)| {
            let errors = schemas.errors(case, &value);
            (case, value, errors)
        })
        .collect();
    // An assertion makes errors: where there are none, none can go.
    cases.retain(|(.., errors)| !errors.is_empty());
    let mut all = Vec::new();
    deletions(&whole, "", &whole, &mut all);
    let count = all.len();
    let mut unneeded = Vec::new();
    for (pointer, keys) in all {
        let mut without = whole.clone();
        delete(&mut without, &pointer, &keys);
        let without = Schemas::new(&without, &kinds);
        let notices = |(case, value, before): &Judged<'_>| without.errors(case, value) != *before;
        match cases.iter().position(notices) {
            // Assertions that stand together are mostly needed by the same case.
            Some(at) => cases[..=at].rotate_right(1),
            None => unneeded.push(format!("{side}: {pointer} {}", keys.concat())),
        }
    }
    (unneeded, count)
}

fn every_assertion_is_needed(id: &str) {
    let every_case = case::all();
    let contract = CATALOG.iter().find(|contract| contract.id == id);
    let contract = contract.unwrap_or_else(|| panic!("no operation is `{id}`"));
    let [request, response] = Side::ALL.map(|side| unneeded(contract, side, &every_case));
    let count = request.1 + response.1;
    assert!(count > 20, "{id}: only {count} assertions");
    let redundant: Vec<_> = REDUNDANT
        .iter()
        .filter(|(operation, _)| *operation == id)
        .map(|(_, what)| (*what).to_owned())
        .collect();
    let unneeded = [request.0, response.0].concat();
    let unneeded: Vec<_> = unneeded
        .iter()
        .filter(|it| !redundant.contains(it))
        .collect();
    assert!(unneeded.is_empty(), "no case of {id} needs {unneeded:?}");
}

macro_rules! operations {
    ($($test:ident $id:literal)*) => {
        $(#[test]
        fn $test() {
            every_assertion_is_needed($id);
        })*

        #[test]
        fn every_contract_is_among_these() {
            let ids: Vec<_> = CATALOG.iter().map(|contract| contract.id).collect();
            let mut these = vec![$($id),*];
            these.sort_by_key(|id| ids.iter().position(|known| known == id));
            assert_eq!(ids, these);
        }
    };
}

operations! {
    every_assertion_of_apptivo_create_is_needed "apptivo.customer.create"
    every_assertion_of_apptivo_update_by_name_is_needed "apptivo.customer.update_by_name"
    every_assertion_of_apptivo_update_by_contact_is_needed "apptivo.customer.update_by_contact"
    every_assertion_of_aptania_is_needed "aptania.account.create"
    every_assertion_of_kapture_add_is_needed "kapture.customer.add"
    every_assertion_of_kapture_add_contacts_is_needed "kapture.customer.add_contacts"
    every_assertion_of_kapture_search_is_needed "kapture.customer.search"
    every_assertion_of_kapture_select_is_needed "kapture.customer.select"
    every_assertion_of_kapture_update_is_needed "kapture.customer.update"
    every_assertion_of_revnue_is_needed "revnue.customer.create"
}

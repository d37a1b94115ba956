//! Every assertion of the emitted schemas is needed: without it, some case has an error less.
//!
//! Whoever deletes a constraint from a contract deletes it from the schema as well; that this test
//! finds a case for each of them means that the cases notice.

use crate::case::{self, Case};
use crate::engines::{compile, part};
use crate::subject;
use carnet_core::contract::Outcome;
use carnet_core::{Artifact, Contract};
use carnet_schema::{Side, document};
use carnet_vendors::CATALOG;
use serde_json::Value;

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

/// Assertions that no payload needs, and why.
const REDUNDANT: &[(&str, &str)] = &[
    // A reply is a success when StatusCode is a text that begins with 2: that it is an object with
    // such a member is clear by then.
    ("aptania.account.create response: /$defs/success", "type"),
    (
        "aptania.account.create response: /$defs/success/required",
        "0",
    ),
    (
        "aptania.account.create response: /$defs/success/properties/StatusCode",
        "type",
    ),
    // Every value of the list is a text; in a request the two are told apart, in a reply `null` may
    // stand there and the engine tells neither.
    (
        "revnue.customer.create response: /$defs/ContactRole",
        "type",
    ),
];

/// Collects every way to delete one assertion: where it stands, and its keywords.
fn deletions(schema: &Value, pointer: &str, all: &mut Vec<(String, Vec<String>)>) {
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
            _ if there.is_empty() => {}
            _ => all.push((
                pointer.to_owned(),
                there.into_iter().map(ToString::to_string).collect(),
            )),
        }
    }
    for (key, value) in keywords {
        let at = format!("{pointer}/{key}");
        match (key.as_str(), value) {
            ("properties" | "$defs", Value::Object(members)) => {
                for (name, schema) in members {
                    let name = name.replace('~', "~0").replace('/', "~1");
                    deletions(schema, &format!("{at}/{name}"), all);
                }
            }
            ("anyOf" | "allOf", Value::Array(schemas)) => {
                for (i, schema) in schemas.iter().enumerate() {
                    deletions(schema, &format!("{at}/{i}"), all);
                }
            }
            ("items" | "additionalProperties" | "then" | "else", _) => deletions(value, &at, all),
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

/// The schema's errors about every case: by the whole document, or by the part for a reply of that
/// kind where the HTTP status is known.
fn errors(whole: &Value, contract: &Contract, cases: &[(&Case, Value)]) -> Vec<Vec<String>> {
    let artifact = cases.first().map(|(case, _)| case.artifact);
    let document = compile(whole);
    let kinds: Vec<_> = subject::ALL
        .iter()
        .filter(|kind| kind.contract.id == contract.id && Some(kind.artifact()) == artifact)
        .map(|kind| (kind.outcome, compile(&part(whole, kind))))
        .collect();
    let errors = |(case, value): &(&Case, Value)| {
        let outcome = case.context.http_status.map(|status| match status {
            200..300 => Outcome::Success,
            _ => Outcome::Failure,
        });
        let part = kinds
            .iter()
            .find(|(kind, _)| outcome.is_some() && *kind == outcome);
        let schema = part.map_or(&document, |(_, part)| part);
        let errors = schema.iter_errors(value);
        errors
            .map(|error| format!("{} {}", error.instance_path(), error.schema_path()))
            .collect()
    };
    cases.iter().map(errors).collect()
}

#[test]
fn every_assertion_of_a_schema_is_needed_by_a_case() {
    let every_case = case::all();
    let mut unneeded = Vec::new();
    let mut count = 0;
    for contract in CATALOG {
        for (artifact, side) in [
            (Artifact::RequestBody, Side::Request),
            (Artifact::ReplyBody, Side::Response),
        ] {
            let cases: Vec<_> = every_case
                .iter()
                .filter(|case| case.contract.id == contract.id && case.artifact == artifact)
                .filter_map(|case| Some((case, serde_json::from_slice(&case.text).ok()?)))
                .collect();
            let whole = document(contract, side).to_value();
            let before = errors(&whole, contract, &cases);
            let mut all = Vec::new();
            deletions(&whole, "", &mut all);
            count += all.len();
            for (pointer, keys) in all {
                let mut without = whole.clone();
                delete(&mut without, &pointer, &keys);
                if errors(&without, contract, &cases) == before {
                    unneeded.push((format!("{} {side}: {pointer}", contract.id), keys.concat()));
                }
            }
        }
    }
    assert!(count > 150, "only {count} assertions");
    let redundant: Vec<_> = REDUNDANT
        .iter()
        .map(|(place, keys)| ((*place).to_owned(), (*keys).to_owned()))
        .collect();
    assert_eq!(unneeded, redundant, "which no case needs");
}

//! Requests whose members travel as parameters.

use crate::change::{CHANGE, IDS, rule};
use crate::contract::{BOOLEAN, INTEGER, NOT_ERROR, NUMBER, STRING, check, member, object};
use crate::validator;
use carnet_core::decimal::Literal;
use carnet_core::json_schema::{self, Definitions, Tree};
use carnet_core::shape::{Assertion, Enum, Field, Kind, MemberAssertion, Object, Reading, Shape};
use carnet_core::{Ruling, format};
use carnet_schema::{Side, document};
use serde_json::{Value, json};

/// The whole document.
fn change() -> Value {
    document(&CHANGE, Side::Request).to_value()
}

/// The smallest valid parameters, with changes.
fn parameters(changes: Value) -> Value {
    let mut all = json!({
        "action": "change", "data": "{\"id\":1}", "id": "1", "names": "[\"a\"]", "key": "k",
    });
    let members = all.as_object_mut().unwrap();
    let Value::Object(changes) = changes else {
        panic!("an object");
    };
    for (key, value) in changes {
        match value {
            Value::Null => drop(members.remove(&key)),
            value => drop(members.insert(key, value)),
        }
    }
    all
}

#[test]
fn a_request_is_an_object_of_decoded_texts() {
    let schema = change();
    assert_eq!(
        schema["title"],
        "Test test.thing.change: request parameters"
    );
    assert_eq!(
        schema["x-carnet-operation"]["parameters-in"],
        json!(["query", "body, as application/x-www-form-urlencoded"])
    );
    assert_eq!(
        schema["required"],
        json!(["action", "data", "id", "names", "key"])
    );
    let validator = validator(&schema);
    for (changes, valid) in [
        (json!({}), true),
        (json!({"unknown": "1"}), true),
        (json!({"id": 1}), false),
        (json!({"id": null}), false),
        (json!({"id": "-12"}), true),
        (json!({"id": "one"}), false),
        (json!({"id": ""}), false),
        (json!({"id": "1.5"}), false),
        (json!({"id": "01"}), false),
        // Another spelling is a warning.
        (json!({"id": "1.0"}), true),
        (json!({"id": "10E-1"}), true),
        (json!({"isPhones": "true"}), true),
        (json!({"isPhones": "false"}), true),
        (json!({"isPhones": "True"}), false),
        (json!({"isPhones": ""}), false),
        (json!({"isPhones": true}), false),
        (json!({"action": "Change"}), false),
        (json!({"version": "3"}), true),
        (json!({"version": "3.00e+00"}), true),
        (json!({"version": "4"}), false),
        (json!({"version": "33"}), false),
        (json!({"session": "s"}), false),
        (json!({"namesList": "[\"a\"]"}), false),
        (json!({"note": "n"}), false),
        (json!({"note": "n", "isAddress": "false"}), false),
        (json!({"note": "n", "isAddress": "true"}), true),
        // What JSON holds is the content schema's business.
        (json!({"names": "[]"}), true),
    ] {
        let parameters = parameters(changes);
        assert_eq!(
            validator.is_valid(&parameters),
            valid,
            "{parameters} against {schema:#}"
        );
    }
}

#[test]
fn json_inside_has_its_schema() {
    let schema = change();
    let data = &schema["properties"]["data"];
    assert_eq!(data["type"], "string");
    assert_eq!(data["contentMediaType"], "application/json");
    assert_eq!(data["contentSchema"]["$ref"], "#/$defs/Thing");
    let mut inside = data["contentSchema"].clone();
    inside["$defs"] = schema["$defs"].clone();
    let inside = validator(&inside);
    for (value, valid) in [
        (json!({"id": 1}), true),
        (json!({"id": 1, "number": null}), false),
        (json!({"id": 1, "number": "7"}), false),
        (json!({"id": null}), false),
        (json!({}), false),
        (json!(null), false),
        (json!({"id": 1, "phones": [{"number": "5"}]}), true),
        (json!({"id": 1, "phones": [{"id": 5}]}), false),
        (json!({"id": 1, "tags": [{"tag": "k", "k": "v"}]}), true),
        (json!({"id": 1, "legacy": "x"}), true),
    ] {
        assert_eq!(inside.is_valid(&value), valid, "{value}");
    }
    let names = &schema["properties"]["names"]["contentSchema"];
    assert_eq!(
        *names,
        json!({"type": "array", "items": {"type": "string"}, "minItems": 1})
    );
}

#[test]
fn what_is_not_asserted_is_advice_at_its_place() {
    let schema = change();
    let advice = schema["x-carnet-advice"].as_array().unwrap();
    let rules: Vec<_> = advice
        .iter()
        .map(|it| it["rule"].as_str().unwrap())
        .collect();
    for rule in [
        "unknown-parameter",
        "same-length",
        "null-opposite",
        "listed-flag",
        "flag-listed",
        "equal",
    ] {
        assert!(rules.contains(&rule), "{rule} in {rules:?}");
    }
    for rule in ["required", "unset", "requires-true"] {
        assert!(!rules.contains(&rule), "{rule} is asserted, in {rules:?}");
    }
    let equal = advice.iter().find(|it| it["rule"] == "equal").unwrap();
    assert_eq!(
        *equal,
        json!({
            "rule": "equal",
            "severity": "error",
            "detail": "/id is the same as /data/id",
            "discrepancy": "TV-01",
        })
    );
}

#[test]
fn another_key_names_the_right_one() {
    let alias = &change()["properties"]["namesList"];
    assert_eq!(alias["not"], json!({}));
    let description = "Not the documented key: write names.";
    assert_eq!(alias["description"], description);
    assert_eq!(alias["x-carnet-discrepancies"], json!(["TV-01"]));
}

/// A generator that puts definitions where they are used.
struct Inline;

impl Definitions for Inline {
    fn place(&mut self, _: &str, _: &Shape, schema: Tree) -> Tree {
        schema
    }
}

/// The schema of one bare parameter accepts these texts and no others.
#[track_caller]
fn judges(shape: Shape, accepted: &[&str], refused: &[&str]) {
    let fields: &'static [Field] = Box::leak(Box::new([member("p", shape)]));
    let object: &'static Object = Box::leak(Box::new(object("", fields)));
    let shape = Shape::of(Kind::Object(object));
    let schema = json_schema::parameters(&shape, &mut Inline).to_value();
    let validator = validator(&schema);
    for (texts, valid) in [(accepted, true), (refused, false)] {
        for text in texts {
            let value = json!({"p": text});
            assert_eq!(validator.is_valid(&value), valid, "{text} {schema:#}");
        }
    }
}

const QUOTED: Enum = Enum {
    name: "Quoted",
    description: "",
    values: &["\"true\"", "yes"],
    other_case: Ruling::ERROR,
};

#[test]
fn readings_that_are_no_errors_are_admitted() {
    let flag = |ruling| Shape {
        readings: Box::leak(Box::new([Reading {
            shape: Shape::of(Kind::Enum(&QUOTED)),
            ruling,
        }])),
        ..BOOLEAN
    };
    judges(flag(Ruling::ERROR), &["true"], &["yes", "no"]);
    judges(flag(NOT_ERROR), &["true", "yes", "\"true\""], &["no", ""]);
    let open = Shape {
        mismatch: NOT_ERROR,
        ..flag(Ruling::ERROR)
    };
    judges(open, &["true", "no"], &["yes"]);
    let id = Shape {
        checks: &[check!(Assertion::Const(Literal("3")), Ruling::ERROR)],
        readings: &[Reading {
            shape: STRING,
            ruling: NOT_ERROR,
        }],
        ..INTEGER
    };
    // A number is judged as one.
    judges(id, &["3", "three", ""], &["4", "4.5"]);
    let version = Shape {
        readings: &[Reading {
            shape: Shape {
                checks: &[check!(Assertion::Const(Literal("4")), Ruling::ERROR)],
                ..INTEGER
            },
            ruling: NOT_ERROR,
        }],
        checks: &[check!(Assertion::Const(Literal("3")), Ruling::ERROR)],
        ..INTEGER
    };
    judges(version, &["3", "4", "4.0"], &["5", "three"]);
}

#[test]
fn bare_texts_are_judged_as_texts() {
    judges(NUMBER, &["1", "-0.5", "1e9"], &["", "1.", "one", " 1"]);
    let half = Shape {
        checks: &[check!(Assertion::Const(Literal("2.50")), Ruling::ERROR)],
        ..NUMBER
    };
    judges(half, &["2.5", "2.500"], &["2.51", "25"]);
    let date = Shape {
        checks: &[check!(Assertion::Format(&format::DATE), Ruling::ERROR)],
        readings: &[Reading {
            shape: INTEGER,
            ruling: NOT_ERROR,
        }],
        ..STRING
    };
    judges(date, &["2024-02-29"], &["2023-02-29", "20240229"]);
}

#[test]
fn absent_is_what_has_no_value() {
    const OBJECT: Object = Object {
        empty_is_absent: true,
        rules: &[
            rule(MemberAssertion::AtLeastOne(&["a", "list"]), Ruling::ERROR),
            rule(MemberAssertion::Unset("/b"), Ruling::ERROR),
            rule(MemberAssertion::Demanded("/list"), NOT_ERROR),
        ],
        ..object(
            "",
            &[
                member("a", STRING),
                member("b", STRING),
                Field {
                    null: None,
                    ..member("list", IDS)
                },
            ],
        )
    };
    let shape = Shape::of(Kind::Object(&OBJECT));
    let schema = json_schema::parameters(&shape, &mut Inline).to_value();
    let validator = validator(&schema);
    for (value, valid) in [
        (json!({"a": "x"}), true),
        (json!({"a": ""}), false),
        (json!({"list": "[]"}), true),
        (json!({"list": " null "}), false),
        (json!({"a": "x", "b": ""}), true),
        (json!({"a": "x", "b": "y"}), false),
        (json!({"a": "x", "c": "y"}), false),
    ] {
        assert_eq!(validator.is_valid(&value), valid, "{value} {schema:#}");
    }
}

#[test]
fn examples_are_parameters_as_they_are_decoded() {
    let schema = change();
    let examples = schema["examples"].as_array().unwrap();
    let [smallest, whole] = &examples[..] else {
        panic!("two examples: {examples:#?}");
    };
    assert_eq!(
        *smallest,
        json!({
            "action": "change",
            "data": r#"{"id":1}"#,
            "id": "1",
            "names": r#"["phones"]"#,
            "ids": r#"["ids"]"#,
            "isPhones": "true",
            "key": "00000000-0000-0000-0000-000000000000",
        })
    );
    assert_eq!(whole["names"], r#"["phones","address"]"#);
    assert_eq!(whole["ids"], r#"["ids","ids"]"#);
    assert!(whole.get("session").is_none());
    let data: Value = serde_json::from_str(whole["data"].as_str().unwrap()).unwrap();
    assert_eq!(data["phones"][0]["id"], 1);
    assert_eq!(data["removed"][0]["id"], 2);
    assert_eq!(
        data["tags"],
        json!([{"tag": "key", "title": "title", "key": "value"}])
    );
    assert!(data.get("number").is_none() && data.get("legacy").is_none());
}

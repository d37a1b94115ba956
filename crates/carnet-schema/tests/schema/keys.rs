//! Keys that are not those of documented members: other readings' keys, keys known from elsewhere,
//! keys that members name.

use crate::change::TAGGED;
use crate::contract::{
    INTEGER, NOT_ERROR, STRING, TV_01, TV_02, check, member, object, required, text,
};
use crate::{judges, schema};
use carnet_core::Ruling;
use carnet_core::shape::{
    Alias, Assertion, Dynamic, Field, Kind, MemberAssertion, Object, Shape, UNKNOWN_KEYS_OPEN,
};
use serde_json::json;

const fn of(object: &'static Object) -> Shape {
    Shape::of(Kind::Object(object))
}

#[test]
fn keys_known_from_elsewhere_are_refused_or_advised_against() {
    const OBJECT: Object = object(
        "",
        &[
            Field {
                undocumented: Ruling::by(&TV_01),
                description: "Only elsewhere.",
                ..member("a", STRING)
            },
            Field {
                undocumented: Ruling::by(&TV_02),
                ..member("b", STRING)
            },
        ],
    );
    judges(
        &of(&OBJECT),
        &["{}", r#"{"b":""}"#],
        &[r#"{"a":""}"#, r#"{"a":null}"#, r#"{"b":1}"#],
    );
    let properties = &schema(&of(&OBJECT))["properties"];
    assert_eq!(properties["a"]["not"], json!({}));
    assert_eq!(properties["a"]["description"], "Only elsewhere.");
    assert_eq!(properties["a"]["x-carnet-discrepancies"], json!(["TV-01"]));
    assert_eq!(
        properties["b"]["x-carnet-advice"],
        json!([{"rule": "undocumented-key", "severity": "warning", "discrepancy": "TV-02"}])
    );
}

/// Texts of one letter.
const LETTER: Shape = text(&[check!(Assertion::MaxLength(1), Ruling::ERROR)]);

const fn alias(name: &'static str, ruling: Ruling) -> Alias {
    Alias { name, ruling }
}

#[test]
fn another_key_that_is_an_error_is_refused_in_open_objects_too() {
    const OBJECT: Object = Object {
        unknown_keys: UNKNOWN_KEYS_OPEN,
        ..object(
            "",
            &[Field {
                aliases: &[alias("letter", Ruling::by(&TV_01))],
                ..required("a", LETTER)
            }],
        )
    };
    judges(
        &of(&OBJECT),
        &[r#"{"a":"x"}"#, r#"{"a":"x","other":1}"#],
        &[r#"{"letter":"x"}"#, r#"{"a":"x","letter":"x"}"#],
    );
    let other = &schema(&of(&OBJECT))["properties"]["letter"];
    let description = "Not the documented key: write a.";
    assert_eq!(other["description"], description);
    assert_eq!(other["x-carnet-discrepancies"], json!(["TV-01"]));
}

#[test]
fn a_member_may_stand_under_another_key_that_is_no_error() {
    const OBJECT: Object = Object {
        rules: &[crate::change::rule(
            MemberAssertion::RequiredTogether(&["a", "b"]),
            Ruling::ERROR,
        )],
        ..object(
            "",
            &[
                Field {
                    aliases: &[alias("letter", NOT_ERROR), alias("Letter", Ruling::ERROR)],
                    ..required("a", LETTER)
                },
                member("b", INTEGER),
            ],
        )
    };
    judges(
        &of(&OBJECT),
        &[
            r#"{"a":"x","b":1}"#,
            r#"{"letter":"x","b":1}"#,
            // The member stands under its own key: this one is no more than a slip.
            r#"{"a":"x","letter":"xy","b":1}"#,
        ],
        &[
            r#"{"b":1}"#,
            r#"{"a":"x"}"#,
            r#"{"letter":"x"}"#,
            r#"{"letter":"xy","b":1}"#,
            r#"{"a":"xy","letter":"x","b":1}"#,
            r#"{"Letter":"x","b":1}"#,
        ],
    );
    assert_eq!(
        schema(&of(&OBJECT))["properties"]["letter"]["x-carnet-advice"],
        json!([{"rule": "key-spelling", "severity": "warning", "detail": "written a"}])
    );
}

#[test]
fn a_key_that_a_member_names_may_be_any() {
    judges(
        &of(&TAGGED),
        &[
            "{}",
            r#"{"tag":"k","k":"v"}"#,
            // Told by the validator, out of a schema's sight.
            r#"{"tag":"k","k":1}"#,
            r#"{"tag":"k","l":"v"}"#,
        ],
        &[r#"{"tag":1}"#],
    );
    assert_eq!(
        schema(&of(&TAGGED))["x-carnet-dynamic"],
        json!({
            "named-by": ["tag", "title"],
            "schema": {
                "type": "string",
                "description": "What the account calls it.",
                "x-carnet-source": {"section": "tag", "strength": "normative"},
            },
        })
    );
}

#[test]
fn where_every_other_key_must_be_named_all_values_are_judged() {
    const OBJECT: Object = Object {
        dynamic: Some(&Dynamic {
            named_by: &["tag"],
            description: "",
            shape: LETTER,
            null: Some(Ruling::ERROR),
            stray: Ruling::ERROR,
            source: carnet_core::Source::section("tag"),
        }),
        ..object(
            "",
            &[Field {
                aliases: &[alias("label", Ruling::ERROR)],
                ..member("tag", STRING)
            }],
        )
    };
    judges(
        &of(&OBJECT),
        &[
            r#"{"tag":"k","k":"v"}"#,
            // A label that is the value of the tag.
            r#"{"tag":"label","label":"v"}"#,
        ],
        &[
            r#"{"tag":"k","k":"long"}"#,
            r#"{"tag":"k","k":null}"#,
            r#"{"other":1}"#,
        ],
    );
}

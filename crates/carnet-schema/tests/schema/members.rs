//! Objects: single members, and statements about several.

use crate::contract::{BOOLEAN, INTEGER, NOT_ERROR, STRING, member, object, object_of, required};
use crate::mapping::ROLE;
use crate::{judges, schema};
use carnet_core::shape::{Field, Kind, MemberAssertion, MemberRule, Object, Shape};
use carnet_core::{Ruling, Source};
use serde_json::json;

#[test]
fn members() {
    let shape = object_of!(
        required("a", STRING),
        Field {
            empty: Ruling::ERROR,
            ..required("b", STRING)
        },
        Field {
            null: Some(NOT_ERROR),
            ..member("c", Shape::of(Kind::Enum(&ROLE)))
        },
        Field {
            required: NOT_ERROR,
            ..member("d", INTEGER)
        },
        Field {
            null: None,
            ..member("e", INTEGER)
        },
        member("f", Shape::ANY),
    );
    judges(
        &shape,
        &[
            r#"{"a":"","b":"x"}"#,
            r#"{"a":"","b":"x","c":null,"d":1,"e":null,"f":[]}"#,
        ],
        &[
            r#"{"a":""}"#,
            r#"{"a":"","b":""}"#,
            r#"{"a":null,"b":"x"}"#,
            r#"{"a":"","b":"x","d":null}"#,
            r#"{"a":"","b":"x","f":null}"#,
            r#"{"a":"","b":"x","z":1}"#,
            "[]",
        ],
    );
    let advice = &schema(&shape)["properties"];
    assert_eq!(advice["a"]["x-carnet-advice"][0]["rule"], "empty");
    assert_eq!(
        advice["d"]["x-carnet-advice"],
        json!([{"rule": "required", "severity": "warning"}])
    );
    assert_eq!(advice["e"]["type"], json!(["integer", "null"]));
    assert_eq!(advice["c"]["x-carnet-discrepancies"], json!(null));
}

#[test]
fn open_objects_take_other_keys() {
    const OPEN: Object = Object {
        unknown_keys: NOT_ERROR,
        ..object("", &[required("a", STRING)])
    };
    judges(
        &Shape::of(Kind::Object(&OPEN)),
        &[r#"{"a":"","z":1}"#],
        &[r#"{"z":1}"#],
    );
}

const fn rule(assertion: MemberAssertion) -> MemberRule {
    MemberRule {
        assertion,
        ruling: Ruling::ERROR,
        source: Source::section(""),
    }
}

const NULLABLE: Field = Field {
    null: None,
    ..member("b", STRING)
};

#[test]
fn members_required_together() {
    const PLAIN: Object = Object {
        rules: &[rule(MemberAssertion::RequiredTogether(&["a", "b"]))],
        ..object("", &[member("a", STRING), member("b", STRING)])
    };
    const WITH_NULL: Object = Object {
        fields: &[member("a", STRING), NULLABLE],
        ..PLAIN
    };
    let plain = Shape::of(Kind::Object(&PLAIN));
    assert_eq!(
        schema(&plain)["dependentRequired"],
        json!({"a": ["b"], "b": ["a"]})
    );
    judges(
        &plain,
        &["{}", r#"{"a":"","b":""}"#],
        &[r#"{"a":""}"#, r#"{"b":""}"#],
    );
    judges(
        &Shape::of(Kind::Object(&WITH_NULL)),
        &["{}", r#"{"b":null}"#, r#"{"a":"","b":""}"#],
        &[r#"{"a":"","b":null}"#, r#"{"b":""}"#, r#"{"a":""}"#],
    );
}

#[test]
fn at_least_one_member() {
    const OBJECT: Object = Object {
        rules: &[
            rule(MemberAssertion::AtLeastOne(&["a", "b"])),
            rule(MemberAssertion::AtLeastOne(&["b", "c"])),
        ],
        ..object("", &[member("a", STRING), NULLABLE, member("c", STRING)])
    };
    judges(
        &Shape::of(Kind::Object(&OBJECT)),
        &[
            r#"{"b":""}"#,
            r#"{"a":"","c":""}"#,
            r#"{"a":"","b":null,"c":""}"#,
        ],
        &["{}", r#"{"b":null}"#, r#"{"a":""}"#, r#"{"a":"","b":null}"#],
    );
}

#[test]
fn a_member_that_needs_a_flag() {
    const OBJECT: Object = Object {
        rules: &[
            rule(MemberAssertion::RequiresTrue("b", "flag")),
            rule(MemberAssertion::RequiresTrue("c", "flag")),
        ],
        ..object(
            "",
            &[NULLABLE, member("c", STRING), member("flag", BOOLEAN)],
        )
    };
    judges(
        &Shape::of(Kind::Object(&OBJECT)),
        &[
            "{}",
            r#"{"b":null}"#,
            r#"{"b":"","flag":true}"#,
            r#"{"flag":false}"#,
        ],
        &[r#"{"b":""}"#, r#"{"b":"","flag":false}"#, r#"{"c":""}"#],
    );
}

#[test]
fn a_flag_that_may_be_of_another_type() {
    const OBJECT: Object = Object {
        rules: &[rule(MemberAssertion::RequiresTrue("b", "flag"))],
        ..object(
            "",
            &[
                NULLABLE,
                member(
                    "flag",
                    Shape {
                        mismatch: NOT_ERROR,
                        ..BOOLEAN
                    },
                ),
            ],
        )
    };
    judges(
        &Shape::of(Kind::Object(&OBJECT)),
        &[r#"{"b":"","flag":"yes"}"#, r#"{"b":"","flag":true}"#],
        &[r#"{"b":"","flag":false}"#, r#"{"b":""}"#],
    );
}

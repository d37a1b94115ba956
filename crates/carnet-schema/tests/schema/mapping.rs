//! Each kind and check of a shape: what the schema accepts and refuses.

use crate::contract::{
    BOOLEAN, INTEGER, NOT_ERROR, NUMBER, STRING, check, member, object_of, text,
};
use crate::{judges, schema};
use carnet_core::decimal::Literal;
use carnet_core::shape::{Assertion, Enum, Field, Items, Kind, Map, Shape, Union, Variant};
use carnet_core::{Ruling, format};
use serde_json::json;

#[test]
fn scalars() {
    judges(&BOOLEAN, &["true"], &["null", "0", r#""true""#]);
    judges(&STRING, &[r#""""#], &["null", "0"]);
    judges(&NUMBER, &["0.5", "1"], &["null", r#""1""#]);
    judges(&Shape::ANY, &["null", "1", "{}"], &[]);
}

#[test]
fn integers_fit_64_bits() {
    let expected = json!({
        "type": "integer", "minimum": i64::MIN, "maximum": i64::MAX
    });
    assert_eq!(schema(&INTEGER), expected);
    judges(
        &INTEGER,
        &["1", "1.0", "-9223372036854775808"],
        &["1.5", "null", "1e30"],
    );
}

#[test]
fn bounds_are_exact_and_the_tighter_wins() {
    let money = Shape {
        checks: &[
            check!(Assertion::Minimum(Literal("0.00")), Ruling::ERROR),
            check!(
                Assertion::Maximum(Literal("999999999999999.00")),
                Ruling::ERROR
            ),
            check!(Assertion::Maximum(Literal("1e16")), Ruling::ERROR),
        ],
        ..NUMBER
    };
    let expected = r#"{"maximum":999999999999999,"minimum":0,"type":"number"}"#;
    assert_eq!(schema(&money).to_string(), expected);
    let small = Shape {
        inherent: &[check!(Assertion::Minimum(Literal("-2.5")), Ruling::ERROR)],
        checks: &[check!(Assertion::Maximum(Literal("3")), NOT_ERROR)],
        ..INTEGER
    };
    assert_eq!(schema(&small)["minimum"], json!(-2.5));
    assert_eq!(schema(&small)["maximum"], json!(i64::MAX));
    let rate = Shape {
        checks: &[check!(Assertion::MaxDecimals(2), Ruling::ERROR)],
        ..NUMBER
    };
    judges(&rate, &["0.25", "3"], &["0.125"]);
}

#[test]
fn lengths_count_code_points() {
    let short = Shape {
        checks: &[
            check!(Assertion::MaxLength(3), Ruling::ERROR),
            check!(Assertion::MaxUtf16Length(2), NOT_ERROR),
            check!(Assertion::MinLength(1), Ruling::ERROR),
        ],
        ..STRING
    };
    judges(&short, &[r#""𝒜𝒜𝒜""#, r#""a""#], &[r#""abcd""#, r#""""#]);
}

#[test]
fn formats_have_keyword_and_pattern() {
    let date = Shape {
        checks: &[check!(Assertion::Format(&format::DATE), Ruling::ERROR)],
        ..STRING
    };
    judges(
        &date,
        &[r#""2024-02-29""#],
        &[r#""2023-02-29""#, r#""2024-2-29""#],
    );
    let both = Shape {
        checks: &[
            check!(Assertion::Format(&format::THREE_DIGITS), Ruling::ERROR),
            check!(Assertion::Format(&format::HOUR_MINUTE), Ruling::ERROR),
        ],
        ..STRING
    };
    judges(&both, &[], &[r#""200""#, r#""10:00""#]);
    let warned = Shape {
        checks: &[check!(Assertion::Format(&format::MAILBOX), NOT_ERROR)],
        ..STRING
    };
    let expected = json!([{
        "rule": "format", "severity": "warning", "detail": "an address with an @ and without blanks"
    }]);
    assert_eq!(schema(&warned)["x-carnet-advice"], expected);
    judges(&warned, &[r#""no address""#], &["1"]);
}

pub(crate) const ROLE: Enum = Enum {
    name: "Role",
    description: "",
    values: &["a.b", "c"],
    other_case: Ruling::ERROR,
};

#[test]
fn enums_are_lists() {
    assert_eq!(
        schema(&Shape::of(Kind::Enum(&ROLE))),
        json!({"type": "string", "enum": ["a.b", "c"]})
    );
    judges(
        &Shape::of(Kind::Enum(&ANY_CASE)),
        &[r#""A.b""#, r#""c""#],
        &[r#""axb""#, "1"],
    );
}

pub(crate) const ANY_CASE: Enum = Enum {
    other_case: NOT_ERROR,
    ..ROLE
};

#[test]
fn arrays() {
    let some = Shape {
        checks: &[
            check!(Assertion::MinItems(1), Ruling::ERROR),
            check!(Assertion::MaxItems(2), Ruling::ERROR),
        ],
        ..Shape::of(Kind::Array(&Items {
            shape: STRING,
            null: Some(Ruling::ERROR),
        }))
    };
    judges(
        &some,
        &[r#"["a"]"#],
        &["[]", r#"["a","b","c"]"#, "[null]", "[1]"],
    );
    let nullable = Shape::of(Kind::Array(&Items {
        shape: STRING,
        null: None,
    }));
    judges(&nullable, &["[]", "[null]"], &["[1]"]);
}

#[test]
fn maps() {
    let map = |empty_key| Map {
        value: INTEGER,
        null: Some(NOT_ERROR),
        empty_key,
    };
    let map: &'static Map = Box::leak(Box::new(map(Ruling::ERROR)));
    judges(
        &Shape::of(Kind::Map(map)),
        &[r#"{"a":1,"b":null}"#],
        &[r#"{"":1}"#, r#"{"a":""}"#],
    );
    let map: &'static Map = Box::leak(Box::new(Map {
        empty_key: NOT_ERROR,
        ..*map
    }));
    judges(&Shape::of(Kind::Map(map)), &[r#"{"":1}"#], &["[]"]);
}

#[test]
fn unions_take_what_fits_a_variant() {
    const VALUE: Union = Union {
        name: "Value",
        description: "",
        variants: &[
            Variant {
                name: "number",
                description: "",
                shape: INTEGER,
            },
            Variant {
                name: "text",
                description: "",
                shape: text(&[check!(Assertion::MaxLength(2), Ruling::ERROR)]),
            },
        ],
        select: None,
    };
    let value = Shape::of(Kind::Union(&VALUE));
    judges(
        &value,
        &["1", r#""ab""#],
        &["1.5", r#""abc""#, "null", "true"],
    );
    assert_eq!(schema(&value)["anyOf"][1]["title"], "text");
    let open = Shape {
        mismatch: NOT_ERROR,
        ..value
    };
    judges(&open, &["1", "true", "null", "[]"], &[r#""abc""#, "1.5"]);
    judges(
        &object_of!(Field {
            null: None,
            ..member("v", Shape::of(Kind::Union(&VALUE)))
        }),
        &[r#"{"v":null}"#],
        &[r#"{"v":true}"#],
    );
}

#[test]
fn credentials_are_write_only() {
    let secret = Shape {
        sensitive: true,
        ..STRING
    };
    assert_eq!(schema(&secret)["writeOnly"], true);
}

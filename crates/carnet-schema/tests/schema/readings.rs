//! Values of other types than a shape's own: readings, mismatches, `null`.

use crate::contract::{
    INTEGER, NOT_ERROR, NUMBER, STRING, check, member, object, object_of, required,
};
use crate::mapping::{ANY_CASE, ROLE};
use crate::{judges, schema};
use carnet_core::Ruling;
use carnet_core::shape::{Assertion, Field, Kind, Map, Object, Reading, Shape};
use serde_json::json;

#[test]
fn enums_take_other_texts_by_a_reading_or_where_mismatches_are_no_errors() {
    let readings = &[Reading {
        shape: STRING,
        ruling: NOT_ERROR,
    }];
    let roles = Shape {
        readings,
        ..Shape::of(Kind::Enum(&ROLE))
    };
    judges(&roles, &[r#""c""#, r#""d""#], &[r#""A.b""#, "1", "null"]);
    assert_eq!(
        schema(&roles)["x-carnet-advice"][0],
        json!({"rule": "enum", "severity": "warning", "detail": "one of a.b, c"})
    );
    let roles = Shape {
        kind: Kind::Enum(&ANY_CASE),
        ..roles
    };
    judges(&roles, &[r#""C""#, r#""d""#], &["1"]);
}

#[test]
fn readings_that_are_no_errors_are_admitted() {
    const OBJECT: Shape = Shape::of(Kind::Map(&Map {
        value: Shape::ANY,
        null: None,
        empty_key: Ruling::ALLOW,
    }));
    let refused = Shape {
        readings: &[Reading {
            shape: STRING,
            ruling: Ruling::ERROR,
        }],
        ..INTEGER
    };
    judges(&refused, &["1"], &[r#""1""#, "true"]);
    let admitted = Shape {
        readings: &[
            Reading {
                shape: STRING,
                ruling: NOT_ERROR,
            },
            Reading {
                shape: OBJECT,
                ruling: Ruling::ERROR,
            },
        ],
        ..INTEGER
    };
    judges(
        &admitted,
        &["1", r#""1""#],
        &["true", "1.5", "1e30", "null", "{}"],
    );
    // What is an integer is judged as one, although the other reading would take it.
    let wider = Shape {
        readings: &[Reading {
            shape: NUMBER,
            ruling: NOT_ERROR,
        }],
        ..INTEGER
    };
    judges(&wider, &["1", "1.5"], &["1e30", "true", "null"]);
    judges(
        &object_of!(Field {
            null: None,
            ..member(
                "a",
                Shape {
                    readings: &[Reading {
                        shape: NUMBER,
                        ruling: NOT_ERROR
                    }],
                    ..INTEGER
                }
            )
        }),
        &[r#"{"a":null}"#, r#"{"a":1.5}"#],
        &[r#"{"a":1e30}"#, r#"{"a":""}"#],
    );
    let any = Shape {
        readings: &[Reading {
            shape: Shape::ANY,
            ruling: NOT_ERROR,
        }],
        ..INTEGER
    };
    judges(&any, &["1", r#""""#, "1.5", "null"], &["1e30"]);
    let refused = Shape {
        mismatch: NOT_ERROR,
        readings: &[Reading {
            shape: Shape::ANY,
            ruling: Ruling::ERROR,
        }],
        ..INTEGER
    };
    judges(&refused, &["1"], &["1.5", r#""""#, "null"]);
}

#[test]
fn null_has_a_ruling_of_its_own_in_a_member() {
    let open = Shape {
        mismatch: NOT_ERROR,
        ..INTEGER
    };
    let open: &'static [Field] = Box::leak(Box::new([
        member("a", open),
        Field {
            null: None,
            ..member("b", INTEGER)
        },
        member(
            "c",
            Shape {
                mismatch: NOT_ERROR,
                ..STRING
            },
        ),
    ]));
    let object: &'static Object = Box::leak(Box::new(object("", open)));
    judges(
        &Shape::of(Kind::Object(object)),
        &[r#"{"a":true,"b":null,"c":1}"#],
        &[r#"{"a":null}"#, r#"{"b":true}"#, r#"{"c":null}"#],
    );
}

#[test]
fn mismatches_that_are_no_errors_are_admitted() {
    let bounded = Shape {
        mismatch: NOT_ERROR,
        checks: &[check!(Assertion::MaxLength(1), Ruling::ERROR)],
        ..STRING
    };
    judges(&bounded, &["1", r#""a""#, "null"], &[r#""ab""#]);
    judges(
        &Shape {
            mismatch: NOT_ERROR,
            ..INTEGER
        },
        &["1", "1.5", r#""""#, "null"],
        &["1e30"],
    );
    judges(
        &Shape {
            mismatch: NOT_ERROR,
            ..Shape::of(Kind::Enum(&ROLE))
        },
        &[r#""c""#, r#""d""#, "1", "null"],
        &[r#""C""#],
    );
    let refused = Shape {
        mismatch: NOT_ERROR,
        readings: &[Reading {
            shape: STRING,
            ruling: Ruling::ERROR,
        }],
        ..INTEGER
    };
    judges(&refused, &["1", "true", "null"], &[r#""1""#]);
    judges(
        &Shape {
            mismatch: NOT_ERROR,
            ..object_of!(required("a", INTEGER))
        },
        &["1", r#"{"a":1}"#],
        &["{}"],
    );
}

#[test]
fn the_first_reading_of_a_type_decides() {
    const ADMITTED: Reading = Reading {
        shape: NUMBER,
        ruling: NOT_ERROR,
    };
    const REFUSED: Reading = Reading {
        shape: INTEGER,
        ruling: Ruling::ERROR,
    };
    for mismatch in [Ruling::ERROR, NOT_ERROR] {
        let refused_first = Shape {
            readings: &[REFUSED, ADMITTED],
            mismatch,
            ..STRING
        };
        judges(&refused_first, &[r#""a""#, "1.5"], &["1"]);
        let admitted_first = Shape {
            readings: &[ADMITTED, REFUSED],
            mismatch,
            ..STRING
        };
        judges(&admitted_first, &[r#""a""#, "1.5", "1"], &[]);
    }
}

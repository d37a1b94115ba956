//! Values of other types than a shape's own: readings, mismatches, `null`.

use crate::contract::{
    INTEGER, NOT_ERROR, NUMBER, STRING, check, member, object, object_of, required, text,
};
use crate::mapping::{ANY_CASE, ROLE};
use crate::{judges, schema};
use carnet_core::decimal::Literal;
use carnet_core::shape::{Assertion, Enum, Field, Items, Kind, Map, Object, Reading, Shape};
use carnet_core::{Ruling, format};
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

const DIGITS: Shape = text(&[check!(Assertion::Format(&format::DIGITS), Ruling::ERROR)]);
const DATE: Shape = text(&[check!(Assertion::Format(&format::DATE), Ruling::ERROR)]);

/// A shape with readings beside it.
fn beside(shape: Shape, readings: &[(Shape, Ruling)]) -> Shape {
    let readings = readings.iter();
    let readings = readings.map(|&(shape, ruling)| Reading { shape, ruling });
    Shape {
        readings: readings.collect::<Vec<_>>().leak(),
        ..shape
    }
}

#[test]
fn a_reading_of_the_same_type_takes_what_breaks_a_constraint() {
    let refused = beside(DATE, &[(DIGITS, Ruling::ERROR)]);
    assert_eq!(schema(&refused)["pattern"], schema(&DATE)["pattern"]);
    judges(&refused, &[r#""2024-02-29""#], &[r#""123""#, "1"]);
    let admitted = beside(DATE, &[(DIGITS, NOT_ERROR)]);
    judges(
        &admitted,
        &[r#""2024-02-29""#, r#""123""#],
        &[r#""2023-02-29""#, "1", "null"],
    );
    assert_eq!(
        schema(&admitted)["x-carnet-advice"],
        json!([{
            "rule": "format",
            "severity": "warning",
            "detail": "a string, decimal digits",
        }])
    );
    let first = beside(
        DATE,
        &[
            (DIGITS, Ruling::ERROR),
            (STRING, NOT_ERROR),
            (INTEGER, NOT_ERROR),
        ],
    );
    judges(
        &first,
        &[r#""2024-02-29""#, r#""2023-02-29""#, r#""x""#, "1"],
        &[r#""123""#, "1.5"],
    );
}

#[test]
fn a_documented_number_is_the_only_one() {
    const THREE: Shape = Shape {
        checks: &[check!(Assertion::Const(Literal("3")), Ruling::ERROR)],
        ..INTEGER
    };
    const MANY: Shape = Shape {
        checks: &[check!(Assertion::Minimum(Literal("10")), Ruling::ERROR)],
        ..INTEGER
    };
    assert_eq!(schema(&THREE)["const"], 3);
    judges(&THREE, &["3", "3.0"], &["4", r#""3""#]);
    let version = beside(THREE, &[(MANY, NOT_ERROR)]);
    judges(&version, &["3", "3.0", "10"], &["4", r#""3""#]);
    let open = Shape {
        mismatch: NOT_ERROR,
        ..THREE
    };
    judges(&open, &["3", r#""4""#, "null"], &["4"]);
}

#[test]
fn a_reading_is_meant_where_it_takes_the_value() {
    let id = beside(INTEGER, &[(DIGITS, NOT_ERROR)]);
    judges(&id, &["1", r#""12""#], &[r#""abc""#, "true"]);
    let open = Shape {
        mismatch: NOT_ERROR,
        ..id
    };
    judges(&open, &["1", r#""12""#, r#""abc""#, "true"], &["1e30"]);
    let refused = Shape {
        mismatch: NOT_ERROR,
        ..beside(INTEGER, &[(DIGITS, Ruling::ERROR)])
    };
    judges(&refused, &["1", r#""abc""#, "true"], &[r#""12""#]);
    let several = beside(INTEGER, &[(DIGITS, Ruling::ERROR), (DATE, NOT_ERROR)]);
    judges(&several, &["1", r#""2024-02-29""#], &[r#""12""#, r#""x""#]);
}

const LATER: Enum = Enum {
    values: &["d", "C"],
    ..ROLE
};

#[test]
fn a_list_may_have_other_words_by_a_reading() {
    let later = Shape::of(Kind::Enum(&LATER));
    let shape = |ruling| beside(Shape::of(Kind::Enum(&ROLE)), &[(later, ruling)]);
    judges(&shape(Ruling::ERROR), &[r#""c""#], &[r#""d""#, r#""C""#]);
    judges(
        &shape(NOT_ERROR),
        &[r#""c""#, r#""a.b""#, r#""d""#, r#""D""#, r#""C""#],
        &[r#""A.B""#, r#""e""#, "1"],
    );
    assert_eq!(
        schema(&shape(NOT_ERROR))["x-carnet-advice"],
        json!([{"rule": "enum", "severity": "warning", "detail": "one of d, C"}])
    );
}

#[test]
fn a_batch_is_a_reading_of_a_whole_body() {
    const ONE: Object = object("One", &[required("a", INTEGER)]);
    const SEVERAL: Items = Items {
        shape: Shape::of(Kind::Object(&ONE)),
        null: Some(Ruling::ERROR),
    };
    let several = Shape::of(Kind::Array(&SEVERAL));
    let body = |ruling| beside(Shape::of(Kind::Object(&ONE)), &[(several, ruling)]);
    judges(
        &body(Ruling::ERROR),
        &[r#"{"a":1}"#],
        &[r#"[{"a":1}]"#, "[]"],
    );
    judges(
        &body(NOT_ERROR),
        &[r#"{"a":1}"#, r#"[{"a":1}]"#, "[]"],
        &[r#"[{"a":""}]"#, "[null]", "{}", "1"],
    );
}

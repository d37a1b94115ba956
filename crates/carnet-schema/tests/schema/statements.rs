//! Statements about several members of JSON objects: those that look inside, and those that a
//! schema cannot say.

use crate::change::{IDS, rule};
use crate::contract::{BOOLEAN, INTEGER, NOT_ERROR, STRING, member, object};
use crate::{judges, schema, validator};
use carnet_core::Ruling;
use carnet_core::format::is_calendar_day;
use carnet_core::shape::{Alias, Field, Kind, MemberAssertion, Object, Shape};
use serde_json::json;

const fn of(object: &'static Object) -> Shape {
    Shape::of(Kind::Object(object))
}

const NULLABLE: Field = Field {
    null: None,
    ..member("b", STRING)
};

#[test]
fn something_besides_these_members() {
    const OBJECT: Object = Object {
        unknown_keys: NOT_ERROR,
        rules: &[rule(
            MemberAssertion::AtLeastOneOther(&["id", "kind"]),
            Ruling::ERROR,
        )],
        ..object(
            "",
            &[member("id", STRING), member("kind", STRING), NULLABLE],
        )
    };
    const EMPTY: Object = Object {
        empty_is_absent: true,
        ..OBJECT
    };
    judges(
        &of(&OBJECT),
        &[r#"{"b":""}"#, r#"{"id":"","b":"x"}"#, r#"{"other":false}"#],
        &[
            "{}",
            r#"{"id":"1"}"#,
            r#"{"id":"1","kind":"k","b":null}"#,
            r#"{"other":null}"#,
        ],
    );
    judges(
        &of(&EMPTY),
        &[r#"{"b":"x"}"#, r#"{"other":0}"#],
        &[r#"{"b":""}"#, r#"{"other":"","b":null}"#],
    );
}

#[test]
fn an_empty_text_may_count_as_absent() {
    const OBJECT: Object = Object {
        empty_is_absent: true,
        rules: &[
            rule(MemberAssertion::AtLeastOne(&["a", "b"]), Ruling::ERROR),
            rule(
                MemberAssertion::RequiredTogether(&["a", "n"]),
                Ruling::ERROR,
            ),
            rule(MemberAssertion::RequiresTrue("b", "flag"), Ruling::ERROR),
        ],
        ..object(
            "",
            &[
                member("a", STRING),
                NULLABLE,
                member("n", INTEGER),
                member("flag", BOOLEAN),
            ],
        )
    };
    judges(
        &of(&OBJECT),
        &[
            r#"{"a":"x","n":1}"#,
            r#"{"a":"x","n":1,"b":""}"#,
            r#"{"a":"","b":"x","flag":true}"#,
        ],
        &[
            r#"{"a":""}"#,
            r#"{"a":"","b":""}"#,
            r#"{"a":"","b":null}"#,
            r#"{"b":"x"}"#,
            r#"{"a":"x","b":"x","flag":true}"#,
            r#"{"a":"","n":1,"b":"x","flag":true}"#,
        ],
    );
}

const LISTS: Object = Object {
    rules: &[
        rule(
            MemberAssertion::ListedRequiresTrue("names", "address", "flag"),
            Ruling::ERROR,
        ),
        rule(
            MemberAssertion::TrueRequiresListed("flag", "names", "address"),
            Ruling::ERROR,
        ),
    ],
    ..object(
        "",
        &[
            Field {
                null: None,
                ..member("names", IDS)
            },
            member("flag", BOOLEAN),
        ],
    )
};

#[test]
fn a_list_and_its_flag() {
    judges(
        &of(&LISTS),
        &[
            "{}",
            r#"{"names":null}"#,
            r#"{"names":["city"]}"#,
            r#"{"names":[null,"city"],"flag":false}"#,
            r#"{"names":["city","address"],"flag":true}"#,
        ],
        &[
            r#"{"names":["address"]}"#,
            r#"{"names":["address"],"flag":false}"#,
            r#"{"names":["address"],"flag":null}"#,
            r#"{"flag":true}"#,
            r#"{"names":[],"flag":true}"#,
            r#"{"names":null,"flag":true}"#,
            r#"{"names":["Address"],"flag":true}"#,
        ],
    );
}

#[test]
fn a_list_under_another_key_is_the_same_list() {
    const OBJECT: Object = Object {
        fields: &[
            Field {
                aliases: &[Alias {
                    name: "keys",
                    ruling: NOT_ERROR,
                }],
                ..member("names", IDS)
            },
            member("flag", BOOLEAN),
        ],
        ..LISTS
    };
    judges(
        &of(&OBJECT),
        &[
            r#"{"keys":["address"],"flag":true}"#,
            r#"{"keys":["city"]}"#,
        ],
        &[
            r#"{"keys":["address"]}"#,
            r#"{"keys":["city"],"flag":true}"#,
        ],
    );
}

const INNER: Object = object(
    "Inner",
    &[
        Field {
            null: None,
            ..member("id", INTEGER)
        },
        Field {
            null: None,
            ..member("name", STRING)
        },
    ],
);

const OUTER: Object = object(
    "Outer",
    &[
        member("inner", of(&INNER)),
        member("list", IDS),
        Field {
            null: None,
            ..member("a/b", STRING)
        },
    ],
);

#[test]
fn what_a_path_leads_to_is_demanded() {
    const OBJECT: Object = Object {
        rules: &[
            rule(MemberAssertion::Demanded("/inner/id"), Ruling::ERROR),
            rule(MemberAssertion::Demanded("/inner/name"), Ruling::ERROR),
            rule(MemberAssertion::Demanded("/a~1b"), Ruling::ERROR),
        ],
        ..OUTER
    };
    judges(
        &of(&OBJECT),
        &[
            r#"{"a/b":"x"}"#,
            r#"{"a/b":"x","inner":{"id":0,"name":"n"}}"#,
        ],
        &[
            "{}",
            r#"{"a/b":null}"#,
            r#"{"a/b":""}"#,
            r#"{"a/b":"x","inner":{}}"#,
            r#"{"a/b":"x","inner":{"id":null,"name":"n"}}"#,
            r#"{"a/b":"x","inner":{"id":0,"name":""}}"#,
            r#"{"a/b":"x","inner":{"id":0,"name":null}}"#,
        ],
    );
}

#[test]
fn what_a_path_leads_to_is_unset() {
    const OBJECT: Object = Object {
        rules: &[
            rule(MemberAssertion::Unset("/inner/id"), Ruling::ERROR),
            rule(MemberAssertion::Unset("/a~1b"), NOT_ERROR),
        ],
        ..OUTER
    };
    judges(
        &of(&OBJECT),
        &[
            r#"{"a/b":"a warning only"}"#,
            r#"{"inner":{"id":null,"name":"n"}}"#,
            r#"{"inner":{}}"#,
        ],
        &[r#"{"inner":{"id":1}}"#],
    );
    let advice = &schema(&of(&OBJECT))["x-carnet-advice"];
    assert_eq!(
        *advice,
        json!([{"rule": "unset", "severity": "warning", "detail": "/a~1b is absent or null"}])
    );
}

#[test]
fn what_no_schema_says_is_advice() {
    const OBJECT: Object = Object {
        rules: &[
            rule(MemberAssertion::NotBefore("a/b", "inner"), Ruling::ERROR),
            rule(MemberAssertion::Unset("/list/0"), Ruling::ERROR),
            rule(MemberAssertion::Demanded("/elsewhere"), NOT_ERROR),
        ],
        ..OUTER
    };
    let schema = schema(&of(&OBJECT));
    assert_eq!(
        schema["x-carnet-advice"],
        json!([
            {"rule": "order", "severity": "error", "detail": "a/b is not before inner"},
            {"rule": "unset", "severity": "error", "detail": "/list/0 is absent or null"},
            {"rule": "required", "severity": "warning", "detail": "/elsewhere has a value"},
        ])
    );
}

const DAY: Object = object(
    "",
    &[
        member("year", INTEGER),
        member("month", INTEGER),
        member("day", INTEGER),
    ],
);

#[test]
fn days_of_the_calendar() {
    for january in [0, 1] {
        let rules = Box::leak(Box::new([rule(
            MemberAssertion::CalendarDay {
                year: "year",
                month: "month",
                day: "day",
                january,
            },
            Ruling::ERROR,
        )]));
        let object = Box::leak(Box::new(Object { rules, ..DAY }));
        let validator = validator(&schema(&of(object)));
        let first = u32::from(january);
        for year in [1900, 2000, 2023, 2024] {
            for month in 0..=14 {
                for day in 0..=33 {
                    let value = json!({"year": year, "month": month, "day": day});
                    let exists = month >= first && is_calendar_day(year, month - first + 1, day);
                    assert_eq!(validator.is_valid(&value), exists, "{january} {value}");
                }
            }
        }
        for (value, valid) in [
            (json!({"year": 2023, "month": 40}), true),
            (json!({"year": -4, "month": first + 1, "day": 29}), true),
            (json!({"year": -100, "month": first + 1, "day": 29}), false),
            (json!({"year": 2023, "month": first, "day": -1}), false),
        ] {
            assert_eq!(validator.is_valid(&value), valid, "{value}");
        }
    }
}

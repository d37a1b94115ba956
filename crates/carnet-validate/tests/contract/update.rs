//! A member with everything that looks beyond one value: keys by another reading, keys that are
//! values, statements about several members, readings of one type.

use super::{
    DATE_CHECK, ERROR_WARNING, INTEGER, STRING, WARNING_ALLOW, WARNING_INFO, check, check_with,
    discrepancy, optional, text,
};
use carnet_core::decimal::Literal;
use carnet_core::format::{DATE_AND_TIME, DIGITS};
use carnet_core::shape::{
    Alias, Assertion, Check, Dynamic, Enum, Field, Items, KEY_SPELLING, Kind, MemberAssertion,
    MemberRule, NULL_OPTIONAL, Object, Reading, Shape, UNKNOWN_KEYS_CLOSED,
};
use carnet_core::{Discrepancy, Level, Levels, Ruling, Source};

/// A member that another page has.
pub(crate) const AC_07: Discrepancy = discrepancy("AC-07", WARNING_INFO);
/// Another name for the city.
pub(crate) const AC_08: Discrepancy = discrepancy("AC-08", ERROR_WARNING);
/// Another size.
pub(crate) const AC_09: Discrepancy = discrepancy("AC-09", ERROR_WARNING);
/// A date without a time.
pub(crate) const AC_10: Discrepancy = discrepancy("AC-10", ERROR_WARNING);
/// A number in quotes.
pub(crate) const AC_11: Discrepancy = discrepancy("AC-11", ERROR_WARNING);
/// A number without quotes.
pub(crate) const AC_12: Discrepancy = discrepancy("AC-12", ERROR_WARNING);
/// An old name for the city, which nobody minds.
pub(crate) const AC_13: Discrepancy = discrepancy("AC-13", Levels::ALLOW);

const fn list(items: &'static Items) -> Shape {
    Shape::of(Kind::Array(items))
}

const fn object(object: &'static Object) -> Shape {
    Shape::of(Kind::Object(object))
}

/// A member that may be `null`.
const fn nullable(name: &'static str, shape: Shape) -> Field {
    Field {
        null: None,
        ..optional(name, shape)
    }
}

const OBJECT: Object = Object {
    name: "Update",
    description: "",
    fields: &[],
    unknown_keys: UNKNOWN_KEYS_CLOSED,
    key_spelling: KEY_SPELLING,
    adopts: true,
    empty_is_absent: true,
    dynamic: None,
    rules: &[],
    source: Source::section("update"),
};

const RECORD: Shape = object(&Object {
    fields: &[nullable("id", INTEGER), nullable("number", INTEGER)],
    ..OBJECT
});

const LISTED: Shape = list(&Items {
    shape: object(&Object {
        fields: &[nullable("id", INTEGER)],
        ..OBJECT
    }),
    null: Some(Ruling::ERROR),
});

const BORN: Shape = object(&Object {
    fields: &[
        optional("year", INTEGER),
        optional(
            "month",
            Shape {
                checks: &[check(Assertion::Maximum(Literal("20")))],
                ..INTEGER
            },
        ),
        optional("day", INTEGER),
    ],
    rules: &[rule(MemberAssertion::CalendarDay {
        year: "year",
        month: "month",
        day: "day",
        january: 0,
    })],
    ..OBJECT
});

const SELECT: Shape = object(&Object {
    fields: &[optional("id", INTEGER), optional("note", STRING)],
    unknown_keys: Ruling::plain(WARNING_INFO),
    rules: &[MemberRule {
        ruling: Ruling::plain(WARNING_INFO),
        ..rule(MemberAssertion::AtLeastOneOther(&["id"]))
    }],
    ..OBJECT
});

const ATTRIBUTE: Shape = object(&Object {
    fields: &[
        optional("tag", STRING),
        optional("name", STRING),
        optional("value", STRING),
    ],
    dynamic: Some(&Dynamic {
        named_by: &["tag", "name"],
        description: "",
        shape: STRING,
        null: Some(NULL_OPTIONAL),
        stray: Ruling::plain(WARNING_INFO),
        source: Source::section("attribute"),
    }),
    ..OBJECT
});

const SIZE: Shape = Shape {
    readings: &[Reading {
        shape: Shape::of(Kind::Enum(&Enum {
            values: &["tiny"],
            ..SIZES
        })),
        ruling: Ruling::by(&AC_09),
    }],
    ..Shape::of(Kind::Enum(&SIZES))
};

const SIZES: Enum = Enum {
    name: "Size",
    description: "",
    values: &["Small", "Large"],
    other_case: Ruling::plain(ERROR_WARNING),
};

const START: Shape = Shape {
    readings: &[Reading {
        shape: text(DATE_CHECK),
        ruling: Ruling::by(&AC_10),
    }],
    ..text(&[check(Assertion::Format(&DATE_AND_TIME))])
};

const REFERENCE: Shape = Shape {
    readings: &[Reading {
        shape: text(&[check(Assertion::Format(&DIGITS))]),
        ruling: Ruling::by(&AC_11),
    }],
    ..INTEGER
};

const PHONE: Shape = Shape {
    readings: &[Reading {
        shape: INTEGER,
        ruling: Ruling::by(&AC_12),
    }],
    ..text(&[check(Assertion::MaxLength(5))])
};

/// A flag that is also seen in quotes, in capitals, and as a number.
const LOUD: Shape = Shape {
    readings: &[
        Reading {
            shape: Shape::of(Kind::Enum(&Enum {
                values: &["true", "false"],
                other_case: Ruling::ALLOW,
                ..SIZES
            })),
            ruling: Ruling::by(&AC_11),
        },
        Reading {
            shape: text(&[check(Assertion::MaxLength(1))]),
            ruling: Ruling::by(&AC_12),
        },
        Reading {
            shape: Shape {
                checks: &[check_with(
                    Assertion::Maximum(Literal("1")),
                    Levels::new(Level::Warning, Level::Info),
                )],
                ..INTEGER
            },
            ruling: Ruling::by(&AC_12),
        },
    ],
    ..Shape::of(Kind::Boolean)
};

const VERSION: &[Check] = &[check(Assertion::Const(Literal("3")))];

const fn rule(assertion: MemberAssertion) -> MemberRule {
    MemberRule {
        assertion,
        ruling: Ruling::plain(ERROR_WARNING),
        source: Source::section("update"),
    }
}

pub(crate) const UPDATE: Shape = object(&Object {
    fields: &[
        optional(
            "names",
            list(&Items {
                shape: STRING,
                null: Some(Ruling::ERROR),
            }),
        ),
        optional(
            "ids",
            list(&Items {
                shape: STRING,
                null: None,
            }),
        ),
        optional("address", Shape::of(Kind::Boolean)),
        optional("id", STRING),
        optional("record", RECORD),
        optional("owner", RECORD),
        optional("keep", LISTED),
        optional("remove", LISTED),
        optional("born", BORN),
        optional("select", SELECT),
        optional("attribute", ATTRIBUTE),
        optional(
            "version",
            Shape {
                checks: VERSION,
                ..INTEGER
            },
        ),
        Field {
            undocumented: Ruling::by(&AC_07),
            ..optional("origin", STRING)
        },
        Field {
            aliases: &[
                Alias {
                    name: "town",
                    ruling: Ruling::by(&AC_08),
                },
                Alias {
                    name: "place of living",
                    ruling: Ruling::by(&AC_13),
                },
            ],
            empty: Ruling::plain(WARNING_ALLOW),
            ..optional("city", text(&[check(Assertion::MaxLength(9))]))
        },
        Field {
            empty: Ruling::plain(Levels::new(Level::Error, Level::Warning)),
            ..optional("zone", STRING)
        },
        optional("size", SIZE),
        optional("start", START),
        optional("reference", REFERENCE),
        optional("phone", PHONE),
        optional("loud", LOUD),
    ],
    rules: &[
        rule(MemberAssertion::SameLength("names", "ids")),
        rule(MemberAssertion::NullOpposite("ids", "names", "address")),
        rule(MemberAssertion::ListedRequiresTrue(
            "names", "address", "address",
        )),
        MemberRule {
            ruling: Ruling::plain(WARNING_INFO),
            ..rule(MemberAssertion::TrueRequiresListed(
                "address", "names", "address",
            ))
        },
        rule(MemberAssertion::Equal("/id", "/record/id")),
        rule(MemberAssertion::Demanded("/owner/id")),
        rule(MemberAssertion::Unset("/record/number")),
        rule(MemberAssertion::Distinct("keep", "remove", "id")),
        rule(MemberAssertion::RequiredTogether(&["city", "zone"])),
    ],
    ..OBJECT
});

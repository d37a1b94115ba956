//! A contract written by hand, with one of everything.

use carnet_core::auth::Auth;
use carnet_core::contract::{
    Body, Carrier, Condition, Contract, Outcome, Reply, TextRuling, Vendor,
};
use carnet_core::decimal::Literal;
use carnet_core::shape::{
    Assertion, Check, Disputed, EMPTY_REQUIRED, Enum, Field, Items, KEY_SPELLING, Kind, Map,
    MemberAssertion, MemberRule, NULL_OPTIONAL, NULL_REQUIRED, Object, Reading, Select, Shape,
    UNKNOWN_KEYS_CLOSED, UNKNOWN_KEYS_REPLY, Union, Variant,
};
use carnet_core::{Discrepancy, Level, Levels, RuleId, Ruling, Source, format};

pub(crate) const WARNING: Levels = Levels::new(Level::Warning, Level::Allow);

pub(crate) const TV_01: Discrepancy = Discrepancy {
    id: "TV-01",
    kind: "contradiction",
    readings: ["a number", "a text"],
    strict: "a number",
    lenient: "either",
    levels: Levels::new(Level::Error, Level::Warning),
    reason: "the table says so",
    evidence: &[],
    source: Some(Source::outside("https://example.com/other", "Country")),
    note: None,
};

pub(crate) const TV_02: Discrepancy = Discrepancy {
    id: "TV-02",
    kind: "silence",
    readings: ["an address", "any text"],
    levels: WARNING,
    source: None,
    ..TV_01
};

pub(crate) const VENDOR: Vendor = Vendor {
    id: "test",
    name: "Test",
    discrepancies: &[&TV_01, &TV_02],
};

/// A constraint; unlike a function's, its result may stand behind `&`.
macro_rules! check {
    ($assertion:expr, $ruling:expr) => {
        carnet_core::shape::Check {
            assertion: $assertion,
            ruling: $ruling,
        }
    };
}
pub(crate) use check;

/// A closed object with these members.
macro_rules! object_of {
    ($($field:expr),* $(,)?) => {{
        const OBJECT: carnet_core::shape::Object = crate::contract::object("", &[$($field),*]);
        carnet_core::Shape::of(carnet_core::Kind::Object(&OBJECT))
    }};
}
pub(crate) use object_of;

/// No error under the strict profile.
pub(crate) const NOT_ERROR: Ruling = Ruling::plain(WARNING);

/// An optional member.
pub(crate) const fn member(name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        description: "",
        shape,
        required: Ruling::ALLOW,
        null: Some(NULL_OPTIONAL),
        empty: Ruling::ALLOW,
        undocumented: Ruling::ALLOW,
        aliases: &[],
        source: Source::section(name),
        see: &[],
    }
}

/// A required member.
pub(crate) const fn required(name: &'static str, shape: Shape) -> Field {
    Field {
        required: Ruling::ERROR,
        null: Some(NULL_REQUIRED),
        empty: EMPTY_REQUIRED,
        ..member(name, shape)
    }
}

/// A closed object.
pub(crate) const fn object(name: &'static str, fields: &'static [Field]) -> Object {
    Object {
        name,
        description: "",
        fields,
        unknown_keys: UNKNOWN_KEYS_CLOSED,
        key_spelling: KEY_SPELLING,
        adopts: false,
        empty_is_absent: false,
        dynamic: None,
        rules: &[],
        source: Source::section(""),
    }
}

pub(crate) const STRING: Shape = Shape::of(Kind::String);
pub(crate) const NUMBER: Shape = Shape::of(Kind::Number);
pub(crate) const INTEGER: Shape = Shape::of(Kind::Integer);
pub(crate) const BOOLEAN: Shape = Shape::of(Kind::Boolean);

pub(crate) const fn text(checks: &'static [Check]) -> Shape {
    Shape { checks, ..STRING }
}

const UP_TO_50: Shape = text(&[check!(Assertion::MaxLength(50), Ruling::ERROR)]);
const DATE: Shape = text(&[check!(Assertion::Format(&format::DATE), Ruling::ERROR)]);

pub(crate) const CONTACT: Object = Object {
    description: "Whom to write to.",
    rules: &[MemberRule {
        assertion: MemberAssertion::RequiredTogether(&["name", "email"]),
        ruling: Ruling::ERROR,
        source: Source::section("contact"),
    }],
    ..object(
        "Contact",
        &[
            member("name", UP_TO_50),
            member(
                "email",
                text(&[check!(
                    Assertion::Format(&format::MAILBOX),
                    Ruling::by(&TV_02)
                )]),
            ),
            member(
                "type",
                Shape::of(Kind::Enum(&Enum {
                    name: "Role",
                    description: "",
                    values: &["sales", "billing"],
                    other_case: Ruling::ERROR,
                })),
            ),
        ],
    )
};

const AMOUNT: Shape = Shape {
    checks: &[
        check!(Assertion::Minimum(Literal("0.00")), Ruling::ERROR),
        check!(
            Assertion::Maximum(Literal("999999999999999.00")),
            Ruling::ERROR
        ),
        check!(Assertion::MaxDecimals(2), Ruling::by(&TV_02)),
    ],
    ..Shape::of(Kind::Number)
};

const VALUE: Shape = Shape::of(Kind::Union(&Union {
    name: "Value",
    description: "",
    variants: &[
        Variant {
            name: "money",
            description: "An amount.",
            shape: AMOUNT,
        },
        Variant {
            name: "date",
            description: "",
            shape: DATE,
        },
        Variant {
            name: "text",
            description: "",
            shape: UP_TO_50,
        },
    ],
    select: Some(Select {
        context: "types",
        key: "id",
        disputed: &[Disputed {
            name: "file",
            ruling: Ruling::by(&TV_02),
        }],
    }),
}));

const ENTRY: Object = object("Entry", &[required("id", INTEGER), member("value", VALUE)]);

pub(crate) const TOKEN: Field = required(
    "Token",
    Shape {
        checks: &[
            check!(Assertion::Format(&format::UUID), Ruling::by(&TV_02)),
            check!(
                Assertion::Placeholder,
                Ruling::plain(Levels::new(Level::Warning, Level::Warning))
            ),
        ],
        sensitive: true,
        ..STRING
    },
);

const REQUEST: Object = Object {
    description: "A thing to make.\n\nIts name is unique.",
    rules: &[MemberRule {
        assertion: MemberAssertion::RequiresTrue("signed_on", "signed"),
        ruling: Ruling::plain(WARNING),
        source: Source::section("signed_on"),
    }],
    ..object(
        "MakeThing",
        &[
            TOKEN,
            required("name", UP_TO_50),
            member("contact", Shape::of(Kind::Object(&CONTACT))),
            member(
                "country",
                Shape {
                    readings: &[Reading {
                        shape: STRING,
                        ruling: Ruling::by(&TV_01),
                    }],
                    ..INTEGER
                },
            ),
            member("signed", BOOLEAN),
            member("signed_on", DATE),
            member(
                "entries",
                Shape {
                    checks: &[check!(Assertion::MinItems(1), Ruling::by(&TV_02))],
                    ..Shape::of(Kind::Array(&Items {
                        shape: Shape::of(Kind::Object(&ENTRY)),
                        null: Some(Ruling::ERROR),
                    }))
                },
            ),
            member(
                "labels",
                Shape::of(Kind::Map(&Map {
                    value: STRING,
                    null: None,
                    empty_key: Ruling::ERROR,
                })),
            ),
        ],
    )
};

const CODE: Shape = text(&[check!(
    Assertion::Format(&format::THREE_DIGITS),
    Ruling::by(&TV_02)
)]);

const DONE: Object = Object {
    unknown_keys: UNKNOWN_KEYS_REPLY,
    ..object(
        "Done",
        &[
            required("code", CODE),
            required("id", INTEGER),
            Field {
                null: None,
                ..member("contact", Shape::of(Kind::Object(&CONTACT)))
            },
        ],
    )
};

const REFUSED: Object = Object {
    unknown_keys: UNKNOWN_KEYS_REPLY,
    ..object(
        "Refused",
        &[required("code", CODE), required("detail", STRING)],
    )
};

const fn body(object: &'static Object) -> Body {
    Body {
        media_type: "application/json",
        shape: Shape::of(Kind::Object(object)),
        text: &[],
    }
}

pub(crate) const MAKE: Contract = Contract {
    id: "test.thing.make",
    vendor: &VENDOR,
    summary: "Makes a thing.",
    page: "https://example.com/make",
    method: "POST",
    url: "https://{host}/things",
    auth: Auth::Body(&[TOKEN]),
    carrier: Carrier::JsonBody,
    request: Body {
        text: &[TextRuling {
            rule: RuleId::BareWord,
            words: &[],
            ruling: Ruling::by(&TV_01),
        }],
        ..body(&REQUEST)
    },
    replies: &[
        Reply {
            outcome: Outcome::Success,
            when: &[Condition::Status(200, 299), Condition::Prefix("code", "2")],
            body: body(&DONE),
        },
        Reply {
            outcome: Outcome::Failure,
            when: &[Condition::Present("detail")],
            body: body(&REFUSED),
        },
    ],
};

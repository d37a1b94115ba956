//! A contract with something of everything. No vendor has it.

pub(crate) mod call;
pub(crate) mod update;

use carnet_core::auth::Auth;
use carnet_core::contract::{Body, Carrier, Condition, Outcome, Reply, TextRuling};
use carnet_core::decimal::Literal;
use carnet_core::format::{DATE, MAILBOX};
use carnet_core::shape::{
    Assertion, Check, Disputed, EMPTY_REQUIRED, Enum, Field, Items, KEY_SPELLING, Kind, Map,
    MemberAssertion, MemberRule, NULL_OPTIONAL, NULL_REQUIRED, Object, Reading, Select, Shape,
    UNKNOWN_KEYS_CLOSED, UNKNOWN_KEYS_REPLY, Union, Variant,
};
use carnet_core::{Contract, Discrepancy, Level, Levels, RuleId, Ruling, Source, Vendor};

pub(crate) const PAGE: &str = "https://example.com/people/create";

const fn discrepancy(id: &'static str, levels: Levels) -> Discrepancy {
    Discrepancy {
        id,
        kind: "contradiction",
        readings: ["one", "other"],
        strict: "one",
        lenient: "other",
        levels,
        reason: "a test needs it",
        evidence: &[],
        source: None,
        note: None,
    }
}

const ERROR_WARNING: Levels = Levels::new(Level::Error, Level::Warning);
const WARNING_ALLOW: Levels = Levels::new(Level::Warning, Level::Allow);
const WARNING_INFO: Levels = Levels::new(Level::Warning, Level::Info);
const ALLOW_INFO: Levels = Levels::new(Level::Allow, Level::Info);

/// The country is a number, or a text.
pub(crate) const AC_01: Discrepancy = discrepancy("AC-01", ERROR_WARNING);
/// Variables of the shell.
pub(crate) const AC_02: Discrepancy = discrepancy("AC-02", ERROR_WARNING);
/// A trailing comma.
pub(crate) const AC_03: Discrepancy = discrepancy("AC-03", Levels::ERROR);
/// Code units.
pub(crate) const AC_04: Discrepancy = discrepancy("AC-04", ALLOW_INFO);
/// The type `attachment`.
pub(crate) const AC_05: Discrepancy = discrepancy("AC-05", WARNING_ALLOW);
/// The type of a value.
pub(crate) const AC_06: Discrepancy = discrepancy("AC-06", Levels::ERROR);

const ACME: Vendor = Vendor {
    id: "acme",
    name: "Acme",
    discrepancies: &[
        &AC_01,
        &AC_02,
        &AC_03,
        &AC_04,
        &AC_05,
        &AC_06,
        &update::AC_07,
        &update::AC_08,
        &update::AC_09,
        &update::AC_10,
        &update::AC_11,
        &update::AC_12,
        &update::AC_13,
    ],
};

const fn check(assertion: Assertion) -> Check {
    Check {
        assertion,
        ruling: Ruling::ERROR,
    }
}

const fn check_with(assertion: Assertion, levels: Levels) -> Check {
    Check {
        assertion,
        ruling: Ruling::plain(levels),
    }
}

pub(crate) const fn optional(name: &'static str, shape: Shape) -> Field {
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

const fn required(name: &'static str, shape: Shape) -> Field {
    Field {
        required: Ruling::ERROR,
        null: Some(NULL_REQUIRED),
        empty: EMPTY_REQUIRED,
        ..optional(name, shape)
    }
}

const INTEGER: Shape = Shape::of(Kind::Integer);
const STRING: Shape = Shape::of(Kind::String);

const fn text(checks: &'static [Check]) -> Shape {
    Shape { checks, ..STRING }
}

const DATE_CHECK: &[Check] = &[check(Assertion::Format(&DATE))];
const NAME_CHECKS: &[Check] = &[
    check(Assertion::MaxLength(50)),
    Check {
        assertion: Assertion::MaxUtf16Length(50),
        ruling: Ruling::by(&AC_04),
    },
];
const CODE_CHECKS: &[Check] = &[
    check(Assertion::MinLength(2)),
    check(Assertion::MaxLength(4)),
    Check {
        assertion: Assertion::MaxUtf16Length(4),
        ruling: Ruling::by(&AC_04),
    },
];
const EMAIL_CHECKS: &[Check] = &[
    check(Assertion::MaxLength(254)),
    check_with(Assertion::Format(&MAILBOX), WARNING_INFO),
];
const MONEY_CHECKS: &[Check] = &[
    check(Assertion::Minimum(Literal("0.00"))),
    check(Assertion::Maximum(Literal("999999999999999.00"))),
    check_with(Assertion::MaxDecimals(2), WARNING_ALLOW),
];
const NUMBER_CHECKS: &[Check] = &[
    check(Assertion::Minimum(Literal("-999999999999999"))),
    check(Assertion::Maximum(Literal("999999999999999"))),
];
const TAG_CHECKS: &[Check] = &[
    check_with(Assertion::MinItems(1), WARNING_ALLOW),
    check(Assertion::MaxItems(2)),
];

const ROLE: Shape = Shape::of(Kind::Enum(&Enum {
    name: "Role",
    description: "",
    values: &["sales", "support", "billing"],
    other_case: Ruling::plain(ERROR_WARNING),
}));

const PERSON: Shape = Shape::of(Kind::Object(&Object {
    name: "Person",
    description: "",
    fields: &[
        optional("name", text(NAME_CHECKS)),
        optional("email", text(EMAIL_CHECKS)),
        optional("type", ROLE),
    ],
    unknown_keys: UNKNOWN_KEYS_CLOSED,
    key_spelling: KEY_SPELLING,
    adopts: false,
    empty_is_absent: false,
    dynamic: None,
    rules: &[
        MemberRule {
            assertion: MemberAssertion::RequiredTogether(&["name", "email"]),
            ruling: Ruling::ERROR,
            source: Source::section("person"),
        },
        MemberRule {
            assertion: MemberAssertion::AtLeastOne(&["name", "email"]),
            ruling: Ruling::plain(WARNING_ALLOW),
            source: Source::section("person"),
        },
    ],
    source: Source::section("person"),
}));

const VALUE: Shape = Shape {
    mismatch: Ruling::by(&AC_06),
    ..UNION
};

const UNION: Shape = Shape::of(Kind::Union(&Union {
    name: "Value",
    description: "",
    variants: &[
        Variant {
            name: "money",
            description: "",
            shape: Shape {
                checks: MONEY_CHECKS,
                ..Shape::of(Kind::Number)
            },
        },
        Variant {
            name: "number",
            description: "",
            shape: Shape {
                checks: NUMBER_CHECKS,
                ..INTEGER
            },
        },
        Variant {
            name: "date",
            description: "",
            shape: text(DATE_CHECK),
        },
        Variant {
            name: "text",
            description: "",
            shape: text(&[check(Assertion::MaxLength(50))]),
        },
    ],
    select: Some(Select {
        context: "types",
        key: "id",
        disputed: &[Disputed {
            name: "attachment",
            ruling: Ruling::by(&AC_05),
        }],
    }),
}));

const ENTRY: Shape = Shape::of(Kind::Object(&Object {
    name: "Entry",
    description: "",
    fields: &[required("id", INTEGER), optional("value", VALUE)],
    unknown_keys: UNKNOWN_KEYS_CLOSED,
    key_spelling: KEY_SPELLING,
    adopts: false,
    empty_is_absent: false,
    dynamic: None,
    rules: &[],
    source: Source::section("entries"),
}));

const COUNTRY: Shape = Shape {
    readings: &[Reading {
        shape: text(&[check(Assertion::MaxLength(3))]),
        ruling: Ruling::by(&AC_01),
    }],
    ..INTEGER
};

const REQUEST: Object = Object {
    name: "CreatePerson",
    description: "",
    fields: &[
        required("company", INTEGER),
        required("name", text(NAME_CHECKS)),
        optional("role", ROLE),
        optional("code", text(CODE_CHECKS)),
        optional(
            "amount",
            Shape {
                checks: MONEY_CHECKS,
                ..Shape::of(Kind::Number)
            },
        ),
        optional("since", text(DATE_CHECK)),
        optional("email", text(EMAIL_CHECKS)),
        optional(
            "tags",
            Shape {
                checks: TAG_CHECKS,
                ..Shape::of(Kind::Array(&Items {
                    shape: STRING,
                    null: Some(Ruling::ERROR),
                }))
            },
        ),
        optional(
            "key",
            Shape {
                sensitive: true,
                checks: &[check_with(
                    Assertion::Placeholder,
                    Levels::new(Level::Warning, Level::Warning),
                )],
                ..STRING
            },
        ),
        optional("person", PERSON),
        optional("update", update::UPDATE),
        optional("signed", Shape::of(Kind::Boolean)),
        optional("signed_date", text(DATE_CHECK)),
        optional("country", COUNTRY),
        optional("id", INTEGER),
        optional("value", VALUE),
        optional(
            "entries",
            Shape::of(Kind::Array(&Items {
                shape: ENTRY,
                null: None,
            })),
        ),
        Field {
            null: None,
            ..optional("free", Shape::ANY)
        },
        optional(
            "labels",
            Shape::of(Kind::Map(&Map {
                value: STRING,
                null: Some(Ruling::plain(WARNING_ALLOW)),
                empty_key: Ruling::plain(Levels::new(Level::Error, Level::Allow)),
            })),
        ),
        Field {
            empty: EMPTY_REQUIRED,
            ..optional("until", text(DATE_CHECK))
        },
    ],
    unknown_keys: UNKNOWN_KEYS_CLOSED,
    key_spelling: KEY_SPELLING,
    adopts: false,
    empty_is_absent: false,
    dynamic: None,
    rules: &[
        MemberRule {
            assertion: MemberAssertion::RequiresTrue("signed_date", "signed"),
            ruling: Ruling::plain(WARNING_ALLOW),
            source: Source::section("signed_date"),
        },
        MemberRule {
            assertion: MemberAssertion::NotBefore("until", "since"),
            ruling: Ruling::plain(ERROR_WARNING),
            source: Source::section("until"),
        },
    ],
    source: Source::section("Body"),
};

const CREATED: Object = Object {
    name: "Created",
    description: "",
    fields: &[required("id", INTEGER), required("name", STRING)],
    unknown_keys: UNKNOWN_KEYS_REPLY,
    ..REQUEST_REPLY
};

const REFUSED: Object = Object {
    name: "Refused",
    fields: &[required("detail", STRING)],
    ..CREATED
};

pub(crate) const REQUEST_REPLY: Object = Object {
    name: "",
    fields: &[],
    rules: &[],
    ..REQUEST
};

pub(crate) const fn body(shape: Shape, text: &'static [TextRuling]) -> Body {
    Body {
        media_type: "application/json",
        shape,
        text,
    }
}

pub(crate) const PEOPLE: Contract = Contract {
    id: "acme.person.create",
    vendor: &ACME,
    summary: "Creates a person",
    page: PAGE,
    method: "POST",
    url: PAGE,
    auth: Auth::Header("Bearer"),
    carrier: Carrier::JsonBody,
    request: body(
        Shape::of(Kind::Object(&REQUEST)),
        &[
            TextRuling {
                rule: RuleId::ShellVariable,
                words: &["$JSON", "$TOKEN"],
                ruling: Ruling::by(&AC_02),
            },
            TextRuling {
                rule: RuleId::TrailingComma,
                words: &[],
                ruling: Ruling::by(&AC_03),
            },
        ],
    ),
    replies: &[
        Reply {
            outcome: Outcome::Success,
            when: &[Condition::Status(200, 299)],
            body: body(Shape::of(Kind::Object(&CREATED)), &[]),
        },
        Reply {
            outcome: Outcome::Failure,
            when: &[Condition::Status(400, 599)],
            body: body(Shape::of(Kind::Object(&REFUSED)), &[]),
        },
    ],
};

/// Replies told apart by what they hold.
pub(crate) const CODED: Contract = Contract {
    id: "acme.person.find",
    request: body(Shape::of(Kind::Object(&REQUEST_REPLY)), &[]),
    replies: &[
        Reply {
            outcome: Outcome::Failure,
            when: &[Condition::Present("detail")],
            body: body(Shape::of(Kind::Object(&REFUSED)), &[]),
        },
        Reply {
            outcome: Outcome::Success,
            when: &[Condition::Prefix("code", "2")],
            body: body(
                Shape::of(Kind::Object(&Object {
                    fields: &[required("code", STRING)],
                    ..CREATED
                })),
                &[],
            ),
        },
    ],
    ..PEOPLE
};

/// Replies told apart by a word.
pub(crate) const WORDED: Contract = Contract {
    id: "acme.person.delete",
    replies: &[
        Reply {
            outcome: Outcome::Failure,
            when: &[Condition::Word("status", &["fail", "failed"])],
            body: body(Shape::ANY, &[]),
        },
        Reply {
            outcome: Outcome::Success,
            when: &[],
            body: body(Shape::ANY, &[]),
        },
    ],
    ..CODED
};

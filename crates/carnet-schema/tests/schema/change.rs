//! A contract written by hand whose request travels as parameters.

use crate::contract::{
    BOOLEAN, CONTACT, INTEGER, NOT_ERROR, STRING, TV_01, TV_02, VENDOR, WARNING, check, member,
    object, required, text,
};
use carnet_core::auth::Auth;
use carnet_core::contract::{Body, Carrier, Condition, Contract, Outcome, Reply, TextRuling};
use carnet_core::decimal::Literal;
use carnet_core::shape::{
    Alias, Assertion, Dynamic, Enum, Field, Items, Kind, MemberAssertion, MemberRule, Object,
    Reading, Shape, UNKNOWN_KEYS_OPEN,
};
use carnet_core::{RuleId, Ruling, Source, format};

pub(crate) const fn rule(assertion: MemberAssertion, ruling: Ruling) -> MemberRule {
    MemberRule {
        assertion,
        ruling,
        source: Source::section("rules"),
    }
}

const NAMES: Shape = Shape {
    checks: &[check!(Assertion::MinItems(1), Ruling::ERROR)],
    ..Shape::of(Kind::Array(&Items {
        shape: STRING,
        null: Some(Ruling::ERROR),
    }))
};

pub(crate) const IDS: Shape = Shape::of(Kind::Array(&Items {
    shape: STRING,
    null: None,
}));

const PHONE: Object = object(
    "Phone",
    &[required("number", STRING), member("id", INTEGER)],
);

const PHONES: Shape = Shape::of(Kind::Array(&Items {
    shape: Shape::of(Kind::Object(&PHONE)),
    null: Some(Ruling::ERROR),
}));

pub(crate) const TAGGED: Object = Object {
    dynamic: Some(&Dynamic {
        named_by: &["tag", "title"],
        description: "What the account calls it.",
        shape: STRING,
        null: Some(Ruling::ERROR),
        stray: NOT_ERROR,
        source: Source::section("tag"),
    }),
    ..object("Tagged", &[member("tag", STRING), member("title", STRING)])
};

const THING: Object = Object {
    unknown_keys: UNKNOWN_KEYS_OPEN,
    rules: &[
        rule(
            MemberAssertion::Distinct("phones", "removed", "id"),
            Ruling::plain(WARNING),
        ),
        rule(MemberAssertion::NotBefore("until", "since"), Ruling::ERROR),
    ],
    ..object(
        "Thing",
        &[
            Field {
                null: None,
                ..member("id", INTEGER)
            },
            member("number", STRING),
            member("contact", Shape::of(Kind::Object(&CONTACT))),
            member("phones", PHONES),
            member("removed", PHONES),
            member(
                "tags",
                Shape::of(Kind::Array(&Items {
                    shape: Shape::of(Kind::Object(&TAGGED)),
                    null: Some(Ruling::ERROR),
                })),
            ),
            member("since", DATE),
            member("until", DATE),
            Field {
                undocumented: Ruling::by(&TV_02),
                ..member("legacy", STRING)
            },
        ],
    )
};

const DATE: Shape = text(&[check!(Assertion::Format(&format::DATE), Ruling::ERROR)]);

const ACTION: Shape = Shape::of(Kind::Enum(&Enum {
    name: "Action",
    description: "What to do.",
    values: &["change"],
    other_case: Ruling::ERROR,
}));

const VERSION: Shape = Shape {
    checks: &[check!(Assertion::Const(Literal("3")), Ruling::ERROR)],
    readings: &[Reading {
        shape: Shape {
            checks: &[check!(Assertion::Const(Literal("4")), Ruling::ERROR)],
            ..INTEGER
        },
        ruling: Ruling::by(&TV_01),
    }],
    ..INTEGER
};

const KEY: Field = required(
    "key",
    Shape {
        sensitive: true,
        ..STRING
    },
);

const PARAMETERS: Object = Object {
    description: "A thing to change.",
    unknown_keys: UNKNOWN_KEYS_OPEN,
    rules: &[
        rule(MemberAssertion::SameLength("ids", "names"), Ruling::ERROR),
        rule(
            MemberAssertion::NullOpposite("ids", "names", "address"),
            Ruling::ERROR,
        ),
        rule(
            MemberAssertion::ListedRequiresTrue("names", "phones", "isPhones"),
            Ruling::ERROR,
        ),
        rule(
            MemberAssertion::TrueRequiresListed("isPhones", "names", "phones"),
            Ruling::plain(WARNING),
        ),
        rule(
            MemberAssertion::TrueRequiresListed("isAddress", "names", "address"),
            Ruling::plain(WARNING),
        ),
        rule(
            MemberAssertion::Equal("/id", "/data/id"),
            Ruling::by(&TV_01),
        ),
        rule(MemberAssertion::Demanded("/data/id"), Ruling::ERROR),
        rule(MemberAssertion::Unset("/data/number"), Ruling::ERROR),
        rule(
            MemberAssertion::RequiresTrue("note", "isAddress"),
            Ruling::ERROR,
        ),
    ],
    ..object(
        "ChangeThing",
        &[
            required("action", ACTION),
            required("data", Shape::of(Kind::Object(&THING))),
            required("id", INTEGER),
            Field {
                aliases: &[Alias {
                    name: "namesList",
                    ruling: Ruling::by(&TV_01),
                }],
                ..required("names", NAMES)
            },
            Field {
                required: NOT_ERROR,
                ..member("ids", IDS)
            },
            member("isPhones", BOOLEAN),
            member("isAddress", BOOLEAN),
            member("note", STRING),
            member("version", VERSION),
            Field {
                undocumented: Ruling::ERROR,
                ..member("session", STRING)
            },
            KEY,
        ],
    )
};

const fn body(object: &'static Object) -> Body {
    Body {
        media_type: "application/json",
        shape: Shape::of(Kind::Object(object)),
        text: &[],
    }
}

const GOOD: Enum = Enum {
    name: "Good",
    description: "",
    values: &["ok"],
    other_case: Ruling::ERROR,
};

const BAD: Enum = Enum {
    name: "Bad",
    values: &["Fail", "Other"],
    ..GOOD
};

const CHANGED: Object = object(
    "Changed",
    &[
        required("status", Shape::of(Kind::Enum(&GOOD))),
        required("id", INTEGER),
    ],
);

const REFUSED: Object = object(
    "Refusal",
    &[
        required("Status", Shape::of(Kind::Enum(&BAD))),
        required("reason", STRING),
    ],
);

/// A call whose request is a list of parameters.
pub(crate) const CHANGE: Contract = Contract {
    id: "test.thing.change",
    vendor: &VENDOR,
    summary: "Changes a thing.",
    page: "https://example.com/change",
    method: "POST",
    url: "https://example.com/things",
    auth: Auth::Query(&[KEY]),
    carrier: Carrier::Parameters,
    request: Body {
        text: &[TextRuling {
            rule: RuleId::UrlHost,
            words: &["example.com"],
            ruling: Ruling::by(&TV_02),
        }],
        ..body(&PARAMETERS)
    },
    replies: &[
        Reply {
            outcome: Outcome::Failure,
            when: &[Condition::Word("Status", &["fail", "failed", "other"])],
            body: body(&REFUSED),
        },
        Reply {
            outcome: Outcome::Success,
            when: &[],
            body: body(&CHANGED),
        },
    ],
};

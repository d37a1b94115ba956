//! A vendor that nobody has: small, with one of everything that the command shows.

use carnet_core::auth::Auth;
use carnet_core::contract::{Body, Carrier, Condition, Outcome, Reply, TextRuling};
use carnet_core::decimal::Literal;
use carnet_core::shape::{
    Alias, Assertion, Check, Disputed, Dynamic, Enum, Items, MemberAssertion, MemberRule, Reading,
    Select, Union, Variant,
};
use carnet_core::{
    Contract, Discrepancy, Field, Kind, Level, Levels, Object, RuleId, Ruling, Shape, Source,
    Vendor,
};

pub(crate) const CATALOG: &[&Contract] = &[&CREATE, &PING, &ORDER];

const AC_01: Discrepancy = Discrepancy {
    id: "AC-01",
    kind: "contradiction",
    readings: ["names have 5 characters", "names have 50 characters"],
    strict: "5 characters",
    lenient: "50 characters",
    levels: Levels::new(Level::Error, Level::Warning),
    reason: "the table outranks the sample",
    evidence: &["https://example.com/other-page"],
    source: None,
    note: None,
};

const AC_02: Discrepancy = Discrepancy {
    id: "AC-02",
    kind: "silence",
    readings: ["attachments can be set", "they cannot"],
    note: Some("no payload shows it"),
    levels: Levels::new(Level::Warning, Level::Allow),
    evidence: &[],
    ..AC_01
};

const ACME: Vendor = Vendor {
    id: "acme",
    name: "Acme",
    discrepancies: &[&AC_01, &AC_02],
};

const OPTIONAL: Field = Field {
    name: "",
    description: "",
    shape: Shape::ANY,
    required: Ruling::ALLOW,
    null: None,
    empty: Ruling::ALLOW,
    undocumented: Ruling::ALLOW,
    aliases: &[],
    source: Source::section("Body parameters"),
    see: &[],
};

const NAME: Shape = Shape {
    checks: &[Check {
        assertion: Assertion::MaxLength(5),
        ruling: Ruling::by(&AC_01),
    }],
    ..Shape::of(Kind::String)
};

const TOKEN: Shape = Shape {
    checks: &[Check {
        assertion: Assertion::Placeholder,
        ruling: Ruling::plain(Levels::new(Level::Warning, Level::Warning)),
    }],
    sensitive: true,
    ..Shape::of(Kind::String)
};

const CUSTOM: Object = Object {
    name: "Custom",
    description: "",
    fields: &[
        Field {
            name: "id",
            shape: Shape::of(Kind::Integer),
            ..OPTIONAL
        },
        Field {
            name: "value",
            shape: Shape::of(Kind::Union(&Union {
                name: "Value",
                description: "",
                variants: &[
                    Variant {
                        name: "money",
                        description: "",
                        shape: Shape::of(Kind::Number),
                    },
                    Variant {
                        name: "text",
                        description: "",
                        shape: Shape::of(Kind::String),
                    },
                ],
                select: Some(Select {
                    context: "template_field_types",
                    key: "id",
                    disputed: &[Disputed {
                        name: "attachment",
                        ruling: Ruling::by(&AC_02),
                    }],
                }),
            })),
            ..OPTIONAL
        },
    ],
    unknown_keys: Ruling::ERROR,
    key_spelling: Ruling::ERROR,
    adopts: false,
    empty_is_absent: false,
    dynamic: None,
    rules: &[],
    source: Source::section("Custom"),
};

const CUSTOMER: Object = Object {
    name: "Customer",
    description: "",
    fields: &[
        Field {
            name: "name",
            shape: NAME,
            required: Ruling::ERROR,
            source: Source::section("name"),
            ..OPTIONAL
        },
        Field {
            name: "token",
            shape: TOKEN,
            ..OPTIONAL
        },
        Field {
            name: "kind",
            shape: Shape::of(Kind::Enum(&Enum {
                name: "CustomerKind",
                description: "",
                values: &["person", "company"],
                other_case: Ruling::plain(Levels::new(Level::Warning, Level::Info)),
            })),
            see: &[&AC_02],
            ..OPTIONAL
        },
        Field {
            name: "custom",
            shape: Shape::of(Kind::Array(&Items {
                shape: Shape::of(Kind::Object(&CUSTOM)),
                null: None,
            })),
            ..OPTIONAL
        },
    ],
    unknown_keys: Ruling::ERROR,
    key_spelling: Ruling::ERROR,
    adopts: false,
    empty_is_absent: false,
    dynamic: None,
    rules: &[MemberRule {
        assertion: MemberAssertion::RequiredTogether(&["kind", "token"]),
        ruling: Ruling::plain(Levels::ALLOW),
        source: Source::section("kind"),
    }],
    source: Source::section("Body parameters"),
};

const PROBLEM: Object = Object {
    fields: &[Field {
        name: "error",
        shape: Shape::of(Kind::String),
        required: Ruling::ERROR,
        ..OPTIONAL
    }],
    rules: &[],
    ..CUSTOMER
};

const fn body(object: &'static Object) -> Body {
    Body {
        media_type: "application/json",
        shape: Shape::of(Kind::Object(object)),
        text: &[],
    }
}

const CREATE: Contract = Contract {
    id: "acme.customer.create",
    vendor: &ACME,
    summary: "Creates a customer",
    page: "https://example.com/create-customer",
    method: "POST",
    url: "https://api.example.com/customers",
    auth: Auth::Header("Bearer"),
    carrier: Carrier::JsonBody,
    request: body(&CUSTOMER),
    replies: &[
        Reply {
            outcome: Outcome::Success,
            when: &[Condition::Status(200, 299)],
            body: body(&CUSTOMER),
        },
        Reply {
            outcome: Outcome::Failure,
            when: &[],
            body: body(&PROBLEM),
        },
    ],
};

const PING: Contract = Contract {
    id: "acme.ping.send",
    url: "https://api.example.com/pings",
    summary: "Sends a number",
    auth: Auth::None,
    carrier: Carrier::JsonBody,
    request: Body {
        shape: Shape::of(Kind::Integer),
        ..body(&CUSTOMER)
    },
    replies: &[],
    ..CREATE
};

const ADVICE: Ruling = Ruling::plain(Levels::new(Level::Warning, Level::Info));

const ARTICLE: Object = Object {
    name: "Article",
    description: "",
    fields: &[
        Field {
            name: "name",
            shape: NAME,
            required: Ruling::ERROR,
            aliases: &[Alias {
                name: "Article Name",
                ruling: Ruling::plain(Levels::new(Level::Error, Level::Warning)),
            }],
            ..OPTIONAL
        },
        Field {
            name: "count",
            shape: Shape {
                checks: &[Check {
                    assertion: Assertion::Const(Literal("3")),
                    ruling: ADVICE,
                }],
                ..Shape::of(Kind::Integer)
            },
            ..OPTIONAL
        },
        Field {
            name: "tag",
            shape: Shape::of(Kind::String),
            ..OPTIONAL
        },
    ],
    adopts: true,
    empty_is_absent: true,
    dynamic: Some(&Dynamic {
        named_by: &["tag"],
        description: "",
        shape: Shape::of(Kind::Integer),
        null: Some(Ruling::ERROR),
        stray: ADVICE,
        source: Source::section("Article"),
    }),
    rules: &[],
    ..CUSTOMER
};

const ORDER_PARAMETERS: Object = Object {
    name: "Order",
    description: "",
    fields: &[
        Field {
            name: "a",
            shape: Shape::of(Kind::Enum(&Enum {
                name: "",
                description: "",
                values: &["order"],
                other_case: Ruling::ERROR,
            })),
            required: Ruling::ERROR,
            ..OPTIONAL
        },
        Field {
            name: "article",
            shape: Shape::of(Kind::Object(&ARTICLE)),
            required: Ruling::ERROR,
            ..OPTIONAL
        },
        Field {
            name: "notes",
            shape: Shape::of(Kind::Array(&Items {
                shape: Shape::of(Kind::String),
                null: None,
            })),
            ..OPTIONAL
        },
        Field {
            name: "isPresent",
            shape: Shape::of(Kind::Boolean),
            undocumented: ADVICE,
            ..OPTIONAL
        },
        API_KEY,
        ACCESS_KEY,
    ],
    rules: &[
        MemberRule {
            assertion: MemberAssertion::RequiresTrue("notes", "isPresent"),
            ruling: Ruling::ERROR,
            source: Source::section("notes"),
        },
        MemberRule {
            assertion: MemberAssertion::Demanded("/article/tag"),
            ruling: ADVICE,
            source: Source::section("article"),
        },
    ],
    ..CUSTOMER
};

const API_KEY: Field = Field {
    name: "apiKey",
    shape: TOKEN,
    required: Ruling::ERROR,
    ..OPTIONAL
};

const ACCESS_KEY: Field = Field {
    name: "accessKey",
    ..API_KEY
};

const ORDER: Contract = Contract {
    id: "acme.order.place",
    summary: "Places an order",
    url: "https://api.example.com/orders",
    auth: Auth::Query(&[API_KEY, ACCESS_KEY]),
    carrier: Carrier::Parameters,
    request: Body {
        media_type: "application/x-www-form-urlencoded",
        shape: Shape {
            readings: &[
                Reading {
                    shape: Shape::of(Kind::Array(&Items {
                        shape: Shape::of(Kind::Object(&ORDER_PARAMETERS)),
                        null: None,
                    })),
                    ruling: Ruling::by(&AC_01),
                },
                Reading {
                    shape: Shape::of(Kind::String),
                    ruling: Ruling::ERROR,
                },
            ],
            ..Shape::of(Kind::Object(&ORDER_PARAMETERS))
        },
        text: &[
            TextRuling {
                rule: RuleId::UrlHost,
                words: &["example.org"],
                ruling: ADVICE,
            },
            TextRuling {
                rule: RuleId::UrlLength,
                words: &[],
                ruling: ADVICE,
            },
        ],
    },
    ..CREATE
};

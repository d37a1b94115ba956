//! A contract whose members travel as parameters. No vendor has it.

use crate::contract::{AC_01, PEOPLE};
use carnet_core::auth::Auth;
use carnet_core::contract::{Body, Carrier, TextRuling};
use carnet_core::shape::{
    Alias, Assertion, Check, Enum, Field, Items, KEY_SPELLING, Kind, NULL_OPTIONAL, Object,
    Reading, Shape, UNKNOWN_KEYS_OPEN,
};
use carnet_core::{Contract, Level, Levels, RuleId, Ruling, Source};

const ERROR_WARNING: Levels = Levels::new(Level::Error, Level::Warning);
const WARNING: Levels = Levels::new(Level::Warning, Level::Warning);

const STRING: Shape = Shape::of(Kind::String);
const INTEGER: Shape = Shape::of(Kind::Integer);

const fn optional(name: &'static str, shape: Shape) -> Field {
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
        ..optional(name, shape)
    }
}

const GUEST: Object = Object {
    name: "Guest",
    description: "",
    fields: &[
        required("name", STRING),
        optional("phone", STRING),
        optional("age", INTEGER),
        optional(
            "tags",
            Shape::of(Kind::Array(&Items {
                shape: STRING,
                null: Some(Ruling::ERROR),
            })),
        ),
        optional("pin", SECRET),
    ],
    unknown_keys: UNKNOWN_KEYS_OPEN,
    key_spelling: KEY_SPELLING,
    adopts: false,
    empty_is_absent: false,
    dynamic: None,
    rules: &[],
    source: Source::section("guest"),
};

const SECRET: Shape = Shape {
    sensitive: true,
    checks: &[Check {
        assertion: Assertion::Placeholder,
        ruling: Ruling::plain(WARNING),
    }],
    ..STRING
};

/// `true` or `false`; in other cases by another reading.
const FLAG: Shape = Shape {
    readings: &[Reading {
        shape: Shape::of(Kind::Enum(&Enum {
            name: "Flag",
            description: "",
            values: &["true", "false"],
            other_case: Ruling::ALLOW,
        })),
        ruling: Ruling::by(&AC_01),
    }],
    ..Shape::of(Kind::Boolean)
};

const CREDENTIALS: &[Field] = &[optional("apiKey", SECRET), optional("accessKey", SECRET)];

const PARAMETERS: Object = Object {
    name: "Register",
    fields: &[
        required("guest", Shape::of(Kind::Object(&GUEST))),
        Field {
            aliases: &[Alias {
                name: "numbers",
                ruling: Ruling::plain(ERROR_WARNING),
            }],
            ..optional(
                "ids",
                Shape::of(Kind::Array(&Items {
                    shape: INTEGER,
                    null: None,
                })),
            )
        },
        optional("count", INTEGER),
        optional("notify", FLAG),
        optional(
            "mode",
            Shape::of(Kind::Enum(&Enum {
                name: "Mode",
                description: "",
                values: &["now", "later"],
                other_case: Ruling::plain(ERROR_WARNING),
            })),
        ),
        optional("note", STRING),
        Field {
            null: None,
            ..optional("free", Shape::ANY)
        },
        CREDENTIALS[0],
        CREDENTIALS[1],
    ],
    adopts: true,
    source: Source::section("Parameters"),
    ..GUEST
};

const fn call(url: &'static str, text: &'static [TextRuling]) -> Contract {
    Contract {
        id: "acme.guest.register",
        summary: "Registers a guest",
        url,
        auth: Auth::Query(CREDENTIALS),
        carrier: Carrier::Parameters,
        request: Body {
            media_type: "application/x-www-form-urlencoded",
            shape: Shape::of(Kind::Object(&PARAMETERS)),
            text,
        },
        replies: &[],
        ..PEOPLE
    }
}

/// Nothing is ruled upon: what happens is the default.
pub(crate) const GUESTS: Contract = call("https://api.example.com/guests", &[]);

/// Placeholders in host and path.
pub(crate) const ROOMS: Contract = call("https://{account}.example.com/{hotel}/rooms", &[]);

/// A placeholder for everything before the path.
pub(crate) const BASED: Contract = call("https://{base_url}/v2/guests", &[]);

/// The contract rules on its URL.
pub(crate) const RULED: Contract = call(
    "https://api.example.com/guests",
    &[
        TextRuling {
            rule: RuleId::Method,
            words: &["GET"],
            ruling: Ruling::plain(ERROR_WARNING),
        },
        TextRuling {
            rule: RuleId::UrlScheme,
            words: &[],
            ruling: Ruling::plain(ERROR_WARNING),
        },
        TextRuling {
            rule: RuleId::UrlHost,
            words: &["Example.com"],
            ruling: Ruling::by(&AC_01),
        },
        TextRuling {
            rule: RuleId::UnencodedCharacter,
            words: &[],
            ruling: Ruling::ERROR,
        },
    ],
);

/// The contract does not rule on the host.
pub(crate) const ANYWHERE: Contract = call(
    "https://api.example.com/guests",
    &[TextRuling {
        rule: RuleId::UrlHost,
        words: &[],
        ruling: Ruling::ALLOW,
    }],
);

//! A call whose members travel as parameters.

use super::update::{AC_07, AC_08, AC_11, UPDATE};
use super::{
    ERROR_WARNING, INTEGER, PEOPLE, REQUEST, STRING, WARNING_INFO, body, optional, required,
};
use carnet_core::contract::Carrier;
use carnet_core::shape::{
    Alias, Enum, Field, Kind, MemberAssertion, MemberRule, Object, Reading, Shape,
};
use carnet_core::{Contract, Ruling, Source};

const QUOTED: Enum = Enum {
    name: "Quoted",
    description: "",
    values: &["\"true\"", "\"false\"", "True", "False"],
    other_case: Ruling::ALLOW,
};

const CALL: Object = Object {
    name: "Call",
    fields: &[
        required("id", INTEGER),
        Field {
            aliases: &[Alias {
                name: "titles",
                ruling: Ruling::by(&AC_08),
            }],
            ..optional("title", STRING)
        },
        optional(
            "loud",
            Shape {
                readings: &[Reading {
                    shape: Shape::of(Kind::Enum(&QUOTED)),
                    ruling: Ruling::by(&AC_11),
                }],
                ..Shape::of(Kind::Boolean)
            },
        ),
        Field {
            undocumented: Ruling::by(&AC_07),
            ..optional("origin", STRING)
        },
        optional("data", UPDATE),
    ],
    unknown_keys: Ruling::plain(WARNING_INFO),
    adopts: true,
    rules: &[
        MemberRule {
            assertion: MemberAssertion::Equal("/id", "/data/record/id"),
            ruling: Ruling::plain(ERROR_WARNING),
            source: Source::section("data"),
        },
        MemberRule {
            assertion: MemberAssertion::RequiresTrue("title", "loud"),
            ruling: Ruling::plain(WARNING_INFO),
            source: Source::section("title"),
        },
    ],
    ..REQUEST
};

pub(crate) const CALLING: Contract = Contract {
    id: "acme.person.call",
    url: "https://example.com/call",
    carrier: Carrier::Parameters,
    request: body(Shape::of(Kind::Object(&CALL)), &[]),
    ..PEOPLE
};

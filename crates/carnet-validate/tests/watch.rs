//! What is watched while it is written is called clean only if `lint` finds nothing in it: whoever
//! writes it, and whatever they forget.

use crate::clean::{DATES, IN_ORDER, contract_with, field};
use crate::contract::{PEOPLE, REQUEST_REPLY, body, optional};
use carnet_core::contract::Carrier;
use carnet_core::json::{Key, ObjectWriter, Sink, Writer};
use carnet_core::parameters::ParameterWriter;
use carnet_core::shape::{Assertion, Check, Dynamic, Items, Object};
use carnet_core::{Artifact, Contract, Kind, Ruling, Shape, Source};
use carnet_validate::{CleanPass, Report, Settings, lint};
use proptest::prelude::{any, prop_assert, proptest};
use std::sync::LazyLock;

const ID: Key = Key::new("id");
const SINCE: Key = Key::new("since");
const UNTIL: Key = Key::new("until");
const TAGS: Key = Key::new("tags");
const SIGNED: Key = Key::new("signed");
/// In the order of the contract.
const KEYS: [Key; 5] = [ID, SINCE, UNTIL, TAGS, SIGNED];

static CONTRACT: LazyLock<Contract> = LazyLock::new(|| {
    const FEW: &[Check] = &[Check {
        assertion: Assertion::MaxItems(2),
        ruling: Ruling::ERROR,
    }];
    const TEXTS: Items = Items {
        shape: Shape::of(Kind::String),
        null: Some(Ruling::ERROR),
    };
    let kinds = [
        Kind::Integer,
        Kind::String,
        Kind::String,
        Kind::Array(&TEXTS),
        Kind::Boolean,
    ];
    let fields = KEYS.into_iter().zip(kinds).map(|(key, kind)| {
        let mut field = field(key.name().to_owned(), kind);
        match kind {
            Kind::String => field.shape.checks = DATES,
            Kind::Array(_) => field.shape.checks = FEW,
            Kind::Integer => field.required = Ruling::ERROR,
            _ => {}
        }
        field
    });
    contract_with(fields.collect(), IN_ORDER)
});

static PASS: LazyLock<CleanPass> =
    LazyLock::new(|| CleanPass::new(&CONTRACT, Artifact::RequestBody, &Settings::default()));

/// What is written, and whether it was called clean.
fn watched(
    write: impl FnOnce(&mut Writer<'_, carnet_validate::Watch<'_, Vec<u8>>>),
) -> (Vec<u8>, bool) {
    let mut text = Vec::new();
    let mut watch = PASS.watch(&mut text);
    write(&mut Writer::new(&mut watch));
    let is_clean = watch.is_clean();
    (text, is_clean)
}

/// What `lint` says of it.
fn found(contract: &Contract, artifact: Artifact, text: &[u8]) -> Report {
    lint(contract, artifact, text, &Settings::default())
}

/// Writes the value that is right for a member.
fn right<S: Sink>(member: usize, out: &mut Writer<'_, S>) {
    match member {
        0 => out.raw("7"),
        1 => out.string("2024-02-01"),
        2 => out.string("2025-02-01"),
        3 => out.array(["a", "b"], |tag, out| out.string(tag)),
        _ => out.boolean(true),
    }
}

/// Writes a member as a byte has it, which is right most of the time.
fn member<S: Sink>(number: usize, how: u8, out: &mut ObjectWriter<'_, S>) {
    let key = &KEYS[number];
    match how {
        0..=99 => right(number, &mut out.known_key(key)),
        100..=199 => right(number, &mut out.key(key.name())),
        200..=209 => {}
        210..=214 => drop(out.known_key(key)),
        215..=219 => {
            let mut value = out.known_key(key);
            right(number, &mut value);
            right(number, &mut value);
        }
        220..=224 => right((number + 1) % KEYS.len(), &mut out.known_key(key)),
        225..=229 => out.known_key(key).null(),
        230..=234 => out.known_key(key).string(""),
        235..=239 => out.key("other").raw("1"),
        240..=244 => out.known_key(key).display("7"),
        245..=249 => out.known_key(key).object(|_| {}),
        _ => out.known_key(key).array([0, 1, 2], |item, out| match item {
            0 => {}
            _ => out.string("a"),
        }),
    }
}

#[test]
fn what_is_right_is_clean() {
    let (text, is_clean) = watched(|out| {
        out.object(|out| {
            for number in 0..KEYS.len() {
                member(number, 0, out);
            }
        });
    });
    let expected =
        r#"{"id":7,"since":"2024-02-01","until":"2025-02-01","tags":["a","b"],"signed":true}"#;
    assert_eq!(text, expected.as_bytes());
    assert!(is_clean);
}

#[test]
fn what_is_not_written_is_not_clean() {
    assert!(!PASS.watch(&mut Vec::new()).is_clean());
    assert!(!watched(|_| {}).1, "no value");
    let twice = watched(|out| {
        for _ in 0..2 {
            out.object(|out| member(0, 0, out));
        }
    });
    assert!(!twice.1, "two values");
    assert!(!watched(|out| out.object(|_| {})).1, "a member is missing");
}

#[test]
fn a_key_is_the_value_that_names_it_and_not_how_that_is_written() {
    const TAGGED: Object = Object {
        name: "Tagged",
        fields: &[optional("tag", Shape::of(Kind::String))],
        dynamic: Some(&Dynamic {
            named_by: &["tag"],
            description: "",
            shape: Shape::of(Kind::Integer),
            null: None,
            stray: Ruling::ERROR,
            source: Source::section(""),
        }),
        ..REQUEST_REPLY
    };
    let contract = Contract {
        request: body(Shape::of(Kind::Object(&TAGGED)), &[]),
        replies: &[],
        ..PEOPLE
    };
    let pass = CleanPass::new(&contract, Artifact::RequestBody, &Settings::default());
    for (tag, key, expected) in [
        ("a", "a", true),
        ("\u{e9}", "\u{e9}", true),
        ("a", "b", false),
        // As it is written, the first is the second.
        ("\\", "\\\\", false),
        ("\"", "\\\"", false),
    ] {
        let mut text = Vec::new();
        let mut watch = pass.watch(&mut text);
        Writer::new(&mut watch).object(|out| {
            out.key("tag").string(tag);
            out.key(key).raw("7");
        });
        assert_eq!(watch.is_clean(), expected, "{tag} {key}");
        let report = found(&contract, Artifact::RequestBody, &text);
        assert_eq!(report.is_clean(), expected, "{:#?}", report.findings);
    }
}

#[test]
fn parameters_are_clean_when_they_have_ended() {
    let contract = Contract {
        carrier: Carrier::Parameters,
        ..*CONTRACT
    };
    let pass = CleanPass::new(&contract, Artifact::RequestForm, &Settings::default());
    for (names, ends, expected) in [
        (&["id"][..], true, true),
        (&["id"], false, false),
        (&["id", "id"], true, false),
        (&["id", "other"], true, false),
        (&[], true, false),
    ] {
        let mut text = Vec::new();
        let mut watch = pass.watch(&mut text);
        let mut parameters = ParameterWriter::new(&mut watch);
        for name in names {
            Writer::bare(&mut parameters.key(name)).raw("7");
        }
        if ends {
            parameters.end();
        }
        assert_eq!(watch.is_clean(), expected, "{names:?} {ends}");
        let report = found(&contract, Artifact::RequestForm, &text);
        assert!(report.is_clean() || !expected);
    }
}

proptest! {
    #[test]
    fn what_is_clean_has_no_findings(script in any::<[u8; 8]>()) {
        let (text, is_clean) = watched(|out| {
            out.object(|out| {
                // Some members come late, or twice.
                let late = usize::from(script[5]) % 16;
                for number in (0..KEYS.len()).filter(|number| *number != late) {
                    member(number, script[number], out);
                }
                if script[6] < 128 {
                    member(late % KEYS.len(), script[7], out);
                }
            });
        });
        let report = found(&CONTRACT, Artifact::RequestBody, &text);
        prop_assert!(!is_clean || report.is_clean(), "{}\n{:#?}", String::from_utf8_lossy(&text), report.findings);
    }
}

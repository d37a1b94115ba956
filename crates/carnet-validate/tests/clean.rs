//! What the clean pass calls clean, `lint` finds nothing in: whatever the lengths of keys and texts
//! are, and wherever they stand. Elsewhere every chain asks the same of its text.

use crate::contract::{PEOPLE, REQUEST_REPLY, body, optional};
use carnet_core::format::DATE;
use carnet_core::shape::{Assertion, Check, Field, MemberAssertion, MemberRule, Object};
use carnet_core::{Artifact, Contract, Kind, Ruling, Shape, Source};
use carnet_validate::{CleanPass, Settings, lint};

const ARTIFACT: Artifact = Artifact::RequestBody;

/// What demands that `until` is not before `since`.
pub(crate) const IN_ORDER: &[MemberRule] = &[MemberRule {
    assertion: MemberAssertion::NotBefore("until", "since"),
    ruling: Ruling::ERROR,
    source: Source::section(""),
}];

pub(crate) const DATES: &[Check] = &[Check {
    assertion: Assertion::Format(&DATE),
    ruling: Ruling::ERROR,
}];

pub(crate) fn field(name: String, kind: Kind) -> Field {
    optional(name.leak(), Shape::of(kind))
}

/// A contract of an object with these members and no others.
fn contract(fields: Vec<Field>) -> Contract {
    contract_with(fields, &[])
}

/// The same, with statements about several of them.
pub(crate) fn contract_with(fields: Vec<Field>, rules: &'static [MemberRule]) -> Contract {
    let object = Object {
        name: "Any",
        fields: fields.leak(),
        rules,
        ..REQUEST_REPLY
    };
    Contract {
        request: body(Shape::of(Kind::Object(Box::leak(Box::new(object)))), &[]),
        replies: &[],
        ..PEOPLE
    }
}

/// Whether a text is called clean, which must be so.
fn is_clean(contract: &Contract, pass: &CleanPass, text: &[u8]) -> bool {
    let is_clean = pass.is_clean(text);
    let report = lint(contract, ARTIFACT, text, &Settings::default());
    let shown = String::from_utf8_lossy(text);
    assert!(
        !is_clean || report.is_clean(),
        "{shown}\n{:#?}",
        report.findings
    );
    is_clean
}

#[test]
fn keys_of_every_length_are_known_and_no_others() {
    let names: Vec<_> = (1..80)
        .map(|length| format!("{}{length}", "k".repeat(length)))
        .collect();
    let fields = names.iter().map(|name| field(name.clone(), Kind::Integer));
    let contract = contract(fields.collect());
    let pass = CleanPass::new(&contract, ARTIFACT, &Settings::default());
    for name in &names {
        for blank in ["", " ", "\n        "] {
            let text = format!("{{{blank}\"{name}\"{blank}:{blank}1{blank}}}");
            assert!(is_clean(&contract, &pass, text.as_bytes()), "{text}");
            let two = format!("{{\"k1\":1,{blank}\"{name}\":{blank}1}}");
            assert_eq!(
                is_clean(&contract, &pass, two.as_bytes()),
                name != "k1",
                "{two}"
            );
        }
        let text = format!("{{\"{name}\":1}}");
        for end in 0..text.len() {
            assert!(!is_clean(&contract, &pass, &text.as_bytes()[..end]));
        }
        for place in 0..text.len() {
            for byte in [b'"', b'\\', b'k', b'j', 0, b' ', 0xC3] {
                let mut other = text.clone().into_bytes();
                other[place] = byte;
                is_clean(&contract, &pass, &other);
            }
        }
    }
}

#[test]
fn texts_of_every_length_are_read_to_their_end() {
    let contract = contract(vec![field("k".to_owned(), Kind::String)]);
    let pass = CleanPass::new(&contract, ARTIFACT, &Settings::default());
    for length in 0..80 {
        for behind in ["", " ", "                                        "] {
            let text = format!("{{\"k\":\"{}\"}}{behind}", "v".repeat(length));
            assert!(is_clean(&contract, &pass, text.as_bytes()), "{text}");
            for place in 0..text.len() {
                for other in [
                    "\"", "\\", "\\\\", "\\\"", "\\n", "\\u00e9", "\u{1f}", "é", "\u{7f}",
                ] {
                    let mut other_text = text.clone();
                    other_text.replace_range(place..=place, other);
                    is_clean(&contract, &pass, other_text.as_bytes());
                }
                let mut broken = text.clone().into_bytes();
                broken[place] = 0x80;
                assert!(!is_clean(&contract, &pass, &broken));
            }
        }
    }
}

#[test]
fn numbers_of_every_length_are_read_to_their_end() {
    let fields = [("n", Kind::Number), ("i", Kind::Integer)];
    let fields = fields.map(|(name, kind)| field(name.to_owned(), kind));
    let contract = contract(fields.into());
    let pass = CleanPass::new(&contract, ARTIFACT, &Settings::default());
    for digits in 0..25 {
        for first in ["", "-", "0", "-0", "+", ".", "1."] {
            for last in [
                "", ".", ".0", ".5", "e", "e1", "E+2", "e-30", "x", "-", "00",
            ] {
                let number = format!("{first}{}{last}", "7".repeat(digits));
                for text in [
                    format!("{{\"n\":{number}}}"),
                    format!("{{\"i\":{number} ,\"n\":1}}"),
                ] {
                    is_clean(&contract, &pass, text.as_bytes());
                }
            }
        }
        let whole = "7".repeat(digits);
        if (1..=18).contains(&digits) {
            let text = format!("{{\"i\":{whole},\"n\":-{whole}.{whole}}}");
            assert!(is_clean(&contract, &pass, text.as_bytes()), "{text}");
        }
    }
}

#[test]
fn dates_with_escapes_are_in_no_order() {
    let fields = ["since", "until"].map(|name| {
        let mut field = field(name.to_owned(), Kind::String);
        field.shape.checks = DATES;
        field
    });
    let contract = contract_with(fields.into(), IN_ORDER);
    let pass = CleanPass::new(&contract, ARTIFACT, &Settings::default());
    for (since, until, expected) in [
        ("2024-02-01", "2025-02-01", true),
        ("2025-02-01", "2024-02-01", false),
        // These are equally long, and as texts in the other order.
        (r"2025-02-0\u0031", r"202\u0034-02-01", false),
    ] {
        let text = format!("{{\"since\":\"{since}\",\"until\":\"{until}\"}}");
        assert_eq!(
            is_clean(&contract, &pass, text.as_bytes()),
            expected,
            "{text}"
        );
    }
}

#[test]
fn a_name_that_needs_escapes_is_left_to_lint() {
    let contract = contract(vec![field("a\"b".to_owned(), Kind::Integer)]);
    let pass = CleanPass::new(&contract, ARTIFACT, &Settings::default());
    for text in [r#"{"a"b":1}"#, r#"{"a\"b":1}"#, r#"{"a\u0022b":1}"#] {
        is_clean(&contract, &pass, text.as_bytes());
    }
}

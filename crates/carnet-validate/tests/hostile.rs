//! Texts that are meant to hurt, and agreement with another reader on what JSON is.

use crate::contract::{CODED, PEOPLE};
use carnet_core::{Artifact, Profile};
use carnet_validate::tree::{self, Node, NodeKind};
use carnet_validate::{Report, Settings, lint};
use proptest::prelude::*;

const SAMPLE: &str = "{\"company\": 1,\r\n \"name\": \"Ad\\u00e1 \\ud83d\\ude00 é\", \"amount\": -1.5e+2,\n\
    \"tags\": [\"a\", \"\\n\"], \"person\": {\"name\": \"B\", \"email\": \"b@c\"}, \"free\": [null, true, \
    false, {}, []], \"key\": \"abc\"}";

fn lint_everything(text: &[u8]) -> Report {
    for (contract, artifact) in [
        (&PEOPLE, Artifact::ReplyBody),
        (&CODED, Artifact::RequestBody),
    ] {
        let _ = lint(contract, artifact, text, &Settings::default());
    }
    let lenient = Settings {
        profile: Profile::Lenient,
        ..Settings::default()
    };
    let _ = lint(&PEOPLE, Artifact::RequestBody, text, &lenient);
    lint(&PEOPLE, Artifact::RequestBody, text, &Settings::default())
}

/// Spans lie inside their parents and in order, and strings are what `serde_json` reads.
fn check_tree(text: &[u8], node: &Node<'_>, value: &serde_json::Value) {
    assert!(node.span.end <= text.len());
    match (&node.kind, value) {
        (NodeKind::Null, serde_json::Value::Null) => {}
        (NodeKind::Bool(ours), serde_json::Value::Bool(theirs)) => assert_eq!(ours, theirs),
        (NodeKind::Number(ours), serde_json::Value::Number(_)) => {
            assert_eq!(ours.as_bytes(), &text[node.span.clone()]);
        }
        (NodeKind::String(ours), serde_json::Value::String(theirs)) => assert_eq!(ours, theirs),
        (NodeKind::Array(ours), serde_json::Value::Array(theirs)) => {
            assert_eq!(ours.len(), theirs.len());
            for (ours, theirs) in ours.iter().zip(theirs) {
                check_tree(text, ours, theirs);
            }
        }
        (NodeKind::Object(_), serde_json::Value::Object(theirs)) => {
            for (key, theirs) in theirs {
                check_tree(text, node.get(key).unwrap(), theirs);
            }
        }
        (ours, theirs) => panic!("{ours:?} is not {theirs:?}"),
    }
}

fn agrees_with_serde_json(text: &[u8]) {
    let ours = tree::parse(text);
    match serde_json::from_slice::<serde_json::Value>(text) {
        Ok(value) => {
            assert!(ours.problems.is_empty(), "{text:?} {:?}", ours.problems);
            check_tree(text, &ours.root.unwrap(), &value);
        }
        Err(error) => {
            assert!(
                !ours.problems.is_empty(),
                "{:?}: {error}",
                String::from_utf8_lossy(text)
            );
        }
    }
}

#[test]
fn every_prefix_and_every_changed_byte() {
    let sample = SAMPLE.as_bytes();
    agrees_with_serde_json(sample);
    for end in 0..sample.len() {
        agrees_with_serde_json(&sample[..end]);
        let report = lint_everything(&sample[..end]);
        assert!(!report.passes());
    }
    for at in 0..sample.len() {
        let mut changed = sample.to_vec();
        for byte in 0..=255 {
            changed[at] = byte;
            agrees_with_serde_json(&changed);
            if byte.is_ascii_punctuation() || byte == 0 || byte == 0xFF {
                let _ = lint(
                    &PEOPLE,
                    Artifact::RequestBody,
                    &changed,
                    &Settings::default(),
                );
            }
        }
        changed.remove(at);
        agrees_with_serde_json(&changed);
    }
}

#[test]
fn odd_texts_agree() {
    for text in [
        "",
        " ",
        "\u{FEFF}1",
        "1\u{0}",
        "\"\u{7f}\"",
        "\"\u{1f}\"",
        "-",
        "-0",
        "-00",
        "0e0",
        "1e400",
        "1.7976931348623157e308",
        "1.7976931348623159e309",
        "1e-999999999999999999999",
        "nul",
        "nulll",
        "[1]2",
        "\"\\u00\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0020\"",
        "\"\\udc00\\ud800\"",
        "\"\\/\"",
        "\"\\'\"",
        "\u{b}1",
        "\u{a0}1",
        "1//x",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{1:2}",
        "\"\u{2028}\"",
        "[,]",
        "{,}",
        "[}",
        "{]",
        ":",
        ",",
        "]",
        "\"a\"\"b\"",
        "1e5",
        "1E+5",
        "1e+",
        "--1",
        "+1",
        ".1",
        "1.",
        "0x1",
        "'a'",
        "tru",
        "truefalse",
        "true false",
        "[true false]",
    ] {
        agrees_with_serde_json(text.as_bytes());
        lint_everything(text.as_bytes());
    }
    for levels in [126, 127, 128, 129] {
        let nested = "[".repeat(levels) + &"]".repeat(levels);
        agrees_with_serde_json(nested.as_bytes());
        let nested = "{\"a\":".repeat(levels) + "1" + &"}".repeat(levels);
        agrees_with_serde_json(nested.as_bytes());
    }
}

#[test]
fn a_million_levels() {
    const LEVELS: usize = 1_000_000;
    for text in [
        "[".repeat(LEVELS),
        "{\"a\":".repeat(LEVELS),
        "[".repeat(LEVELS) + &"]".repeat(LEVELS),
        "]".repeat(LEVELS),
        "[{".repeat(LEVELS),
        "[\"".repeat(LEVELS),
        "{\"a\":[".repeat(LEVELS) + "x",
    ] {
        let report = lint(
            &PEOPLE,
            Artifact::RequestBody,
            text.as_bytes(),
            &Settings::default(),
        );
        assert!(!report.passes());
        assert!(report.findings.len() < 200);
    }
}

#[test]
fn long_texts_take_linear_time() {
    const LENGTH: usize = 800_000;
    for piece in [
        " ", "\n", ",", ":", "\"", "\"\n", "\\", "/", "/*", "//\n", "-", "a", "a:", "\u{a0}", "'",
        "'\n", "\"a\":", "[1 ", "1 ", "\"a\" ", "\"a\n\"", "{\"a\" ", "{a:", "\u{0}", "|",
        "\"a\"|", "key:", "key:\"",
    ] {
        for start in ["", "[", "{\"a\":\"", "{\"a\":"] {
            let text = start.to_owned() + &piece.repeat(LENGTH / 4 / piece.len());
            let report = lint(
                &PEOPLE,
                Artifact::RequestBody,
                text.as_bytes(),
                &Settings::default(),
            );
            assert!(
                report.findings.len() < 300,
                "{start}{piece}…: {}",
                report.findings.len()
            );
        }
    }
    // Keys and numbers that are long themselves.
    let long = "9".repeat(LENGTH / 4);
    for text in [
        format!("{{\"{long}\":1}}"),
        format!("{{\"amount\":0.{long}}}"),
        format!("{{\"id\":1{long}}}"),
    ] {
        assert!(!lint_everything(text.as_bytes()).passes());
    }
    // Wide objects, with every key twice.
    let members: Vec<_> = (0..4_000).map(|i| format!("\"k{}\":{i}", i / 2)).collect();
    lint_everything(format!("{{\"free\":{{{}}}}}", members.join(",")).as_bytes());
    lint_everything(format!("{{{}}}", members.join(",")).as_bytes());
    // And where statements about several members look into all of it.
    let members = &members[..1_000];
    for object in ["update", "attribute", "record"] {
        let text = format!("{{\"{object}\":{{\"tag\":\"k\",{}}}}}", members.join(","));
        lint_everything(text.as_bytes());
        lint_everything(format!("{{\"update\":{text}}}").as_bytes());
    }
    let (items, nulls) = (
        vec!["{\"id\":1}"; 4_000].join(","),
        vec!["null"; 4_000].join(","),
    );
    lint_everything(
        format!(
            "{{\"update\":{{\"keep\":[{items}],\"remove\":[{items}],\"names\":[{nulls}],\"ids\":[{nulls}]}}}}"
        )
        .as_bytes(),
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        lint_everything(&bytes);
        agrees_with_serde_json(&bytes);
    }

    #[test]
    fn tokens_in_any_order(tokens in proptest::collection::vec(proptest::sample::select(TOKENS), 0..24)) {
        let text = tokens.concat();
        lint_everything(text.as_bytes());
        agrees_with_serde_json(text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// So many problems that the reader gives up somewhere.
    #[test]
    fn many_tokens_in_any_order(
        start in proptest::sample::select(&["{", "[", "{\"a\":", ""][..]),
        tokens in proptest::collection::vec(proptest::sample::select(TOKENS), 300..600),
    ) {
        // No string runs through most of the text, and no bracket closes all of it.
        let tokens = tokens.into_iter().filter(|token| !matches!(*token, "\"" | "/*" | "\u{1}"));
        let text = start.repeat(60) + &tokens.collect::<Vec<_>>().concat();
        lint_everything(text.as_bytes());
    }
}

const TOKENS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"a\"",
    "\"name\"",
    "\"key\"",
    "\"update\":{",
    "\"attribute\":{",
    "\"names\":[",
    "\"town\"",
    "'",
    "\\",
    "\\u",
    "\\ud800",
    "1",
    "-",
    ".",
    "e",
    "0",
    "1e400",
    "true",
    "null",
    "x",
    "|",
    "...",
    " ",
    "\n",
    "//",
    "/*",
    "*/",
    "\u{feff}",
    "\u{a0}",
    "é",
    "$JSON",
    "=",
    ";",
    "\u{1}",
    "\"\\x\"",
    "'a'",
    "=>",
    "\"\\udc00\"",
];

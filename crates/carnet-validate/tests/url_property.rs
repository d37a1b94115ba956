//! Properties of reading parameters, and texts that are meant to hurt.

use crate::url_contract::{GUESTS, RULED};
use carnet_core::contract::Artifact;
use carnet_core::{Contract, Profile};
use carnet_validate::{Report, Settings, lint, parameters};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;

const SAMPLE: &str = "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ad%C3%A1+\"&x%22%2C\
    %22phone%22:%22+49%22%7D&ids=[1,2]&count=7&notify=True&note=a+b&apiKey=AbCd1234EfGh5678#top";

/// Spans lie in the text, at the borders of characters.
fn check(text: &[u8], report: &Report) {
    for finding in &report.findings {
        let span = finding.span.unwrap();
        let (start, end) = (span.start.offset, span.end.offset);
        assert!(start <= end && end <= text.len(), "{finding:?}");
        if let Ok(text) = std::str::from_utf8(text) {
            assert!(text.is_char_boundary(start), "{finding:?} in {text:?}");
            assert!(text.is_char_boundary(end), "{finding:?} in {text:?}");
        }
    }
    let apart = report
        .secrets
        .windows(2)
        .all(|pair| pair[0].end < pair[1].start);
    assert!(apart, "{:?}", report.secrets);
}

fn lint_as(contract: &Contract, artifact: Artifact, profile: Profile, text: &[u8]) -> Report {
    let settings = Settings {
        profile,
        ..Settings::default()
    };
    let report = lint(contract, artifact, text, &settings);
    check(text, &report);
    report
}

fn lint_everything(text: &[u8]) -> Report {
    lint_as(&RULED, Artifact::RequestUrl, Profile::Lenient, text);
    lint_as(&GUESTS, Artifact::RequestForm, Profile::Strict, text);
    lint_as(&GUESTS, Artifact::RequestUrl, Profile::Strict, text)
}

#[test]
fn every_prefix_and_every_changed_byte() {
    let sample = SAMPLE.as_bytes();
    for end in 0..sample.len() {
        assert!(!lint_everything(&sample[..end]).is_clean());
    }
    for at in 0..sample.len() {
        let mut changed = sample.to_vec();
        for byte in *b"&=#%\"{\x80z" {
            changed[at] = byte;
            lint_everything(&changed);
        }
        changed.remove(at);
        lint_everything(&changed);
    }
}

/// Texts of unlimited length: work that grew with the square of it would not end.
#[test]
fn long_texts_take_linear_time() {
    const LENGTH: usize = 20_000;
    for part in [
        "&guest={",
        "&guest={\"",
        "&x",
        "&x=1",
        "&note=a&b",
        "note=#",
        "%",
        "%zz",
        "%25",
        "\u{E9}",
        "guest{&",
        "=",
        "&",
        "&apiKey=a",
        "apiKey",
        "?",
        "#",
        "+1",
        "[",
        "&guest=%7B%22a%22:\"",
        "\u{201C}",
        "@",
        ":",
        "/",
        "\n",
        "&ids=%5B%2522",
    ] {
        let text = part.repeat(LENGTH / part.len());
        let url = format!("https://api.example.com/guests?guest={text}");
        let report = lint_as(
            &GUESTS,
            Artifact::RequestUrl,
            Profile::Strict,
            url.as_bytes(),
        );
        assert!(report.findings.len() < 10 + LENGTH / 2, "{part}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_survived(text in prop::collection::vec(any::<u8>(), 0..200)) {
        lint_everything(&text);
        let mut url = b"https://api.example.com/guests?guest=".to_vec();
        url.extend(text);
        lint_everything(&url);
    }

    #[test]
    fn odd_mixtures_are_survived(parts in prop::collection::vec(prop::sample::select(vec![
        "&", "=", "#", "?", "%7B", "%22", "\"", "{", "}", "%7D", "guest", "note", "ids", "apiKey", "numbers",
        "count", "[", "]", ":", ",", "name", "+4", "%", "%25", "%E2%80%9C", "\u{201C}", "\u{E9}", "%C3", " ", "1",
        "true", "[object Object]", "%5B", "://", "@", "\\u0041",
    ]), 0..40)) {
        let text = parts.concat();
        lint_everything(text.as_bytes());
        lint_everything(format!("https://api.example.com/guests?{text}").as_bytes());
    }

    #[test]
    fn pairs_are_those_of_the_url_standard(text in prop::collection::vec(prop_oneof![
        Just(b'&'), Just(b'='), Just(b'%'), Just(b'+'), prop::sample::select(b"0aF2".to_vec()), any::<u8>(),
    ], 0..60)) {
        let theirs: Vec<_> = form_urlencoded::parse(&text).into_owned().collect();
        prop_assert_eq!(parameters::pairs(&text), theirs);
    }

    #[test]
    fn what_is_encoded_is_decoded(pairs in prop::collection::vec((".+", ".*"), 0..5)) {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let query: Vec<_> = pairs.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let url = format!("https://example.com/?{}", query.join("&"));
        prop_assert_eq!(parameters::pairs(parameters::query(url.as_bytes()).unwrap()), pairs);
    }
}

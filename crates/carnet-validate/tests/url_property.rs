//! Properties of reading parameters, and texts that are meant to hurt.

use crate::url_contract::{GUESTS, RULED};
use carnet_core::contract::Artifact;
use carnet_core::{Contract, Profile};
use carnet_validate::{Report, Settings, lint, parameters};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use std::time::{Duration, Instant};

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

fn lint_everything(text: &[u8]) -> Report {
    let of = |contract: &Contract, artifact, profile| {
        let settings = Settings {
            profile,
            ..Settings::default()
        };
        let report = lint(contract, artifact, text, &settings);
        check(text, &report);
        report
    };
    of(&RULED, Artifact::RequestUrl, Profile::Lenient);
    of(&GUESTS, Artifact::RequestForm, Profile::Lenient);
    of(&GUESTS, Artifact::RequestForm, Profile::Strict);
    of(&GUESTS, Artifact::RequestUrl, Profile::Strict)
}

fn is_shown(report: &Report, secret: &str) -> bool {
    report
        .findings
        .iter()
        .any(|found| format!("{found:?}").contains(secret))
}

#[test]
fn every_prefix_and_every_changed_byte() {
    let sample = SAMPLE.as_bytes();
    for end in 0..sample.len() {
        assert!(!lint_everything(&sample[..end]).is_clean());
    }
    for at in 0..sample.len() {
        let mut changed = sample.to_vec();
        for byte in *b"&=#%?+\"{}[]:/@\\ \n\x00\x80\xC3\xFFz" {
            changed[at] = byte;
            let report = lint_everything(&changed);
            assert!(
                !is_shown(&report, "EfGh"),
                "{}: {report:?}",
                String::from_utf8_lossy(&changed)
            );
        }
        changed.remove(at);
        assert!(!is_shown(&lint_everything(&changed), "EfGh"));
    }
}

#[test]
fn work_grows_linearly() {
    let start = "https://api.example.com/guests?";
    for part in [
        "&guest={",
        "&guest={\"",
        "&x",
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
        "?",
        "#",
        "+1",
        "[",
        "&guest=%7B%22a%22:\"",
        "\u{201C}",
        "@",
        ":",
        "/",
        "&ids=%5B%2522",
    ] {
        let time = |times: usize| {
            let text = format!("{start}guest={}", part.repeat(times));
            let begin = Instant::now();
            let _ = lint_everything(text.as_bytes());
            begin.elapsed()
        };
        let (short, long) = (time(200), time(2_000));
        // Ten times the text may take thirty times as long, but not a hundred times.
        let most = short * 30 + Duration::from_millis(200);
        assert!(long < most, "{part}: {short:?}, {long:?}");
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

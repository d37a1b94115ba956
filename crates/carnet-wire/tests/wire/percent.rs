//! Percent-encoding, beside the crates that everybody uses.

use crate::acme::{Line, PlaceOrder, keys};
use carnet_core::json::Sink;
use carnet_core::parameters::ParameterWriter;
use carnet_wire::{BaseUrl, Encode, EncodeForm};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};
use std::borrow::Cow;
use url::Url;

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What RFC 3986 lets stand, written down once more.
fn encoded(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    bytes.collect()
}

/// Asserts that every reader gets back what was written, and that the bytes are the expected ones.
#[track_caller]
fn round_trip(text: &str) {
    let order = PlaceOrder {
        lines: vec![Line {
            article: text.to_owned(),
            count: Some(1),
        }],
        note: Some(text.to_owned()),
        ..PlaceOrder::default()
    };
    let lines = serde_json::json!([{ "article": text, "count": 1 }]).to_string();
    let pairs = [
        ("a", "place"),
        ("lines", &lines),
        ("note", text),
        ("apiKey", "an api key"),
        ("accessKey", "open+sesame/7"),
    ];
    let expected: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    let expected = expected.join("&");

    let request = order.encode(&keys(), &BaseUrl::documented()).unwrap();
    let query = request.uri().query().unwrap();
    assert_eq!(query, expected);
    assert!(!query.contains('+'));

    let form = order.encode_form(&keys(), &BaseUrl::documented()).unwrap();
    let read = |text: &[u8]| form_urlencoded::parse(text).collect::<Vec<_>>() == owned(&pairs);
    assert!(read(query.as_bytes()) && read(form.body()), "{text:?}");

    let url = Url::parse(&request.uri().to_string()).unwrap();
    assert_eq!(
        url.query(),
        Some(query),
        "it stands as a browser would write it"
    );
    assert!(url.query_pairs().eq(owned(&pairs)), "{text:?}");

    for (pair, (name, value)) in query.split('&').zip(&pairs) {
        let (written_name, written) = pair.split_once('=').unwrap();
        let decoded = percent_encoding::percent_decode_str(written);
        assert_eq!(written_name, *name);
        assert_eq!(decoded.decode_utf8().unwrap(), *value);
        let peer = percent_encoding::utf8_percent_encode(value, RESERVED);
        assert_eq!(written, peer.to_string());
    }
}

fn owned<'p>(pairs: &[(&'p str, &'p str)]) -> Vec<(Cow<'p, str>, Cow<'p, str>)> {
    let pairs = pairs.iter();
    pairs
        .map(|&(name, value)| (name.into(), value.into()))
        .collect()
}

#[test]
fn every_character_of_unicode_is_written_as_the_peers_read_it() {
    let all: Vec<char> = ('\0'..=char::MAX).collect();
    for some in all.chunks(1_000) {
        let text: String = some.iter().collect();
        let mut written = Vec::new();
        ParameterWriter::new(&mut written)
            .key("c")
            .put(text.as_bytes());
        let mut pairs = form_urlencoded::parse(&written);
        assert_eq!(pairs.next(), Some(("c".into(), text.as_str().into())));
        assert_eq!(pairs.next(), None);
        assert_eq!(written, format!("c={}", encoded(&text)).as_bytes());
    }
}

#[test]
fn characters_of_every_kind_come_back_in_a_request() {
    let near: Vec<char> = ('\0'..'\u{800}').collect();
    let far: Vec<char> = ('\u{800}'..=char::MAX).step_by(97).collect();
    for some in near.chunks(1_000).chain(far.chunks(1_000)) {
        round_trip(&some.iter().collect::<String>());
    }
}

#[test]
fn every_ascii_character_alone_and_beside_any_other() {
    for first in '\0'..='\u{7f}' {
        round_trip(&first.to_string());
        let pairs = ('\0'..='\u{7f}').flat_map(|second| [first, second]);
        round_trip(&pairs.collect::<String>());
    }
}

#[test]
fn made_texts_come_back() {
    let mut random = fastrand::Rng::with_seed(3);
    for _ in 0..500 {
        let length = random.usize(..40);
        let text: String = (0..length)
            .map(|_| match random.u8(..4) {
                0 => random.char(..),
                1 => random.char('\0'..'\u{80}'),
                2 => *random
                    .choice(&['%', '&', '=', '+', '#', '"', '\\', ' '])
                    .unwrap_or(&' '),
                _ => random.alphanumeric(),
            })
            .collect();
        round_trip(&text);
    }
}

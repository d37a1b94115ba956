//! What no schema can say.

use crate::change::CHANGE;
use crate::contract::MAKE;
use carnet_core::auth::Auth;
use carnet_core::contract::Contract;
use carnet_schema::{Side, not_expressed};

fn entries(contract: &Contract, side: Side) -> Vec<(&'static str, String)> {
    not_expressed(contract, side)
        .into_iter()
        .map(|entry| (entry.rule, entry.at))
        .collect()
}

#[test]
fn of_a_request() {
    let list = entries(&MAKE, Side::Request);
    for (rule, at) in [
        ("url", ""),
        ("byte-order-mark", ""),
        ("duplicate-key", ""),
        ("depth", ""),
        ("bare-word", ""),
        ("integer-spelling", ""),
        ("integer-range", ""),
        ("number-range", ""),
        ("maximum", "/entries/*/value"),
        ("minimum", "/entries/*/value"),
        ("type", "/entries/*/value"),
        ("disputed-type", "/entries/*/value"),
        ("secret", "/Token"),
    ] {
        assert!(
            list.contains(&(rule, at.to_owned())),
            "{rule} {at} in {list:?}"
        );
    }
    assert!(
        !list.iter().any(|(rule, _)| *rule == "authentication"),
        "it is in the body"
    );
    let header = Contract {
        auth: Auth::Header("Bearer"),
        ..MAKE
    };
    assert!(entries(&header, Side::Request).contains(&("authentication", String::new())));
}

#[test]
fn of_a_response() {
    let list = entries(&MAKE, Side::Response);
    assert_eq!(
        list.iter().filter(|(rule, _)| *rule == "depth").count(),
        1,
        "{list:?}"
    );
    assert!(list.contains(&("http-status", String::new())), "{list:?}");
    assert!(
        list.contains(&("key-spelling", String::new())),
        "open: {list:?}"
    );
    assert!(!list.iter().any(|(rule, _)| *rule == "url"), "{list:?}");
}

#[test]
fn of_parameters() {
    let list = entries(&CHANGE, Side::Request);
    for (rule, at) in [
        ("url", ""),
        ("url-host", ""),
        ("percent-encoding", ""),
        ("duplicate-parameter", ""),
        ("parameter-spelling", ""),
        ("same-length", ""),
        ("null-opposite", ""),
        ("listed-flag", ""),
        ("equal", ""),
        ("syntax", "query:data"),
        ("order", "query:data"),
        ("unknown-key", "query:data#/tags/*"),
        ("type", "query:data#/tags/*/*"),
        ("integer-range", "query:id"),
        ("const", "query:version"),
    ] {
        assert!(
            list.contains(&(rule, at.to_owned())),
            "{rule} {at} in {list:?}"
        );
    }
    for rule in [
        "required",
        "unset",
        "requires-true",
        "flag-listed",
        "distinct",
    ] {
        assert!(
            !list.iter().any(|(it, _)| *it == rule),
            "{rule} in {list:?}"
        );
    }
    let host = not_expressed(&CHANGE, Side::Request);
    let host = host.iter().find(|entry| entry.rule == "url-host").unwrap();
    assert_eq!(host.discrepancy.map(|known| known.id), Some("TV-02"));
}

#[test]
fn of_replies_that_a_word_tells_apart() {
    let list = entries(&CHANGE, Side::Response);
    assert!(
        list.contains(&("key-spelling", "/Status".to_owned())),
        "{list:?}"
    );
}

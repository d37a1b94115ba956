//! Parameters in a form body.

use crate::acme::{PlaceOrder, keys, test_server};
use carnet_core::Profile;
use carnet_wire::{BaseUrl, Encode, EncodeForm};

#[test]
fn the_body_is_what_the_query_would_be() {
    let order = PlaceOrder {
        note: Some("two words".into()),
        ..PlaceOrder::of("tea")
    };
    let url = order.encode(&keys(), &test_server()).unwrap();
    let form = order.encode_form(&keys(), &test_server()).unwrap();
    assert_eq!(form.method(), "POST");
    assert_eq!(form.uri(), "http://localhost:8080/mock/orders");
    assert_eq!(
        form.headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(form.headers().len(), 1);
    let body = std::str::from_utf8(form.body()).unwrap();
    assert_eq!(Some(body), url.uri().query());
}

#[test]
fn a_form_is_as_long_as_it_likes() {
    let order = PlaceOrder {
        note: Some("x".repeat(100_000)),
        ..PlaceOrder::of("tea")
    };
    let form = order.encode_form(&keys(), &BaseUrl::documented()).unwrap();
    assert!(form.body().len() > 100_000);
    assert!(order.check_form(Profile::Strict, &keys()).is_clean());
}

#[test]
fn a_form_is_refused_like_a_query() {
    let mut order = PlaceOrder::of("tea");
    order.lines[0].count = Some(-1);
    for profile in [Profile::Strict, Profile::Lenient] {
        let refused = order.encode_form_under(profile, &keys(), &test_server());
        let error = refused.unwrap_err();
        let [finding] = error.findings() else {
            panic!("{error}")
        };
        assert_eq!(finding.at.to_string(), "query:lines#/0/count");
        let report = order.check_form(profile, &keys());
        assert_eq!(report.findings.len(), 1);
    }
}

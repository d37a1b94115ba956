//! Parameters in the query of the URL.

use crate::acme::{Keys, Line, PlaceOrder, Speed, keys, test_server};
use carnet_core::{Member, Profile};
use carnet_wire::{BaseUrl, Encode};

#[test]
fn the_query_carries_everything() {
    let order = PlaceOrder {
        lines: vec![
            Line {
                article: "Käse & Brot".into(),
                count: Some(2),
            },
            Line::default(),
        ],
        note: Some("1+1 = 2?".into()),
        limit: Some("12.50".parse().unwrap()),
        is_present: Some(true),
        speed: Some(Speed::AtOnce),
        subject: Member::Value(Line::default()),
    };
    let request = order.encode(&keys(), &BaseUrl::documented()).unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(
        request.uri(),
        concat!(
            "https://api.acme.example/orders?a=place",
            "&lines=%5B%7B%22article%22%3A%22K%C3%A4se%20%26%20Brot%22%2C%22count%22%3A2%7D%2C",
            "%7B%22article%22%3A%22%22%7D%5D",
            "&note=1%2B1%20%3D%202%3F&limit=12.50&isPresent=true&speed=at%20once",
            "&subject=%7B%22article%22%3A%22%22%7D",
            "&apiKey=an%20api%20key&accessKey=open%2Bsesame%2F7",
        )
    );
    assert!(request.headers().is_empty());
    assert!(request.body().is_empty());
}

#[test]
fn absent_members_are_no_parameters() {
    let request = PlaceOrder::of("tea").encode(&keys(), &test_server());
    assert_eq!(
        request.unwrap().uri(),
        concat!(
            "http://localhost:8080/mock/orders?a=place",
            "&lines=%5B%7B%22article%22%3A%22tea%22%7D%5D",
            "&apiKey=an%20api%20key&accessKey=open%2Bsesame%2F7",
        )
    );
}

#[test]
fn a_buffer_gets_the_query_alone() {
    let mut buffer = b"before?".to_vec();
    let order = PlaceOrder::of("tea");
    order
        .encode_body(Profile::Strict, &keys(), &mut buffer)
        .unwrap();
    let request = order.encode(&keys(), &BaseUrl::documented()).unwrap();
    let query = request.uri().query().unwrap();
    assert_eq!(
        String::from_utf8(buffer).unwrap(),
        format!("before?{query}")
    );

    let mut buffer = b"before?".to_vec();
    let refused = wrong().encode_body(Profile::Strict, &keys(), &mut buffer);
    assert_eq!(refused.unwrap_err().findings().len(), 1);
    assert_eq!(buffer, b"before?");
}

/// An order that breaks one rule inside a parameter.
fn wrong() -> PlaceOrder {
    let mut order = PlaceOrder::of("tea");
    order.lines.push(Line {
        article: "milk".into(),
        count: Some(0),
    });
    order
}

#[test]
fn a_refusal_names_the_place_inside_the_parameter() {
    for base in [BaseUrl::documented(), test_server()] {
        let error = wrong().encode(&keys(), &base).unwrap_err();
        let [finding] = error.findings() else {
            panic!("{error}")
        };
        assert_eq!(finding.rule.as_str(), "minimum");
        assert_eq!(finding.at.to_string(), "query:lines#/1/count");
        assert!(
            error.to_string().contains("query:lines#/1/count: "),
            "{error}"
        );
    }
}

#[test]
fn a_test_server_is_no_mistake() {
    let report = PlaceOrder::of("tea").check(Profile::Strict, &keys());
    assert!(report.is_clean(), "{:?}", report.findings);
    PlaceOrder::of("tea")
        .encode(&keys(), &test_server())
        .unwrap();
}

#[test]
fn a_long_url_is_warned_of_and_made() {
    let order = PlaceOrder {
        note: Some("x".repeat(8_000)),
        ..PlaceOrder::of("tea")
    };
    let report = order.check(Profile::Strict, &keys());
    let rules: Vec<_> = report.findings.iter().map(|it| it.rule.as_str()).collect();
    assert_eq!(rules, ["url-length"]);
    assert!(report.passes());
    let request = order.encode(&keys(), &BaseUrl::documented()).unwrap();
    assert!(request.uri().to_string().len() > 8_000);
}

#[test]
fn a_url_that_nothing_can_hold_is_refused() {
    let query = |note: usize| {
        let order = PlaceOrder {
            note: Some("x".repeat(note)),
            ..PlaceOrder::of("tea")
        };
        order.encode(&keys(), &BaseUrl::documented())
    };
    let empty = query(0).unwrap().uri().to_string().len();
    query(65_534 - empty).unwrap();
    let error = query(65_535 - empty).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the URL has 65535 bytes, and none may have more than 65534: send the parameters as a form"
    );
    assert!(error.findings().is_empty());
}

#[test]
fn an_empty_credential_travels_too() {
    let keys = Keys {
        api_key: "".into(),
        access_key: "b".into(),
    };
    let mut query = Vec::new();
    PlaceOrder::of("tea")
        .encode_body(Profile::Lenient, &keys, &mut query)
        .unwrap();
    assert!(query.ends_with(b"&apiKey=&accessKey=b"));
}

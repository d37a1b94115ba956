//! JSON text to requests, by contract alone.

use crate::acme::{CancelOrder, PlaceOrder, SECRETS, keys, test_server};
use carnet_core::{Operation, Profile, Secret};
use carnet_wire::{
    BaseUrl, Credentials, Encode, EncodeError, EncodeForm, encode_json, encode_json_form,
};
use http::Request;

fn named() -> Credentials {
    let keys = keys();
    Credentials::new([("apiKey", keys.api_key), ("accessKey", keys.access_key)])
}

fn place(text: &str) -> Result<Request<Vec<u8>>, EncodeError> {
    let contract = PlaceOrder::CONTRACT;
    encode_json(
        contract,
        text.as_bytes(),
        named(),
        &test_server(),
        Profile::Strict,
    )
}

fn query(text: &str) -> String {
    place(text).unwrap().uri().query().unwrap().to_owned()
}

const TEXT: &str = r#" { "note": "two words", "lines": [ { "count": 2, "article": "tea" } ],
    "isPresent": true, "limit": 12.50 } "#;

#[test]
fn one_object_of_parameters_makes_the_same_request() {
    let mut order = PlaceOrder::of("tea");
    order.lines[0].count = Some(2);
    order.note = Some("two words".into());
    order.is_present = Some(true);
    order.limit = Some("12.50".parse().unwrap());
    let typed = order.encode(&keys(), &test_server()).unwrap();
    let request = place(TEXT).unwrap();
    assert_eq!(request.uri(), typed.uri());
    assert_eq!(request.method(), typed.method());
    assert_eq!(request.headers(), typed.headers());
    assert!(request.body().is_empty());

    let typed = order.encode_form(&keys(), &test_server()).unwrap();
    let contract = PlaceOrder::CONTRACT;
    let form = encode_json_form(
        contract,
        TEXT.as_bytes(),
        named(),
        &test_server(),
        Profile::Strict,
    );
    let form = form.unwrap();
    assert_eq!(form.uri(), typed.uri());
    assert_eq!(form.headers(), typed.headers());
    assert_eq!(form.body(), typed.body());
}

#[test]
fn what_is_fixed_may_be_written_too() {
    let lines = r#""lines":[{"article":"tea"}]"#;
    let without = query(&format!("{{{lines}}}"));
    assert!(without.starts_with("a=place&lines="), "{without}");
    assert_eq!(query(&format!(r#"{{{lines},"a":"place"}}"#)), without);
    let error = place(&format!(r#"{{{lines},"a":"steal"}}"#)).unwrap_err();
    assert_eq!(error.findings()[0].at.to_string(), "query:a");
}

#[test]
fn credentials_in_the_text_are_not_sent() {
    let text = r#"{"lines":[{"article":"tea"}],"apiKey":"YOUR_API_KEY"}"#;
    assert_eq!(query(text), query(r#"{"lines":[{"article":"tea"}]}"#));
}

#[test]
fn json_may_be_given_as_its_text() {
    let as_text = r#"{"lines":"[{\"article\":\"tea\"}]"}"#;
    assert_eq!(query(as_text), query(r#"{"lines":[{"article":"tea"}]}"#));
}

#[test]
fn wrong_parameters_are_findings() {
    for (text, rule, at) in [
        ("{}", "required", "query:lines"),
        (r#"{"lines":[{}]}"#, "required", "query:lines#/0/article"),
        (
            r#"{"lines":[],"note":"a","note":"b"}"#,
            "duplicate-parameter",
            "query:note",
        ),
        (
            r#"{"lines":[],"notes":"a"}"#,
            "unknown-parameter",
            "query:notes",
        ),
        (
            r#"{"lines":[],"isPresent":"yes"}"#,
            "type",
            "query:isPresent",
        ),
        ("[]", "type", ""),
        ("", "syntax", ""),
        (r#"{"lines":[],}"#, "trailing-comma", ""),
    ] {
        let error = place(text).unwrap_err();
        let [finding] = error.findings() else {
            panic!("{text}: {error}")
        };
        let found = (finding.rule.as_str(), finding.at.to_string());
        assert_eq!(found, (rule, at.to_owned()), "{text}");
    }
}

#[test]
fn credentials_are_asked_for_by_name() {
    let encode = |credentials: Credentials| {
        let base = test_server();
        encode_json(
            PlaceOrder::CONTRACT,
            TEXT.as_bytes(),
            credentials,
            &base,
            Profile::Strict,
        )
    };
    let one = |name: &str| Credentials::new([(name, Secret::from("an api key"))]);
    let three = ["apiKey", "accessKey", "otherKey"].map(|name| (name, Secret::from("an api key")));
    for wrong in [
        one("apiKey"),
        one("Authorization"),
        Secret::from("an api key").into(),
        Credentials::new(three),
    ] {
        let error = encode(wrong).unwrap_err();
        assert_eq!(
            error.to_string(),
            "acme.order.place takes the credentials `apiKey` and `accessKey`: give each by its name"
        );
        let shown = format!("{error:?}");
        assert!(
            SECRETS.iter().all(|secret| !shown.contains(secret)),
            "{shown}"
        );
    }
}

#[test]
fn one_credential_needs_no_name() {
    let contract = CancelOrder::CONTRACT;
    let encode = |credentials: Credentials| {
        encode_json(
            contract,
            br#"{"id":7}"#,
            credentials,
            &test_server(),
            Profile::Strict,
        )
    };
    let secret = Secret::from("token");
    let requests = [
        encode((&secret).into()),
        encode(Credentials::new([("Authorization", secret)])),
    ];
    for request in requests {
        let request = request.unwrap();
        assert_eq!(request.headers()["authorization"], "Bearer token");
        assert_eq!(request.body(), br#"{"id":7}"#);
    }
    let error = encode(Credentials::new([("apiKey", Secret::from("x"))])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "acme.order.cancel takes one credential, `Authorization`, and no other"
    );
}

#[test]
fn a_json_body_is_no_form() {
    let contract = CancelOrder::CONTRACT;
    let base = BaseUrl::documented();
    let error = encode_json_form(contract, b"{}", Secret::from("x"), &base, Profile::Strict);
    assert_eq!(
        error.unwrap_err().to_string(),
        "acme.order.cancel takes a JSON body: only parameters may be sent as a form"
    );
}

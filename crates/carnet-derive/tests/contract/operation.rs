//! Operations and their credentials.

use super::*;
use crate::container::Reply;

#[derive(Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Part<'a> {
    two: &'a str,
    three: i64,
}

/// Does a thing.
///
/// At length.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.do_it",
    vendor = VENDOR,
    put = "https://{base_url}/things/{id}",
    page = "https://example.com/things",
    auth = Token,
    failure(Refusal, status = "400-599", present(error)),
    success(Reply, prefix(StatusCode = "2"), status = "2xx"),
    text(trailing_comma, decided_by = XX_01),
    text(shell_variable("$JSON", "$TOKEN"), strict = warning)
)]
#[allow(dead_code, reason = "only the contract is read")]
struct DoIt<'a> {
    one: i64,
    #[serde(flatten)]
    part: Part<'a>,
    #[serde(flatten)]
    again: Boxed,
    last: Option<bool>,
}

#[derive(Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Boxed {
    four: i64,
}

#[derive(Payload, Authentication)]
#[carnet(body)]
struct Token {
    #[carnet(secret(strict = warning, lenient = warning), format("uuid", strict = warning))]
    token: Secret,
}

#[derive(Deserialize, Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Refusal {
    error: String,
}

#[test]
fn an_operation_is_a_contract() {
    let contract = DoIt::CONTRACT;
    assert_eq!(contract.id, "acme.thing.do_it");
    assert_eq!(contract.vendor.id, "acme");
    assert_eq!(contract.summary, "Does a thing.");
    assert_eq!(contract.page, "https://example.com/things");
    assert_eq!(
        (contract.method, contract.url),
        ("PUT", "https://{base_url}/things/{id}")
    );
    assert_eq!(contract.request.media_type, "application/json");
    let object = contract.request.shape.object().unwrap();
    let names: Vec<_> = object.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["token", "one", "two", "three", "four", "last"]);
    assert_eq!(object.name, "DoIt");
    let names: Vec<_> = DoIt::OBJECT.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["one", "two", "three", "four", "last"]);

    let [comma, variable] = contract.request.text else {
        panic!("two rulings on the text")
    };
    assert_eq!((comma.rule, comma.words.len()), (RuleId::TrailingComma, 0));
    assert_eq!(
        told(&comma.ruling),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
    assert_eq!(
        (variable.rule, variable.words),
        (RuleId::ShellVariable, &["$JSON", "$TOKEN"][..])
    );

    let [failure, success] = contract.replies else {
        panic!("two replies")
    };
    assert_eq!(failure.outcome, Outcome::Failure);
    assert_eq!(
        failure.when,
        [Condition::Status(400, 599), Condition::Present("error")]
    );
    assert_eq!(success.outcome, Outcome::Success);
    assert_eq!(
        success.when,
        [
            Condition::Prefix("StatusCode", "2"),
            Condition::Status(200, 299)
        ]
    );
    assert_eq!(success.body.shape.object().unwrap().name, "Reply");
}

#[test]
fn credentials_travel_in_the_body() {
    let Auth::Body([token]) = Token::AUTH else {
        panic!("one member")
    };
    assert_eq!(token.name, "token");
    assert!(token.shape.sensitive);
    let mut text = Vec::new();
    carnet::json::Writer::new(&mut text).object(|members| {
        let token = Token { token: "t".into() };
        Authentication::write_members(&token, members);
        let request = DoIt {
            one: 1,
            part: Part { two: "2", three: 3 },
            again: Boxed { four: 4 },
            last: None,
        };
        Members::write_members(&request, members);
    });
    assert_eq!(
        String::from_utf8(text).unwrap(),
        r#"{"token":"t","one":1,"two":"2","three":3,"four":4}"#
    );
}

/// Asks for nothing.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.list",
    vendor = VENDOR,
    get = "https://api.example.com/things",
    page = "https://example.com/things",
    success(Reply, status = 200),
    failure(Refusal)
)]
struct List {}

#[test]
fn an_operation_may_send_nothing() {
    fn auth<T: Operation<Auth = NoAuth>>() {}
    auth::<List>();
    assert!(
        List::CONTRACT
            .request
            .shape
            .object()
            .unwrap()
            .fields
            .is_empty()
    );
}

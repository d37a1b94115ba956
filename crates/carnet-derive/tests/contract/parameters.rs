//! Calls whose members travel as parameters, calls that may come in batches, and their replies.

use super::*;
use crate::container::Reply;
use carnet::contract::Carrier;
use carnet::parameters::ParameterWriter;

#[derive(Payload, Authentication)]
#[carnet(query)]
struct Keys {
    #[serde(rename = "apiKey")]
    #[carnet(secret)]
    api: Secret,
}

/// Creates a customer.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.customer.create",
    vendor = VENDOR,
    post = "https://api.example.com/customer",
    page = "https://example.com/customer",
    auth = Keys,
    parameters,
    constant(a = "save"),
    text(url_host("example.com", "example.org"), decided_by = XX_02),
    text(method("GET"), decided_by = XX_01),
    reply_text(trailing_comma, decided_by = XX_01),
    reply_text(curly_quotes, strict = info),
    success(Reply, status = "2xx"),
    failure(Reply, word(Status, "fail", "failed"), word("status ", "no"))
)]
struct Create {
    data: Data,
    count: Option<i64>,
    kind: Kinds,
}

#[derive(Payload)]
struct Data {
    name: String,
}

#[derive(Payload)]
#[serde(untagged)]
#[allow(dead_code, reason = "one variant is enough")]
enum Kinds {
    Word(Word),
    Number(i64),
}

#[derive(Payload)]
struct Word(List);

#[derive(Payload)]
#[serde(rename_all = "lowercase")]
enum List {
    Person,
}

#[test]
fn the_contract_has_parameters() {
    let contract = Create::CONTRACT;
    assert_eq!(contract.carrier, Carrier::Parameters);
    assert_eq!(
        contract.request.media_type,
        "application/x-www-form-urlencoded"
    );
    let object = contract.request.shape.object().unwrap();
    let names: Vec<_> = object.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["a", "data", "count", "kind", "apiKey"]);
    assert!(contract.request.shape.readings.is_empty());
    let [host, method] = contract.request.text else {
        panic!("two rulings")
    };
    assert_eq!(
        (host.rule, host.words),
        (RuleId::UrlHost, &["example.com", "example.org"][..])
    );
    assert_eq!((method.rule, method.words), (RuleId::Method, &["GET"][..]));
}

#[test]
fn all_replies_have_the_same_text() {
    let [success, failure] = Create::CONTRACT.replies else {
        panic!("two replies")
    };
    for reply in [success, failure] {
        let rules: Vec<_> = reply.body.text.iter().map(|it| it.rule).collect();
        assert_eq!(rules, [RuleId::TrailingComma, RuleId::CurlyQuotes]);
        assert_eq!(
            told(&reply.body.text[0].ruling),
            (Level::Error, Level::Warning, Some("XX-01"))
        );
    }
    assert_eq!(
        failure.when,
        [
            Condition::Word("Status", &["fail", "failed"]),
            Condition::Word("status ", &["no"]),
        ]
    );
}

#[test]
fn credentials_travel_in_the_query() {
    fn parameters<T: carnet::operation::Parameters>() {}
    parameters::<Create>();
    let Auth::Query([key]) = Keys::AUTH else {
        panic!("one parameter")
    };
    assert_eq!(key.name, "apiKey");
    let mut query = Vec::new();
    let out = &mut ParameterWriter::new(&mut query);
    let request = Create {
        data: Data {
            name: "A & B".into(),
        },
        count: Some(2),
        kind: Kinds::Word(Word(List::Person)),
    };
    request.write_parameters(out);
    Authentication::write_parameters(&Keys { api: "k".into() }, out);
    assert_eq!(
        String::from_utf8(query).unwrap(),
        "a=save&data=%7B%22name%22%3A%22A%20%26%20B%22%7D&count=2&kind=person&apiKey=k"
    );
}

/// Adds things.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.add",
    vendor = VENDOR,
    post = "https://api.example.com/things",
    page = "https://example.com/things",
    batch(decided_by = XX_01),
    media_type = "text/json",
    success(Reply, status = 200),
    failure(Reply)
)]
#[allow(dead_code, reason = "only the contract is read")]
struct Add<'a> {
    name: &'a str,
}

#[test]
fn an_array_of_requests_may_be_a_reading() {
    let request = Add::CONTRACT.request;
    assert_eq!(Add::CONTRACT.carrier, Carrier::JsonBody);
    assert_eq!(request.media_type, "text/json");
    assert_eq!(request.shape.object().unwrap().name, "Add");
    let [batch] = request.shape.readings else {
        panic!("one reading")
    };
    assert_eq!(
        told(&batch.ruling),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
    let Kind::Array(items) = batch.shape.kind else {
        panic!("an array")
    };
    assert_eq!(items.null.as_ref().map(told), Some(ERROR));
    assert_eq!(items.shape.object().unwrap().fields.len(), 1);
    assert!(items.shape.readings.is_empty());
}

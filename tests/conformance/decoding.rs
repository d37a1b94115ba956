//! Responses to typed replies: success, the documented failure, or neither.

mod apptivo;
mod kapture;

use carnet_core::{Decimal, Member};
use carnet_vendors::aptania::{CreateAccount, Status};
use carnet_vendors::revnue::create_customer::{StoredFields, StoredTemplate, StoredValue};
use carnet_vendors::revnue::{CreateCustomer, Customer, Problem};
use carnet_wire::{Decode, Reply, Unrecognised};
use http::Response;

fn response(status: u16, body: &[u8]) -> Response<&[u8]> {
    Response::builder()
        .status(status)
        .body(body)
        .expect("a response")
}

fn revnue(status: u16, body: &str) -> Reply<Customer, Problem> {
    CreateCustomer::decode(&response(status, body.as_bytes()))
}

fn aptania(status: u16, body: &str) -> Reply<Status, Status> {
    CreateAccount::decode(&response(status, body.as_bytes()))
}

fn unrecognised<S: std::fmt::Debug, F: std::fmt::Debug>(reply: Reply<S, F>) -> Unrecognised {
    match reply {
        Reply::Unrecognised(unrecognised) => unrecognised,
        other => panic!("{other:?}"),
    }
}

#[test]
fn revnue_201_and_200_are_success() {
    for status in [200, 201] {
        let customer = revnue(status, r#"{"id":42,"name":"Example Ltd","city":"Zürich"}"#);
        let customer = customer.success().expect("a customer");
        assert_eq!(customer.id, 42);
        assert_eq!(customer.name, "Example Ltd");
        assert_eq!(customer.city, Member::Value("Zürich".to_owned()));
    }
}

#[test]
fn null_absent_and_empty_are_three_things() {
    let text = r#"{"id":42,"name":"x","city":null,"phone":"","template":{"id":null}}"#;
    let customer = revnue(201, text).success().expect("a customer");
    assert_eq!(customer.city, Member::Null);
    assert_eq!(customer.phone, Member::Value(String::new()));
    assert_eq!(customer.fax, Member::Absent);
    let template = Member::Value(StoredTemplate {
        id: Member::Null,
        fields: Member::Absent,
    });
    assert_eq!(customer.template, template);
}

fn fields(text: &str) -> StoredFields {
    let reply = format!(r#"{{"id":1,"name":"x","template":{{"id":5,"fields":{text}}}}}"#);
    let customer = revnue(201, &reply).success().expect("a customer");
    let template = customer.template.into_value().expect("a template");
    template.fields.into_value().expect("fields")
}

#[test]
fn fields_may_be_a_map_or_a_list() {
    let decimal = |text: &str| {
        Some(StoredValue::Number(
            text.parse::<Decimal>().expect("a number"),
        ))
    };
    let text = Some(StoredValue::Text("2023-01-31".to_owned()));
    let StoredFields(map) = fields(r#"{"7":12.50,"8":"2023-01-31","9":null,"10":true}"#);
    assert_eq!(map["7"], decimal("12.50"));
    assert_eq!(map["8"], text);
    assert_eq!(map["9"], None);
    assert_eq!(map["10"], Some(StoredValue::Flag(true)));
    let StoredFields(list) = fields(r#"[{"id":7,"value":12.50},{"id":8,"value":"2023-01-31"}]"#);
    assert_eq!(list["7"], decimal("12.50"));
    assert_eq!(list["8"], text);
}

#[test]
fn amounts_keep_what_a_double_forgets() {
    let StoredFields(map) = fields(r#"{"a":999999999999999.01,"b":0.10}"#);
    let amount = |key: &str| match &map[key] {
        Some(StoredValue::Number(number)) => number.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(amount("a").to_string(), "999999999999999.01");
    assert_eq!(amount("b"), "0.1".parse().expect("a number"));
}

#[test]
fn integers_by_value_are_decoded() {
    let customer = revnue(201, r#"{"id":4.2e1,"name":"x"}"#)
        .success()
        .expect("a customer");
    assert_eq!(customer.id, 42);
}

#[test]
fn revnue_refusals_are_failures() {
    for status in [400, 401, 404, 405, 429, 500, 503] {
        let reply = revnue(status, r#"{"detail":"This field must be unique."}"#);
        let problem = Problem {
            detail: "This field must be unique.".to_owned(),
        };
        assert_eq!(reply, Reply::Failure(problem), "{status}");
    }
}

#[test]
fn a_page_of_a_proxy_keeps_its_bytes() {
    let html = "<html><body>Bad Gateway \u{fffd}</body></html>";
    let reply = unrecognised(revnue(502, html));
    assert_eq!(reply.status, 502);
    assert_eq!(reply.body, html.as_bytes());
    assert!(!reply.reason.is_empty());
    let bytes = b"\xff\xfe\x00";
    let reply = unrecognised(CreateCustomer::decode(&response(201, bytes)));
    assert_eq!(reply.body, bytes);
}

#[test]
fn what_fits_neither_is_neither() {
    for (status, body) in [
        (201, r#"{"detail":"no customer"}"#),
        (201, r#"{"id":"42","name":"x"}"#),
        (201, "[]"),
        (204, ""),
        (400, "{}"),
        (400, r#"{"detail":{"name":["too long"]}}"#),
        (400, r#"{"id":42,"name":"x"}"#),
        (302, ""),
    ] {
        let reply = unrecognised(revnue(status, body));
        assert_eq!(
            (reply.status, reply.body),
            (status, body.as_bytes().to_vec())
        );
    }
}

#[test]
fn aptania_codes_that_begin_with_2_are_success() {
    for code in ["200", "201", "2"] {
        let reply = aptania(
            200,
            &format!(r#"{{"StatusCode":"{code}","StatusDesc":"done"}}"#),
        );
        let status = reply.success().unwrap_or_else(|| panic!("{code}"));
        assert_eq!(status.status_code.0, code);
        assert_eq!(status.status_desc, "done");
    }
}

#[test]
fn aptania_failures_stand_in_a_200() {
    for code in ["500", "404", "abc", ""] {
        let reply = aptania(
            200,
            &format!(r#"{{"StatusCode":"{code}","StatusDesc":"no"}}"#),
        );
        let Reply::Failure(status) = reply else {
            panic!("{code}: {reply:?}")
        };
        assert_eq!(status.status_code.0, code);
    }
}

#[test]
fn aptania_codes_may_be_numbers() {
    let reply = aptania(200, r#"{"StatusCode":200,"StatusDesc":"done"}"#);
    assert_eq!(
        reply.success().expect("200 is success").status_code.0,
        "200"
    );
    let reply = aptania(200, r#"{"StatusCode":500,"StatusDesc":"no"}"#);
    assert!(matches!(reply, Reply::Failure(_)), "{reply:?}");
}

#[test]
fn aptania_garbage_is_neither() {
    for body in [
        "",
        "OK",
        "<html></html>",
        "{}",
        r#"{"status":"200"}"#,
        r#"{"StatusCode":"200"}"#,
    ] {
        let reply = unrecognised(aptania(200, body));
        assert_eq!(reply.body, body.as_bytes());
    }
}

#[test]
fn slips_that_the_lenient_profile_steps_over_are_decoded() {
    for text in [
        "\u{FEFF}{\"StatusCode\":\"200\",\"StatusDesc\":\"Created\"}",
        r#"{"StatusCode":"200","StatusDesc":"Created",}"#,
        r#"{"StatusCode":"200","StatusDesc":"Created"};"#,
    ] {
        let status = aptania(200, text).success().expect(text);
        assert_eq!(status.status_desc, "Created");
    }
    let text = r#"{"StatusCode":"200","StatusDesc":"Created"};;"#;
    assert_eq!(unrecognised(aptania(200, text)).body, text.as_bytes());
}

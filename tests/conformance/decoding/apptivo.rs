//! Apptivo: the customer as it is stored, and a refusal that no page documents.

use super::{response, unrecognised};
use carnet_vendors::apptivo::reply::{Created, Refusal, Updated};
use carnet_vendors::apptivo::{CreateCustomer, UpdateByContact, UpdateByName};
use carnet_wire::{Decode, Reply};

fn created(body: &str) -> Reply<Created, Refusal> {
    CreateCustomer::decode(&response(200, body.as_bytes()))
}

fn updated(body: &str) -> [Reply<Updated, Refusal>; 2] {
    let response = response(200, body.as_bytes());
    [
        UpdateByName::decode(&response),
        UpdateByContact::decode(&response),
    ]
}

#[test]
fn a_created_customer() {
    let reply = created(
        r#"{"configData":{"region":{"code":"us"}},"customer":{"id":"1014092","objectId":3,
            "customerId":1014092,"customerNumber":"5","customerName":"Example Ltd",
            "customerNameNotAnalysed":"Example Ltd","somethingNew":[1]}}"#,
    );
    let reply = reply.success().expect("a success");
    assert_eq!(reply.customer.customer_id, 1_014_092);
    assert_eq!(reply.customer.id.as_deref(), Some("1014092"));
    assert_eq!(reply.customer.object_id, Some(3));
    assert_eq!(reply.customer.customer_name.as_deref(), Some("Example Ltd"));
    assert_eq!(reply.customer.website, None);
    assert_eq!(
        reply.config_data.expect("it is there")["region"]["code"],
        "us"
    );
}

#[test]
fn an_updated_customer() {
    for reply in updated(r#"{"customer":{"customerId":7,"website":"","assigneeObjectId":8}}"#) {
        let reply = reply.success().expect("a success");
        assert_eq!(reply.customer.customer_id, 7);
        assert_eq!(reply.customer.website.as_deref(), Some(""));
        assert_eq!(reply.customer.assignee_object_id, Some(8));
        assert_eq!(reply.config_data, None);
    }
}

#[test]
fn what_the_lenient_profile_lets_pass_is_decoded() {
    for body in [
        r#"{"customer":{"id":"7","customerId":7}}"#,
        r#"{"customer":{"id":7,"customerId":7}}"#,
        r#"{"customer":{"customerId":7.0}};"#,
        r#"{"customer":{"customerId":7,}}"#,
        "\u{FEFF}{\"customer\":{\"customerId\":7}}",
    ] {
        let reply = created(body).success().expect(body);
        assert_eq!(reply.customer.customer_id, 7, "{body}");
    }
}

#[test]
fn failures_stand_in_a_200() {
    for body in [
        r#"{"status":"FAILURE"}"#,
        r#"{"status":"failure","message":"no"}"#,
    ] {
        assert!(matches!(created(body), Reply::Failure(_)), "{body}");
        for reply in updated(body) {
            assert!(matches!(reply, Reply::Failure(_)), "{body}");
        }
    }
}

#[test]
fn what_breaks_off_is_neither() {
    for body in [
        "",
        "{}",
        "Bad Gateway",
        r#"{"status":"SUCCESS"}"#,
        r#"{"customer":null}"#,
        r#"{"customer":{"id":"7"}}"#,
        r#"{"customer":{"customerId":"none"}}"#,
        r#"{"customer":{"customerId":7,"customerName":"Exam….}}"#,
        r#"{"customer":{"customerId":7}"#,
    ] {
        let reply = unrecognised(created(body));
        assert_eq!(reply.body, body.as_bytes());
        assert!(!reply.reason.is_empty());
        for reply in updated(body) {
            assert_eq!(unrecognised(reply).body, body.as_bytes());
        }
    }
}

//! Kapture: keys and words in any case, two forms of time, codes that are kept when unknown.

use super::{response, unrecognised};
use carnet_vendors::kapture::search_customer::Found;
use carnet_vendors::kapture::{
    AddContact, AddCustomer, ErrorCode, SearchCustomer, SelectCustomers,
};
use carnet_vendors::kapture::{Added, Refusal};
use carnet_wire::{Decode, Reply};
use serde_json::{Value, json};

fn added(body: &str) -> [Reply<Added, Refusal>; 2] {
    let response = response(200, body.as_bytes());
    [
        AddCustomer::decode(&response),
        AddContact::decode(&response),
    ]
}

fn found(body: &str) -> Reply<Found, Refusal> {
    SearchCustomer::decode(&response(200, body.as_bytes()))
}

#[test]
fn something_was_added() {
    for body in [
        r#"{"Message":"Customer added","Status":"Success"}"#,
        r#"{"Message":"Customer added","Status":"Success"};"#,
        r#"{"message":"Customer added","status":"success"}"#,
        r#"{"Message":"Customer added","Status":"SUCCESS","Kapture Customer Id":"7"}"#,
    ] {
        for reply in added(body) {
            assert_eq!(reply.success().expect(body).message, "Customer added");
        }
    }
}

#[test]
fn refusals_stand_in_a_200() {
    for (message, code) in [
        ("AuthKeyInvalid", ErrorCode::AuthKeyInvalid),
        ("ServerFailure", ErrorCode::ServerFailure),
        ("ReqFieldMissing", ErrorCode::ReqFieldMissing),
        ("APIExpired", ErrorCode::ApiExpired),
        (
            "Auth Key Expired",
            ErrorCode::Other("Auth Key Expired".into()),
        ),
    ] {
        for status in ["Fail", "fail", "failed", "Failed"] {
            let body = json!({"Message": message, "Status": status}).to_string();
            for reply in added(&body) {
                let Reply::Failure(refusal) = reply else {
                    panic!("{body}: {reply:?}")
                };
                assert_eq!(refusal.code(), code);
                assert_eq!(refusal.message, message);
            }
        }
    }
}

/// A record with the id alone, and one member more.
fn record(member: &str) -> String {
    format!(r#"{{"message":[{{"id":7{member}}}]}}"#)
}

#[test]
fn both_forms_of_time_are_one_moment() {
    let calendar =
        r#"{"year":2016,"month":3,"dayOfMonth":29,"hourOfDay":22,"minute":37,"second":14}"#;
    for time in [r#""Apr 29, 2016 10:37:14 PM""#, calendar] {
        let body = record(&format!(
            r#","generationDate":{time},"contacts":[{{"id":8,"generationDate":{time}}}]"#
        ));
        let found = found(&body).success().unwrap_or_else(|| panic!("{body}"));
        let record = &found.message[0];
        let contact = &record.contacts.as_ref().expect("contacts")[0];
        let moment = "2016-04-29T22:37:14";
        assert_eq!(
            record.generation_date.expect("a time").0.to_string(),
            moment
        );
        assert_eq!(
            contact.generation_date.expect("a time").0.to_string(),
            moment
        );
    }
}

#[test]
fn numbers_as_texts_and_texts_as_numbers() {
    let body = record(r#","feedbackOnCustomer":0,"syncdLocationId":"5","zone":2"#);
    let found = found(&body).success().expect("a success");
    let record = &found.message[0];
    assert_eq!(record.feedback_on_customer.as_deref(), Some("0"));
    assert_eq!(record.syncd_location_id.as_deref(), Some("5"));
    assert_eq!(record.zone, Some(2));
}

#[test]
fn records_under_other_keys() {
    for key in [
        "message",
        "Message",
        "message ",
        "customer",
        "customers",
        "Customer Details",
    ] {
        let body = format!(r#"{{"{key}":[{{"id":7}}]}}"#);
        let found = found(&body).success().unwrap_or_else(|| panic!("{body}"));
        assert_eq!(found.message[0].id, 7, "{body}");
        let body = format!(r#"{{"{key}":[{{"id":7,}}],"status":"success",}}"#);
        let selected = SelectCustomers::decode(&response(200, body.as_bytes()));
        let selected = selected.success().unwrap_or_else(|| panic!("{body}"));
        assert_eq!(selected.message.records[0].id, 7, "{body}");
    }
}

#[test]
fn what_is_neither() {
    for body in ["", "<html></html>", "[]", r#"{"Status":"Success""#] {
        for reply in added(body) {
            assert_eq!(unrecognised(reply).body, body.as_bytes());
        }
        assert_eq!(unrecognised(found(body)).body, body.as_bytes());
    }
    let bad_day = record(r#","generationDate":"Feb 30, 2016 10:37:14 PM""#);
    assert_eq!(unrecognised(found(&bad_day)).body, bad_day.as_bytes());
    let no_id: Value = json!({"message": [{"name": "Ada"}]});
    assert_eq!(unrecognised(found(&no_id.to_string())).status, 200);
}

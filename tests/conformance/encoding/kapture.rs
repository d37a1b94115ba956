//! Kapture: JSON bodies under a key of the account.

use super::message;
use carnet_core::auth::Basic;
use carnet_vendors::kapture::{
    AddContact, AddCustomer, SearchCustomer, SelectCustomers, UpdateCustomer,
};
use carnet_wire::{BaseUrl, Encode};

const HOST: &str = "https://example.kapturecrm.com";

fn key() -> Basic {
    Basic("YWRhOmV4YW1wbGU=".into())
}

fn base() -> BaseUrl {
    BaseUrl::new(HOST).expect("a base URL")
}

/// What is sent to a path.
fn expected(path: &str, body: &str) -> String {
    format!(
        "POST {HOST}/{path}\nauthorization: Basic YWRhOmV4YW1wbGU=\n\
         content-type: application/json\n\n{body}"
    )
}

#[test]
fn a_customer_is_added() {
    let customer = AddCustomer {
        country: Some("India".into()),
        customer_code: Some("C-1".into()),
        kind: Some("B".into()),
        zone: Some("2".into()),
        date_of_birth: Some("1990-02-28".into()),
        ..AddCustomer::new("Ada \"Example\"", "ada@example.com", "5550100")
    };
    let request = customer.encode(&key(), &base()).expect("right");
    let body = concat!(
        r#"{"name":"Ada \"Example\"","email":"ada@example.com","phone":"5550100","#,
        r#""country":"India","customer_code":"C-1","type":"B","zone":"2","#,
        r#""date_of_birth":"1990-02-28"}"#,
    );
    assert_eq!(
        message(&request),
        expected("add-update-customer-from-other-source.html", body)
    );
}

#[test]
fn a_contact_is_added() {
    let contact = AddContact {
        age: Some(36),
        customer_id: Some("42".into()),
        ..AddContact::new("Ada", "ada@example.com", "5550100")
    };
    let request = contact.encode(&key(), &base()).expect("right");
    let body = concat!(
        r#"{"name":"Ada","email":"ada@example.com","phone":"5550100","age":36,"#,
        r#""customer_id":"42"}"#,
    );
    let path = "add-more-contacts-for-existing-customer.html";
    assert_eq!(message(&request), expected(path, body));
}

#[test]
fn customers_are_selected_searched_and_updated() {
    let select = SelectCustomers {
        start_date: "2016-04-01 00:00:00".into(),
        end_date: "2016-04-30 23:59:59".into(),
        customer_id: Some("42".into()),
    };
    assert_eq!(
        message(&select.encode(&key(), &base()).expect("right")),
        expected(
            "select-customer-between-start-and-end-dates.html",
            r#"{"start_date":"2016-04-01 00:00:00","end_date":"2016-04-30 23:59:59","customer_id":"42"}"#,
        ),
    );
    assert_eq!(
        message(
            &SearchCustomer::new("42")
                .encode(&key(), &base())
                .expect("right")
        ),
        expected(
            "search-customer-by-customer-id.html",
            r#"{"customer_id":"42"}"#
        ),
    );
    let update = UpdateCustomer {
        city: Some("Exampleton".into()),
        zone: Some(2),
        name: Some("Ada".into()),
        email: Some("ada@example.com".into()),
        phone: Some("5550100".into()),
        ..UpdateCustomer::new("42")
    };
    assert_eq!(
        message(&update.encode(&key(), &base()).expect("right")),
        expected(
            "add-update-customer-from-other-source.html",
            concat!(
                r#"{"customer_id":"42","name":"Ada","email":"ada@example.com","phone":"5550100","#,
                r#""city":"Exampleton","zone":2}"#,
            ),
        ),
    );
}

#[test]
fn an_account_has_a_host_of_its_own() {
    let search = SearchCustomer::new("42");
    assert!(search.encode(&key(), &BaseUrl::documented()).is_err());
}

#[test]
fn the_key_is_never_shown() {
    let error = SearchCustomer::new("")
        .encode(&key(), &base())
        .expect_err("no id");
    let request = SearchCustomer::new("42")
        .encode(&key(), &base())
        .expect("right");
    for shown in [
        format!("{:?}", key()),
        format!("{error} {error:?}"),
        format!("{request:?}"),
    ] {
        assert!(!shown.contains("YWRhOmV4YW1wbGU"), "{shown}");
    }
}

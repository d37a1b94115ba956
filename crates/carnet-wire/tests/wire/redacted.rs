//! Requests without their credentials.

use carnet_core::Operation;
use carnet_core::auth::Basic;
use carnet_vendors::apptivo::{self, Customer, Keys};
use carnet_vendors::kapture::AddCustomer;
use carnet_wire::{BaseUrl, Encode, EncodeForm, Redacted};
use http::header::{AUTHORIZATION, HeaderValue};

fn keys() -> Keys {
    Keys {
        api_key: "geh/eim".into(),
        access_key: "topsecret".into(),
    }
}

/// A customer that repeats one of the credentials.
fn customer() -> apptivo::CreateCustomer {
    apptivo::CreateCustomer::new(Customer {
        customer_name: Some("topsecret Ltd".into()),
        ..Customer::default()
    })
}

#[test]
fn credentials_in_the_query_are_stars() {
    let request = customer().encode(&keys(), &BaseUrl::documented()).unwrap();
    let shown = Redacted::new(apptivo::CreateCustomer::CONTRACT, &request).to_string();
    assert_eq!(
        shown,
        "POST /app/dao/v6/customers?a=save&customerData=%7B%22customerName%22%3A%22********%20Ltd\
         %22%7D&apiKey=********&accessKey=******** HTTP/1.1\nHost: api.apptivo.com\n\n",
    );
}

#[test]
fn credentials_in_a_form_are_stars() {
    let base = BaseUrl::documented();
    let request = customer().encode_form(&keys(), &base).unwrap();
    let shown = Redacted::new(apptivo::CreateCustomer::CONTRACT, &request);
    assert!(
        shown
            .to_string()
            .ends_with("&apiKey=********&accessKey=********\n")
    );
    assert_eq!(format!("{shown:?}"), shown.to_string());
}

#[test]
fn a_header_without_its_mark_is_a_credential_still() {
    let customer = AddCustomer::new("Ada geheim Example", "ada@example.com", "5550100");
    let base = BaseUrl::new("https://example.kapturecrm.com").unwrap();
    let mut request = customer.encode(&Basic("geheim".into()), &base).unwrap();
    let unmarked = HeaderValue::from_static("Basic geheim");
    request.headers_mut().insert(AUTHORIZATION, unmarked);
    let shown = Redacted::new(AddCustomer::CONTRACT, &request).to_string();
    assert!(shown.contains("authorization: Basic ********\n"));
    assert!(shown.contains(r#""name":"Ada ******** Example""#));
}

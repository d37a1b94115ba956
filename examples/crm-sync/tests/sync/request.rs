//! The five requests of one lead, to the byte.

use crate::{accounts, leads};
use carnet::http::Request;
use crm_sync::request;

/// Method, URL, `Authorization` and body of the request to the vendor of this number.
fn sent(vendor: usize) -> (String, String, Option<String>, String) {
    let attempts = request::all(&leads().sync[0], &accounts());
    let attempt = attempts.into_iter().nth(vendor).unwrap();
    let request: Request<Vec<u8>> = attempt.request.unwrap();
    let header = request.headers().get("authorization");
    (
        request.method().to_string(),
        request.uri().to_string(),
        header.map(|value| value.to_str().unwrap().to_owned()),
        String::from_utf8(request.into_body()).unwrap(),
    )
}

#[track_caller]
fn check(vendor: usize, url: &str, header: Option<&str>, body: &str) {
    let sent = sent(vendor);
    let expected = (
        "POST".to_owned(),
        url.to_owned(),
        header.map(str::to_owned),
        body.to_owned(),
    );
    assert_eq!(sent, expected);
}

#[test]
fn revnue() {
    check(
        0,
        "https://revnue.example.com/api/v2/customer",
        Some("Bearer secret-of-revnue"),
        concat!(
            r#"{"company":1,"name":"Example & Söhne","#,
            r#""contact_person":{"name":"Ada Example","email":"ada@example.com","type":"executive"},"#,
            r#""address_line_1":"Unit 1","address_line_2":"Example Park","city":"Exampleton","#,
            r#""zip_postal_code":"EX1 1EX","country":826,"phone":"+44 1632 960000","#,
            r#""website":"https://example.com","general_description":"Met at a fair","#,
            r#""nda_signed":true,"nda_signed_date":"2026-01-15"}"#,
        ),
    );
}

#[test]
fn kapture() {
    check(
        1,
        "https://kapture.example.com/add-update-customer-from-other-source.html",
        Some("Basic secret-of-kapture"),
        concat!(
            r#"{"name":"Example & Söhne","email":"office@example.com","#,
            r#""phone":"+44 1632 960000","country":"United Kingdom","city":"Exampleton","#,
            r#""type":"B","address":"Unit 1","anniversary_date":"2019-04-01"}"#,
        ),
    );
}

#[test]
fn aptania() {
    check(
        2,
        "https://api.aptania.com/services/createAccount",
        None,
        concat!(
            r#"{"TokenUUID":"7e1c2a9b-4d3f-4a68-8b5e-6f0d9c2b1a37","#,
            r#""AccountName":"Example & Söhne","Address1":"Unit 1","Address2":"Example Park","#,
            r#""Town":"Exampleton","Postcode":"EX1 1EX","County":"Exampleshire","#,
            r#""Telephone":"+44 1632 960000","CountryID":"77","Note":"Met at a fair","#,
            r#""CreatedByUserID":360,"AssignedToUserID":360,"AccountTypeID":"3","#,
            r#""ContactProfileID":4,"Contacts":["#,
            r#"{"Firstname":"Ada","Lastname":"Example","Emailaddress":"ada@example.com"},"#,
            r#"{"Firstname":"Bo","Lastname":"Sample","Emailaddress":"bo@example.com"}],"#,
            r#""Actions":[{"ActionTypeID":"1","ActionAssignedToUserID":360,"#,
            r#""ActionText":"Call back","ActionDate":"31-10-2026","ActionTime":"10:09"}]}"#,
        ),
    );
}

#[test]
fn apptivo() {
    check(
        3,
        "https://api.apptivo.com/app/dao/v6/customers",
        None,
        concat!(
            "a=save&customerData=%7B%22customerName%22%3A%22Example%20%26%20S%C3%B6hne%22%2C",
            "%22statusName%22%3A%22New%22%2C%22description%22%3A%22Met%20at%20a%20fair%22%2C",
            "%22website%22%3A%22https%3A%2F%2Fexample.com%22%2C",
            "%22phoneNumbers%22%3A%5B%7B%22phoneNumber%22%3A%22%2B44%201632%20960000%22%2C",
            "%22phoneType%22%3A%22Business%22%2C%22phoneTypeCode%22%3A%22PHONE_BUSINESS%22%2C",
            "%22id%22%3A%22cust_phone_input%22%7D%5D%2C",
            "%22emailAddresses%22%3A%5B%7B%22emailAddress%22%3A%22ada%40example.com%22%2C",
            "%22emailTypeCode%22%3A%22BUSINESS%22%2C%22emailType%22%3A%22Business%22%2C",
            "%22id%22%3A%22cont_email_input%22%7D%2C%7B",
            "%22emailAddress%22%3A%22bo%40example.com%22%2C",
            "%22emailTypeCode%22%3A%22BUSINESS%22%2C%22emailType%22%3A%22Business%22%2C",
            "%22id%22%3A%22cont_email_input%22%7D%5D%2C",
            "%22addresses%22%3A%5B%7B%22addressAttributeId%22%3A%22address_section_attr_id%22%2C",
            "%22addressType%22%3A%22Billing%20Address%22%2C%22addressTypeCode%22%3A%221%22%2C",
            "%22addressLine1%22%3A%22Unit%201%22%2C%22addressLine2%22%3A%22Example%20Park%22%2C",
            "%22city%22%3A%22Exampleton%22%2C%22zipCode%22%3A%22EX1%201EX%22%2C",
            "%22countryCode%22%3A%22GB%22%2C%22county%22%3A%22Exampleshire%22%2C",
            "%22addressGroupName%22%3A%22Address1%22%7D%5D%7D",
            "&apiKey=secret-of-apptivo&accessKey=other-secret-of-apptivo",
        ),
    );
}

#[test]
fn ledgerly() {
    check(
        4,
        "https://api.ledgerly.example.com/v1/accounts",
        Some("Bearer secret-of-ledgerly"),
        concat!(
            r#"{"reference":1001,"name":"Example & Söhne","sector":"trade","#,
            r#""address":{"street":"Unit 1","town":"Exampleton","postcode":"EX1 1EX","#,
            r#""country":"GB"},"contacts":["#,
            r#"{"name":"Ada Example","email":"ada@example.com","role":"owner"},"#,
            r#"{"name":"Bo Sample","email":"bo@example.com","role":"accounts"}],"#,
            r#""terms":"prepaid","customer_since":"2019-04-01","#,
            r#""credit_limit":2500.50,"currency":"GBP"}"#,
        ),
    );
}

#[test]
fn what_is_absent_is_left_out() {
    let attempts = request::all(&leads().sync[1], &accounts());
    for attempt in attempts {
        let body = String::from_utf8(attempt.request.unwrap().into_body()).unwrap();
        for absent in [
            "null",
            "website",
            "signed_date",
            "credit_limit",
            "address_line_2",
        ] {
            assert!(!body.contains(absent), "{absent} in {body}");
        }
    }
}

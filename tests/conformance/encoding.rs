//! Typed values to requests: the exact bytes, and every reason why not.

mod apptivo;
mod kapture;

use carnet_core::auth::Bearer;
use carnet_core::{Profile, Secret};
use carnet_vendors::aptania::create_account::{Action, Contact};
use carnet_vendors::aptania::{CreateAccount, Token};
use carnet_vendors::revnue::CreateCustomer;
use carnet_vendors::revnue::create_customer::{
    ContactPerson, ContactRole, CustomField, CustomFieldValue, Template,
};
use carnet_wire::{BaseUrl, Encode, encode_json};
use http::Request;

const UUID: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

fn bearer() -> Bearer {
    Bearer("a-bearer-token".into())
}

fn token() -> Token {
    Token {
        token_uuid: UUID.into(),
    }
}

fn base() -> BaseUrl {
    BaseUrl::new("https://api.example.com").expect("a base URL")
}

fn whole_customer() -> CreateCustomer {
    let text = |text: &str| Some(text.to_owned());
    CreateCustomer {
        category: Some(3),
        contact_person: Some(ContactPerson {
            name: text("Ada Example"),
            email: text("ada@example.com"),
            role: Some(ContactRole::AccountManagement),
        }),
        address_line_1: text("1 \"Example\" Street"),
        address_line_2: text("back\\yard\n"),
        city: text("Zürich"),
        state_province: text("ZH"),
        zip_postal_code: text("8001"),
        country: Some(756),
        phone: text("+41 44 000 00 00"),
        mobile: text("+41 79 000 00 00"),
        fax: text("+41 44 000 00 01"),
        website: text("https://www.example.com/?a=b&c"),
        general_description: text("𝄞 </script> \u{7f} \u{1f}"),
        nda_signed: Some(true),
        nda_signed_date: text("2024-02-29"),
        msa_signed: Some(false),
        msa_signed_date: None,
        supplementary_description: text(""),
        additional_description: text("more"),
        template: Some(Template {
            id: Some(5),
            fields: Some(vec![
                field(
                    7,
                    CustomFieldValue::Money("999999999999999.00".parse().expect("money")),
                ),
                field(8, CustomFieldValue::Number(-999_999_999_999_999)),
                field(9, CustomFieldValue::Date("2023-01-31".into())),
                field(10, CustomFieldValue::Text("free".into())),
            ]),
        }),
        ..CreateCustomer::new(1, "Example Ltd")
    }
}

fn field(id: i64, value: CustomFieldValue) -> CustomField {
    CustomField {
        id,
        value: Some(value),
    }
}

fn account() -> CreateAccount {
    CreateAccount {
        account_name: "Example Ltd".into(),
        address_1: "Unit 1".into(),
        address_2: "Example Park".into(),
        town: "Exampleton".into(),
        postcode: "EX1 1EX".into(),
        county: "Exampleshire".into(),
        telephone: "01632 960000".into(),
        country_id: "77".into(),
        note: "First contact".into(),
        created_by_user_id: 123,
        assigned_to_user_id: 124,
        account_type_id: "3".into(),
        contact_profile_id: 4.into(),
        contacts: vec![Contact {
            firstname: "Ada".into(),
            lastname: "Example".into(),
            emailaddress: "ada@example.com".into(),
        }],
        actions: vec![Action {
            action_type_id: "1".into(),
            action_assigned_to_user_id: 360,
            action_text: "Call back".into(),
            action_date: "31-10-2023".into(),
            action_time: "10:09".into(),
        }],
    }
}

fn body(request: &Request<Vec<u8>>) -> &str {
    str::from_utf8(request.body()).expect("UTF-8")
}

/// Method and URL, headers by name, and the body behind an empty line.
fn message(request: &Request<Vec<u8>>) -> String {
    let mut headers: Vec<_> = request
        .headers()
        .iter()
        .map(|(name, value)| format!("{name}: {}\n", value.to_str().expect("visible")))
        .collect();
    headers.sort();
    let (method, url) = (request.method(), request.uri());
    format!("{method} {url}\n{}\n{}", headers.concat(), body(request))
}

#[test]
fn revnue_request_with_every_member() {
    let request = whole_customer()
        .encode(&bearer(), &base())
        .expect("it satisfies the contract");
    let body = concat!(
        r#"{"company":1,"name":"Example Ltd","category":3,"#,
        r#""contact_person":{"name":"Ada Example","email":"ada@example.com","type":"account_management"},"#,
        r#""address_line_1":"1 \"Example\" Street","address_line_2":"back\\yard\n","city":"Zürich","#,
        r#""state_province":"ZH","zip_postal_code":"8001","country":756,"phone":"+41 44 000 00 00","#,
        r#""mobile":"+41 79 000 00 00","fax":"+41 44 000 00 01","website":"https://www.example.com/?a=b&c","#,
        "\"general_description\":\"𝄞 </script> \u{7f} \\u001f\",",
        r#""nda_signed":true,"nda_signed_date":"2024-02-29","msa_signed":false,"#,
        r#""supplementary_description":"","additional_description":"more","#,
        r#""template":{"id":5,"fields":[{"id":7,"value":999999999999999.00},"#,
        r#"{"id":8,"value":-999999999999999},{"id":9,"value":"2023-01-31"},{"id":10,"value":"free"}]}}"#,
    );
    assert_eq!(
        message(&request),
        format!(
            "POST https://api.example.com/api/v2/customer\nauthorization: Bearer a-bearer-token\n\
             content-type: application/json\n\n{body}"
        ),
    );
}

#[test]
fn revnue_request_with_the_required_members() {
    let request = CreateCustomer::new(0, "é")
        .encode(&bearer(), &base())
        .expect("it is enough");
    assert_eq!(body(&request), r#"{"company":0,"name":"é"}"#);
}

#[test]
fn aptania_request_carries_its_token_in_the_body() {
    let request = account()
        .encode(&token(), &BaseUrl::documented())
        .expect("it is right");
    let body = concat!(
        r#"{"TokenUUID":"0f8fad5b-d9cb-469f-a165-70867728950e","AccountName":"Example Ltd","#,
        r#""Address1":"Unit 1","Address2":"Example Park","Town":"Exampleton","Postcode":"EX1 1EX","#,
        r#""County":"Exampleshire","Telephone":"01632 960000","CountryID":"77","Note":"First contact","#,
        r#""CreatedByUserID":123,"AssignedToUserID":124,"AccountTypeID":"3","ContactProfileID":4,"#,
        r#""Contacts":[{"Firstname":"Ada","Lastname":"Example","Emailaddress":"ada@example.com"}],"#,
        r#""Actions":[{"ActionTypeID":"1","ActionAssignedToUserID":360,"ActionText":"Call back","#,
        r#""ActionDate":"31-10-2023","ActionTime":"10:09"}]}"#,
    );
    assert_eq!(
        message(&request),
        format!(
            "POST https://api.aptania.com/services/createAccount\n\
             content-type: application/json\n\n{body}"
        ),
    );
}

#[test]
fn another_base_replaces_the_documented_host() {
    let base = BaseUrl::new("http://localhost:8080/proxy/").expect("a base URL");
    let request = account().encode(&token(), &base).expect("it is right");
    assert_eq!(
        request.uri(),
        "http://localhost:8080/proxy/services/createAccount"
    );
    let refused = CreateCustomer::new(1, "x").encode(&bearer(), &BaseUrl::documented());
    assert!(refused.is_err(), "RevNue documents no host");
    assert!(
        BaseUrl::new("https://{{base_url}}").is_err(),
        "the page's placeholder is no host"
    );
}

#[test]
fn absent_and_empty_are_two_things() {
    let mut customer = CreateCustomer::new(1, "x");
    customer.city = Some(String::new());
    customer.template = Some(Template {
        id: Some(1),
        fields: Some(Vec::new()),
    });
    let request = customer
        .encode(&bearer(), &base())
        .expect("optional texts may be empty");
    assert_eq!(
        body(&request),
        r#"{"company":1,"name":"x","city":"","template":{"id":1,"fields":[]}}"#
    );
}

fn refused_customer() -> CreateCustomer {
    CreateCustomer {
        contact_person: Some(ContactPerson {
            name: Some("Ada".into()),
            ..ContactPerson::default()
        }),
        city: Some("c".repeat(51)),
        nda_signed_date: Some("2023-02-29".into()),
        ..CreateCustomer::new(1, "𝄞".repeat(51))
    }
}

#[test]
fn a_refusal_lists_everything_at_once() {
    let error = refused_customer()
        .encode(&bearer(), &base())
        .expect_err("it breaks four rules");
    let found: Vec<_> = error
        .findings()
        .iter()
        .map(|finding| format!("{} {} {}", finding.severity, finding.rule, finding.at))
        .collect();
    let mut expected = [
        "error max-length /name",
        "error required-with /contact_person/email",
        "error max-length /city",
        "error format /nda_signed_date",
        "warning requires-true /nda_signed_date",
    ];
    let mut found: Vec<_> = found.iter().map(String::as_str).collect();
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
    let shown = error.to_string();
    assert!(
        shown.contains("/city") && shown.contains("/name"),
        "{shown}"
    );
}

#[test]
fn a_refusal_leaves_the_buffer_as_it_was() {
    let mut buffer = b"before".to_vec();
    let refused = refused_customer().encode_body(Profile::Strict, &bearer(), &mut buffer);
    assert!(refused.is_err());
    assert_eq!(buffer, b"before");
    CreateCustomer::new(1, "x")
        .encode_body(Profile::Strict, &bearer(), &mut buffer)
        .expect("right");
    assert_eq!(buffer, br#"before{"company":1,"name":"x"}"#);
}

#[test]
fn a_profile_is_relaxed_only_when_asked() {
    let mut account = account();
    account.contact_profile_id =
        carnet_vendors::aptania::create_account::ContactProfileId::Text("xx".into());
    let base = BaseUrl::documented();
    assert!(
        account.encode(&token(), &base).is_err(),
        "strict takes the table's word"
    );
    let request = account
        .encode_under(Profile::Lenient, &token(), &base)
        .expect("the sample's");
    assert!(body(&request).contains(r#""ContactProfileID":"xx""#));
}

#[test]
fn warnings_do_not_refuse() {
    let mut account = account();
    account.note = String::new();
    account.contacts.clear();
    let request = account
        .encode(&token(), &BaseUrl::documented())
        .expect("warnings only");
    assert!(
        body(&request).contains(r#""Note":"","#) && body(&request).contains(r#""Contacts":[]"#)
    );
}

#[test]
fn a_live_token_on_its_way_to_the_vendor_is_no_finding() {
    assert!(account().check(Profile::Strict, &token()).is_clean());
}

#[test]
fn secrets_are_never_shown() {
    let token = Token {
        token_uuid: format!("{UUID}\u{1}").into(),
    };
    let bearer = Bearer("a-bearer-token\n".into());
    let mut account = account();
    account.actions[0].action_time = "24:00".into();
    let refused = account
        .encode(&token, &BaseUrl::documented())
        .expect_err("24:00 is no time");
    let no_header = CreateCustomer::new(1, "x")
        .encode(&bearer, &base())
        .expect_err("a line feed");
    let request = CreateCustomer::new(1, "x")
        .encode(&self::bearer(), &base())
        .expect("right");
    for shown in [
        format!("{token:?}"),
        format!("{bearer:?}"),
        format!("{refused} {refused:?} {:?}", refused.findings()),
        format!("{no_header} {no_header:?}"),
        format!("{request:?}"),
    ] {
        assert!(
            !shown.contains("0f8fad5b") && !shown.contains("a-bearer-token"),
            "{shown}"
        );
    }
}

#[test]
fn json_text_makes_the_same_requests() {
    let text = br#" {"name":"Example Ltd", "company": 1} "#;
    let secret = Secret::from("a-bearer-token");
    let contract = <CreateCustomer as carnet_core::Operation>::CONTRACT;
    let request =
        encode_json(contract, text, secret.clone(), &base(), Profile::Strict).expect("right");
    let typed = CreateCustomer::new(1, "Example Ltd")
        .encode(&bearer(), &base())
        .expect("right");
    assert_eq!(message(&request), message(&typed));

    let whole = account()
        .encode(&token(), &BaseUrl::documented())
        .expect("right");
    let contract = <CreateAccount as carnet_core::Operation>::CONTRACT;
    let without_token = body(&whole).replacen(&format!(r#""TokenUUID":"{UUID}","#), "", 1);
    let secret = Secret::from(UUID);
    let base = BaseUrl::documented();
    let request = encode_json(
        contract,
        without_token.as_bytes(),
        secret,
        &base,
        Profile::Strict,
    );
    assert_eq!(message(&request.expect("right")), message(&whole));
}

#[test]
fn json_text_is_refused_like_a_typed_value() {
    let contract = <CreateCustomer as carnet_core::Operation>::CONTRACT;
    let secret = Secret::from("a-bearer-token");
    for (text, rule) in [
        (&br#"{"company":1}"#[..], "required"),
        (br#"{"company":1,"name":"x","name":"y"}"#, "duplicate-key"),
        (br#"{"company":1,"name":"x",}"#, "trailing-comma"),
        (b"[]", "type"),
        (b"", "syntax"),
    ] {
        let error = encode_json(contract, text, secret.clone(), &base(), Profile::Strict);
        let error = error.expect_err("it breaks a rule");
        let rules: Vec<_> = error.findings().iter().map(|it| it.rule.as_str()).collect();
        assert_eq!(rules, [rule], "{}", String::from_utf8_lossy(text));
    }
}

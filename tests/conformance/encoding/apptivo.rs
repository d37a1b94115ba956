//! Apptivo: parameters in a URL, or in a form.

use crate::query;
use carnet_core::{Member, Profile, RuleId};
use carnet_testing::JsonText;
use carnet_testing::fastrand::Rng;
use carnet_testing::generate::letters;
use carnet_vendors::apptivo::customer::{
    Address, CustomAttribute, Customer, Email, Id, Phone, Unexplained, YesNo,
};
use carnet_vendors::apptivo::{CreateCustomer, Keys, UpdateByContact, UpdateByName};
use carnet_wire::{BaseUrl, Credentials, Encode, EncodeForm, encode_json, encode_json_form};
use http::Request;
use serde_json::{Value, json};

const URL: &str = "https://api.apptivo.com/app/dao/v6/customers";

fn keys() -> Keys {
    Keys {
        api_key: "an-api-key".into(),
        access_key: "an-access-key".into(),
    }
}

/// The parameters of a query or form, read by another decoder than ours.
fn parameters(text: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(text).into_owned().collect()
}

fn sent(request: &Request<Vec<u8>>) -> Vec<(String, String)> {
    assert!(request.body().is_empty() && request.headers().is_empty());
    parameters(request.uri().query().unwrap_or_default().as_bytes())
}

/// The sample of the page, as far as it goes through types: every member but in which order.
fn printed_customer() -> Customer {
    let text = |text: &str| Some(text.to_owned());
    let empty = || Some(String::new());
    let attribute = |id: &str, tag: &str, kind: &str| CustomAttribute {
        custom_attribute_type: text(kind),
        field_type: text("NUMBER"),
        ..CustomAttribute::new(id, tag, "")
    };
    Customer {
        custom_attributes: Some(vec![
            attribute(
                "input_1528893649501_367_1127461528893649501_704",
                "input_1528893649501_117_839291528893649501_645",
                "input",
            ),
            attribute(
                "input_1530531982205_792_1049571530531982205_275",
                "input_1530531982205_532_982921530531982205_335",
                "input",
            ),
            attribute(
                "select_1528893649502_389_820021528893649502_920",
                "select_1528893649502_583_987801528893649502_923",
                "select",
            ),
        ]),
        customer_id: Member::Null,
        customer_name: text("Apptivo Support"),
        customer_number: text("Auto generated number"),
        customer_category: empty(),
        customer_category_id: Member::Null,
        status_name: text("Active"),
        status_id: Id(10000).into(),
        default_billing_currency: text("USD"),
        assignee_object_ref_name: text("sites user"),
        assignee_object_ref_id: Id(76886).into(),
        assignee_object_id: Id(8).into(),
        description: empty(),
        phone_number: empty(),
        contact_email: empty(),
        skype_name: empty(),
        parent_customer_name: empty(),
        parent_customer_id: Member::Null,
        employee_range: empty(),
        employee_range_id: Member::Null,
        website: empty(),
        ticker_symbol: empty(),
        annual_revenue: Member::Null,
        annual_revenue_currency_code: text("USD"),
        campaign_name: empty(),
        campaign_id: Member::Null,
        credit_rating: empty(),
        market_name: empty(),
        market_id: Member::Null,
        segment_name: empty(),
        segment_id: Member::Null,
        industry_name: empty(),
        industry_id: Member::Null,
        payment_term: text("Net 30"),
        payment_term_id: Id(98234).into(),
        ownership: empty(),
        sla_name: empty(),
        sla_id: Member::Null,
        is_unsubscribed: Some(YesNo::N),
        accounts: Some(Vec::new()),
        territories: Some(Vec::new()),
        is_bounced: Some(YesNo::N),
        bounced_reason: Member::Null,
        is_responded: Some(YesNo::N),
        sync_to_google: Some(YesNo::N),
        follow_up_date: Member::Null,
        follow_up_description: Member::Null,
        created_by_name: empty(),
        last_updated_by_name: empty(),
        creation_date: empty(),
        last_update_date: empty(),
        is_existing_customer: Some(YesNo::N),
        is_affiliate: Some(YesNo::N),
        facebook_url: empty(),
        twitter_url: empty(),
        linkedin_url: empty(),
        created_by: Member::Null,
        last_updated_by: Member::Null,
        labels: Some(Vec::new()),
        phone_numbers: Some(vec![Phone::business("5555555555")]),
        remove_phone_numbers: Some(Vec::new()),
        email_addresses: Some(vec![Email::business("support@apptivo.com")]),
        addresses: Some(vec![printed_address()]),
        last_contacted_date: Member::Null,
        ..Customer::default()
    }
}

fn printed_address() -> Address {
    let text = |text: &str| Some(text.to_owned());
    Address {
        address_attribute_id: "address_section_attr_id".to_owned(),
        address_type_code: text("1"),
        address_type: text("Billing Address"),
        address_line1: text(""),
        address_line2: text(""),
        city: text(""),
        state_code: text(""),
        address_group_name: text("Address1"),
        state: text(""),
        zip_code: text(""),
        country_id: Some(Id(176)),
        country_name: text("United States"),
        country_code: text("US"),
        delivery_instructions: Member::Null,
        county: Member::Null,
        ..Address::default()
    }
}

#[test]
fn the_printed_customer_is_sent_as_printed() {
    let printed = include_bytes!("../../samples/apptivo/create.encoded.request.url").trim_ascii();
    let query = printed
        .splitn(2, |byte| *byte == b'?')
        .nth(1)
        .expect("a query");
    let printed = parameters(query);
    let value = |pairs: &[(String, String)], name: &str| -> String {
        let pair = pairs.iter().find(|(known, _)| known == name);
        pair.unwrap_or_else(|| panic!("there is no {name}"))
            .1
            .clone()
    };
    let keys = Keys {
        api_key: value(&printed, "apiKey").as_str().into(),
        access_key: value(&printed, "accessKey").as_str().into(),
    };
    let create = CreateCustomer::new(printed_customer());
    let request = create.encode(&keys, &BaseUrl::documented()).expect("right");
    let sent = sent(&request);
    let names = |pairs: &[(String, String)]| -> Vec<String> {
        pairs.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&sent), names(&printed));
    for (name, text) in &printed {
        if name == "customerData" {
            let tree = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
            assert_eq!(tree(&value(&sent, name)), tree(text));
        } else {
            assert_eq!(value(&sent, name), *text, "{name}");
        }
    }
}

#[test]
fn the_smallest_creation() {
    let customer = Customer {
        customer_name: Some("Example Ltd".into()),
        ..Customer::default()
    };
    let request = CreateCustomer::new(customer)
        .encode(&keys(), &BaseUrl::documented())
        .expect("right");
    assert_eq!(request.method(), "POST");
    assert_eq!(
        request.uri().to_string(),
        format!(
            "{URL}?a=save&customerData=%7B%22customerName%22%3A%22Example%20Ltd%22%7D\
             &apiKey=an-api-key&accessKey=an-access-key"
        ),
    );
}

/// Whatever a name holds, what arrives is that name; and two encoders write the same.
#[test]
fn any_text_arrives_as_it_was() {
    let mut rng = Rng::with_seed(0x0CA2_2E71);
    for _ in 0..2000 {
        let length = rng.usize(1..30);
        let (name, tag) = (letters(length, &mut rng), letters(5, &mut rng));
        let control = char::from(rng.u8(..32));
        let name = format!("{name}{control}&=#+%\u{7f}{}", rng.char(..));
        let attribute = CustomAttribute::new("id", format!("_{tag}"), name.clone());
        let create = CreateCustomer::new(Customer {
            custom_attributes: Some(vec![attribute]),
            customer_name: Some(name.clone()),
            ..Customer::default()
        });
        let keys = Keys {
            api_key: name.as_str().into(),
            access_key: "b c".into(),
        };
        let request = create.encode(&keys, &BaseUrl::documented()).expect("right");
        let (quoted, tag) = (
            JsonText::string(&name),
            JsonText::string(&format!("_{tag}")),
        );
        let customer = format!(
            "{{\"customAttributes\":[{{\"customAttributeId\":\"id\",\
             \"customAttributeValue\":{quoted},\"customAttributeTagName\":{tag},\
             \"customAttributeName\":{tag},{tag}:{quoted}}}],\"customerName\":{quoted}}}"
        );
        let expected = query::of(&JsonText::Object(vec![
            ("\"a\"".into(), JsonText::string("save")),
            ("\"customerData\"".into(), JsonText::Scalar(customer)),
            ("\"apiKey\"".into(), quoted),
            ("\"accessKey\"".into(), JsonText::string("b c")),
        ]));
        assert_eq!(request.uri().query(), Some(expected.as_str()));
        let sent = sent(&request);
        let tree: Value = serde_json::from_str(&sent[1].1).expect("JSON");
        assert_eq!(tree["customerName"], Value::from(name.clone()));
        assert_eq!(sent[2].1, name);
        let form = create
            .encode_form(&keys, &BaseUrl::documented())
            .expect("right");
        assert_eq!(form.uri(), URL);
        assert_eq!(form.body(), expected.as_bytes());
    }
}

#[test]
fn an_update_of_contacts_lists_flags_and_ids() {
    let update = UpdateByContact::new(1_333_795)
        .email_addresses(vec![Email {
            email_address: "ada@example.com".into(),
            ..Email::default()
        }])
        .addresses(vec![Address::billing()]);
    let request = update
        .encode(&keys(), &BaseUrl::documented())
        .expect("right");
    let sent = sent(&request);
    let rest: Vec<_> = sent.iter().map(|(name, text)| (&**name, &**text)).collect();
    assert_eq!(
        [&rest[..1], &rest[2..]].concat(),
        [
            ("a", "update"),
            ("customerId", "1333795"),
            ("attributeName", r#"["emailAddresses","address"]"#),
            ("attributeIds", r#"["email_attr",null]"#),
            ("isAddressUpdate", "true"),
            ("isEmailAddressUpdate", "true"),
            ("apiKey", "an-api-key"),
            ("accessKey", "an-access-key"),
        ],
    );
    let customer: Value = serde_json::from_str(rest[1].1).expect("JSON");
    assert_eq!(customer["customerId"], json!(1_333_795));
    assert_eq!(
        customer["emailAddresses"],
        json!([{"emailAddress": "ada@example.com"}])
    );
}

#[test]
fn an_update_of_a_name() {
    let update = UpdateByName::new(1_224_395, "Example & Co")
        .with_customer(|customer| customer.customer_id = Id(7).into());
    let request = update
        .encode(&keys(), &BaseUrl::documented())
        .expect("right");
    assert_eq!(
        request.uri().to_string(),
        format!(
            "{URL}?a=update&customerData=%7B%22customerId%22%3A1224395%2C%22customerName%22%3A\
             %22Example%20%26%20Co%22%7D&customerId=1224395&attributeName=%5B%22customerName%22%5D\
             &attributeIds=%5B%22cust_name_attr%22%5D&apiKey=an-api-key&accessKey=an-access-key"
        ),
        "the id is that of the update, whatever the customer says"
    );
}

#[test]
fn an_update_of_nothing_is_refused() {
    let update = UpdateByContact::new(1);
    let error = update
        .encode(&keys(), &BaseUrl::documented())
        .expect_err("nothing is listed");
    let rules: Vec<_> = error.findings().iter().map(|it| it.rule).collect();
    assert_eq!(rules, [RuleId::MinItems]);
}

#[test]
fn null_absent_and_empty_are_three_things() {
    let customer = Customer {
        customer_name: Some("x".into()),
        description: Some(String::new()),
        campaign_id: Member::Null,
        market_id: Member::Absent,
        ..Customer::default()
    };
    let request = CreateCustomer::new(customer)
        .encode(&keys(), &BaseUrl::documented())
        .expect("right");
    assert_eq!(
        sent(&request)[1].1,
        r#"{"customerName":"x","description":"","campaignId":null}"#
    );
}

#[test]
fn a_long_url_is_a_warning_and_a_form_is_not() {
    let create = CreateCustomer::new(Customer {
        customer_name: Some("x".into()),
        description: Some("x".repeat(9000)),
        ..Customer::default()
    });
    let rules = |report: carnet_validate::Report| -> Vec<RuleId> {
        report.findings.iter().map(|it| it.rule).collect()
    };
    let checked = create.check(Profile::Strict, &keys());
    assert!(checked.passes());
    assert_eq!(rules(checked), [RuleId::UrlLength]);
    assert!(create.encode(&keys(), &BaseUrl::documented()).is_ok());
    assert!(create.check_form(Profile::Strict, &keys()).is_clean());
}

#[test]
fn keys_are_never_shown() {
    let keys = Keys {
        api_key: "a-live-key-1".into(),
        access_key: "a-live-key-2".into(),
    };
    let refused = CreateCustomer::new(Customer {
        phone_numbers: Some(vec![Phone::default()]),
        labels: Some(vec![json!(1e300)]),
        custom_attributes: Some(vec![CustomAttribute {
            t: Some(Unexplained::Y),
            ..CustomAttribute::default()
        }]),
        ..Customer::default()
    });
    let update = UpdateByContact::new(1);
    let error = update
        .encode(&keys, &BaseUrl::documented())
        .expect_err("nothing is listed");
    for shown in [
        format!("{keys:?}"),
        format!("{error} {error:?} {:?}", error.findings()),
        format!("{:?}", refused.check(Profile::Strict, &keys).findings),
    ] {
        assert!(!shown.contains("a-live-key"), "{shown}");
    }
}

#[test]
fn json_text_makes_the_same_requests() {
    let contract = <CreateCustomer as carnet_core::Operation>::CONTRACT;
    let typed = CreateCustomer::new(Customer {
        customer_name: Some("Example & Söhne".into()),
        ..Customer::default()
    });
    let text = br#" {"customerData": {"customerName": "Example & S\u00f6hne"}} "#;
    let credentials = || {
        Credentials::new([
            ("apiKey", "an-api-key".into()),
            ("accessKey", "an-access-key".into()),
        ])
    };
    let base = BaseUrl::documented();
    let request = encode_json(contract, text, credentials(), &base, Profile::Strict);
    let typed_request = typed.encode(&keys(), &base).expect("right");
    assert_eq!(request.expect("right").uri(), typed_request.uri());
    let form = encode_json_form(contract, text, credentials(), &base, Profile::Strict);
    let typed_form = typed.encode_form(&keys(), &base).expect("right");
    assert_eq!(form.expect("right").body(), typed_form.body());
}

//! Customers as the samples of Apptivo have them: nearly every member, many of them empty.

#![expect(
    clippy::unnecessary_wraps,
    reason = "what makes a member is of the type that the member has"
)]

use super::words::{self, one, sometimes};
use carnet::Member;
use carnet::apptivo::Keys;
use carnet::apptivo::customer::{Address, CustomAttribute, Customer, Email, Id, Phone, YesNo};
use fastrand::Rng;

/// The keys of an account, as somebody shows them.
pub(crate) fn keys() -> Keys {
    Keys {
        api_key: "DUMMYAPIKEY0-DUMMYAPIKEY000000-00000000-0000-0000-0000-000000000000".into(),
        access_key: "DUMMYACCESS-DUMMYACCESS0000000-00000000-0000-0000-0000-000000000000".into(),
    }
}

/// A customer.
pub(crate) fn customer(rng: &mut Rng) -> Customer {
    Customer {
        customer_id: Member::Null,
        customer_name: Some(words::firm(rng)),
        customer_number: Some("Auto generated number".to_owned()),
        status_name: text("Active"),
        status_id: id(10_000),
        default_billing_currency: text("USD"),
        assignee_object_ref_name: Some(words::person(rng)),
        assignee_object_ref_id: id(rng.i64(70_000..90_000)),
        assignee_object_id: id(8),
        description: Some(sometimes(50, rng, |rng| words::prose(2, rng)).unwrap_or_default()),
        website: Some(sometimes(50, rng, words::website).unwrap_or_default()),
        annual_revenue: Member::Null,
        annual_revenue_currency_code: text("USD"),
        payment_term: text("Net 30"),
        payment_term_id: id(98_234),
        is_unsubscribed: flag(rng),
        accounts: Some(Vec::new()),
        territories: Some(Vec::new()),
        is_bounced: flag(rng),
        is_responded: flag(rng),
        sync_to_google: flag(rng),
        is_existing_customer: flag(rng),
        is_affiliate: flag(rng),
        created_by_name: Some(words::person(rng)),
        creation_date: Some(format!("{} {}", words::day(rng), words::clock(rng))),
        last_update_date: text(""),
        labels: Some(Vec::new()),
        custom_attributes: Some(many(0..4, attribute, rng)),
        phone_numbers: Some(many(0..3, |rng| Phone::business(words::phone(rng)), rng)),
        remove_phone_numbers: Some(Vec::new()),
        email_addresses: Some(many(0..3, |rng| Email::business(words::email(rng)), rng)),
        addresses: Some(many(1..3, address, rng)),
        ..mostly_empty(rng)
    }
}

/// The members that the samples leave empty, some of them left out.
fn mostly_empty(rng: &mut Rng) -> Customer {
    let mut empty = |percent| sometimes(percent, rng, |_| String::new());
    Customer {
        customer_category: empty(90),
        customer_category_id: Member::Null,
        phone_number: empty(90),
        contact_email: empty(90),
        skype_name: empty(80),
        parent_customer_name: empty(90),
        parent_customer_id: Member::Null,
        employee_range: empty(80),
        employee_range_id: Member::Null,
        ticker_symbol: empty(80),
        campaign_name: empty(90),
        campaign_id: Member::Null,
        credit_rating: empty(80),
        market_name: empty(90),
        market_id: Member::Null,
        segment_name: empty(90),
        segment_id: Member::Null,
        industry_name: empty(90),
        industry_id: Member::Null,
        ownership: empty(80),
        sla_name: empty(90),
        sla_id: Member::Null,
        bounced_reason: Member::Null,
        follow_up_date: Member::Null,
        follow_up_description: Member::Null,
        last_updated_by_name: empty(90),
        facebook_url: empty(80),
        twitter_url: empty(80),
        linkedin_url: empty(80),
        created_by: Member::Null,
        last_updated_by: Member::Null,
        last_contacted_date: Member::Null,
        ..Customer::default()
    }
}

/// A flag as nearly every record has it.
fn flag(rng: &mut Rng) -> Option<YesNo> {
    Some((rng.u8(..10) == 0).into())
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn id(id: i64) -> Member<Id> {
    Member::Value(Id(id))
}

fn many<T>(count: std::ops::Range<usize>, make: impl Fn(&mut Rng) -> T, rng: &mut Rng) -> Vec<T> {
    (0..rng.usize(count)).map(|_| make(rng)).collect()
}

fn attribute(rng: &mut Rng) -> CustomAttribute {
    let kind = *one(&["input", "select"], rng);
    let mut name = || {
        let digits = rng.u64(1_528_893_649_501..1_530_531_982_205);
        format!(
            "{kind}_{digits}_{}_{digits}_{}",
            rng.u16(100..999),
            rng.u16(100..999)
        )
    };
    let (id, tag) = (name(), name());
    CustomAttribute {
        custom_attribute_type: text(kind),
        field_type: text("NUMBER"),
        ..CustomAttribute::new(id, tag, rng.u16(..).to_string())
    }
}

fn address(rng: &mut Rng) -> Address {
    Address {
        address_line1: Some(words::street(rng)),
        address_line2: Some(sometimes(40, rng, words::suite).unwrap_or_default()),
        city: Some(words::town(rng)),
        state: Some(words::region(rng)),
        state_code: text(""),
        zip_code: Some(words::postcode(rng)),
        country_id: Some(Id(176)),
        country_name: text("United States"),
        country_code: text("US"),
        county: Member::Null,
        delivery_instructions: Member::Null,
        ..Address::billing()
    }
}

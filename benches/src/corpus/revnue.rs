//! Customers as they are sent to RevNue.

use super::words::{self, one, sometimes};
use carnet::Decimal;
use carnet::revnue::CreateCustomer;
use carnet::revnue::create_customer::{
    ContactPerson, ContactRole, CustomField, CustomFieldValue, Template,
};
use fastrand::Rng;

const ROLES: &[ContactRole] = &[
    ContactRole::AccountManagement,
    ContactRole::Billing,
    ContactRole::Executive,
    ContactRole::Sales,
    ContactRole::Support,
    ContactRole::Technical,
];

/// A customer with most of what the page names.
pub(crate) fn customer(rng: &mut Rng) -> CreateCustomer {
    let nda = sometimes(50, rng, Rng::bool);
    let msa = sometimes(40, rng, Rng::bool);
    CreateCustomer {
        company: rng.i64(1..9),
        name: words::firm(rng),
        category: sometimes(60, rng, |rng| rng.i64(1..400)),
        contact_person: sometimes(80, rng, contact),
        address_line_1: sometimes(90, rng, words::street),
        address_line_2: sometimes(40, rng, words::suite),
        city: sometimes(90, rng, words::town),
        state_province: sometimes(60, rng, words::region),
        zip_postal_code: sometimes(85, rng, words::postcode),
        country: sometimes(85, rng, |rng| rng.i64(1..250)),
        phone: sometimes(80, rng, words::phone),
        mobile: sometimes(50, rng, words::phone),
        fax: sometimes(20, rng, words::phone),
        website: sometimes(60, rng, words::website),
        general_description: sometimes(85, rng, |rng| words::prose(6, rng)),
        nda_signed: nda,
        nda_signed_date: nda.filter(|signed| *signed).map(|_| words::day(rng)),
        msa_signed: msa,
        msa_signed_date: msa.filter(|signed| *signed).map(|_| words::day(rng)),
        supplementary_description: sometimes(70, rng, |rng| words::prose(5, rng)),
        additional_description: sometimes(45, rng, |rng| words::prose(4, rng)),
        template: sometimes(80, rng, template),
    }
}

fn contact(rng: &mut Rng) -> ContactPerson {
    ContactPerson {
        name: Some(words::person(rng)),
        email: Some(words::email(rng)),
        role: sometimes(70, rng, |rng| *one(ROLES, rng)),
    }
}

fn template(rng: &mut Rng) -> Template {
    let count = rng.usize(1..9);
    Template {
        id: Some(rng.i64(1..90)),
        fields: Some((0..count).map(|_| field(rng)).collect()),
    }
}

fn field(rng: &mut Rng) -> CustomField {
    let value = match rng.u8(..4) {
        0 => CustomFieldValue::Money(money(rng)),
        1 => CustomFieldValue::Number(rng.i64(0..1_000_000)),
        2 => CustomFieldValue::Date(words::day(rng)),
        _ => CustomFieldValue::Text(words::town(rng)),
    };
    CustomField {
        id: rng.i64(1..5_000),
        value: Some(value),
    }
}

/// An amount whose digits are the same however a number is written.
fn money(rng: &mut Rng) -> Decimal {
    let text = format!("{}.{}{}", rng.u32(1..500_000), rng.u8(..10), rng.u8(1..10));
    text.parse().expect("an amount is a decimal")
}

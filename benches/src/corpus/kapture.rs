//! Records as Kapture sends them: the reply of a search, with one customer.

#![expect(
    clippy::unnecessary_wraps,
    reason = "what makes a member is of the type that the member has"
)]

use super::words::{self, one, sometimes};
use carnet::Decimal;
use carnet::kapture::LowercaseSuccess;
use carnet::kapture::record::{CalendarTime, Contact, Record, TextTime};
use carnet::kapture::search_customer::Found;
use fastrand::Rng;
use jiff::civil::{DateTime, date};

/// What was found.
pub(crate) fn found(rng: &mut Rng) -> Found {
    Found {
        message: vec![record(rng)],
        status: None,
    }
}

fn time(rng: &mut Rng) -> DateTime {
    let day = date(rng.i16(2010..2027), rng.i8(1..=12), rng.i8(1..=28));
    day.at(rng.i8(0..24), rng.i8(0..60), rng.i8(0..60), 0)
}

/// A number that nearly every record has as zero.
fn count(rng: &mut Rng) -> Option<i64> {
    Some(sometimes(30, rng, |rng| rng.i64(1..90_000)).unwrap_or_default())
}

fn flag(rng: &mut Rng) -> Option<bool> {
    Some(rng.bool())
}

fn amount(rng: &mut Rng) -> Option<Decimal> {
    Some(
        sometimes(40, rng, |rng| rng.i64(1..1_000_000))
            .unwrap_or_default()
            .into(),
    )
}

fn record(rng: &mut Rng) -> Record {
    let made = time(rng);
    let contacts = rng.usize(..4);
    Record {
        id: rng.i64(100_000..999_999),
        cm_id: Some(396),
        is_organization: flag(rng),
        name: Some(words::person(rng)),
        address: Some(sometimes(70, rng, words::street).unwrap_or_default()),
        state: Some(words::region(rng)),
        city: sometimes(80, rng, words::town),
        country: sometimes(80, rng, |_| "india".to_owned()),
        current_status: Some((*one(&["N", "A", "C"], rng)).to_owned()),
        generation_date: Some(TextTime(made)),
        creator_id: count(rng),
        channel_partner_id: count(rng),
        rate_plan_id: count(rng),
        is_channel_partner: flag(rng),
        pin_code: Some(sometimes(70, rng, words::postcode).unwrap_or_default()),
        campaign_id: count(rng),
        campaign_item_id: count(rng),
        campaign_activity_id: count(rng),
        total_no_of_enquiries: count(rng),
        feedback_on_customer: Some(rng.u8(..6).to_string()),
        contacts: Some((0..contacts).map(|_| contact(made, rng)).collect()),
        image_reference_id: Some(format!("CUS_{made}.{:03}", rng.u16(..1000))),
        classification: sometimes(60, rng, |_| String::new()),
        customer_type: sometimes(60, rng, |_| "t".to_owned()),
        customer_level: count(rng),
        zone: Some(rng.i64(1..9)),
        company_parent_id: count(rng),
        assigned_to_id: count(rng),
        max_credit_amt: amount(rng),
        max_credit_period: count(rng),
        history_emp_id: count(rng),
        channel_partner_emp_id: count(rng),
        deleted: flag(rng),
        company_status: Some("A".to_owned()),
        is_existing_customer: flag(rng),
        is_existing_contact: sometimes(50, rng, Rng::bool),
        sync_status: flag(rng),
        syncd_location_id: Some(rng.u8(..9).to_string()),
        cross_remarks: Some(sometimes(50, rng, |rng| words::prose(1, rng)).unwrap_or_default()),
        synced_step_number: count(rng),
        out_standing_amount: amount(rng),
        sales_admin_zone: count(rng),
        referral_id: count(rng),
        status: Some(LowercaseSuccess::Success),
    }
}

fn contact(made: DateTime, rng: &mut Rng) -> Contact {
    Contact {
        id: rng.i64(100_000..999_999),
        cm_id: Some(396),
        lead_id: count(rng),
        contact_person: Some(words::person(rng)),
        gender: Some(" ".to_owned()),
        phone: Some(words::phone(rng)),
        email: Some(words::email(rng)),
        is_primary_contact: flag(rng),
        is_active: flag(rng),
        generation_date: Some(CalendarTime(made)),
        parent_contact_id: count(rng),
        sub_office_id: count(rng),
        creator_id: count(rng),
        age: count(rng),
        marital_status: Some(" ".to_owned()),
        is_guest: flag(rng),
        enquiry_id: count(rng),
    }
}

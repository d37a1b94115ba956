//! What Kapture knows of a customer: the record that selecting and searching give.

use super::LowercaseSuccess;
use super::discrepancies::*;
use carnet_core::format::{self, Format};
use carnet_core::json::{Sink, Writer};
use carnet_core::shape::{Assertion, Check, Kind, Shape};
use carnet_core::{Decimal, Payload, Ruling, impl_by_payload};
use jiff::civil::{Date, DateTime, Time};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// A customer as the vendor has stored it.
///
/// Two samples show it, with different members: only the id is certain.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    reply,
    adopts,
    required(decided_by = KP_36),
    section = "Search customer API: success response",
    strength = sample
)]
pub struct Record {
    /// ID of the customer.
    #[carnet(required, see(KP_16))]
    pub id: i64,
    /// ID of the account.
    pub cm_id: Option<i64>,
    /// Whether the customer is an organisation.
    pub is_organization: Option<bool>,
    /// Name of the customer.
    pub name: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// State.
    pub state: Option<String>,
    /// City.
    #[carnet(optional)]
    pub city: Option<String>,
    /// Country.
    #[carnet(optional)]
    pub country: Option<String>,
    /// Status of the customer, one letter in every sample.
    pub current_status: Option<String>,
    /// When the record was made.
    #[carnet(reading(CalendarTime, decided_by = KP_32))]
    pub generation_date: Option<TextTime>,
    /// ID of the user who made it.
    pub creator_id: Option<i64>,
    /// ID of the channel partner.
    pub channel_partner_id: Option<i64>,
    /// ID of the rate plan.
    pub rate_plan_id: Option<i64>,
    /// Whether the customer is a channel partner.
    pub is_channel_partner: Option<bool>,
    /// Postal code.
    pub pin_code: Option<String>,
    /// ID of the campaign.
    pub campaign_id: Option<i64>,
    /// ID of the campaign's item.
    pub campaign_item_id: Option<i64>,
    /// ID of the campaign's activity.
    pub campaign_activity_id: Option<i64>,
    /// How many enquiries there are.
    pub total_no_of_enquiries: Option<i64>,
    /// Feedback, a number in quotes in every sample.
    #[carnet(reading(integer, decided_by = KP_34))]
    pub feedback_on_customer: Option<String>,
    /// People at the customer.
    pub contacts: Option<Vec<Contact>>,
    /// Reference of the image, with the time of its making.
    pub image_reference_id: Option<String>,
    /// Classification.
    #[carnet(optional)]
    pub classification: Option<String>,
    /// Type of the customer; the member `type` of a request.
    #[carnet(optional, alias("type", decided_by = KP_48))]
    pub customer_type: Option<String>,
    /// Level of the customer.
    pub customer_level: Option<i64>,
    /// Zone, as a number.
    #[carnet(see(KP_10))]
    pub zone: Option<i64>,
    /// ID of the parent company.
    pub company_parent_id: Option<i64>,
    /// ID of the user whom the customer is assigned to.
    pub assigned_to_id: Option<i64>,
    /// Most credit that is given.
    #[carnet(mismatch(decided_by = KP_33))]
    pub max_credit_amt: Option<Decimal>,
    /// Longest time that it is given for.
    pub max_credit_period: Option<i64>,
    /// ID of an employee.
    pub history_emp_id: Option<i64>,
    /// ID of the channel partner's employee.
    pub channel_partner_emp_id: Option<i64>,
    /// Whether the record is deleted.
    pub deleted: Option<bool>,
    /// Status of the company, one letter in every sample.
    pub company_status: Option<String>,
    /// Whether the customer existed before.
    pub is_existing_customer: Option<bool>,
    /// Whether the contact existed before.
    #[carnet(optional)]
    pub is_existing_contact: Option<bool>,
    /// Whether the record is in sync.
    pub sync_status: Option<bool>,
    /// ID of the location in sync, a number in quotes in every sample; the spelling is the vendor's.
    #[carnet(reading(integer, decided_by = KP_34), alias("syncedLocationId", decided_by = KP_37))]
    pub syncd_location_id: Option<String>,
    /// Remarks.
    pub cross_remarks: Option<String>,
    /// Number of the step in sync.
    pub synced_step_number: Option<i64>,
    /// What the customer owes; the spelling is the vendor's.
    #[carnet(mismatch(decided_by = KP_33), alias("outstandingAmount", decided_by = KP_37))]
    pub out_standing_amount: Option<Decimal>,
    /// Zone of the sales administrator.
    pub sales_admin_zone: Option<i64>,
    /// ID of the referral.
    pub referral_id: Option<i64>,
    /// That the call did what was asked, in the reply of the search.
    #[carnet(optional, see(KP_18))]
    pub status: Option<LowercaseSuccess>,
}

/// A person at a customer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    reply,
    adopts,
    required(decided_by = KP_36),
    section = "Search customer API: success response",
    strength = sample
)]
pub struct Contact {
    /// ID of the contact.
    #[carnet(required)]
    pub id: i64,
    /// ID of the account.
    pub cm_id: Option<i64>,
    /// ID of the customer.
    pub lead_id: Option<i64>,
    /// Name of the contact.
    #[carnet(alias("contactPerson ", decided_by = KP_15))]
    pub contact_person: Option<String>,
    /// Gender; a blank where it is not known.
    pub gender: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Address to write to.
    pub email: Option<String>,
    /// Whether it is the first one to contact.
    #[carnet(see(KP_35))]
    pub is_primary_contact: Option<bool>,
    /// Whether the contact is active.
    pub is_active: Option<bool>,
    /// When the contact was made.
    #[carnet(reading(TextTime, decided_by = KP_32))]
    pub generation_date: Option<CalendarTime>,
    /// ID of the contact above.
    pub parent_contact_id: Option<i64>,
    /// ID of the office.
    pub sub_office_id: Option<i64>,
    /// ID of the user who made it.
    pub creator_id: Option<i64>,
    /// Age in years.
    pub age: Option<i64>,
    /// Marital status; a blank where it is not known.
    #[carnet(see(KP_38))]
    pub marital_status: Option<String>,
    /// Whether the contact is a guest.
    pub is_guest: Option<bool>,
    /// ID of the enquiry.
    pub enquiry_id: Option<i64>,
}

/// The time of a record: a date and a time of day, of a zone that no page states.
///
/// On the wire a text such as `Apr 29, 2016 10:37:14 PM`; the calendar form is read as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextTime(pub DateTime);

/// The time of a contact: a date and a time of day, of a zone that no page states.
///
/// On the wire an object of six numbers, its months counted from zero; the text form is read as
/// well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarTime(pub DateTime);

/// How a record writes its time, in `strftime`'s words.
const TEXT: &str = "%b %-d, %Y %-I:%M:%S %p";

/// The time of a record.
const TEXT_TIME: Format = Format {
    name: "text-time",
    expects: "a real date and time written like Apr 29, 2016 10:37:14 PM",
    example: "Apr 29, 2016 10:37:14 PM",
    check: |text| from_text(text).is_some(),
    keyword: None,
    pattern: Some(concat!(
        "^(?:(?:(?:Jan|Mar|May|Jul|Aug|Oct|Dec) (?:[1-9]|[12][0-9]|3[01])",
        "|(?:Apr|Jun|Sep|Nov) (?:[1-9]|[12][0-9]|30)|Feb (?:[1-9]|1[0-9]|2[0-8])), [0-9]{4}",
        "|Feb 29, (?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00))",
        " (?:[1-9]|1[0-2]):[0-5][0-9]:[0-5][0-9] (?:AM|PM)$"
    )),
};

impl Payload for TextTime {
    const SHAPE: Shape = Shape {
        inherent: &[Check {
            assertion: Assertion::Format(&TEXT_TIME),
            ruling: Ruling::ERROR,
        }],
        ..Shape::of(Kind::String)
    };

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.string(&self.0.strftime(TEXT).to_string());
    }
}

impl_by_payload!(TextTime);

impl Payload for CalendarTime {
    const SHAPE: Shape = Calendar::SHAPE;

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        let time = self.0;
        Calendar {
            year: time.year().into(),
            month: i64::from(time.month()) - 1,
            day_of_month: time.day().into(),
            hour_of_day: time.hour().into(),
            minute: time.minute().into(),
            second: time.second().into(),
        }
        .write(out);
    }
}

impl_by_payload!(CalendarTime);

/// A date and a time of day, its months counted from zero.
#[derive(Clone, Copy, Deserialize, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    reply,
    adopts,
    calendar_day(year, month, day_of_month, january = 0, decided_by = KP_32, lenient = error),
    section = "Search customer API: success response",
    strength = sample
)]
struct Calendar {
    /// Year.
    #[carnet(minimum = 0, maximum = 9999)]
    year: i64,
    /// Month: 0 is January.
    #[carnet(minimum = 0, maximum = 11)]
    month: i64,
    /// Day of the month.
    #[carnet(minimum = 1, maximum = 31)]
    day_of_month: i64,
    /// Hour, 0 to 23.
    #[carnet(minimum = 0, maximum = 23)]
    hour_of_day: i64,
    /// Minute.
    #[carnet(minimum = 0, maximum = 59)]
    minute: i64,
    /// Second.
    #[carnet(minimum = 0, maximum = 59)]
    second: i64,
}

impl Calendar {
    fn moment(self) -> Option<DateTime> {
        let month = self.month.checked_add(1)?;
        let date = Date::new(
            self.year.try_into().ok()?,
            month.try_into().ok()?,
            self.day_of_month.try_into().ok()?,
        );
        let time = Time::new(
            self.hour_of_day.try_into().ok()?,
            self.minute.try_into().ok()?,
            self.second.try_into().ok()?,
            0,
        );
        Some(DateTime::from_parts(date.ok()?, time.ok()?))
    }
}

/// The months as a record names them.
const MONTHS: [&[u8; 3]; 12] = [
    b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec",
];

/// The time of a text, if it is written exactly as the samples write it.
///
/// To read it in `strftime`'s words, and to compare it with what these write, takes thirty times as long.
fn from_text(text: &str) -> Option<DateTime> {
    let (month, rest) = text.as_bytes().split_first_chunk()?;
    let (month, _) = (1..).zip(MONTHS).find(|(_, name)| *name == month)?;
    let (day, rest) = short_number(rest.strip_prefix(b" ")?)?;
    let (year, rest) = rest.strip_prefix(b", ")?.split_first_chunk::<4>()?;
    let (hour, rest) = short_number(rest.strip_prefix(b" ")?)?;
    let [b':', m1, m2, b':', s1, s2, b' ', half @ (b'A' | b'P'), b'M'] = *rest else {
        return None;
    };
    let noon = if half == b'P' { 12 } else { 0 };
    let hour = (1..=12).contains(&hour).then_some(hour % 12 + noon)?;
    let date = Date::new(number(year)?, month, day).ok()?;
    let time = Time::new(hour, number(&[m1, m2])?, number(&[s1, s2])?, 0).ok()?;
    Some(DateTime::from_parts(date, time))
}

/// Reads a number of one digit or two, which does not begin with zero, and what is behind it.
fn short_number(text: &[u8]) -> Option<(i8, &[u8])> {
    let digits = text.iter().take(2).take_while(|byte| byte.is_ascii_digit());
    let (digits, rest) = text.split_at(digits.count());
    (*digits.first()? != b'0').then_some((number(digits)?, rest))
}

/// The number that digits are.
fn number<N: TryFrom<u32>>(digits: &[u8]) -> Option<N> {
    format::digits(digits)?.try_into().ok()
}

/// Reads a time in either form.
fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Text(String),
        Calendar(Calendar),
    }

    let moment = match Either::deserialize(deserializer)? {
        Either::Text(text) => from_text(&text),
        Either::Calendar(calendar) => calendar.moment(),
    };
    moment.ok_or_else(|| D::Error::custom("this is no real date and time"))
}

impl<'de> Deserialize<'de> for TextTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        moment(deserializer).map(Self)
    }
}

impl<'de> Deserialize<'de> for CalendarTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        moment(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::{TEXT, from_text};
    use jiff::civil::DateTime;

    /// The time of a text in `strftime`'s words.
    fn by_words(text: &str) -> Option<DateTime> {
        let time = DateTime::strptime(TEXT, text).ok()?;
        (time.strftime(TEXT).to_string() == text).then_some(time)
    }

    #[test]
    fn every_day_is_read_as_it_is_written() {
        let leap_and_not = [
            "1900-01-01",
            "2000-01-01",
            "2023-01-01",
            "0000-01-01",
            "9999-01-01",
        ];
        for first in leap_and_not {
            let first: DateTime = first.parse().unwrap();
            for time in first.series(jiff::Span::new().minutes(1_433)).take(370) {
                let text = time.strftime(TEXT).to_string();
                assert_eq!(from_text(&text), Some(time), "{text}");
            }
        }
    }

    #[test]
    fn a_time_is_read_that_is_written_so_and_no_other() {
        let others = b" ,:019235AaMmPJx\x00";
        for text in [
            "Apr 29, 2016 10:37:14 PM",
            "Jan 1, 2023 1:00:00 AM",
            "Feb 28, 1900 12:59:59 PM",
            "Feb 29, 2024 12:00:59 AM",
            "Sep 30, 0001 9:09:09 AM",
        ] {
            assert!(from_text(text).is_some(), "{text}");
            for at in 0..=text.len() {
                let (before, after) = text.split_at(at);
                let mut mutants = vec![before.to_owned(), after.to_owned()];
                for &byte in others {
                    let byte = char::from(byte);
                    mutants.push(format!("{before}{byte}{after}"));
                    mutants.push(format!(
                        "{before}{byte}{}",
                        after.get(1..).unwrap_or_default()
                    ));
                }
                mutants.push(format!("{before}{}", after.get(1..).unwrap_or_default()));
                mutants.push(format!("{before}é{after}"));
                for mutant in mutants {
                    assert_eq!(from_text(&mutant), by_words(&mutant), "{mutant:?}");
                }
            }
        }
    }
}

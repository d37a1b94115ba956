//! The customer of Apptivo's three operations: one definition, its members all optional.

use super::discrepancies::*;
use carnet_core::format::{DATE_AND_TIME, Format};
use carnet_core::{Decimal, Member, Payload};
use serde_json::Value;

/// A customer, as a parameter holds it.
///
/// No page says which members are needed: the vendor says that it depends on the account. The
/// types are those of the samples.
#[derive(Clone, Debug, Default, PartialEq, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    open,
    mismatch(strict = error, lenient = warning),
    section = "Sample Request URL",
    strength = sample,
    distinct(email_addresses, remove_email_addresses, "communicationId", decided_by = AP_34)
)]
pub struct Customer {
    /// Values of the account's own attributes.
    pub custom_attributes: Option<Vec<CustomAttribute>>,
    /// ID of the customer; the vendor assigns it.
    pub customer_id: Member<Id>,
    /// Name of the customer.
    pub customer_name: Option<String>,
    /// Number of the customer; the text `Auto generated number` asks the vendor for one.
    #[carnet(see(AP_18))]
    pub customer_number: Option<String>,
    /// Category.
    pub customer_category: Option<String>,
    /// ID of the category.
    pub customer_category_id: Member<Id>,
    /// Status.
    pub status_name: Option<String>,
    /// ID of the status, which the account configures.
    pub status_id: Member<Id>,
    /// Currency of bills.
    pub default_billing_currency: Option<String>,
    /// Name of the assignee.
    pub assignee_object_ref_name: Option<String>,
    /// ID of the assignee.
    pub assignee_object_ref_id: Member<Id>,
    /// ID of what the assignee is: 8 is an employee.
    pub assignee_object_id: Member<Id>,
    /// What the customer is about.
    pub description: Option<String>,
    /// Telephone number; the list has more.
    #[carnet(mismatch(decided_by = AP_38))]
    pub phone_number: Option<String>,
    /// Address to write to; the list has more.
    #[carnet(mismatch(decided_by = AP_38))]
    pub contact_email: Option<String>,
    /// Name in Skype.
    pub skype_name: Option<String>,
    /// Customer above.
    pub parent_customer_name: Option<String>,
    /// ID of the customer above.
    pub parent_customer_id: Member<Id>,
    /// Number of employees, as a range.
    pub employee_range: Option<String>,
    /// ID of the range.
    pub employee_range_id: Member<Id>,
    /// Website.
    pub website: Option<String>,
    /// Ticker symbol.
    pub ticker_symbol: Option<String>,
    /// Annual revenue; every sample leaves it out.
    #[carnet(reading(string, decided_by = AP_20))]
    pub annual_revenue: Member<Decimal>,
    /// Currency of the revenue.
    pub annual_revenue_currency_code: Option<String>,
    /// Campaign.
    pub campaign_name: Option<String>,
    /// ID of the campaign.
    pub campaign_id: Member<Id>,
    /// Credit rating.
    pub credit_rating: Option<String>,
    /// Market.
    pub market_name: Option<String>,
    /// ID of the market.
    pub market_id: Member<Id>,
    /// Segment.
    pub segment_name: Option<String>,
    /// ID of the segment.
    pub segment_id: Member<Id>,
    /// Industry.
    pub industry_name: Option<String>,
    /// ID of the industry.
    pub industry_id: Member<Id>,
    /// Term of payment.
    pub payment_term: Option<String>,
    /// ID of the term, which the account configures.
    pub payment_term_id: Member<Id>,
    /// Ownership.
    pub ownership: Option<String>,
    /// Service level agreement.
    pub sla_name: Option<String>,
    /// ID of the agreement.
    pub sla_id: Member<Id>,
    /// Whether mail was unsubscribed.
    #[carnet(mismatch(decided_by = AP_26))]
    pub is_unsubscribed: Option<YesNo>,
    /// Accounts; no sample shows one.
    pub accounts: Option<Vec<Value>>,
    /// Territories; no sample shows one.
    pub territories: Option<Vec<Value>>,
    /// Whether mail bounced.
    #[carnet(mismatch(decided_by = AP_26))]
    pub is_bounced: Option<YesNo>,
    /// Why mail bounced; every sample leaves it out.
    pub bounced_reason: Member<String>,
    /// Whether the customer responded.
    #[carnet(mismatch(decided_by = AP_26))]
    pub is_responded: Option<YesNo>,
    /// Whether the record goes to Google.
    #[carnet(mismatch(decided_by = AP_26))]
    pub sync_to_google: Option<YesNo>,
    /// When to follow up; every sample leaves it out.
    pub follow_up_date: Member<String>,
    /// How to follow up.
    pub follow_up_description: Member<String>,
    /// Who made the record.
    pub created_by_name: Option<String>,
    /// Who last changed it.
    pub last_updated_by_name: Option<String>,
    /// When it was made; of a zone that no page states.
    #[carnet(format(TIMESTAMP, decided_by = AP_44))]
    pub creation_date: Option<String>,
    /// When it was last changed; of a zone that no page states.
    #[carnet(format(TIMESTAMP, decided_by = AP_44))]
    pub last_update_date: Option<String>,
    /// Whether the customer existed before.
    #[carnet(mismatch(decided_by = AP_26))]
    pub is_existing_customer: Option<YesNo>,
    /// Whether the customer is an affiliate.
    #[carnet(mismatch(decided_by = AP_26))]
    pub is_affiliate: Option<YesNo>,
    /// Page on Facebook.
    #[serde(rename = "faceBookURL")]
    pub facebook_url: Option<String>,
    /// Page on Twitter.
    #[serde(rename = "twitterURL")]
    pub twitter_url: Option<String>,
    /// Page on `LinkedIn`.
    #[serde(rename = "linkedInURL")]
    pub linkedin_url: Option<String>,
    /// ID of who made the record.
    pub created_by: Member<Id>,
    /// ID of who last changed it.
    #[carnet(see(AP_33))]
    pub last_updated_by: Member<Id>,
    /// Labels; no sample shows one.
    pub labels: Option<Vec<Value>>,
    /// Telephone numbers.
    pub phone_numbers: Option<Vec<Phone>>,
    /// Telephone numbers to remove.
    pub remove_phone_numbers: Option<Vec<Phone>>,
    /// Addresses to write to.
    pub email_addresses: Option<Vec<Email>>,
    /// Postal addresses.
    pub addresses: Option<Vec<Address>>,
    /// When the customer was last written to; every sample leaves it out.
    pub last_contacted_date: Member<String>,
    /// Labels to remove; no sample shows one.
    pub remove_labels: Option<Vec<Value>>,
    /// ID of the affiliate's logo.
    pub affiliate_logo_id: Member<Id>,
    /// Support plan.
    pub support_plan_name: Option<String>,
    /// ID of the support plan.
    pub support_plan_id: Member<Id>,
    /// Addresses to write to, to remove.
    pub remove_email_addresses: Option<Vec<Email>>,
}

/// ID of a record: a number, although the vendor's own replies show texts as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Payload)]
#[carnet(
    reading(Digits, decided_by = AP_27),
    reading(string, decided_by = AP_27, lenient = error)
)]
pub struct Id(pub i64);

/// ID of a record as a text.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
#[carnet(format = "digits")]
pub struct Digits(pub String);

/// A flag as a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Payload)]
#[carnet(other_case(decided_by = AP_26))]
pub enum YesNo {
    /// Yes.
    Y,
    /// No.
    N,
}

impl From<bool> for YesNo {
    fn from(flag: bool) -> Self {
        if flag { Self::Y } else { Self::N }
    }
}

/// A date and time as the samples show it, or an empty text.
const TIMESTAMP: Format = Format {
    name: "timestamp",
    expects: "an empty text, or a real date and time written yyyy-MM-dd hh:mm:ss, 24 hours",
    example: "2018-08-28 06:38:34",
    check: |text| text.is_empty() || (DATE_AND_TIME.check)(text),
    keyword: None,
    pattern: None,
};

/// Value of an attribute that the account has defined.
#[derive(Clone, Debug, Default, PartialEq, Eq, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    open,
    mismatch(strict = error, lenient = warning),
    section = "Sample Request URL: customAttributes",
    strength = sample
)]
pub struct CustomAttribute {
    /// ID of the attribute.
    pub custom_attribute_id: String,
    /// Value of the attribute.
    #[carnet(see(AP_23))]
    pub custom_attribute_value: Option<String>,
    /// What sort of attribute it is, such as `input` or `select`.
    pub custom_attribute_type: Option<String>,
    /// Tag of the attribute.
    pub custom_attribute_tag_name: Option<String>,
    /// Name of the attribute; the tag in every sample.
    pub custom_attribute_name: Option<String>,
    /// Type of the field, which says nothing about the value.
    #[carnet(see(AP_25))]
    pub field_type: Option<String>,
    /// Values to choose from.
    pub attribute_values: Option<Vec<AttributeValue>>,
    /// A letter that no page explains.
    #[carnet(mismatch(decided_by = AP_22), null(decided_by = AP_22))]
    pub t: Option<Unexplained>,
    /// What a script left behind in a sample; it means nothing.
    #[carnet(undocumented(decided_by = AP_21))]
    pub undefined: Option<String>,
    /// The value once more, under the attribute's own tag.
    #[carnet(dynamic(custom_attribute_tag_name, custom_attribute_name, decided_by = AP_24))]
    pub tagged_value: Option<String>,
}

/// What every sample has where `t` stands: `Y`, or by the pattern of the flags `N`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Payload)]
#[carnet(other_case(decided_by = AP_22))]
pub enum Unexplained {
    /// `Y`.
    Y,
    /// `N`.
    N,
}

impl CustomAttribute {
    /// A value as the samples write it: under its own tag as well.
    #[must_use]
    pub fn new(id: impl Into<String>, tag: impl Into<String>, value: impl Into<String>) -> Self {
        let (tag, value) = (tag.into(), value.into());
        Self {
            custom_attribute_id: id.into(),
            custom_attribute_value: Some(value.clone()),
            custom_attribute_tag_name: Some(tag.clone()),
            custom_attribute_name: Some(tag),
            tagged_value: Some(value),
            ..Self::default()
        }
    }
}

/// A value that an attribute may have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    open,
    mismatch(strict = error, lenient = warning),
    section = "customAttributes: attributeValues",
    strength = outside
)]
pub struct AttributeValue {
    /// ID of the value.
    pub attribute_id: Option<String>,
    /// The value.
    pub attribute_value: Option<String>,
    /// Shape that it is shown with.
    pub shape: Option<String>,
    /// Colour that it is shown in.
    pub color: Option<String>,
}

/// A telephone number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    open,
    mismatch(strict = error, lenient = warning),
    section = "Sample Request URL: phoneNumbers",
    strength = sample
)]
pub struct Phone {
    /// The number.
    pub phone_number: String,
    /// What the number is for, such as `Business`.
    pub phone_type: Option<String>,
    /// The same as a code, such as `PHONE_BUSINESS`.
    pub phone_type_code: Option<String>,
    /// ID of the field that it was typed into, `cust_phone_input` in every sample.
    #[carnet(see(AP_28))]
    pub id: Option<String>,
    /// ID of the number, once the vendor has stored it.
    pub communication_id: Option<Id>,
}

impl Phone {
    /// A number for business, as the samples have it.
    #[must_use]
    pub fn business(number: impl Into<String>) -> Self {
        Self {
            phone_number: number.into(),
            phone_type: Some("Business".to_owned()),
            phone_type_code: Some("PHONE_BUSINESS".to_owned()),
            id: Some("cust_phone_input".to_owned()),
            communication_id: None,
        }
    }
}

/// An address to write to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    open,
    mismatch(strict = error, lenient = warning),
    section = "Sample Request URL: emailAddresses",
    strength = sample
)]
pub struct Email {
    /// The address.
    pub email_address: String,
    /// What the address is for, as a code, such as `BUSINESS`.
    pub email_type_code: Option<String>,
    /// The same, such as `Business`.
    pub email_type: Option<String>,
    /// ID of the field that it was typed into, `cont_email_input` in every sample.
    #[carnet(see(AP_28))]
    pub id: Option<String>,
    /// ID of the address, once the vendor has stored it.
    pub communication_id: Option<Id>,
}

impl Email {
    /// An address for business, as the samples have it.
    #[must_use]
    pub fn business(address: impl Into<String>) -> Self {
        Self {
            email_address: address.into(),
            email_type_code: Some("BUSINESS".to_owned()),
            email_type: Some("Business".to_owned()),
            id: Some("cont_email_input".to_owned()),
            communication_id: None,
        }
    }
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    open,
    mismatch(strict = error, lenient = warning),
    section = "Sample Request URL: addresses",
    strength = sample
)]
pub struct Address {
    /// ID of the address in the form, once the vendor has stored it.
    pub id: Option<String>,
    /// ID of the address.
    pub address_id: Option<Id>,
    /// ID of the address in the account.
    pub account_address_id: Option<Id>,
    /// ID of the attribute, `address_section_attr_id` in every sample.
    pub address_attribute_id: String,
    /// What the address is for, such as `Billing Address`.
    pub address_type: Option<String>,
    /// The same as a code: a number in quotes.
    #[carnet(mismatch(decided_by = AP_27))]
    pub address_type_code: Option<String>,
    /// First line.
    pub address_line1: Option<String>,
    /// Second line.
    pub address_line2: Option<String>,
    /// City.
    #[carnet(see(AP_35))]
    pub city: Option<String>,
    /// State.
    pub state: Option<String>,
    /// Code of the state.
    pub state_code: Option<String>,
    /// Postal code, a text.
    pub zip_code: Option<String>,
    /// ID of the country.
    pub country_id: Option<Id>,
    /// Country.
    pub country_name: Option<String>,
    /// Code of the country.
    pub country_code: Option<String>,
    /// County.
    #[carnet(see(AP_36))]
    pub county: Member<String>,
    /// How to deliver.
    #[carnet(see(AP_36))]
    pub delivery_instructions: Member<String>,
    /// Group of the address, `Address1` in every sample.
    pub address_group_name: Option<String>,
    /// Whether the address is new.
    #[carnet(mismatch(decided_by = AP_26))]
    pub is_added: Option<bool>,
}

impl Address {
    /// A billing address without any line yet, as the samples have it.
    #[must_use]
    pub fn billing() -> Self {
        Self {
            address_attribute_id: "address_section_attr_id".to_owned(),
            address_type: Some("Billing Address".to_owned()),
            address_type_code: Some("1".to_owned()),
            address_group_name: Some("Address1".to_owned()),
            ..Self::default()
        }
    }
}

//! What Apptivo answers: nearly the same for every call.

use super::discrepancies::*;
use carnet_core::Payload;
use carnet_core::general::GN_04;
use serde::Deserialize;
use serde_json::{Map, Value};

/// That the customer was created.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    reply,
    page = "https://www.apptivo.com/developer-api/customers-api-reference/createcustomer/",
    section = "Sample Response",
    strength = sample
)]
pub struct Created {
    /// Configuration of the account's customers; its members are not documented.
    #[carnet(required(decided_by = AP_29), null(decided_by = GN_04))]
    pub config_data: Option<Map<String, Value>>,
    /// The customer.
    #[carnet(required(decided_by = AP_39, lenient = error))]
    pub customer: StoredCustomer,
}

/// That the customer was updated.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    reply,
    page = "https://www.apptivo.com/developer-api/customers-api-reference/updatecustomer/",
    section = "Sample Response",
    strength = sample
)]
pub struct Updated {
    /// The customer.
    #[carnet(required(decided_by = AP_39, lenient = error))]
    pub customer: StoredCustomer,
    /// Configuration of the account's customers, which only the creation has.
    #[carnet(undocumented(decided_by = AP_29, strict = warning))]
    pub config_data: Option<Map<String, Value>>,
}

/// A customer as the vendor has stored it; the samples break off before its last member.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(
    reply,
    unknown_keys(strict = allow, lenient = allow),
    equal(customer_id, id, strict = warning, lenient = allow),
    section = "Sample Response",
    strength = sample
)]
pub struct StoredCustomer {
    /// ID of the customer, as a text.
    #[carnet(reading(integer, decided_by = AP_27), format = "digits")]
    pub id: Option<String>,
    /// What the record is: 3 is a customer.
    #[carnet(const(3, strict = error, lenient = warning))]
    pub object_id: Option<i64>,
    /// ID of the customer.
    pub customer_id: i64,
    /// Number of the customer.
    pub customer_number: Option<String>,
    /// Name of the customer; the samples answer calls that are not printed.
    #[carnet(see(AP_32))]
    pub customer_name: Option<String>,
    /// Name of the customer, as it was typed.
    pub customer_name_not_analysed: Option<String>,
    /// Category.
    pub customer_category: Option<String>,
    /// Name of the assignee.
    pub assignee_object_ref_name: Option<String>,
    /// ID of the assignee.
    pub assignee_object_ref_id: Option<i64>,
    /// ID of what the assignee is.
    pub assignee_object_id: Option<i64>,
    /// Name in Skype.
    pub skype_name: Option<String>,
    /// What the customer is about.
    pub description: Option<String>,
    /// Customer above.
    pub parent_customer_name: Option<String>,
    /// Number of employees, as a range.
    pub employee_range: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Ticker symbol.
    pub ticker_symbol: Option<String>,
    /// Campaign.
    pub campaign_name: Option<String>,
    /// Credit rating.
    pub credit_rating: Option<String>,
    /// Market.
    pub market_name: Option<String>,
    /// Segment.
    pub segment_name: Option<String>,
    /// Industry.
    pub industry_name: Option<String>,
    /// Term of payment.
    pub payment_term: Option<String>,
}

/// A refusal, which no page documents: scanners of public code know its word.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(
    reply,
    unknown_keys(strict = allow, lenient = allow),
    section = "Output",
    strength = outside
)]
pub struct Refusal {
    /// `FAILURE`.
    pub status: String,
    /// The customer, which a documented reply would have.
    #[carnet(required(decided_by = AP_39), null(decided_by = GN_04))]
    pub customer: Option<StoredCustomer>,
}

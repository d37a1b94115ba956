//! Kapture: customers of a customer relationship system.
//!
//! An account is a host of its own: `https://<account>.kapturecrm.com`.

pub mod add_contacts;
pub mod add_customer;
pub mod discrepancies {
    //! Where Kapture's pages contradict themselves or are silent.
    include!(concat!(env!("OUT_DIR"), "/kapture.rs"));
}
pub mod record;
pub mod refusal;
pub mod search_customer;
pub mod select_customers;
pub mod update_customer;

pub use add_contacts::AddContact;
pub use add_customer::AddCustomer;
pub use record::{Contact, Record};
pub use refusal::{ErrorCode, Refusal};
pub use search_customer::SearchCustomer;
pub use select_customers::SelectCustomers;
pub use update_customer::UpdateCustomer;

use carnet_core::format::Format;
use carnet_core::{Payload, Vendor};
use serde::Deserialize;

/// The vendor.
pub const KAPTURE: Vendor = Vendor {
    id: "kapture",
    name: "Kapture",
    discrepancies: discrepancies::ALL,
};

/// As much of a telephone number as the pages promise.
const SOME_DIGIT: Format = Format {
    name: "some-digit",
    expects: "a text with a digit in it",
    example: "5550100",
    check: |text| text.bytes().any(|byte| byte.is_ascii_digit()),
    keyword: None,
    pattern: Some("[0-9]"),
};

/// That the vendor did what was asked, as the calls that add say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(other_case(decided_by = discrepancies::KP_08))]
pub enum Success {
    /// It was done.
    Success,
}

/// That the vendor did what was asked, as the other calls say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Payload)]
#[serde(rename_all = "lowercase")]
#[carnet(other_case(decided_by = discrepancies::KP_08))]
pub enum LowercaseSuccess {
    /// It was done.
    Success,
}

/// What the calls answer that add something.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(
    reply,
    adopts,
    key_spelling(decided_by = discrepancies::KP_07),
    section = "Success response",
    strength = sample
)]
pub struct Added {
    /// That it was done, in words.
    #[serde(rename = "Message")]
    pub message: String,
    /// That it was done.
    #[serde(rename = "Status")]
    pub status: Success,
    /// ID that the vendor has given the customer.
    #[serde(rename = "Kapture Customer Id")]
    #[carnet(
        undocumented(decided_by = discrepancies::KP_44),
        reading(integer, decided_by = discrepancies::KP_47)
    )]
    pub kapture_customer_id: Option<String>,
}

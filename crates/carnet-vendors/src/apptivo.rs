//! Apptivo: customers of a business suite.
//!
//! A request is a list of parameters, some of which hold JSON. They travel in the query of the URL,
//! or in a form body: [`Encode`](https://docs.rs/carnet) makes the one, `EncodeForm` the other.

pub mod create_customer;
pub mod customer;
pub mod discrepancies {
    //! Where Apptivo's pages contradict themselves or are silent.
    include!(concat!(env!("OUT_DIR"), "/apptivo.rs"));
}
pub mod reply;
pub mod update;
pub mod update_by_contact;
pub mod update_by_name;

pub use create_customer::CreateCustomer;
pub use customer::Customer;
pub use update_by_contact::UpdateByContact;
pub use update_by_name::UpdateByName;

use carnet_core::{Authentication, Payload, Secret, Vendor};
use discrepancies::*;

/// The vendor.
pub const APPTIVO: Vendor = Vendor {
    id: "apptivo",
    name: "Apptivo",
    discrepancies: discrepancies::ALL,
};

/// The keys of the account, which travel as parameters.
#[derive(Clone, Debug, Payload, Authentication)]
#[serde(rename_all = "camelCase")]
#[carnet(query, section = "Request Parameters")]
pub struct Keys {
    /// Key of the API.
    #[carnet(secret(decided_by = AP_40))]
    pub api_key: Secret,
    /// Key of the account; sister pages misspell it.
    #[carnet(secret(decided_by = AP_40), required(decided_by = AP_41))]
    pub access_key: Secret,
}

/// Parameters that no page of these operations documents, and that the vendor's own code or
/// its other pages use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Payload)]
#[serde(rename_all = "camelCase")]
#[carnet(strength = outside)]
pub struct OtherParameters {
    /// The endpoint, which the table of parameters lists by habit.
    #[serde(rename = "BaseURL")]
    #[carnet(undocumented(decided_by = AP_02))]
    pub base_url: Option<String>,
    /// Name of the user who acts.
    #[carnet(undocumented(strict = info, lenient = allow))]
    pub user_name: Option<String>,
    /// ID of the application.
    #[carnet(undocumented(strict = info, lenient = allow))]
    pub app_id: Option<String>,
    /// Key of a session.
    #[carnet(undocumented(strict = info, lenient = allow), secret(decided_by = AP_40))]
    pub session_key: Option<String>,
    /// Whether the account's own attributes change.
    #[carnet(undocumented(strict = info, lenient = allow))]
    pub is_custom_attributes_update: Option<String>,
}

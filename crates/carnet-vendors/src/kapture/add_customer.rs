//! Kapture: add a customer. Page: <https://www.kapturecrm.com/us/resources-customer>
//!
//! # Example
//! ```
//! use carnet::kapture::AddCustomer;
//! use carnet::{BaseUrl, Encode, auth::Basic};
//!
//! let customer = AddCustomer {
//!     city: Some("Exampleton".into()),
//!     date_of_birth: Some("1990-12-31".into()),
//!     ..AddCustomer::new("Ada Example", "ada@example.com", "5550100")
//! };
//! let base = BaseUrl::new("https://example.kapturecrm.com")?;
//! let request = customer.encode(&Basic("token".into()), &base)?;
//!
//! assert_eq!(request.method(), "POST");
//! assert_eq!(
//!     request.uri(),
//!     "https://example.kapturecrm.com/add-update-customer-from-other-source.html",
//! );
//! assert_eq!(request.headers()["authorization"], "Basic token");
//! assert_eq!(request.headers()["content-type"], "application/json");
//! assert_eq!(
//!     String::from_utf8_lossy(request.body()),
//!     concat!(
//!         r#"{"name":"Ada Example","email":"ada@example.com","phone":"5550100","#,
//!         r#""city":"Exampleton","date_of_birth":"1990-12-31"}"#,
//!     ),
//! );
//! # Ok::<(), carnet::EncodeError>(())
//! ```
//!
//! The printed replies:
//! ```
//! use carnet::kapture::{AddCustomer, ErrorCode};
//! use carnet::{Decode, Reply};
//!
//! let printed = "{ \n\"Message\": \"Customer Added Successfully\",\n\"Status\": \"Success\"\n};";
//! let Reply::Success(added) = AddCustomer::decode(&http::Response::new(printed)) else {
//!     panic!("a trailing semicolon is stepped over");
//! };
//! assert_eq!(added.message, "Customer Added Successfully");
//!
//! let printed = "{ \n\"Message\": \"Message Key Expired\",\n\"Status\": \"Fail\"\n}";
//! let Reply::Failure(refusal) = AddCustomer::decode(&http::Response::new(printed)) else {
//!     panic!("a failure inside a 200");
//! };
//! assert_eq!(refusal.code(), ErrorCode::Other("Message Key Expired".into()));
//! ```

use super::discrepancies::*;
use super::refusal::Refusal;
use super::{Added, KAPTURE, SOME_DIGIT};
use carnet_core::auth::Basic;
use carnet_core::{Operation, Payload};
use serde::Deserialize;

/// Adds a customer.
///
/// An account may ask for further members of its own, which no page lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Payload, Operation)]
#[carnet(
    operation = "kapture.customer.add",
    vendor = KAPTURE,
    page = "https://www.kapturecrm.com/us/resources-customer",
    section = "Add customer API: request parameters",
    post = "https://{account}.kapturecrm.com/add-update-customer-from-other-source.html",
    auth = Basic,
    batch(decided_by = KP_40),
    text(url_scheme, decided_by = KP_24),
    text(url_host, decided_by = KP_23, strict = allow, lenient = allow),
    failure(Refusal, word(Status, "fail", "failed")),
    success(Added),
    reply_text(trailing_semicolon, decided_by = KP_04),
    open,
    unknown_keys(decided_by = KP_42),
    adopts,
    labels(decided_by = KP_01),
    empty_is_absent,
    at_least_one(email, phone, decided_by = KP_39, strict = allow, lenient = error)
)]
pub struct AddCustomer {
    /// Name of the customer.
    pub name: String,
    /// Address to write to; the page promises no format.
    #[carnet(required(decided_by = KP_39), see(KP_41))]
    pub email: String,
    /// Telephone number; the page promises no format.
    #[carnet(
        required(decided_by = KP_39),
        reading(integer, decided_by = KP_46),
        format(SOME_DIGIT, decided_by = KP_41)
    )]
    pub phone: String,
    /// Country.
    pub country: Option<String>,
    /// Code that the account has given the customer.
    pub customer_code: Option<String>,
    /// State.
    pub state: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Type of the customer, one character.
    #[serde(rename = "type")]
    #[carnet(
        min_length(1, decided_by = KP_26),
        max_length(1, decided_by = KP_26),
        alias("customerType", decided_by = KP_48)
    )]
    pub kind: Option<String>,
    /// Classification.
    pub classification: Option<String>,
    /// Zone; a text here, a number in the update.
    #[carnet(reading(integer, decided_by = KP_10))]
    pub zone: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Date of birth.
    #[carnet(format("date", decided_by = KP_03), alias("DateOfBirth", decided_by = KP_02))]
    pub date_of_birth: Option<String>,
    /// Anniversary.
    #[carnet(format("date", decided_by = KP_03), alias("AnniversaryDate", decided_by = KP_02))]
    pub anniversary_date: Option<String>,
    /// ID of a customer that exists: with it the call updates, and
    /// [`UpdateCustomer`](super::UpdateCustomer) is the one to use.
    #[carnet(undocumented(decided_by = KP_23), reading(integer, decided_by = KP_47))]
    pub customer_id: Option<String>,
}

impl AddCustomer {
    /// A customer with the three members that the vendor requires.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        email: impl Into<String>,
        phone: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            email: email.into(),
            phone: phone.into(),
            ..Self::default()
        }
    }
}

//! Kapture: update a customer. Page: <https://www.kapturecrm.com/us/resources-customer>
//!
//! # Example
//! ```
//! use carnet::kapture::UpdateCustomer;
//! use carnet::{BaseUrl, Encode, auth::Basic};
//!
//! let update = UpdateCustomer {
//!     name: Some("Ada Example".into()),
//!     email: Some("ada@example.com".into()),
//!     phone: Some("5550100".into()),
//!     zone: Some(2),
//!     ..UpdateCustomer::new("272930")
//! };
//! let base = BaseUrl::new("https://example.kapturecrm.com")?;
//! let request = update.encode(&Basic("token".into()), &base)?;
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
//!         r#"{"customer_id":"272930","name":"Ada Example","email":"ada@example.com","#,
//!         r#""phone":"5550100","zone":2}"#,
//!     ),
//! );
//! # Ok::<(), carnet::EncodeError>(())
//! ```
//!
//! The reply as it is printed is no JSON; the one that is meant, and the printed failure:
//! ```
//! use carnet::kapture::UpdateCustomer;
//! use carnet::{Decode, Reply};
//!
//! let printed = "{\n{\"message\": \"Customer Updated Successfully\"\"status\": \"success\"\n}";
//! let reply = UpdateCustomer::decode(&http::Response::new(printed));
//! assert!(matches!(reply, Reply::Unrecognised(_)));
//!
//! let meant = r#"{"message": "Customer Updated Successfully", "status": "success"}"#;
//! let Reply::Success(updated) = UpdateCustomer::decode(&http::Response::new(meant)) else {
//!     panic!("a success");
//! };
//! assert_eq!(updated.message, "Customer Updated Successfully");
//!
//! let printed = "{ \n\"Message\": \"Auth Key Invalid\",\n\"Status\": \"Fail\"\n}";
//! let Reply::Failure(refusal) = UpdateCustomer::decode(&http::Response::new(printed)) else {
//!     panic!("a failure inside a 200");
//! };
//! assert_eq!(refusal.message, "Auth Key Invalid");
//! ```

use super::discrepancies::*;
use super::refusal::Refusal;
use super::{KAPTURE, LowercaseSuccess};
use carnet_core::auth::Basic;
use carnet_core::{Operation, Payload};
use serde::Deserialize;

/// Updates a customer.
///
/// The same endpoint as [`AddCustomer`](super::AddCustomer): the id of the customer makes the
/// difference. Members that are left out stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Payload, Operation)]
#[carnet(
    operation = "kapture.customer.update",
    vendor = KAPTURE,
    page = "https://www.kapturecrm.com/us/resources-customer",
    section = "Update customer API: request parameters",
    post = "https://{account}.kapturecrm.com/add-update-customer-from-other-source.html",
    auth = Basic,
    batch(decided_by = KP_40),
    text(url_scheme, decided_by = KP_24),
    text(url_host, decided_by = KP_23, strict = allow, lenient = allow),
    failure(Refusal, word(Status, "fail", "failed")),
    success(Updated),
    reply_text(trailing_semicolon, decided_by = KP_04),
    reply_text(syntax, decided_by = KP_06),
    open,
    unknown_keys(decided_by = KP_22),
    adopts,
    labels(decided_by = KP_01),
    at_least_one_other(customer_id, strict = warning, lenient = info, strength = inferred)
)]
pub struct UpdateCustomer {
    /// ID of the customer.
    #[carnet(empty(strict = error, lenient = error), reading(integer, decided_by = KP_47))]
    pub customer_id: String,
    /// Name of the customer.
    #[carnet(required(decided_by = KP_20))]
    pub name: Option<String>,
    /// Address to write to.
    #[carnet(required(decided_by = KP_20))]
    pub email: Option<String>,
    /// Telephone number.
    #[carnet(
        required(decided_by = KP_20),
        reading(integer, decided_by = KP_46)
    )]
    pub phone: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// State.
    #[carnet(see(KP_45))]
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
    /// Zone; a number here, a text where a customer is added.
    #[carnet(reading(string, decided_by = KP_10), see(KP_51))]
    pub zone: Option<i64>,
    /// Code that the account has given the customer; documented where a customer is added.
    #[carnet(undocumented(decided_by = KP_42), alias("customer_code ", decided_by = KP_21))]
    pub customer_code: Option<String>,
}

impl UpdateCustomer {
    /// An update of the customer with this id, which changes nothing yet.
    #[must_use]
    pub fn new(customer_id: impl Into<String>) -> Self {
        Self {
            customer_id: customer_id.into(),
            ..Self::default()
        }
    }
}

/// That the customer was updated.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(
    reply,
    adopts,
    key_spelling(decided_by = KP_07),
    section = "Update customer API: success response",
    strength = sample
)]
pub struct Updated {
    /// That it was done, in words.
    pub message: String,
    /// That it was done.
    pub status: LowercaseSuccess,
    /// ID of the customer.
    #[serde(rename = "Kapture Customer Id")]
    #[carnet(undocumented(decided_by = KP_44), reading(integer, decided_by = KP_47))]
    pub kapture_customer_id: Option<String>,
}

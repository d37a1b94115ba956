//! Kapture: search a customer by its id. Page: <https://www.kapturecrm.com/us/resources-customer>
//!
//! # Example
//! ```
//! use carnet::kapture::SearchCustomer;
//! use carnet::{BaseUrl, Encode, auth::Basic};
//!
//! let base = BaseUrl::new("https://example.kapturecrm.com")?;
//! let request = SearchCustomer::new("272930").encode(&Basic("token".into()), &base)?;
//!
//! assert_eq!(request.method(), "POST");
//! assert_eq!(
//!     request.uri(),
//!     "https://example.kapturecrm.com/search-customer-by-customer-id.html",
//! );
//! assert_eq!(request.headers()["authorization"], "Basic token");
//! assert_eq!(request.headers()["content-type"], "application/json");
//! assert_eq!(request.body(), br#"{"customer_id":"272930"}"#);
//! # Ok::<(), carnet::EncodeError>(())
//! ```
//!
//! The printed replies:
//! ```
//! use carnet::kapture::SearchCustomer;
//! use carnet::{Decode, Reply};
//!
//! let printed = include_bytes!("../../../../tests/samples/kapture/search.reply.json");
//! let Reply::Success(found) = SearchCustomer::decode(&http::Response::new(printed)) else {
//!     panic!("a blank at the end of a key is stepped over");
//! };
//! let record = &found.message[0];
//! assert_eq!(record.id, 286829);
//! let contacts = record.contacts.as_deref().unwrap_or_default();
//! assert_eq!(contacts[0].contact_person.as_deref(), Some("nikesh"));
//! // The months of a contact are counted from zero, those of the record are named.
//! let (text, calendar) = (record.generation_date.unwrap(), contacts[0].generation_date.unwrap());
//! assert_eq!(text.0.to_string(), "2016-03-03T13:38:59");
//! assert_eq!(text.0, calendar.0);
//!
//! let printed = "{ \n\"Message\": \"Auth Key Invalid\",\n\"Status\": \"Fail\"\n}";
//! let Reply::Failure(refusal) = SearchCustomer::decode(&http::Response::new(printed)) else {
//!     panic!("a failure inside a 200");
//! };
//! assert_eq!(refusal.message, "Auth Key Invalid");
//! ```

use super::discrepancies::*;
use super::record::Record;
use super::refusal::Refusal;
use super::{KAPTURE, LowercaseSuccess};
use carnet_core::auth::Basic;
use carnet_core::{Operation, Payload};
use serde::Deserialize;

/// Searches a customer by its id.
///
/// Other pages of the vendor name other members to search by. The strict profile asks for the id;
/// the lenient one takes any of them in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Payload, Operation)]
#[carnet(
    operation = "kapture.customer.search",
    vendor = KAPTURE,
    page = "https://www.kapturecrm.com/us/resources-customer",
    section = "Search customer API: request parameters",
    post = "https://{account}.kapturecrm.com/search-customer-by-customer-id.html",
    auth = Basic,
    batch(decided_by = KP_40),
    text(url_scheme, decided_by = KP_24),
    text(url_host, strict = allow, lenient = allow),
    failure(Refusal, word(Status, "fail", "failed")),
    success(Found),
    reply_text(trailing_semicolon, decided_by = KP_04),
    open,
    unknown_keys(decided_by = KP_42),
    adopts,
    labels(decided_by = KP_01),
    empty_is_absent,
    at_least_one(
        customer_id, customer_code, kapture_customer_id, email_id, phone,
        decided_by = KP_19, strict = allow, lenient = error
    )
)]
pub struct SearchCustomer {
    /// ID of the customer.
    #[carnet(required(decided_by = KP_19), reading(integer, decided_by = KP_47))]
    pub customer_id: String,
    /// Code that the account has given the customer: promised by the page's prose alone.
    #[carnet(undocumented(decided_by = KP_19, strict = warning, lenient = info))]
    pub customer_code: Option<String>,
    /// ID of the customer, by a later page.
    #[carnet(undocumented(decided_by = KP_19, strict = warning, lenient = info), reading(integer, decided_by = KP_47))]
    pub kapture_customer_id: Option<String>,
    /// Address of the customer, by a later page.
    #[carnet(undocumented(decided_by = KP_19, strict = warning, lenient = info))]
    pub email_id: Option<String>,
    /// Telephone number of the customer, by a later page.
    #[carnet(undocumented(decided_by = KP_19, strict = warning, lenient = info), reading(integer, decided_by = KP_46))]
    pub phone: Option<String>,
}

impl SearchCustomer {
    /// A search for the customer with this id.
    #[must_use]
    pub fn new(customer_id: impl Into<String>) -> Self {
        Self {
            customer_id: customer_id.into(),
            ..Self::default()
        }
    }
}

/// The customers that were found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(
    reply,
    adopts,
    key_spelling(decided_by = KP_07),
    section = "Search customer API: success response",
    strength = sample
)]
pub struct Found {
    /// The customers. The page's prose has other names for the member.
    #[carnet(
        alias("customer", decided_by = KP_17),
        alias("customers", decided_by = KP_17),
        alias("Customer Details", decided_by = KP_17)
    )]
    pub message: Vec<Record>,
    /// That the call did what was asked: inside the records here, beside them in the selection.
    #[carnet(undocumented(decided_by = KP_18, strict = warning))]
    pub status: Option<LowercaseSuccess>,
}

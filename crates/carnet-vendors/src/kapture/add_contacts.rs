//! Kapture: add a contact to a customer that exists.
//! Page: <https://www.kapturecrm.com/us/resources-customer>
//!
//! # Example
//! ```
//! use carnet::kapture::AddContact;
//! use carnet::{BaseUrl, Encode, auth::Basic};
//!
//! let contact = AddContact {
//!     designation: Some("Engineer".into()),
//!     customer_id: Some("272930".into()),
//!     ..AddContact::new("Ada Example", "ada@example.com", "5550100")
//! };
//! let base = BaseUrl::new("https://example.kapturecrm.com")?;
//! let request = contact.encode(&Basic("token".into()), &base)?;
//!
//! assert_eq!(request.method(), "POST");
//! assert_eq!(
//!     request.uri(),
//!     "https://example.kapturecrm.com/add-more-contacts-for-existing-customer.html",
//! );
//! assert_eq!(request.headers()["authorization"], "Basic token");
//! assert_eq!(request.headers()["content-type"], "application/json");
//! assert_eq!(
//!     String::from_utf8_lossy(request.body()),
//!     concat!(
//!         r#"{"name":"Ada Example","email":"ada@example.com","phone":"5550100","#,
//!         r#""designation":"Engineer","customer_id":"272930"}"#,
//!     ),
//! );
//! # Ok::<(), carnet::EncodeError>(())
//! ```
//!
//! The printed replies:
//! ```
//! use carnet::kapture::AddContact;
//! use carnet::{Decode, Reply};
//!
//! let printed = "{ \n\"Message\": \"Customer Added Successfully\",\n\"Status\": \"Success\"\n};";
//! let reply = AddContact::decode(&http::Response::new(printed));
//! assert!(matches!(reply, Reply::Success(_)));
//!
//! let printed = "{ \n\"Message\": \"Invalid Auth Key\",\n\"Status\": \"Fail\"\n}";
//! let Reply::Failure(refusal) = AddContact::decode(&http::Response::new(printed)) else {
//!     panic!("a failure inside a 200");
//! };
//! assert_eq!(refusal.message, "Invalid Auth Key");
//! ```

use super::discrepancies::*;
use super::refusal::Refusal;
use super::{Added, KAPTURE, SOME_DIGIT};
use carnet_core::auth::Basic;
use carnet_core::{Operation, Payload};
use serde::Deserialize;

/// Adds a contact to a customer that exists.
///
/// No page says how the customer is found; with neither its id nor its code the vendor can only
/// guess.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Payload, Operation)]
#[carnet(
    operation = "kapture.customer.add_contacts",
    vendor = KAPTURE,
    page = "https://www.kapturecrm.com/us/resources-customer",
    section = "Add more customer API: request parameters",
    post = "https://{account}.kapturecrm.com/add-more-contacts-for-existing-customer.html",
    auth = Basic,
    batch(decided_by = KP_40),
    text(url_scheme, decided_by = KP_24),
    text(url_host, strict = allow, lenient = allow),
    failure(Refusal, word(Status, "fail", "failed")),
    success(Added),
    reply_text(trailing_semicolon, decided_by = KP_04),
    open,
    unknown_keys(decided_by = KP_42),
    adopts,
    labels(decided_by = KP_01),
    empty_is_absent,
    at_least_one(email, phone, decided_by = KP_39, strict = allow, lenient = error),
    at_least_one(customer_id, customer_code, decided_by = KP_29)
)]
pub struct AddContact {
    /// Name of the contact; the table calls it the contact person.
    #[carnet(
        alias("contact_person", decided_by = KP_27),
        alias("Contact Person", decided_by = KP_27)
    )]
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
    /// Another address to write to.
    #[carnet(mismatch(decided_by = KP_31), see(KP_28))]
    pub additional_email: Option<String>,
    /// Another telephone number.
    #[carnet(mismatch(decided_by = KP_31), see(KP_28))]
    pub additional_phone: Option<String>,
    /// What the contact does.
    #[carnet(mismatch(decided_by = KP_31), see(KP_28))]
    pub designation: Option<String>,
    /// Gender, one character.
    #[carnet(
        mismatch(decided_by = KP_31),
        min_length(1, decided_by = KP_26),
        max_length(1, decided_by = KP_26)
    )]
    pub gender: Option<String>,
    /// Age in years.
    #[carnet(mismatch(decided_by = KP_31), minimum = 0)]
    pub age: Option<i64>,
    /// Marital status, one character.
    #[carnet(
        mismatch(decided_by = KP_31),
        min_length(1, decided_by = KP_26),
        max_length(1, decided_by = KP_26)
    )]
    pub marital_status: Option<String>,
    /// ID of the customer.
    #[carnet(strength = inferred, reading(integer, decided_by = KP_47), see(KP_30))]
    pub customer_id: Option<String>,
    /// Code that the account has given the customer.
    #[carnet(strength = inferred)]
    pub customer_code: Option<String>,
}

impl AddContact {
    /// A contact with the three members that the vendor requires.
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

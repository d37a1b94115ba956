//! Apptivo: update a customer's name.
//! Page: <https://www.apptivo.com/developer-api/customers-api-reference/updatecustomer/>
//!
//! # Example
//! ```
//! use carnet::apptivo::{Keys, UpdateByName};
//! use carnet::{BaseUrl, Encode};
//!
//! let keys = Keys { api_key: "key".into(), access_key: "access".into() };
//! let request = UpdateByName::new(1_224_395, "Example Ltd").encode(&keys, &BaseUrl::documented())?;
//!
//! assert_eq!(request.method(), "POST");
//! assert_eq!(
//!     request.uri(),
//!     concat!(
//!         "https://api.apptivo.com/app/dao/v6/customers?a=update&customerData=",
//!         "%7B%22customerId%22%3A1224395%2C%22customerName%22%3A%22Example%20Ltd%22%7D",
//!         "&customerId=1224395&attributeName=%5B%22customerName%22%5D",
//!         "&attributeIds=%5B%22cust_name_attr%22%5D&apiKey=key&accessKey=access",
//!     ),
//! );
//! assert!(request.headers().is_empty());
//! assert!(request.body().is_empty());
//! # Ok::<(), carnet::EncodeError>(())
//! ```
//!
//! The reply as it is printed breaks off in a text; whole:
//! ```
//! use carnet::apptivo::UpdateByName;
//! use carnet::{Decode, Reply};
//!
//! let printed = include_bytes!("../../../../tests/samples/apptivo/update-by-name.reply.json");
//! let reply = UpdateByName::decode(&http::Response::new(printed));
//! assert!(matches!(reply, Reply::Unrecognised(_)));
//!
//! let whole = r#"{"customer":{"id":"1224395","objectId":3,"customerId":1224395,
//!     "customerNumber":"60","customerName":"Apptivo, Inc."}}"#;
//! let Reply::Success(updated) = UpdateByName::decode(&http::Response::new(whole)) else {
//!     panic!("a success");
//! };
//! assert_eq!(updated.customer.customer_number.as_deref(), Some("60"));
//! ```

use super::customer::Customer;
use super::discrepancies::*;
use super::reply::{Refusal, Updated};
use super::update::Update;
use super::{APPTIVO, Keys, OtherParameters};
use carnet_core::{Operation, Payload};

/// Updates a customer's name.
#[derive(Clone, Debug, PartialEq, Payload, Operation)]
#[carnet(
    operation = "apptivo.customer.update_by_name",
    vendor = APPTIVO,
    page = "https://www.apptivo.com/developer-api/customers-api-reference/updatecustomer/",
    section = "Update customer by Customer Name: Request Parameters",
    post = "https://api.apptivo.com/app/dao/v6/customers",
    parameters,
    auth = Keys,
    text(method("GET"), decided_by = AP_05),
    text(url_host("apptivo.com"), decided_by = AP_42),
    text(url_length, decided_by = AP_46),
    text(unencoded_character, decided_by = AP_06),
    text(curly_quotes, decided_by = AP_12),
    failure(Refusal, word(status, "FAILURE")),
    success(Updated),
    reply_text(syntax, decided_by = AP_30),
    open,
    constant(a = "update", required(decided_by = AP_03), decided_by = AP_04, description = "What is done.")
)]
pub struct UpdateByName {
    #[serde(flatten)]
    update: Update,
    /// Parameters that no page documents.
    #[serde(flatten)]
    pub others: OtherParameters,
}

impl UpdateByName {
    /// Gives the customer with this id a name.
    #[must_use]
    pub fn new(customer_id: i64, name: impl Into<String>) -> Self {
        let mut update = Update::new(customer_id);
        update.customer(|customer| customer.customer_name = Some(name.into()));
        update.list("customerName", Some("cust_name_attr"));
        Self {
            update,
            others: OtherParameters::default(),
        }
    }

    /// Sends more of the customer, without listing it as changed.
    ///
    /// The sample sends the whole customer; what happens to members that are left out, no page
    /// says.
    #[must_use]
    pub fn with_customer(mut self, fill: impl FnOnce(&mut Customer)) -> Self {
        self.update.customer(fill);
        self
    }

    /// Lists another attribute as changed, with its id in the account.
    #[must_use]
    pub fn with_attribute(mut self, name: &str, id: Option<&str>) -> Self {
        self.update.list(name, id);
        self
    }
}

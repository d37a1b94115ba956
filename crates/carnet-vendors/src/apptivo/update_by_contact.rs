//! Apptivo: update a customer's addresses, telephone numbers and addresses to write to.
//! Page: <https://www.apptivo.com/developer-api/customers-api-reference/updatecustomer/>
//!
//! # Example
//! ```
//! use carnet::apptivo::customer::{Address, Phone};
//! use carnet::apptivo::{Keys, UpdateByContact};
//! use carnet::{BaseUrl, Encode};
//!
//! // The names, the ids and the flags follow from what is updated.
//! let update = UpdateByContact::new(1_333_795)
//!     .phone_numbers(vec![Phone { phone_number: "5550100".into(), ..Phone::default() }])
//!     .addresses(vec![Address { city: Some("Exampleton".into()), ..Address::billing() }]);
//! let keys = Keys { api_key: "key".into(), access_key: "access".into() };
//! let request = update.encode(&keys, &BaseUrl::documented())?;
//!
//! assert_eq!(request.method(), "POST");
//! assert_eq!(
//!     request.uri(),
//!     concat!(
//!         "https://api.apptivo.com/app/dao/v6/customers?a=update&customerData=",
//!         "%7B%22customerId%22%3A1333795%2C%22phoneNumbers%22%3A%5B%7B%22phoneNumber%22%3A",
//!         "%225550100%22%7D%5D%2C%22addresses%22%3A%5B%7B%22addressAttributeId%22%3A",
//!         "%22address_section_attr_id%22%2C%22addressType%22%3A%22Billing%20Address%22%2C",
//!         "%22addressTypeCode%22%3A%221%22%2C%22city%22%3A%22Exampleton%22%2C",
//!         "%22addressGroupName%22%3A%22Address1%22%7D%5D%7D&customerId=1333795",
//!         "&attributeName=%5B%22phoneNumbers%22%2C%22address%22%5D",
//!         "&attributeIds=%5B%22cust_phone_attr%22%2Cnull%5D",
//!         "&isAddressUpdate=true&isPhoneNumberUpdate=true&apiKey=key&accessKey=access",
//!     ),
//! );
//! assert!(request.headers().is_empty());
//! assert!(request.body().is_empty());
//! # Ok::<(), carnet::EncodeError>(())
//! ```
//!
//! The reply as it is printed breaks off in a text; whole:
//! ```
//! use carnet::apptivo::UpdateByContact;
//! use carnet::{Decode, Reply};
//!
//! let printed = include_bytes!("../../../../tests/samples/apptivo/update-by-contact.reply.json");
//! let reply = UpdateByContact::decode(&http::Response::new(printed));
//! assert!(matches!(reply, Reply::Unrecognised(_)));
//!
//! let whole = r#"{"customer":{"id":"1333795","objectId":3,"customerId":1333795,
//!     "customerNumber":"103","customerName":"TestCustomer","assigneeObjectRefId":77021}}"#;
//! let Reply::Success(updated) = UpdateByContact::decode(&http::Response::new(whole)) else {
//!     panic!("a success");
//! };
//! assert_eq!(updated.customer.assignee_object_ref_id, Some(77021));
//! ```

use super::customer::{Address, Customer, Email, Phone};
use super::discrepancies::*;
use super::reply::{Refusal, Updated};
use super::update::Update;
use super::{APPTIVO, Keys, OtherParameters};
use carnet_core::{Operation, Payload};

/// Updates a customer's addresses, telephone numbers and addresses to write to.
#[derive(Clone, Debug, PartialEq, Payload, Operation)]
#[carnet(
    operation = "apptivo.customer.update_by_contact",
    vendor = APPTIVO,
    page = "https://www.apptivo.com/developer-api/customers-api-reference/updatecustomer/",
    section = "Update customer by address, phone number, email address: Request Parameters",
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
    reply_text(syntax, decided_by = AP_31),
    open,
    constant(a = "update", required(decided_by = AP_03), decided_by = AP_04, description = "What is done.")
)]
pub struct UpdateByContact {
    #[serde(flatten)]
    update: Update,
    /// Parameters that no page documents.
    #[serde(flatten)]
    pub others: OtherParameters,
}

impl UpdateByContact {
    /// An update of the customer with this id: say what is to change.
    #[must_use]
    pub fn new(customer_id: i64) -> Self {
        Self {
            update: Update::new(customer_id),
            others: OtherParameters::default(),
        }
    }

    /// Changes the telephone numbers.
    #[must_use]
    pub fn phone_numbers(mut self, numbers: Vec<Phone>) -> Self {
        let fill = |customer: &mut Customer| customer.phone_numbers = Some(numbers);
        self.update.customer(fill);
        self.update.list("phoneNumbers", Some("cust_phone_attr"));
        self
    }

    /// Changes the addresses to write to.
    #[must_use]
    pub fn email_addresses(mut self, addresses: Vec<Email>) -> Self {
        let fill = |customer: &mut Customer| customer.email_addresses = Some(addresses);
        self.update.customer(fill);
        self.update.list("emailAddresses", Some("email_attr"));
        self
    }

    /// Changes the postal addresses. The attribute is called `address` and has no id.
    #[must_use]
    pub fn addresses(mut self, addresses: Vec<Address>) -> Self {
        let fill = |customer: &mut Customer| customer.addresses = Some(addresses);
        self.update.customer(fill);
        self.update.list("address", None);
        self
    }

    /// Sends more of the customer, without listing it as changed: what is to be removed, for
    /// example.
    ///
    /// The sample sends the whole customer; what happens to members that are left out, no page
    /// says.
    #[must_use]
    pub fn with_customer(mut self, fill: impl FnOnce(&mut Customer)) -> Self {
        self.update.customer(fill);
        self
    }

    /// Lists another attribute as changed, or one of the above with the id that it has in the
    /// account.
    #[must_use]
    pub fn with_attribute(mut self, name: &str, id: Option<&str>) -> Self {
        self.update.list(name, id);
        self
    }
}

//! Apptivo: create a customer.
//! Page: <https://www.apptivo.com/developer-api/customers-api-reference/createcustomer/>
//!
//! # Example
//! ```
//! use carnet::apptivo::customer::{Customer, Phone};
//! use carnet::apptivo::{CreateCustomer, Keys};
//! use carnet::{BaseUrl, Encode, EncodeForm};
//!
//! let customer = CreateCustomer::new(Customer {
//!     customer_name: Some("Example & Söhne".into()),
//!     phone_numbers: Some(vec![Phone::business("+1 555 0100")]),
//!     ..Customer::default()
//! });
//! let keys = Keys { api_key: "key".into(), access_key: "access".into() };
//! let request = customer.encode(&keys, &BaseUrl::documented())?;
//!
//! assert_eq!(request.method(), "POST");
//! assert_eq!(
//!     request.uri(),
//!     concat!(
//!         "https://api.apptivo.com/app/dao/v6/customers?a=save&customerData=",
//!         "%7B%22customerName%22%3A%22Example%20%26%20S%C3%B6hne%22%2C%22phoneNumbers%22%3A%5B",
//!         "%7B%22phoneNumber%22%3A%22%2B1%20555%200100%22%2C%22phoneType%22%3A%22Business%22%2C",
//!         "%22phoneTypeCode%22%3A%22PHONE_BUSINESS%22%2C%22id%22%3A%22cust_phone_input%22%7D%5D%7D",
//!         "&apiKey=key&accessKey=access",
//!     ),
//! );
//! assert!(request.headers().is_empty());
//! assert!(request.body().is_empty());
//!
//! // The same as a form, for customers that are too long for a URL.
//! let request = customer.encode_form(&keys, &BaseUrl::documented())?;
//! assert_eq!(request.uri(), "https://api.apptivo.com/app/dao/v6/customers");
//! assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
//! assert!(request.body().starts_with(b"a=save&customerData=%7B%22customerName%22"));
//! # Ok::<(), carnet::EncodeError>(())
//! ```
//!
//! The reply as it is printed breaks off in a text; whole, and a refusal that no page documents:
//! ```
//! use carnet::apptivo::CreateCustomer;
//! use carnet::{Decode, Reply};
//!
//! let printed = include_bytes!("../../../../tests/samples/apptivo/create.reply.json");
//! let reply = CreateCustomer::decode(&http::Response::new(printed));
//! assert!(matches!(reply, Reply::Unrecognised(_)));
//!
//! let whole = r#"{"configData":{},"customer":{"id":"1014092","objectId":3,"customerId":1014092,
//!     "customerNumber":"5","customerName":"Apptivo Test1",
//!     "customerNameNotAnalysed":"Apptivo Test1"}}"#;
//! let Reply::Success(created) = CreateCustomer::decode(&http::Response::new(whole)) else {
//!     panic!("a success");
//! };
//! assert_eq!(created.customer.customer_id, 1_014_092);
//!
//! let refusal = r#"{"status":"FAILURE"}"#;
//! let reply = CreateCustomer::decode(&http::Response::new(refusal));
//! assert!(matches!(reply, Reply::Failure(_)));
//! ```

use super::customer::Customer;
use super::discrepancies::*;
use super::reply::{Created, Refusal};
use super::{APPTIVO, Keys, OtherParameters};
use carnet_core::{Operation, Payload};

/// Creates a customer.
#[derive(Clone, Debug, Default, PartialEq, Payload, Operation)]
#[serde(rename_all = "camelCase")]
#[carnet(
    operation = "apptivo.customer.create",
    vendor = APPTIVO,
    page = "https://www.apptivo.com/developer-api/customers-api-reference/createcustomer/",
    section = "Request Parameters",
    post = "https://api.apptivo.com/app/dao/v6/customers",
    parameters,
    auth = Keys,
    text(method("GET"), decided_by = AP_05),
    text(url_host("apptivo.com"), decided_by = AP_42),
    text(url_length, decided_by = AP_46),
    text(unencoded_character, decided_by = AP_06),
    text(missing_equals, decided_by = AP_01),
    failure(Refusal, word(status, "FAILURE")),
    success(Created),
    reply_text(syntax, decided_by = AP_30),
    open,
    constant(a = "save", decided_by = AP_03, description = "What is done."),
    demanded("/customerData/customerName", decided_by = AP_19),
    unset("/customerData/customerId", strict = warning, lenient = allow, strength = inferred)
)]
pub struct CreateCustomer {
    /// The customer.
    #[carnet(mismatch, see(AP_37))]
    pub customer_data: Customer,
    /// What the record is: 3 is a customer. No page of this call has it.
    #[carnet(undocumented(strict = info, lenient = allow), const = 3)]
    pub object_id: Option<i64>,
    /// Parameters that no page documents.
    #[serde(flatten)]
    pub others: OtherParameters,
}

impl CreateCustomer {
    /// The creation of a customer.
    #[must_use]
    pub fn new(customer: Customer) -> Self {
        Self {
            customer_data: customer,
            ..Self::default()
        }
    }
}

//! Kapture: select the customers of a range of dates.
//! Page: <https://www.kapturecrm.com/us/resources-customer>
//!
//! # Example
//! ```
//! use carnet::kapture::SelectCustomers;
//! use carnet::{BaseUrl, Encode, auth::Basic};
//!
//! let select = SelectCustomers {
//!     start_date: "2016-03-31 00:00:00".into(),
//!     end_date: "2016-03-31 23:59:59".into(),
//!     customer_id: Some("272930".into()),
//! };
//! let base = BaseUrl::new("https://example.kapturecrm.com")?;
//! let request = select.encode(&Basic("token".into()), &base)?;
//!
//! assert_eq!(request.method(), "POST");
//! assert_eq!(
//!     request.uri(),
//!     "https://example.kapturecrm.com/select-customer-between-start-and-end-dates.html",
//! );
//! assert_eq!(request.headers()["authorization"], "Basic token");
//! assert_eq!(request.headers()["content-type"], "application/json");
//! assert_eq!(
//!     String::from_utf8_lossy(request.body()),
//!     concat!(
//!         r#"{"start_date":"2016-03-31 00:00:00","end_date":"2016-03-31 23:59:59","#,
//!         r#""customer_id":"272930"}"#,
//!     ),
//! );
//! # Ok::<(), carnet::EncodeError>(())
//! ```
//!
//! The printed replies:
//! ```
//! use carnet::kapture::SelectCustomers;
//! use carnet::{Decode, Reply};
//!
//! let printed = include_bytes!("../../../../tests/samples/kapture/select.reply.json");
//! let Reply::Success(selected) = SelectCustomers::decode(&http::Response::new(printed)) else {
//!     panic!("a trailing comma is stepped over");
//! };
//! let record = &selected.message.records[0];
//! assert_eq!(record.id, 287230);
//! assert_eq!(record.generation_date.unwrap().0.to_string(), "2016-04-29T22:37:14");
//!
//! let printed = "{ \n\"Message\": \"Auth Key Expired\",\n\"Status\": \"Fail\"\n}";
//! let Reply::Failure(refusal) = SelectCustomers::decode(&http::Response::new(printed)) else {
//!     panic!("a failure inside a 200");
//! };
//! assert_eq!(refusal.message, "Auth Key Expired");
//! ```

use super::discrepancies::*;
use super::record::Record;
use super::refusal::Refusal;
use super::{KAPTURE, LowercaseSuccess};
use carnet_core::auth::Basic;
use carnet_core::general::GN_04;
use carnet_core::json::{Sink, Writer};
use carnet_core::{Operation, Payload, Shape, impl_by_payload};
use serde::{Deserialize, Deserializer};

/// Selects the customers of a range of dates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Payload, Operation)]
#[carnet(
    operation = "kapture.customer.select",
    vendor = KAPTURE,
    page = "https://www.kapturecrm.com/us/resources-customer",
    section = "Select customer API: request parameters",
    post = "https://{account}.kapturecrm.com/select-customer-between-start-and-end-dates.html",
    auth = Basic,
    batch(decided_by = KP_40),
    text(url_scheme, decided_by = KP_24),
    text(url_host, strict = allow, lenient = allow),
    failure(Refusal, word(Status, "fail", "failed")),
    success(Selected),
    reply_text(trailing_semicolon, decided_by = KP_04),
    reply_text(trailing_comma, decided_by = KP_05),
    open,
    unknown_keys(decided_by = KP_42),
    adopts,
    labels(decided_by = KP_01),
    empty_is_absent,
    not_before(end_date, start_date, decided_by = KP_14)
)]
pub struct SelectCustomers {
    /// When the range begins.
    #[carnet(format("date-and-time", decided_by = KP_13), reading(Day, decided_by = KP_12))]
    pub start_date: String,
    /// When the range ends.
    #[carnet(format("date-and-time", decided_by = KP_13), reading(Day, decided_by = KP_12))]
    pub end_date: String,
    /// ID of a customer. The table requires it and the sample leaves it out.
    #[carnet(required(decided_by = KP_11), reading(integer, decided_by = KP_47), see(KP_43))]
    pub customer_id: Option<String>,
}

/// A day without a time, as the sample has it: the start of that day.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
#[carnet(format = "date")]
pub struct Day(pub String);

/// The customers that were selected.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(
    reply,
    adopts,
    key_spelling(decided_by = KP_07),
    section = "Select customer API: success response",
    strength = sample
)]
pub struct Selected {
    /// The customers. The page's prose has another name for the member.
    #[carnet(
        alias("customer", decided_by = KP_17),
        alias("customers", decided_by = KP_17),
        alias("Customer Details", decided_by = KP_17),
        reading(string, strict = error, lenient = warning, strength = outside)
    )]
    pub message: Selection,
    /// That the call did what was asked: beside the records here, inside them in the search.
    #[carnet(required(decided_by = KP_18), null(decided_by = GN_04))]
    pub status: Option<LowercaseSuccess>,
}

/// The customers of a range; or, in the place of their list, a text that some client code expects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The customers.
    pub records: Vec<Record>,
    /// What the vendor says in their place.
    pub remark: Option<String>,
}

impl Payload for Selection {
    const SHAPE: Shape = <Vec<Record>>::SHAPE;

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        match &self.remark {
            Some(remark) => remark.write(out),
            None => self.records.write(out),
        }
    }
}

impl_by_payload!(Selection);

/// Takes the documented list, and the text of the reading not taken.
impl<'de> Deserialize<'de> for Selection {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Records(Vec<Record>),
            Remark(String),
        }

        Ok(match Either::deserialize(deserializer)? {
            Either::Records(records) => Self {
                records,
                remark: None,
            },
            Either::Remark(remark) => Self {
                records: Vec::new(),
                remark: Some(remark),
            },
        })
    }
}

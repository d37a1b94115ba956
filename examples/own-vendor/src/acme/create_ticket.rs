//! Acme: create a ticket. Page: <https://acme.example/docs/create-ticket>
//!
//! # Example
//! ```
//! use own_vendor::acme::CreateTicket;
//! use vendor_kit::auth::Bearer;
//! use vendor_kit::{BaseUrl, Encode};
//!
//! let ticket = CreateTicket {
//!     subject: "Printer".into(),
//!     priority: Some(2),
//!     budget: Some("12.50".parse()?),
//!     reporter: None,
//!     notes: None,
//!     opened: None,
//!     due: None,
//! };
//! let base = BaseUrl::new("https://api.acme.example")?;
//! let request = ticket.encode(&Bearer("token".into()), &base)?;
//! assert_eq!(request.uri(), "https://api.acme.example/tickets");
//! assert_eq!(request.body(), br#"{"subject":"Printer","priority":2,"budget":12.50}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use super::ACME;
use super::discrepancies::AC_01;
use serde::Deserialize;
use std::collections::BTreeMap;
use vendor_kit::auth::Bearer;
use vendor_kit::{Decimal, Format, Member, Operation, Payload};

/// Creates a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload, Operation)]
#[carnet(
    crate = vendor_kit,
    operation = "acme.ticket.create",
    vendor = ACME,
    page = "https://acme.example/docs/create-ticket",
    post = "https://{base_url}/tickets",
    auth = Bearer,
    success(Ticket, status = "2xx"),
    failure(Refusal),
    at_least_one(priority, budget),
    not_before(due, opened)
)]
pub struct CreateTicket {
    /// What it is about.
    #[carnet(max_length = 80)]
    pub subject: String,
    /// From 1, most urgent, to 5.
    #[carnet(minimum = 1, maximum = 5, reading(string, decided_by = AC_01))]
    pub priority: Option<i64>,
    /// What it may cost.
    #[carnet(minimum = 0, max_decimals = 2)]
    pub budget: Option<Decimal>,
    /// Who reports it.
    #[carnet(format = STAFF_NUMBER)]
    pub reporter: Option<String>,
    /// Numbers to remember, by their names.
    pub notes: Option<BTreeMap<String, Member<i64>>>,
    /// The day it was opened.
    #[carnet(format = "date")]
    pub opened: Option<String>,
    /// The day it has to be closed.
    #[carnet(format = "date")]
    pub due: Option<String>,
}

/// A format of one's own. No keyword of JSON Schema says it, and the schema says so.
const STAFF_NUMBER: Format = Format {
    name: "staff-number",
    expects: "a staff number such as S-12",
    example: "S-12",
    check: |text| text.starts_with("S-"),
    keyword: None,
    pattern: None,
};

/// The ticket as the vendor has stored it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(crate = vendor_kit, reply)]
pub struct Ticket {
    /// ID of the ticket.
    pub id: i64,
}

/// Why the vendor refused.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(crate = vendor_kit, reply)]
pub struct Refusal {
    /// The reason, in words.
    pub error: String,
}

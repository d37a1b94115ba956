//! Ledgerly: open an account. Page: <https://docs.ledgerly.example.com/accounts>
//!
//! A vendor that is not in Carnet's catalog, and that nobody has: it is invented. Written as a vendor
//! of the catalog is, it gets all that those get: requests, replies, schemas, findings, `explain`.

use carnet::auth::Bearer;
use carnet::{Decimal, Discrepancy, Level, Levels, Operation, Payload, Vendor};
use serde::Deserialize;

/// The vendor.
pub const LEDGERLY: Vendor = Vendor {
    id: "ledgerly",
    name: "Ledgerly",
    discrepancies: &[&LE_01],
};

/// The table says that a reference is a number, and the sample beside it sends a text.
pub const LE_01: Discrepancy = Discrepancy {
    id: "LE-01",
    kind: "contradiction",
    readings: [
        "reference is an integer (table)",
        "reference is a text (sample)",
    ],
    strict: "integer",
    lenient: "text: warning",
    levels: Levels::new(Level::Error, Level::Warning),
    reason: "the table is the only normative text",
    evidence: &[],
    source: None,
    note: None,
};

/// Opens an account for a customer.
#[derive(Clone, Debug, PartialEq, Payload, Operation)]
#[carnet(
    operation = "ledgerly.account.open",
    vendor = LEDGERLY,
    page = "https://docs.ledgerly.example.com/accounts",
    section = "Open",
    post = "https://api.ledgerly.example.com/v1/accounts",
    auth = Bearer,
    success(Account, status = "2xx"),
    failure(Refusal, status = "400-599"),
    required_together(credit_limit, currency)
)]
pub struct OpenAccount {
    /// Number that the sender knows the customer by.
    #[carnet(minimum = 1, reading(string, decided_by = LE_01))]
    pub reference: i64,
    /// Name of the customer.
    #[carnet(min_length = 1, max_length = 120)]
    pub name: String,
    /// What the customer does.
    pub sector: Sector,
    /// Where bills go.
    pub address: PostalAddress,
    /// Whom to ask, at least one person.
    #[carnet(min_items = 1)]
    pub contacts: Vec<Contact>,
    /// When the customer has to pay.
    pub terms: Terms,
    /// Since when the customer is known.
    #[carnet(format = "date")]
    pub customer_since: Option<String>,
    /// For how much the customer may buy on account.
    #[carnet(minimum = 0, max_decimals = 2)]
    pub credit_limit: Option<Decimal>,
    /// Currency of the limit, an ISO 4217 code.
    #[carnet(min_length = 3, max_length = 3)]
    pub currency: Option<String>,
}

/// What a customer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Payload)]
#[serde(rename_all = "lowercase")]
pub enum Sector {
    /// Trade and industry.
    Trade,
    /// Schools and offices.
    Public,
    /// Charities.
    Charity,
}

/// When a customer has to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Payload)]
#[serde(rename_all = "snake_case")]
pub enum Terms {
    /// Before delivery.
    Prepaid,
    /// Two weeks after the bill.
    #[serde(rename = "net_14")]
    Net14,
    /// A month after the bill.
    #[serde(rename = "net_30")]
    Net30,
}

/// Where bills go.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
pub struct PostalAddress {
    /// Street and number.
    #[carnet(max_length = 100)]
    pub street: String,
    /// Town.
    #[carnet(max_length = 60)]
    pub town: String,
    /// Postcode.
    #[carnet(max_length = 12)]
    pub postcode: String,
    /// Country, an ISO 3166-1 code.
    #[carnet(min_length = 2, max_length = 2)]
    pub country: String,
}

/// Whom to ask.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
pub struct Contact {
    /// Full name.
    #[carnet(max_length = 80)]
    pub name: String,
    /// Address to write to.
    #[carnet(format = "mailbox")]
    pub email: String,
    /// What the person is there for.
    pub role: Option<Role>,
}

/// What a person is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Payload)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Owns the company.
    Owner,
    /// Pays the bills.
    Accounts,
    /// Anything else.
    Other,
}

/// The account as the vendor has opened it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(reply)]
pub struct Account {
    /// ID of the account.
    pub id: String,
    /// Number that the sender gave.
    pub reference: i64,
}

/// Why the vendor opened no account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(reply)]
pub struct Refusal {
    /// Everything that is wrong.
    pub problems: Vec<Problem>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(reply)]
pub struct Problem {
    /// The member that it is about.
    pub member: Option<String>,
    /// What is wrong, in words.
    pub message: String,
}

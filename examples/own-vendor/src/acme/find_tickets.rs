//! Acme: find tickets. Page: <https://acme.example/docs/find-tickets>

use super::{ACME, Refusal, Ticket};
use serde::Deserialize;
use vendor_kit::{Authentication, Decimal, Operation, Payload, Secret};

/// What proves who is calling.
#[derive(Clone, Debug, Payload, Authentication)]
#[carnet(crate = vendor_kit, query)]
#[serde(rename_all = "camelCase")]
pub struct Key {
    /// The key from the account's settings.
    #[carnet(secret, min_length = 20, max_length = 40)]
    pub api_key: Secret,
}

/// Finds tickets.
#[derive(Clone, Debug, PartialEq, Eq, Payload, Operation)]
#[carnet(
    crate = vendor_kit,
    operation = "acme.ticket.find",
    vendor = ACME,
    page = "https://acme.example/docs/find-tickets",
    get = "https://api.acme.example/tickets",
    auth = Key,
    parameters,
    success(Page, status = "2xx"),
    failure(Refusal)
)]
pub struct FindTickets {
    /// Words that the subject has.
    #[carnet(min_length = 15)]
    pub words: Option<String>,
    /// How many to return.
    #[carnet(minimum = 1, maximum = 100)]
    pub limit: i64,
    /// What is left to do.
    pub state: Option<State>,
    /// Whether old ones are found as well.
    pub archived: Option<bool>,
    /// What they may cost.
    #[carnet(minimum = 0, max_decimals = 2)]
    pub budget: Option<Decimal>,
    /// Version of the interface.
    #[carnet(const = 2)]
    pub version: Option<i64>,
    /// When the tickets were written.
    pub written: Option<Span>,
}

/// What is left to do.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
#[carnet(crate = vendor_kit)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Something.
    Open,
    /// Nothing.
    Closed,
}

/// A stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
#[carnet(crate = vendor_kit, not_before(until, from))]
pub struct Span {
    /// First day.
    #[carnet(format = "date")]
    pub from: String,
    /// Last day.
    #[carnet(format = "date")]
    pub until: Option<String>,
}

/// Some of the tickets.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(crate = vendor_kit, reply)]
pub struct Page {
    /// The tickets.
    pub tickets: Vec<Ticket>,
}

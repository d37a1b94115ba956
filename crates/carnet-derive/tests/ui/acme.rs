//! The vendor that the tests of `Encode` map their structs to.

#![allow(dead_code)]

use carnet::{Decimal, Member, Operation, Payload, Vendor};
use std::collections::BTreeMap;

pub const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

/// Makes a ticket.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.ticket.create",
    vendor = ACME,
    page = "https://acme.example/docs/tickets",
    post = "https://acme.example/tickets",
    success(Done),
    failure(Done, status = "4xx")
)]
pub struct CreateTicket {
    #[carnet(max_length = 50)]
    pub subject: String,
    pub number: i64,
    pub priority: Option<Priority>,
    #[carnet(minimum = 0, maximum = 99.5, max_decimals = 1)]
    pub weight: Option<Decimal>,
    pub urgent: Option<bool>,
    #[carnet(format = "day-month-year")]
    pub due: Option<String>,
    pub reporter: Option<Person>,
    #[carnet(min_items = 1)]
    pub lines: Option<Vec<Line>>,
    pub labels: Option<Vec<String>>,
    pub counters: Option<BTreeMap<String, i64>>,
    pub anything: Option<serde_json::Value>,
}

/// Who reports it.
#[derive(Payload)]
pub struct Person {
    #[carnet(max_length = 50)]
    pub name: String,
    pub email: Option<String>,
    pub address: Option<Address>,
}

#[derive(Payload)]
pub struct Address {
    pub street: String,
    pub city: String,
    pub zip: Option<String>,
}

/// What it is about.
#[derive(Payload)]
pub struct Line {
    pub article: String,
    pub count: i64,
    pub note: Member<String>,
}

#[derive(Payload)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    Low,
    High,
}

#[derive(serde::Deserialize, Payload)]
#[carnet(reply)]
pub struct Done {
    pub id: i64,
}

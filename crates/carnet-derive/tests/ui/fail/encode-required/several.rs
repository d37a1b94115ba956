#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

/// One error for all of them, each with a line of its own.
#[derive(Encode)]
#[carnet(to(acme::CreateTicket))]
struct Complaint {
    #[carnet(acme = "priority")]
    priority: Option<acme::Priority>,
}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket))]
struct Nothing {}

fn main() {}

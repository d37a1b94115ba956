#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

const NUMBER: u32 = 7;

/// A constant of one's own has one of three types.
#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = NUMBER, subject = MISSING)))]
struct Complaint {}

fn main() {}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

/// A conversion that is no function of the field.
#[derive(Encode)]
#[carnet(to(acme::CreateTicket))]
struct Complaint {
    #[carnet(acme("subject", with = shout))]
    title: String,
    #[carnet(acme("number", with = missing))]
    number: i64,
}

fn shout(text: String) -> String {
    text.to_uppercase()
}

fn main() {}

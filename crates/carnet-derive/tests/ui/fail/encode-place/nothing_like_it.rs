#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1, origin = "shop")))]
struct Complaint {
    #[carnet(acme = "subject")]
    title: String,
    #[carnet(acme = "mood")]
    mood: String,
    #[carnet(acme = "reporter.name")]
    name: String,
    #[carnet(acme = "reporter.phone")]
    phone: String,
}

fn main() {}

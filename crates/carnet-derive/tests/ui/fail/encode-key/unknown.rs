#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket))]
struct Complaint {
    #[carnet(amce = "subject")]
    title: String,
    #[carnet(globex = "number")]
    number: i64,
}

#[derive(Encode)]
#[carnet(to(acme::Person, as = person))]
struct Named {
    #[carnet(acme = "name")]
    name: String,
}

fn main() {}

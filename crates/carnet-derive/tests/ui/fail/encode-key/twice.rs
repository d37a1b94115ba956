#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket), to(acme::Person))]
struct Complaint {
    #[carnet(acme = "subject")]
    title: String,
    #[carnet(acme = "number")]
    number: i64,
}

#[derive(Encode)]
#[carnet(to(acme::Person, as = person), to(acme::Line, as = person))]
struct Named {
    #[carnet(person = "name")]
    name: String,
}

fn main() {}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::Person))]
struct Customer {
    #[carnet(acme = "name")]
    name: String,
    mail: String,
    #[carnet(skip, acme = "email")]
    email: String,
    #[carnet(skip)]
    right: String,
    #[carnet(skip, skip)]
    twice: String,
    r#type: String,
}

fn main() {}

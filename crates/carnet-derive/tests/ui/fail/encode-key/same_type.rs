#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

/// One struct becomes an object in one way.
#[derive(Encode)]
#[carnet(to(acme::Person), to(acme::Person, as = other))]
struct Twice {
    #[carnet(acme = "name")]
    name: String,
    #[carnet(other = "email")]
    mail: String,
}

fn main() {}

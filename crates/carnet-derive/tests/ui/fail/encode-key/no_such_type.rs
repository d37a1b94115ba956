#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::Missing))]
struct NoType {
    #[carnet(acme = "name")]
    name: String,
}

fn main() {}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::json::Writer;
use carnet::{EncodeAs, Text};

#[derive(Encode)]
#[carnet(to(acme::Person))]
struct Customer<T, const N: u32> {
    #[carnet(acme = "name")]
    name: Text<N>,
    #[carnet(acme = "email")]
    mail: T,
}

fn main() {
    let mut out = Vec::new();
    let customer = Customer { name: Text::<51>::default(), mail: "" };
    Writer::new(&mut out).object(|it| EncodeAs::<acme::Person>::write_members(&customer, it));
}

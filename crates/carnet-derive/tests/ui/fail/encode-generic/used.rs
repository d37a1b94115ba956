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
    // Right.
    let customer = Customer { name: Text::<50>::default(), mail: "" };
    Writer::new(&mut out).object(|it| EncodeAs::<acme::Person>::write_members(&customer, it));
    // No text.
    let customer = Customer { name: Text::<50>::default(), mail: 5 };
    Writer::new(&mut out).object(|it| EncodeAs::<acme::Person>::write_members(&customer, it));
}

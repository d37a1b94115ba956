#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::Payload;

#[derive(Payload)]
#[carnet(page = "https://acme.example/docs/parcels")]
pub struct Parcel {
    pub to: Receiver,
}

#[derive(Payload)]
pub struct Receiver {
    pub name: Option<String>,
    pub city: Option<String>,
}

/// The member is required, and would be left out where both fields are absent.
#[derive(Encode)]
#[carnet(to(Parcel))]
struct Order {
    #[carnet(parcel = "to.name")]
    name: Option<String>,
    #[carnet(parcel = "to.city")]
    city: Option<String>,
}

fn main() {}

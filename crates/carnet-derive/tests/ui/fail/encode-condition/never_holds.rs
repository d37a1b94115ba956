#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::{Member, Payload};

#[derive(Payload)]
#[carnet(
    required_together(name, email),
    at_least_one(phone, fax),
    at_least_one_other(name, email, sent, sent_date, id),
    demanded("/address/city"),
    unset("/id"),
    unset("/address/zip"),
    page = "https://acme.example/docs/people"
)]
pub struct Guest {
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub fax: Option<String>,
    pub sent: Option<bool>,
    #[carnet(requires(sent))]
    pub sent_date: Option<String>,
    pub id: Member<i64>,
    pub address: Option<Address>,
}

#[derive(Payload)]
pub struct Address {
    pub city: Option<String>,
    pub street: Option<String>,
    pub zip: Option<String>,
}

/// Nothing makes up for what is not mapped.
#[derive(Encode)]
#[carnet(to(Guest))]
struct Visitor {
    #[carnet(guest = "email")]
    mail: Option<String>,
    #[carnet(guest = "sent_date")]
    date: Option<String>,
    #[carnet(guest = "id")]
    id: Option<i64>,
}

#[derive(Encode)]
#[carnet(to(Guest, set(sent = false, phone = "5550100")))]
struct Other {
    #[carnet(guest = "sent_date")]
    date: Option<String>,
    #[carnet(guest = "address.street")]
    street: String,
    #[carnet(guest = "address.zip")]
    zip: Option<String>,
}

/// The city may be absent where the address is there.
#[derive(Encode)]
#[carnet(to(Guest, set(phone = "5550100")))]
struct Third {
    #[carnet(guest = "address.street")]
    street: String,
    #[carnet(guest = "address.city")]
    city: Option<String>,
}

/// What was probably meant is told once, where it is misspelt.
#[derive(Encode)]
#[carnet(to(Guest, set(phone = "5550100", id = null)))]
struct Fourth {
    #[carnet(guest = "email")]
    mail: String,
    #[carnet(guest = "nmae")]
    name: String,
    #[carnet(guest = "sent_date")]
    date: String,
    #[carnet(guest = "snet")]
    sent: bool,
}

/// Below a member, the places are told from the outside.
#[derive(Encode)]
#[carnet(to(Wedding))]
struct Party {
    #[carnet(wedding = "bride.email")]
    mail: String,
}

#[derive(Payload)]
pub struct Wedding {
    pub bride: Option<Guest>,
}

fn main() {}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::Payload;

#[derive(Payload)]
#[carnet(unset("/owner"), demanded("/size"), page = "https://acme.example/docs/things")]
pub struct Thing {
    pub owner: Option<Owner>,
    pub size: Option<i64>,
}

#[derive(Payload)]
pub struct Owner {
    pub name: String,
}

/// What is below a member that must not be sent is not sent either.
#[derive(Encode)]
#[carnet(to(Thing))]
struct Box_ {
    #[carnet(thing = "owner.name")]
    owner: String,
}

/// What must be there may not be absent.
#[derive(Encode)]
#[carnet(to(Thing))]
struct Bag {
    #[carnet(thing = "size")]
    size: Option<i64>,
}

fn main() {}

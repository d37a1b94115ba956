#![allow(dead_code)]

use carnet::{Encode, Payload};

#[derive(Payload)]
#[carnet(page = "https://acme.example/docs/things")]
pub struct Thing {
    #[serde(rename = "e.mail")]
    pub mail: String,
    #[serde(rename = "a/b")]
    pub slash: Option<Inner>,
}

#[derive(Payload)]
pub struct Inner {
    #[serde(rename = "x~y.z")]
    pub tilde: String,
    #[serde(rename = "first name")]
    pub first: String,
}

/// What is told to type is what can be typed.
#[derive(Encode)]
#[carnet(to(Thing))]
struct Parcel {
    #[carnet(thing = "/a~1b/first nam")]
    first: String,
}

#[derive(Encode)]
#[carnet(to(Thing))]
struct Dots {
    #[carnet(thing = "e.mail")]
    mail: String,
}

fn main() {}

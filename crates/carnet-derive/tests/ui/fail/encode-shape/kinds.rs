#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::Person))]
struct Pair(String, String);

#[derive(Encode)]
#[carnet(to(acme::Person))]
struct Unit;

#[derive(Encode)]
#[carnet(to(acme::Person))]
struct NoFields();

#[derive(Encode)]
#[carnet(to(acme::Person))]
union Either {
    a: u8,
    b: i8,
}

#[derive(Encode)]
#[carnet(to(acme::Person))]
struct Newtype(String);

#[derive(Encode)]
struct Attribute(#[carnet(acme = "name")] String);

#[derive(Encode)]
struct NoJson(std::net::IpAddr);

fn main() {}

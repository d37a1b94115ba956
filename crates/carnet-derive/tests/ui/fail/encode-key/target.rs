#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(String))]
struct NoObject {
    #[carnet(string = "name")]
    name: String,
}

#[derive(Encode)]
#[carnet(to)]
struct NoParens {}

#[derive(Encode)]
#[carnet(to())]
struct Empty {}

#[derive(Encode)]
#[carnet(to("acme::Person"))]
struct Quoted {}

#[derive(Encode)]
#[carnet(to(acme::Person as person))]
struct NoComma {}

#[derive(Encode)]
#[carnet(to(acme::Person, set(name = "x"), as = a, as = b, sett(email = "x")))]
struct Words {}

#[derive(Encode)]
#[carnet(to(acme::Person, acme::Line))]
struct Two {}

#[derive(Encode)]
#[carnet(too(acme::Person))]
struct Misspelt {
    #[carnet(acme = "name")]
    name: String,
}

/// A key of a target that could not be read is no second mistake.
#[derive(Encode)]
#[carnet(to(acme::Line), to("acme::Person"), to(acme::Address, as = "where"))]
struct Unread {
    #[carnet(person = "name", address = "city")]
    name: String,
}

#[derive(Encode)]
struct NoTarget {
    name: String,
}

#[derive(Encode)]
#[carnet(to((acme::Person, acme::Line)))]
struct Tuple {
    #[carnet(acme = "name")]
    name: String,
}

fn main() {}

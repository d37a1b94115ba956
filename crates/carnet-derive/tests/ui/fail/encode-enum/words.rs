#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
enum Nothing {
    A,
    B,
}

#[derive(Encode)]
enum Incomplete {
    #[carnet(acme = "low", globex = 1)]
    A,
    #[carnet(acme = "high")]
    B,
}

#[derive(Encode)]
#[carnet(to(acme::Priority))]
enum Unlisted {
    #[carnet(acme = "low")]
    A,
    #[carnet(acme = "hgih")]
    B,
    #[carnet(acme = 3)]
    C,
}

#[derive(Encode)]
enum Twice {
    #[carnet(acme = "low", acme = "high")]
    A,
}

#[derive(Encode)]
enum Fields {
    #[carnet(acme = "low")]
    A(String),
    #[carnet(acme = "high")]
    B { text: String },
}

#[derive(Encode)]
#[carnet(to(acme::Priority, set(name = "x"), profile = lenient))]
enum Set {
    #[carnet(acme = "low")]
    A,
}

#[derive(Encode)]
enum Values {
    #[carnet(acme)]
    A,
    #[carnet(acme("low"))]
    B,
    #[carnet(skip)]
    C,
}

#[derive(Encode)]
#[carnet(to((acme::Priority, acme::Priority)))]
enum Nameless {
    A,
}

const LOW: &str = "lo";

#[derive(Encode)]
#[carnet(to(acme::Priority))]
enum Constants {
    #[carnet(acme = LOW)]
    A,
}

#[derive(Encode)]
enum Empty {}

fn main() {}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::Person))]
struct Customer {
    #[carnet(acme)]
    a: String,
    #[carnet(acme = name)]
    b: String,
    #[carnet(acme = "")]
    c: String,
    #[carnet(acme = "address..city")]
    d: String,
    #[carnet(acme())]
    e: String,
    #[carnet(acme("x0", wiht = f))]
    f: String,
    #[carnet(acme("x1", with))]
    g: String,
    #[carnet(acme("x2", with = ))]
    h: String,
    #[carnet(acme("x3" with = f))]
    i: String,
    #[carnet("name")]
    j: String,
    #[carnet]
    k: String,
    #[carnet(acme("x4", undocumented = true))]
    l: String,
    #[carnet(skip = true)]
    m: String,
    #[carnet(acme("x5", with = a, with = b))]
    n: String,
    #[carnet(rename = "name")]
    o: String,
}

fn main() {}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::Payload;

#[derive(Payload)]
#[carnet(
    at_least_one(phone, fax, strict = allow, lenient = error),
    page = "https://acme.example/docs/things"
)]
pub struct Thing {
    #[carnet(required(strict = error, lenient = warning))]
    pub name: Option<String>,
    #[carnet(max_length(5, strict = warning, lenient = error))]
    pub code: Option<String>,
    #[carnet(reading(string, strict = error, lenient = warning))]
    pub size: Option<i64>,
    pub phone: Option<String>,
    pub fax: Option<String>,
}

#[derive(Encode)]
#[carnet(to(Thing, set(code = "123456")))]
struct Strict {
    #[carnet(thing = "size")]
    size: Option<String>,
}

#[derive(Encode)]
#[carnet(to(Thing, set(code = "123456"), profile = lenient))]
struct Lenient {
    #[carnet(thing = "size")]
    size: Option<String>,
}

#[derive(Encode)]
#[carnet(to(Thing, profile = lenint))]
struct Misspelt {}

#[derive(Encode)]
#[carnet(to(Thing, profile = "lenient"))]
struct Quoted {}

#[derive(Encode)]
#[carnet(to(Thing, profile))]
struct Missing {}

fn main() {}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::Payload;

#[derive(Payload)]
#[carnet(open, page = "https://acme.example/docs/parcels")]
pub struct Parcel {
    pub to: Option<String>,
    pub a: Option<i64>,
    pub b: Option<i64>,
    pub c: Option<i64>,
    pub d: Option<i64>,
    pub e: Option<i64>,
    pub f: Option<i64>,
    pub g: Option<i64>,
    pub h: Option<i64>,
    pub i: Option<i64>,
    pub j: Option<i64>,
    pub k: Option<i64>,
    pub l: Option<i64>,
    pub m: Option<i64>,
    pub n: Option<i64>,
    pub o: Option<i64>,
    pub p: Option<i64>,
    #[carnet(undocumented)]
    pub lookup: Option<String>,
}

#[derive(Payload)]
#[carnet(open)]
pub struct Few {
    pub to: Option<String>,
}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1)), to(Parcel), to(Few))]
struct Complaint {
    #[carnet(acme("subject", undocumented))]
    title: String,
    #[carnet(acme("mood", undocumented), parcel = "shoe_size", few = "shoe_size")]
    mood: String,
    #[carnet(acme("reporter.name.first", undocumented), parcel = "lookup")]
    name: String,
}

fn main() {}

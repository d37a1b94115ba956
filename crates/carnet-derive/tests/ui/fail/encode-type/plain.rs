#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use std::collections::BTreeMap;
use std::net::IpAddr;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket))]
struct Complaint {
    #[carnet(acme = "subject")]
    title: u32,
    #[carnet(acme = "number")]
    number: String,
    #[carnet(acme = "weight")]
    weight: Option<bool>,
    #[carnet(acme = "urgent")]
    urgent: Option<i64>,
    #[carnet(acme = "labels")]
    labels: Option<String>,
    #[carnet(acme = "lines.0.count")]
    count: f64,
    #[carnet(acme = "lines.0.article")]
    article: Vec<String>,
    #[carnet(acme = "counters")]
    counters: Vec<BTreeMap<String, i64>>,
    #[carnet(acme = "reporter.name")]
    address: IpAddr,
}

fn main() {}

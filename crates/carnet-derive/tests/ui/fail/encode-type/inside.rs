#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use std::collections::BTreeMap;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1, subject = "x")))]
struct Complaint {
    #[carnet(acme = "labels")]
    labels: Vec<i64>,
    #[carnet(acme = "lines")]
    lines: Option<Vec<String>>,
    #[carnet(acme = "counters")]
    counters: BTreeMap<String, String>,
}

fn main() {}

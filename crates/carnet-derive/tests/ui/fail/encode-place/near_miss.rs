#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

/// Told once: as unknown, and not once more as missing.
#[derive(Encode)]
#[carnet(to(acme::CreateTicket))]
struct Complaint {
    #[carnet(acme = "subjct")]
    title: String,
    #[carnet(acme = "Number")]
    number: i64,
    #[carnet(acme = "reporter.nmae")]
    name: String,
    #[carnet(acme = "lines.0.artikle")]
    article: String,
    #[carnet(acme = "lines.0.count")]
    count: i64,
}

fn main() {}

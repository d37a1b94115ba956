#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

/// The first of them stays.
#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1, number = 2, subject = "x")))]
struct Complaint {
    #[carnet(acme = "subject")]
    title: String,
    #[carnet(acme = "reporter")]
    reporter: Option<acme::Person>,
    #[carnet(acme = "reporter.name")]
    name: String,
    #[carnet(acme = "lines.0.article", acme = "lines.0.article")]
    article: String,
    #[carnet(acme = "lines.0.count")]
    count: i64,
    #[carnet(acme = "lines")]
    lines: Vec<acme::Line>,
}

fn main() {}

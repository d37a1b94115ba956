#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

/// What is required below a member is required where anything of the member is mapped.
#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1)))]
struct Complaint {
    #[carnet(acme = "subject")]
    title: String,
    #[carnet(acme = "reporter.address.zip")]
    zip: Option<String>,
    #[carnet(acme = "lines.0.count")]
    count: i64,
}

fn main() {}

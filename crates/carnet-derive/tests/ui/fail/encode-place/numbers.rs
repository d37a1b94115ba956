#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1, subject = "x")))]
struct Complaint {
    #[carnet(acme = "labels.1")]
    second: String,
    #[carnet(acme = "lines.0.article")]
    article: String,
    #[carnet(acme = "lines.0.count")]
    count: i64,
    #[carnet(acme = "lines.2.article")]
    third_article: String,
    #[carnet(acme = "lines.2.count")]
    third_count: i64,
}

fn main() {}

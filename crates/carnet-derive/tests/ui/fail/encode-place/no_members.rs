#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1)))]
struct Complaint {
    #[carnet(acme = "subject.text")]
    title: String,
    #[carnet(acme = "lines.article")]
    article: String,
    #[carnet(acme = "labels.first")]
    label: String,
    #[carnet(acme = "lines.-1.article")]
    last: String,
    #[carnet(acme = "lines.01.article")]
    second: String,
}

fn main() {}

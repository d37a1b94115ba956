#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1, subject = "x")))]
struct Complaint {
    #[carnet(acme = "reporter")]
    customer: Customer,
    #[carnet(acme = "lines")]
    lines: Vec<Customer>,
}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1, subject = "x")))]
struct Other {
    #[carnet(acme = "lines.0")]
    address: acme::Address,
    #[carnet(acme = "reporter.address")]
    word: Word,
}

#[derive(Encode)]
enum Word {
    #[carnet(acme = 1)]
    One,
}

#[derive(Encode)]
#[carnet(to(acme::Address))]
struct Customer {
    #[carnet(acme = "street")]
    street: String,
    #[carnet(acme = "city")]
    city: String,
}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1, subject = "x")))]
struct Unmapped {
    #[carnet(acme = "reporter")]
    customer: Plain,
}

struct Plain {
    name: String,
}

fn main() {}

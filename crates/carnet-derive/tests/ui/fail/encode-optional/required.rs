#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::Member;

/// A member whose parent is always there must be always there as well; the street need not be,
/// since its parent may be absent.
#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(subject = "x")))]
struct Complaint {
    #[carnet(acme = "number")]
    number: Option<i64>,
    #[carnet(acme = "reporter.name")]
    name: Member<String>,
    #[carnet(acme = "reporter.email")]
    email: String,
    #[carnet(acme = "reporter.address.street")]
    street: Option<String>,
    #[carnet(acme = "reporter.address.city")]
    city: Option<String>,
    #[carnet(acme = "lines.0.article")]
    article: String,
    #[carnet(acme("lines.0.count", with = |count: &Option<i64>| *count))]
    count: Option<i64>,
}

fn main() {}

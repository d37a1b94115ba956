#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::Text;

/// Every stage finds something, and nothing hides anything else.
#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(weight = 100, priority = "medium")))]
struct Complaint {
    #[carnet(acme = "subject")]
    title: Text<60>,
    #[carnet(acme = "urgent")]
    urgent: String,
    #[carnet(acme = "reporter.nmae")]
    name: String,
    #[carnet(acme = "reporter.email")]
    mail: std::net::IpAddr,
    #[carnet(acme = "lines.0.article")]
    article: Option<String>,
    #[carnet(acme = "lines.0.count")]
    count: i64,
    note: String,
    #[carnet(amce = "labels")]
    labels: Vec<String>,
}

/// No error follows from those above.
fn use_it(complaint: &Complaint, out: &mut carnet::json::ObjectWriter<'_, Vec<u8>>) {
    carnet::EncodeAs::<acme::CreateTicket>::write_members(complaint, out);
}

fn main() {}

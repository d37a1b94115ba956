#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

/// What a conversion is, and what it gives, is checked as fields are.
#[derive(Encode)]
#[carnet(to(acme::CreateTicket))]
struct Complaint {
    #[carnet(acme("subject", with = |title: &String| title.to_uppercase()))]
    title: String,
    #[carnet(acme("weight", with = |weight: &f32| weight.to_string()))]
    weight: f32,
    #[carnet(acme("urgent", with = |urgent: &bool| ()))]
    urgent: bool,
}

fn main() {}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1, subject = "x")))]
struct Complaint {
    #[carnet(acme = "priority")]
    mood: Mood,
    #[carnet(acme = "urgent")]
    urgent: Mood,
}

#[derive(Encode)]
enum Mood {
    #[carnet(acme = "low")]
    Calm,
    #[carnet(acme = "hihg")]
    Angry,
}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1, subject = "x")))]
struct Other {
    #[carnet(acme = "priority")]
    level: Level,
}

/// Words of another vendor.
#[derive(Encode)]
enum Level {
    #[carnet(globex = "L1")]
    One,
    #[carnet(globex = "L2")]
    Two,
}

fn main() {}

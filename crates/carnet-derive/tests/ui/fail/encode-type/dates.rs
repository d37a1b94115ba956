#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::Payload;
use jiff::civil::{Date, DateTime, Time};

#[derive(Payload)]
#[carnet(page = "https://acme.example/docs/parcels")]
pub struct Parcel {
    #[carnet(format = "date")]
    pub day: String,
    #[carnet(format = "hour-minute")]
    pub hour: String,
    #[carnet(format = "uuid")]
    pub id: String,
    pub class: Class,
}

#[derive(Payload)]
pub enum Class {
    First,
    Second,
}

#[derive(Encode)]
#[carnet(to(Parcel))]
struct Order {
    #[carnet(parcel = "day")]
    day: DateTime,
    #[carnet(parcel = "hour")]
    hour: Date,
    #[carnet(parcel = "id")]
    id: Time,
    #[carnet(parcel = "class")]
    class: Date,
}

fn main() {}

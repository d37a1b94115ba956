#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::{Decimal, Payload};

#[derive(Payload)]
#[carnet(page = "https://acme.example/docs/things")]
pub struct Thing {
    #[carnet(min_length = 2, max_length = 4)]
    pub code: Option<String>,
    #[carnet(minimum = 1, maximum = 9)]
    pub size: Option<i64>,
    #[carnet(minimum = -0.5, max_decimals = 2)]
    pub price: Option<Decimal>,
    #[carnet(const = 3)]
    pub kind: Option<i64>,
    #[carnet(min_items = 1, max_items = 2)]
    pub tags: Option<Vec<Tag>>,
    pub state: Option<State>,
    pub flag: Option<bool>,
}

#[derive(Payload)]
#[carnet(max_length = 3)]
pub struct Tag(String);

#[derive(Payload)]
#[serde(rename_all = "lowercase")]
pub enum State {
    New,
    Used,
    Broken,
}

const LONG: &str = "café!";
const SIZE: i64 = 10;

#[derive(Encode)]
#[carnet(to(Thing, set(code = "a", size = 0, price = -0.51, kind = 4, tags = [])))]
struct One {}

#[derive(Encode)]
#[carnet(to(Thing, set(code = LONG, size = SIZE, price = 1.005, state = "neu")))]
struct Two {}

#[derive(Encode)]
#[carnet(to(Thing, set(size = 10, tags = ["a", "b", "c"], flag = "yes", state = 1)))]
struct Three {}

#[derive(Encode)]
#[carnet(to(Thing, set(size = 1.5, tags = ["a", "long"], flag = null, price = [1])))]
struct Four {}

fn main() {}

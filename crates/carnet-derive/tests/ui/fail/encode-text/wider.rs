#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::{Payload, Text};
use std::collections::BTreeMap;

#[derive(Payload)]
#[carnet(page = "https://acme.example/docs/things")]
pub struct Thing {
    #[carnet(max_length = 50)]
    pub name: String,
    pub tags: Vec<Tag>,
    pub names: BTreeMap<String, Tag>,
    #[carnet(max_length = 50)]
    pub code: String,
    #[carnet(max_length = 50)]
    pub mark: String,
    #[carnet(max_length = 50)]
    pub right: Option<String>,
    pub free: Option<String>,
}

#[derive(Payload)]
#[carnet(max_length = 3)]
pub struct Tag(String);

#[derive(Payload)]
#[carnet(max_length = 55)]
pub struct Mark(String);

#[derive(Encode)]
#[carnet(to(Thing))]
struct Parcel {
    #[carnet(thing = "name")]
    name: Text<60>,
    #[carnet(thing = "tags")]
    tags: Vec<Text<4>>,
    #[carnet(thing = "names")]
    names: BTreeMap<String, Text<5>>,
    #[carnet(thing = "code")]
    code: Code,
    #[carnet(thing = "mark")]
    mark: Mark,
    #[carnet(thing = "right")]
    right: Option<Text<51>>,
    #[carnet(thing = "free")]
    free: Option<Text<1000>>,
}

#[derive(Encode)]
struct Code(Text<51>);

fn main() {}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

use carnet::{Member, Payload};

#[derive(Payload)]
pub struct Thing {
    pub name: String,
    #[carnet(null(strict = error))]
    pub size: Option<i64>,
    #[carnet(null(strict = allow, lenient = allow))]
    pub code: Option<String>,
    pub note: Member<String>,
    pub tags: Vec<String>,
    #[carnet(empty)]
    pub mark: Option<String>,
    pub list: Option<Vec<String>>,
    pub sheet: Option<Sheet>,
}

#[derive(Payload)]
#[carnet(empty_is_absent)]
pub struct Sheet {
    pub title: String,
    pub note: Option<String>,
}

#[derive(Encode)]
#[carnet(to(Thing, set(name = null, size = null, code = null, note = null, tags = [null])))]
struct Null {}

#[derive(Encode)]
#[carnet(to(Thing, set(name = "", mark = "", tags = [], "list.0" = null, sheet.title = "", sheet.note = "")))]
struct Empty {}

fn main() {}

//! What is written of a struct that is mapped to a contract, and where of it a field stands.

#![allow(dead_code, reason = "types of contracts are mapped to and seldom made")]

mod date;
mod field_at;
mod form;
mod group;
mod member;
mod number;
mod parameter;
mod text;

use carnet::json::Writer;
use carnet::parameters::ParameterWriter;
use carnet::{Encode, EncodeAs, Member, Payload};
use std::collections::BTreeMap;

/// The body that a value is written as.
fn body<O>(value: &impl EncodeAs<O>) -> String {
    let mut out = Vec::new();
    Writer::new(&mut out).object(|members| value.write_members(members));
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// The parameters that a value is written as.
fn parameters<O>(value: &impl EncodeAs<O>) -> String {
    let mut out = Vec::new();
    value.write_parameters(&mut ParameterWriter::new(&mut out));
    String::from_utf8(out).expect("what is percent-encoded is ASCII")
}

/// What most of the tests map to.
#[derive(Payload)]
struct Order {
    id: i64,
    kind: Kind,
    note: Option<String>,
    buyer: Option<Person>,
    lines: Option<Vec<Line>>,
    tags: Option<Vec<String>>,
    counts: Option<BTreeMap<String, i64>>,
    anything: Option<serde_json::Value>,
    remark: Member<String>,
}

/// There is only one.
#[derive(Payload)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Order,
}

#[derive(Payload)]
struct Person {
    name: String,
    role: Role,
    home: Option<Home>,
    mail: Option<String>,
}

#[derive(Payload)]
#[serde(rename_all = "lowercase")]
enum Role {
    Buyer,
}

#[derive(Payload)]
struct Home {
    street: Option<String>,
    city: Option<String>,
}

#[derive(Payload)]
struct Line {
    article: String,
    count: Option<i64>,
    #[serde(rename = "a/b~c.d")]
    odd: Option<Vec<Vec<i64>>>,
}

/// The fields in an order of their own.
#[derive(Default, Encode)]
#[carnet(to(Order, set(id = 7)))]
struct Sale {
    #[carnet(order = "remark")]
    remark: Member<&'static str>,
    #[carnet(order = "tags.1")]
    second: Option<&'static str>,
    #[carnet(order = "buyer.mail")]
    mail: Option<String>,
    #[carnet(order = "tags.0")]
    first: Option<&'static str>,
    #[carnet(order = "buyer.home.city")]
    city: Option<String>,
    #[carnet(order = "lines.0.count")]
    count: Option<u8>,
    #[carnet(order = "buyer.name")]
    name: Option<String>,
    #[carnet(order = "lines.0.article")]
    article: Option<String>,
    #[carnet(order = "note")]
    note: Option<String>,
}

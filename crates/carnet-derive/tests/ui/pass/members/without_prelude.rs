#![no_implicit_prelude]

use ::carnet::{Operation, Payload, Vendor};
use ::std::option::Option;
use ::std::string::String;
use ::std::vec::Vec;

// Names that the derives write in full.
#[allow(dead_code)]
struct Ruling;
#[allow(dead_code)]
struct Level;

const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

#[derive(::serde::Deserialize, Payload)]
struct Reply {}

/// Makes a thing.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.make",
    vendor = ACME,
    page = "https://acme.example/docs/make",
    post = "https://{base_url}/things",
    parameters,
    adopts,
    empty_is_absent,
    required(strict = warning),
    labels(lenient = allow),
    constant(r#type = "thing"),
    same_length(names, r#fn),
    calendar_day(year, month, day, january = 0),
    text(method("GET")),
    success(Reply, status = 200),
    failure(Reply, word("Status", "fail"))
)]
struct Make<'a> {
    names: Vec<Option<Kind>>,
    r#fn: Vec<&'a str>,
    #[carnet(const = 2024, alias = "yyyy")]
    year: i64,
    month: i64,
    day: Value,
    tag: Option<String>,
    #[carnet(dynamic(tag), null(strict = info))]
    value: Option<&'a str>,
}

#[derive(Payload)]
struct Code(i64);

#[derive(Payload)]
enum Kind {
    #[serde(rename = "a")]
    A,
}

#[derive(Payload)]
#[serde(untagged)]
enum Value {
    Code(Code),
    Kind(Kind),
}

fn main() {
    let values = [Value::Code(Code(1)), Value::Kind(Kind::A)];
    let _ = values.map(|day| Make {
        names: Vec::new(),
        r#fn: Vec::new(),
        year: 2024,
        month: 1,
        day,
        tag: Option::None,
        value: Option::None,
    });
}

#![allow(dead_code)]

#[path = "../../acme.rs"]
mod acme;

use carnet::Encode;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number)))]
struct NoValue {}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = )))]
struct EmptyValue {}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1 + 1)))]
struct Sum {}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = 1_i64)))]
struct Suffix {}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(lines.0.count = 1)))]
struct Number {}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(reporter = { name: "x" })))]
struct Object {}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(number = count(), subject = [1 2], labels = [|x| x])))]
struct Call {}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set = 1))]
struct NoParens {}

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set("" = 1, "a..b" = 2, "/" = 3)))]
struct Paths {}

fn main() {}

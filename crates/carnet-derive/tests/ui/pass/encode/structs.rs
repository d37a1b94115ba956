//! Structs in structs, lists of them, words, conversions, items by number.

#![deny(warnings)]

#[path = "../../acme.rs"]
mod acme;

use carnet::{Encode, EncodeAs, Text};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Encode)]
#[carnet(to(acme::CreateTicket, set(urgent = true, "/counters/a.b" = 1, counters.c = 2)))]
struct Complaint<'a> {
    #[carnet(acme("subject", with = |title: &Title| title.text()))]
    title: Title,
    #[carnet(acme = "number")]
    number: Number,
    #[carnet(acme = "priority")]
    mood: Option<Mood>,
    #[carnet(acme("due", with = day))]
    due: (u8, u8, u16),
    #[carnet(acme = "reporter")]
    customer: Rc<Customer<'a>>,
    #[carnet(acme = "lines")]
    lines: Box<[Article]>,
    #[carnet(acme = "labels.0")]
    first: Cow<'a, str>,
    #[carnet(acme = "labels.1")]
    second: Option<&'a str>,
    #[carnet(acme = "/anything/a.b/0")]
    anything: Vec<BTreeMap<&'static str, u8>>,
    #[carnet(skip)]
    secret: u8,
}

#[derive(Encode)]
struct Number(i64);

struct Title {
    text: String,
}

impl Title {
    fn text(&self) -> &str {
        &self.text
    }
}

fn day(&(day, month, year): &(u8, u8, u16)) -> Option<String> {
    Some(format!("{day:02}-{month:02}-{year}"))
}

#[derive(Encode)]
enum Mood {
    #[carnet(acme = "low", globex = 1)]
    Calm,
    #[carnet(acme = "high", globex = 2.5)]
    Angry,
}

#[derive(Encode)]
#[carnet(to(acme::Person))]
struct Customer<'a> {
    #[carnet(acme = "name")]
    name: &'a str,
    #[carnet(acme = "email")]
    r#type: Option<Text<10>>,
}

#[derive(Encode)]
#[carnet(to(acme::Line, set(note = null)))]
struct Article {
    #[carnet(acme = "article")]
    name: char,
    #[carnet(acme = "count")]
    count: u8,
}

fn main() {
    let complaint = Complaint {
        title: Title { text: "Late".to_owned() },
        number: Number(7),
        mood: Some(Mood::Angry),
        due: (1, 2, 2026),
        customer: Rc::new(Customer { name: "Ada", r#type: None }),
        lines: Box::new([Article { name: 'x', count: 2 }]),
        first: "one".into(),
        second: None,
        anything: Vec::new(),
        secret: 1,
    };
    let _ = (complaint.secret, Mood::Calm);
    let mut out = Vec::new();
    carnet::json::Writer::new(&mut out)
        .object(|it| EncodeAs::<acme::CreateTicket>::write_members(&complaint, it));
    assert_eq!(
        String::from_utf8(out).unwrap(),
        concat!(
            r#"{"subject":"Late","number":7,"priority":"high","urgent":true,"due":"01-02-2026","#,
            r#""reporter":{"name":"Ada"},"lines":[{"article":"x","count":2,"note":null}],"#,
            r#""labels":["one"],"counters":{"a.b":1,"c":2},"anything":{"a.b":{"0":[]}}}"#,
        ),
    );
}

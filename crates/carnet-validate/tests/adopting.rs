//! Replies that are decoded as the lenient profile takes them.

use crate::contract::update::UPDATE;
use crate::contract::{CODED, PEOPLE};
use carnet_core::contract::{Body, Outcome, Reply};
use carnet_core::shape::{Enum, Items, Kind, Map, Reading, Shape, Union, Variant};
use carnet_core::{Contract, Level, Levels, Member, Ruling};
use carnet_validate::decode::{DecodeError, from_reply_as};
use carnet_validate::{reply_of, tree};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use std::collections::BTreeMap;

const fn reply(shape: Shape) -> Reply {
    Reply {
        outcome: Outcome::Success,
        when: &[],
        body: Body {
            media_type: "application/json",
            shape,
            text: &[],
        },
    }
}

fn read<T: DeserializeOwned>(shape: Shape, text: &str) -> Result<T, DecodeError> {
    from_reply_as(tree::parse(text.as_bytes()), &reply(shape))
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Update {
    city: Option<String>,
    zone: Option<String>,
    size: Option<Size>,
    reference: Option<i64>,
    phone: Option<String>,
    loud: Option<bool>,
    attribute: Option<BTreeMap<String, Option<String>>>,
    keep: Vec<Id>,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Size {
    Small,
    Large,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Id {
    id: Member<i64>,
}

fn update(text: &str) -> Result<Update, DecodeError> {
    read(UPDATE, text)
}

#[test]
fn keys_that_mean_a_member() {
    let paris = || Update {
        city: Some("Paris".into()),
        ..Update::default()
    };
    for key in ["city", "town", "TOWN ", "City", " city ", "place of living"] {
        let text = format!("{{\"{key}\":\"Paris\"}}");
        assert_eq!(update(&text).unwrap(), paris(), "{key}");
    }
    // Where the member stands itself, it is the one that counts.
    for text in [
        "{\"town\":\"x\",\"city\":\"Paris\"}",
        "{\"city\":\"Paris\",\"CITY\":\"x\"}",
        "{\"town\":\"Paris\",\"CITY\":\"x\"}",
    ] {
        assert_eq!(update(text).unwrap(), paris(), "{text}");
    }
    let nested = update("{\"keep\":[{\"ID\":7},{\"id\":null}]}").unwrap();
    assert_eq!(
        nested.keep,
        [
            Id {
                id: Member::Value(7)
            },
            Id { id: Member::Null }
        ]
    );
}

#[test]
fn keys_that_are_values_stay() {
    let read = update("{\"attribute\":{\"tag\":\"VALUE\",\"VALUE\":\"x\"}}").unwrap();
    let attribute = read.attribute.unwrap();
    assert_eq!(attribute["VALUE"].as_deref(), Some("x"));
    let read = update("{\"attribute\":{\"tag\":\"t\",\"VALUE\":\"x\"}}").unwrap();
    assert_eq!(read.attribute.unwrap()["value"].as_deref(), Some("x"));
}

#[test]
fn an_object_that_adopts_nothing() {
    let created = PEOPLE.replies[0];
    let read = |text: &str| from_reply_as::<Id>(tree::parse(text.as_bytes()), &created);
    let id = |id| Id { id };
    assert_eq!(read("{\"id\":1}").unwrap(), id(Member::Value(1)));
    assert_eq!(read("{\"ID\":1}").unwrap(), id(Member::Absent));
}

#[test]
fn listed_texts_in_another_case() {
    for (text, size) in [("Small", Size::Small), ("LARGE", Size::Large)] {
        let read = update(&format!("{{\"size\":\"{text}\"}}")).unwrap();
        assert_eq!(read.size, Some(size));
    }
    // A list of two does not say which of them another word means.
    for other in ["tiny", "vast"] {
        assert!(update(&format!("{{\"size\":\"{other}\"}}")).is_err());
    }
}

const WARNING: Ruling = Ruling::plain(Levels::new(Level::Error, Level::Warning));

const DONE: Enum = Enum {
    name: "Done",
    description: "",
    values: &["Done"],
    other_case: WARNING,
};

#[derive(Debug, PartialEq, Deserialize)]
enum Done {
    Done,
}

#[test]
fn a_list_of_one_says_one_thing() {
    const fn done(ruling: Ruling) -> [Reading; 1] {
        [Reading {
            shape: Shape::of(Kind::Enum(&Enum {
                values: &["finished"],
                ..DONE
            })),
            ruling,
        }]
    }
    const LENIENT: Shape = Shape {
        readings: &done(WARNING),
        ..Shape::of(Kind::Enum(&DONE))
    };
    const STRICT: Shape = Shape {
        readings: &done(Ruling::ERROR),
        ..LENIENT
    };
    for word in ["Done", "done", "finished", "FINISHED"] {
        assert_eq!(
            read::<Done>(LENIENT, &format!("\"{word}\"")).unwrap(),
            Done::Done
        );
    }
    assert!(read::<Done>(LENIENT, "\"undone\"").is_err());
    assert!(read::<Done>(STRICT, "\"finished\"").is_err());
}

#[test]
fn scalars_of_another_type() {
    assert_eq!(
        update("{\"reference\":\"12\"}").unwrap().reference,
        Some(12)
    );
    assert_eq!(
        update("{\"phone\":12}").unwrap().phone.as_deref(),
        Some("12")
    );
    assert_eq!(update("{\"loud\":\"true\"}").unwrap().loud, Some(true));
    for wrong in [
        // An error even under the lenient profile.
        "{\"reference\":\"abc\"}",
        "{\"reference\":true}",
        "{\"phone\":true}",
        "{\"loud\":1.5}",
        "{\"city\":7}",
        // Something would be lost.
        "{\"reference\":\"007\"}",
        "{\"loud\":\"y\"}",
        "{\"loud\":1}",
    ] {
        assert!(update(wrong).is_err(), "{wrong}");
    }
    let digits = |text: &str| update(&format!("{{\"phone\":{text}}}")).unwrap().phone;
    assert_eq!(digits("12").as_deref(), Some("12"));
    assert_eq!(digits("1.0e1").as_deref(), Some("1.0e1"));
}

#[test]
fn a_type_that_is_let_pass_without_a_reading() {
    const LOOSE: Shape = Shape {
        mismatch: WARNING,
        ..Shape::of(Kind::Number)
    };
    assert_eq!(
        read::<f64>(LOOSE, "\"1.5\"").unwrap().to_bits(),
        1.5_f64.to_bits()
    );
    assert!(read::<f64>(LOOSE, "\"1e999\"").is_err());
    assert!(read::<f64>(Shape::of(Kind::Number), "\"1.5\"").is_err());
}

#[test]
fn values_in_values() {
    const MAP: Shape = Shape::of(Kind::Map(&Map {
        value: Shape::of(Kind::Enum(&DONE)),
        null: None,
        empty_key: Ruling::ALLOW,
    }));
    const LISTS: Shape = Shape {
        readings: &[Reading {
            shape: Shape::of(Kind::Array(&Items {
                shape: MAP,
                null: None,
            })),
            ruling: WARNING,
        }],
        ..MAP
    };
    const UNION: Shape = Shape::of(Kind::Union(&Union {
        name: "",
        description: "",
        variants: &[
            Variant {
                name: "map",
                description: "",
                shape: MAP,
            },
            Variant {
                name: "text",
                description: "",
                shape: Shape::of(Kind::String),
            },
        ],
        select: None,
    }));
    type Dones = BTreeMap<String, Option<Done>>;
    assert!(read::<Dones>(MAP, "{\"a\":\"DONE\"}").is_ok());
    assert!(read::<Dones>(UNION, "{\"a\":\"DONE\"}").is_ok());
    // By another reading, and judged further by it.
    assert!(read::<Vec<Dones>>(LISTS, "[{\"a\":\"DONE\"}]").is_ok());
    assert_eq!(read::<String>(UNION, "\"DONE\"").unwrap(), "DONE");
}

#[test]
fn slips_of_the_text() {
    for text in ["\u{FEFF}{\"city\":\"x\"}", "{\"city\":\"x\",};"] {
        assert!(update(text).is_ok(), "{text}");
    }
    for text in ["", "{", "{\"city\":\"x\"", "{city:1}"] {
        assert!(update(text).is_err(), "{text}");
    }
    let broken = "{\"TOWN\":x,\"size\":y}";
    assert!(read::<IgnoredAny>(UPDATE, broken).is_err());
}

#[test]
fn the_reply_that_a_text_is() {
    let document = tree::parse(b"{\"detail\":\"no\"}");
    let reply = reply_of(&CODED, &document, None).unwrap();
    assert_eq!(reply.outcome, Outcome::Failure);
    let object = reply.body.shape.object().unwrap();
    assert_eq!(object.fields[0].name, "detail");
    let none = Contract {
        replies: &[],
        ..PEOPLE
    };
    assert!(reply_of(&none, &document, Some(200)).is_none());
}

//! What is called compatible is: no instance tells otherwise.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use carnet_compat::{Direction, Verdict, compare};
use fastrand::Rng;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

const KEYS: [&str; 4] = ["a", "b", "ab", "c"];
const TEXTS: [&str; 6] = ["", "a", "ab", "abc", "2024-02-29", "x@example.com"];

/// A value, mostly small.
fn instance(rng: &mut Rng, depth: usize) -> Value {
    match rng.u8(0..if depth > 2 { 6 } else { 9 }) {
        0 => Value::Null,
        1 => rng.bool().into(),
        2 | 3 => rng.i32(-2..8).into(),
        4 => (f64::from(rng.i32(-4..14)) / 2.0).into(),
        5 => TEXTS[rng.usize(..TEXTS.len())].into(),
        6 => (0..rng.usize(..4))
            .map(|_| instance(rng, depth + 1))
            .collect(),
        _ => {
            let members = KEYS.iter().filter_map(|key| {
                let is_there = rng.bool();
                is_there.then(|| ((*key).to_owned(), instance(rng, depth + 1)))
            });
            Value::Object(members.collect())
        }
    }
}

fn types(rng: &mut Rng) -> Value {
    let all = [
        "null", "boolean", "object", "array", "string", "integer", "number",
    ];
    let one = all[rng.usize(..all.len())];
    match all[rng.usize(..all.len())] {
        other if rng.bool() && other != one => json!([one, other]),
        _ => one.into(),
    }
}

/// A keyword of one's choice with a value.
fn keyword(rng: &mut Rng, depth: usize) -> (&'static str, Value) {
    let deep = depth < 3;
    let small = |rng: &mut Rng| Value::from(rng.u8(0..4));
    match rng.u8(0..if deep { 38 } else { 17 }) {
        0 | 1 => ("type", types(rng)),
        2 => ("minimum", rng.i32(-2..6).into()),
        3 => ("maximum", (f64::from(rng.i32(-2..12)) / 2.0).into()),
        4 => ("exclusiveMinimum", rng.i32(-2..6).into()),
        5 => ("exclusiveMaximum", rng.i32(-2..6).into()),
        6 => ("minLength", small(rng)),
        7 => ("maxLength", small(rng)),
        8 => ("minItems", small(rng)),
        9 => ("maxItems", small(rng)),
        10 => ("required", required(rng)),
        11 => ("pattern", ["^a", "b$", "^ab?$", "."][rng.usize(..4)].into()),
        12 => (
            "format",
            ["date", "email", "uuid", "made-up"][rng.usize(..4)].into(),
        ),
        13 => (
            "enum",
            (0..rng.usize(1..4)).map(|_| instance(rng, 2)).collect(),
        ),
        14 => ("const", instance(rng, 2)),
        15 => ("multipleOf", rng.u8(1..5).into()),
        16 => ("uniqueItems", rng.bool().into()),
        17..=20 => ("properties", named(rng, depth)),
        21 | 22 => ("additionalProperties", schema(rng, depth + 1)),
        23 => (
            "patternProperties",
            json!({ ["^a", "b"][rng.usize(..2)]: schema(rng, depth + 1) }),
        ),
        24 => ("propertyNames", schema(rng, depth + 1)),
        25 => (
            "dependentRequired",
            json!({ KEYS[rng.usize(..4)]: required(rng) }),
        ),
        26 => ("items", schema(rng, depth + 1)),
        27 => ("prefixItems", branches(rng, depth)),
        28 => ("contains", schema(rng, depth + 1)),
        29 => (["minContains", "maxContains"][rng.usize(..2)], small(rng)),
        30 => ("anyOf", branches(rng, depth)),
        31 => ("oneOf", branches(rng, depth)),
        32 => ("allOf", branches(rng, depth)),
        33 => ("not", schema(rng, depth + 1)),
        34 => ("if", schema(rng, depth + 1)),
        35 => (["then", "else"][rng.usize(..2)], schema(rng, depth + 1)),
        36 => ("$ref", ["#/$defs/x", "#/$defs/y"][rng.usize(..2)].into()),
        _ => (
            ["unevaluatedProperties", "minProperties"][0],
            rng.bool().into(),
        ),
    }
}

fn required(rng: &mut Rng) -> Value {
    KEYS.iter().filter(|_| rng.u8(0..4) == 0).copied().collect()
}

fn named(rng: &mut Rng, depth: usize) -> Value {
    let mut members = Map::new();
    for _ in 0..rng.usize(1..4) {
        members.insert(KEYS[rng.usize(..4)].to_owned(), schema(rng, depth + 1));
    }
    Value::Object(members)
}

fn branches(rng: &mut Rng, depth: usize) -> Value {
    (0..rng.usize(1..4))
        .map(|_| schema(rng, depth + 1))
        .collect()
}

fn schema(rng: &mut Rng, depth: usize) -> Value {
    if depth > 0 && rng.u8(0..12) == 0 {
        return rng.bool().into();
    }
    let mut members = Map::new();
    for _ in 0..rng.usize(..4) {
        let (name, value) = keyword(rng, depth);
        members.insert(name.to_owned(), value);
    }
    Value::Object(members)
}

/// Changes a keyword somewhere.
fn mutate(rng: &mut Rng, value: &mut Value, depth: usize) {
    let Value::Object(members) = value else {
        *value = schema(rng, depth.max(1));
        return;
    };
    let names: Vec<String> = members.keys().cloned().collect();
    let chosen = (!names.is_empty()).then(|| names[rng.usize(..names.len())].clone());
    match (rng.u8(0..6), chosen) {
        (0, Some(name)) => drop(members.remove(&name)),
        (1 | 2, Some(name)) => {
            for _ in 0..60 {
                let (other, value) = keyword(rng, depth);
                if other == name {
                    members.insert(name, value);
                    break;
                }
            }
        }
        (3 | 4, Some(name)) => match &mut members[&name] {
            Value::Array(items) if name.ends_with("Of") || name == "prefixItems" => {
                match rng.u8(0..4) {
                    0 => items.reverse(),
                    1 => items.push(schema(rng, depth + 1)),
                    _ => {
                        let at = rng.usize(..items.len());
                        mutate(rng, &mut items[at], depth + 1);
                    }
                }
            }
            it @ Value::Object(_) => match name.as_str() {
                "properties" | "patternProperties" | "$defs" => {
                    let inner = it.as_object_mut().unwrap();
                    let keys: Vec<String> = inner.keys().cloned().collect();
                    let key = &keys[rng.usize(..keys.len())];
                    mutate(rng, &mut inner[key], depth + 1);
                }
                "dependentRequired" | "const" => {}
                _ => mutate(rng, it, depth + 1),
            },
            _ => {}
        },
        _ => {
            let (name, value) = keyword(rng, depth);
            members.insert(name.to_owned(), value);
        }
    }
}

fn document(rng: &mut Rng) -> Value {
    let mut root = schema(rng, 0);
    let names = ["x", "y"].map(|name| (name.to_owned(), schema(rng, 1)));
    root["$defs"] = Value::Object(Map::from_iter(names));
    root
}

fn validator(schema: &Value) -> Option<Validator> {
    jsonschema::options()
        .should_validate_formats(true)
        .offline()
        .build(schema)
        .ok()
}

#[test]
fn no_instance_disproves_what_is_compatible() {
    let rounds = std::env::var("CARNET_ROUNDS").ok();
    let rounds = rounds.and_then(|it| it.parse().ok()).unwrap_or(3000);
    let mut counts = [[0; 3]; 2];
    for seed in 0..rounds {
        let rng = &mut Rng::with_seed(seed);
        let old = document(rng);
        let mut new = old.clone();
        for _ in 0..rng.usize(1..3) {
            mutate(rng, &mut new, 0);
        }
        let (Some(before), Some(after)) = (validator(&old), validator(&new)) else {
            continue;
        };
        let found = compare(old.to_string().as_bytes(), new.to_string().as_bytes()).unwrap();
        for (direction, counts) in Direction::ALL.into_iter().zip(&mut counts) {
            counts[found.verdict(direction) as usize] += 1;
        }
        for _ in 0..60 {
            let instance = instance(rng, 0);
            let (was, is) = (before.is_valid(&instance), after.is_valid(&instance));
            let broken = match (was, is) {
                (true, false) => Direction::Request,
                (false, true) => Direction::Reply,
                _ => continue,
            };
            assert_ne!(
                found.verdict(broken),
                Verdict::Compatible,
                "{broken} {instance} seed {seed}\n{old}\n{new}\n{:#?}",
                found.changes
            );
        }
    }
    for [compatible, unknown, breaking] in counts {
        let all = compatible + unknown + breaking;
        assert!(compatible * 5 > all && breaking * 10 > all, "{counts:?}");
        assert!(unknown * 2 < all, "{counts:?}");
    }
}

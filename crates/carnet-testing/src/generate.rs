//! Payloads made from a contract: right ones, which [`Agreement`](crate::Agreement) then breaks.

use crate::json_text::{JsonText, quoted};
use crate::satisfy::{self, satisfy};
use carnet_core::decimal::Literal;
use carnet_core::shape::{Assertion, Check, Dynamic, Field, Items, Kind, Map, Object, Shape};
use carnet_core::{Format, Level, Ruling};
use fastrand::Rng;

/// A payload that nothing is wrong with, unless the contract asks for what a random text or number
/// cannot have.
///
/// # Example
/// ```
/// use carnet_core::{Kind, Shape};
/// use carnet_testing::{fastrand::Rng, generate};
///
/// let payload = generate::payload(&Shape::of(Kind::Boolean), &mut Rng::with_seed(1));
/// assert!(["true", "false"].contains(&payload.to_string().as_str()));
/// ```
pub fn payload(shape: &Shape, rng: &mut Rng) -> JsonText {
    let checks: Vec<_> = shape.all_checks().collect();
    match shape.kind {
        Kind::Any => scalar(rng),
        Kind::Boolean => JsonText::Scalar(rng.bool().to_string()),
        Kind::Integer => integer(&checks, rng),
        Kind::Number => number(&checks, rng),
        Kind::String => JsonText::string(&text(&checks, rng)),
        Kind::Enum(it) => JsonText::string(it.values[rng.usize(..it.values.len())]),
        Kind::Array(items) => array(items, &checks, rng),
        Kind::Object(it) => object(it, rng),
        Kind::Map(it) => map(it, rng),
        Kind::Union(it) => payload(&it.variants[rng.usize(..it.variants.len())].shape, rng),
    }
}

/// Any scalar.
pub(crate) fn scalar(rng: &mut Rng) -> JsonText {
    match rng.u8(..6) {
        0 => JsonText::Scalar("null".to_owned()),
        1 => JsonText::Scalar(rng.bool().to_string()),
        2 => JsonText::Scalar(rng.i64(-1000..1000).to_string()),
        3 => JsonText::Scalar(format!("{}.{}", rng.i16(..), rng.u8(..))),
        _ => {
            let length = rng.usize(..12);
            JsonText::string(&letters(length, rng))
        }
    }
}

/// A text of so many code points, of one, two, three or four bytes each.
pub fn letters(length: usize, rng: &mut Rng) -> String {
    const ALPHABETS: [&[char]; 4] = [
        &['a', 'b', 'Z', '0', '9', '-', '_'],
        &['a', ' ', '.', ',', '/', '"', '\\', '\n', '\t', '\u{7f}'],
        &['é', 'ß', 'ſ', 'Ж', '中', '\u{301}', '\u{a0}', '\u{feff}'],
        &['𝄞', '🦀', '\u{10ffff}', 'a'],
    ];
    let alphabet = ALPHABETS[rng.usize(..ALPHABETS.len())];
    (0..length)
        .map(|_| alphabet[rng.usize(..alphabet.len())])
        .collect()
}

fn integer(checks: &[&Check], rng: &mut Rng) -> JsonText {
    for check in checks {
        if let Assertion::Const(only) = check.assertion {
            return JsonText::Scalar(only.0.to_owned());
        }
    }
    let (least, most) = bounds(checks);
    let least = least
        .and_then(|it| it.number().to_i64())
        .unwrap_or(i64::MIN);
    let most = most.and_then(|it| it.number().to_i64()).unwrap_or(i64::MAX);
    let value = match rng.u8(..10) {
        0 => least,
        1 => most,
        2 => rng.i64(least..=most),
        _ => rng.i64(-9..1000),
    };
    JsonText::Scalar(value.clamp(least, most).to_string())
}

fn number(checks: &[&Check], rng: &mut Rng) -> JsonText {
    let (least, most) = bounds(checks);
    JsonText::Scalar(match (rng.u8(..10), least, most) {
        (0, Some(least), _) => least.0.to_owned(),
        (1, _, Some(most)) => most.0.to_owned(),
        (2, ..) => format!("{}e{}", rng.u8(1..=9), rng.u8(..=3)),
        (3..=5, ..) => rng.u32(..).to_string(),
        _ => format!("{}.{:02}", rng.u32(..), rng.u8(..100)),
    })
}

fn bounds(checks: &[&Check]) -> (Option<Literal>, Option<Literal>) {
    let mut bounds = (None, None);
    for check in checks {
        match check.assertion {
            Assertion::Minimum(least) => bounds.0 = Some(least),
            Assertion::Maximum(most) => bounds.1 = Some(most),
            _ => {}
        }
    }
    bounds
}

fn text(checks: &[&Check], rng: &mut Rng) -> String {
    let (mut least, mut most) = (1, 40);
    for check in checks {
        match check.assertion {
            Assertion::Format(format) => return formatted(format, rng),
            Assertion::MaxLength(length) => most = length as usize,
            Assertion::MinLength(length) => least = length as usize,
            _ => {}
        }
    }
    most = most.max(least);
    let length = match rng.u8(..12) {
        0 => least,
        1 => most,
        2 => most.saturating_sub(1).max(least),
        3 => rng.usize(least..=most),
        _ => rng.usize(least..=most.min(12).max(least)),
    };
    letters(length, rng)
}

/// A text in a format: by its name, else any that has it, else its example.
fn formatted(format: &Format, rng: &mut Rng) -> String {
    let (year, month, day) = (rng.u16(..=9999), rng.u8(1..=12), rng.u8(1..=31));
    let made = match format.name {
        "date" => format!("{year:04}-{month:02}-{day:02}"),
        "day-month-year" => format!("{day:02}-{month:02}-{year:04}"),
        "hour-minute" => format!("{:02}:{:02}", rng.u8(..24), rng.u8(..60)),
        "three-digits" => rng.u16(100..=999).to_string(),
        "mailbox" => format!("{}@example.com", rng.alphabetic()),
        "digits" => rng.u32(..).to_string(),
        "date-and-time" | "timestamp" => format!(
            "{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02}",
            rng.u8(..24),
            rng.u8(..60),
            rng.u8(..60)
        ),
        _ => {
            let length = rng.usize(1..12);
            letters(length, rng)
        }
    };
    // February 30 and the like.
    if (format.check)(&made) {
        made
    } else {
        format.example.to_owned()
    }
}

fn array(items: &Items, checks: &[&Check], rng: &mut Rng) -> JsonText {
    let mut least = 0;
    for check in checks {
        if let Assertion::MinItems(count) = check.assertion {
            least = count as usize;
        }
    }
    let count = least + rng.usize(..3);
    JsonText::Array((0..count).map(|_| item(items, rng)).collect())
}

/// An item of an array, now and then `null` where that may be.
pub(crate) fn item(items: &Items, rng: &mut Rng) -> JsonText {
    nullable(&items.shape, items.null, rng)
}

/// A value, now and then `null` where that may be.
fn nullable(shape: &Shape, null: Option<Ruling>, rng: &mut Rng) -> JsonText {
    if null.is_none() && rng.u8(..4) == 0 {
        JsonText::Scalar("null".to_owned())
    } else {
        payload(shape, rng)
    }
}

fn object(object: &Object, rng: &mut Rng) -> JsonText {
    let share = [0.1, 0.5, 0.9][rng.usize(..3)];
    let mut members = Vec::new();
    for field in object.fields {
        if field.is_required() || rng.f64() < share * likelihood(field) {
            members.push(member(field, rng));
        }
    }
    if let Some(dynamic) = object.dynamic
        && rng.bool()
    {
        own_member(dynamic, &mut members, rng);
    }
    satisfy::list(object, &mut members, rng);
    for rule in object.rules {
        satisfy(rule, object, &mut members, rng);
    }
    if rng.u8(..4) == 0 {
        rng.shuffle(&mut members);
    }
    JsonText::Object(members)
}

/// How likely a member is beside the others: what is a finding by standing there seldom is.
fn likelihood(field: &Field) -> f64 {
    if field.undocumented.levels.strict == Level::Allow {
        1.0
    } else {
        0.1
    }
}

/// A member, with a key as it is written.
pub(crate) fn member(field: &Field, rng: &mut Rng) -> (String, JsonText) {
    (quoted(field.name), nullable(&field.shape, field.null, rng))
}

/// Adds the member whose key is the value of another.
fn own_member(dynamic: &Dynamic, members: &mut Vec<(String, JsonText)>, rng: &mut Rng) {
    let mut names = dynamic.named_by.iter().filter_map(|name| {
        let value = &members.iter().find(|(key, _)| *key == quoted(name))?.1;
        match value {
            JsonText::Scalar(text) if text.starts_with('"') => Some(text.clone()),
            _ => None,
        }
    });
    if let Some(key) = names.next()
        && members.iter().all(|(known, _)| *known != key)
    {
        members.push((key, nullable(&dynamic.shape, dynamic.null, rng)));
    }
}

fn map(map: &Map, rng: &mut Rng) -> JsonText {
    let mut members: Vec<(String, JsonText)> = Vec::new();
    for _ in 0..rng.usize(..4) {
        let length = rng.usize(1..4);
        let key = quoted(&letters(length, rng));
        if members.iter().all(|(known, _)| *known != key) {
            let value = if map.null.is_none() && rng.u8(..8) == 0 {
                JsonText::Scalar("null".to_owned())
            } else {
                payload(&map.value, rng)
            };
            members.push((key, value));
        }
    }
    JsonText::Object(members)
}

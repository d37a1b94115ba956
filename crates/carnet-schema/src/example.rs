//! Payloads that satisfy a contract under the strict profile, made from the contract.

mod mend;
mod reply;

use crate::Side;
use carnet_core::contract::{Carrier, Contract};
use carnet_core::decimal::{Literal, Number};
use carnet_core::json_schema::{Tree, is_bare};
use carnet_core::shape::{Assertion, Dynamic, Field, Items, Kind, MemberAssertion, Object};
use carnet_core::{Format, Level, Shape};

/// A credential that nobody takes for a live one.
const PLACEHOLDER: &str = "00000000-0000-0000-0000-000000000000";
/// A key that is no member's.
const KEY: &str = "key";

/// The smallest and the whole payload of a side, each once; of a response, those of every reply
/// that a body alone is taken for.
pub(crate) fn examples(contract: &Contract, side: Side) -> Vec<Tree> {
    let all = match side {
        Side::Request => requests(contract),
        Side::Response => reply::examples(contract),
    };
    let mut once: Vec<Tree> = Vec::new();
    for example in all {
        if !once.contains(&example) {
            once.push(example);
        }
    }
    once
}

fn requests(contract: &Contract) -> Vec<Tree> {
    let examples = both(&contract.request.shape);
    match (contract.carrier, contract.request.shape.object()) {
        (Carrier::Parameters, Some(object)) => {
            examples.map(|example| texts(object, example)).to_vec()
        }
        _ => examples.to_vec(),
    }
}

/// The members as the texts that their parameters hold once they are decoded.
fn texts(object: &Object, members: Tree) -> Tree {
    let Tree::Object(members) = members else {
        return members;
    };
    let text = |(name, value): (String, Tree)| {
        let bare = object
            .field(&name)
            .is_some_and(|field| is_bare(&field.shape.kind));
        let text = match value {
            Tree::String(text) if bare => text,
            value => value.to_json(),
        };
        (name, Tree::String(text))
    };
    Tree::Object(members.into_iter().map(text).collect())
}

fn both(shape: &Shape) -> [Tree; 2] {
    [Extent::Smallest, Extent::Whole].map(|extent| value(shape, "value", extent))
}

/// How much of what may be there is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Smallest,
    Whole,
}

fn value(shape: &Shape, name: &str, extent: Extent) -> Tree {
    match shape.kind {
        Kind::Boolean => Tree::Bool(true),
        Kind::Integer | Kind::Number => number(shape),
        Kind::Any | Kind::String => Tree::String(text(shape, name)),
        Kind::Enum(it) => it.values.first().copied().unwrap_or_default().into(),
        Kind::Object(object) => members(object, extent),
        Kind::Array(items) => list(shape, items, name, extent),
        Kind::Map(map) => match extent {
            Extent::Smallest => Tree::object([]),
            Extent::Whole => Tree::object([(KEY, value(&map.value, "value", extent))]),
        },
        Kind::Union(union) => union
            .variants
            .first()
            .map_or(Tree::Null, |it| value(&it.shape, name, extent)),
    }
}

fn list(shape: &Shape, items: &Items, name: &str, extent: Extent) -> Tree {
    let item = value(&items.shape, name, extent);
    let (least, most) = limits(shape, |assertion| match assertion {
        Assertion::MinItems(least) => Some((*least, u32::MAX)),
        Assertion::MaxItems(most) => Some((0, *most)),
        _ => None,
    });
    let count = if extent == Extent::Whole {
        least.max(1)
    } else {
        least
    };
    Tree::Array(vec![item; count.min(most) as usize])
}

fn members(object: &'static Object, extent: Extent) -> Tree {
    let mut chosen: Vec<bool> = object
        .fields
        .iter()
        .map(|field| extent == Extent::Whole || field.required.levels.strict > Level::Allow)
        .zip(object.fields)
        .map(|(wanted, field)| wanted && is_documented(field))
        .collect();
    complete(object, &mut chosen);
    let chosen = object
        .fields
        .iter()
        .zip(chosen)
        .filter(|(_, chosen)| *chosen);
    let members = chosen.map(|(field, _)| (field.name, value(&field.shape, field.name, extent)));
    let mut members = Tree::object(members);
    if let Some(dynamic) = object.dynamic
        && extent == Extent::Whole
    {
        name_a_key(object, dynamic, &mut members);
    }
    mend::members(object, &mut members);
    members
}

fn is_documented(field: &Field) -> bool {
    field.undocumented.levels.strict == Level::Allow
}

/// Adds a member whose key another member names.
fn name_a_key(object: &Object, dynamic: &Dynamic, members: &mut Tree) {
    let Some(namer) = dynamic.named_by.first().and_then(|name| object.field(name)) else {
        return;
    };
    let fits = matches!(namer.shape.kind, Kind::String) && takes(&namer.shape, KEY);
    let free = object.field(KEY).is_none();
    if let Some(name) = members.get_mut(namer.name)
        && fits
        && free
    {
        *name = KEY.into();
        if let Tree::Object(members) = members {
            let value = value(&dynamic.shape, "value", Extent::Whole);
            members.push((KEY.to_owned(), value));
        }
    }
}

/// Chooses members until every statement about several of them holds.
fn complete(object: &Object, chosen: &mut [bool]) {
    let index = |name: &str| object.fields.iter().position(|field| field.name == name);
    let rules = object.rules.iter();
    let rules = rules.filter(|rule| rule.ruling.levels.strict > Level::Allow);
    let assertions: Vec<_> = rules.map(|rule| rule.assertion).collect();
    // Every round that changes something chooses a member more.
    for _ in 0..=object.fields.len() {
        for assertion in &assertions {
            match *assertion {
                MemberAssertion::RequiredTogether(names) => {
                    let places: Vec<_> = names.iter().filter_map(|name| index(name)).collect();
                    if places.iter().any(|&i| chosen[i]) {
                        for i in places {
                            chosen[i] = true;
                        }
                    }
                }
                MemberAssertion::AtLeastOne(names) => {
                    let places = names.iter().filter_map(|name| index(name));
                    choose_one(places, chosen);
                }
                MemberAssertion::AtLeastOneOther(names) => {
                    let fields = object.fields.iter().enumerate();
                    let others = fields
                        .filter(|(_, field)| !names.contains(&field.name) && is_documented(field));
                    choose_one(others.map(|(i, _)| i), chosen);
                }
                MemberAssertion::RequiresTrue(name, flag) => {
                    if let (Some(i), Some(flag)) = (index(name), index(flag)) {
                        chosen[flag] |= chosen[i];
                    }
                }
                _ => {}
            }
        }
    }
}

/// Chooses the first of these members, unless one of them is chosen.
fn choose_one(places: impl Iterator<Item = usize>, chosen: &mut [bool]) {
    let places: Vec<_> = places.collect();
    if let Some(&first) = places.first()
        && !places.iter().any(|&i| chosen[i])
    {
        chosen[first] = true;
    }
}

/// The tightest of the limits that the checks set, whatever their level.
fn limits(shape: &Shape, read: impl Fn(&Assertion) -> Option<(u32, u32)>) -> (u32, u32) {
    shape
        .all_checks()
        .filter_map(|check| read(&check.assertion))
        .fold((0, u32::MAX), |(least, most), (low, high)| {
            (least.max(low), most.min(high))
        })
}

fn formats(shape: &Shape) -> impl Iterator<Item = &'static Format> {
    shape
        .all_checks()
        .filter_map(|check| match check.assertion {
            Assertion::Format(format) => Some(format),
            _ => None,
        })
}

/// The least and the greatest length of a text, in characters.
fn lengths(shape: &Shape) -> (u32, u32) {
    limits(shape, |assertion| match assertion {
        Assertion::MinLength(least) => Some((*least, u32::MAX)),
        Assertion::MaxLength(most) | Assertion::MaxUtf16Length(most) => Some((0, *most)),
        _ => None,
    })
}

/// Whether a shape takes a text of ASCII characters.
fn takes(shape: &Shape, text: &str) -> bool {
    let (least, most) = lengths(shape);
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let listed = match shape.kind {
        Kind::Enum(list) => list.values.contains(&text),
        _ => true,
    };
    listed && (least..=most).contains(&length) && formats(shape).all(|format| (format.check)(text))
}

fn text(shape: &Shape, name: &str) -> String {
    if let Some(format) = formats(shape).next() {
        return format.example.to_owned();
    }
    let (least, most) = lengths(shape);
    let words = if shape.sensitive {
        PLACEHOLDER.to_owned()
    } else {
        name.replace('_', " ")
    };
    let mut text: String = words.chars().take(most as usize).collect();
    let missing = (least as usize).saturating_sub(text.chars().count());
    text.extend(std::iter::repeat_n('x', missing));
    text
}

/// One, or the number that keeps the value from being one.
fn number(shape: &Shape) -> Tree {
    let mut text = "1";
    for check in shape.all_checks() {
        let value = Number::parse(text);
        match check.assertion {
            Assertion::Minimum(Literal(bound)) if value < Number::parse(bound) => text = bound,
            Assertion::Maximum(Literal(bound)) if value > Number::parse(bound) => text = bound,
            Assertion::Const(Literal(number)) => return Tree::Number(number.to_owned()),
            _ => {}
        }
    }
    Tree::Number(text.to_owned())
}

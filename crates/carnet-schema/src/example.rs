//! Payloads that satisfy a contract under the strict profile, made from the contract.

use crate::{Side, reply};
use carnet_core::contract::{Condition, Contract};
use carnet_core::decimal::{Literal, Number};
use carnet_core::json_schema::Tree;
use carnet_core::shape::{Assertion, Kind, MemberAssertion, Object};
use carnet_core::{Format, Level, Shape};

/// A credential that nobody takes for a live one.
const PLACEHOLDER: &str = "00000000-0000-0000-0000-000000000000";

/// The smallest and the whole payload of a side, each once; of a response, those of every reply
/// that a body alone is taken for.
pub(crate) fn examples(contract: &Contract, side: Side) -> Vec<Tree> {
    let mut all = Vec::new();
    match side {
        Side::Request => all.extend(both(&contract.request.shape)),
        Side::Response => {
            for (i, reply) in contract.replies.iter().enumerate() {
                for mut example in both(&reply.body.shape) {
                    tell_apart(contract, i, &mut example);
                    if reply::meant(contract, &example) == Some(i) {
                        all.push(example);
                    }
                }
            }
        }
    }
    let mut once: Vec<Tree> = Vec::new();
    for example in all {
        if !once.contains(&example) {
            once.push(example);
        }
    }
    once
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
        Kind::Array(items) => {
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
        Kind::Map(map) => match extent {
            Extent::Smallest => Tree::object([]),
            Extent::Whole => Tree::object([("key", value(&map.value, "value", extent))]),
        },
        Kind::Union(union) => union
            .variants
            .first()
            .map_or(Tree::Null, |it| value(&it.shape, name, extent)),
    }
}

fn members(object: &Object, extent: Extent) -> Tree {
    let mut chosen: Vec<bool> = object
        .fields
        .iter()
        .map(|field| extent == Extent::Whole || field.required.levels.strict > Level::Allow)
        .collect();
    complete(object, &mut chosen);
    let chosen = object
        .fields
        .iter()
        .zip(chosen)
        .filter(|(_, chosen)| *chosen);
    Tree::object(chosen.map(|(field, _)| (field.name, value(&field.shape, field.name, extent))))
}

/// Chooses members until every statement about several of them holds.
fn complete(object: &Object, chosen: &mut [bool]) {
    let index = |name: &str| object.fields.iter().position(|field| field.name == name);
    // Every round that changes something chooses a member more.
    for _ in 0..=object.fields.len() {
        for rule in object.rules {
            match rule.assertion {
                MemberAssertion::RequiredTogether(names) => {
                    let places: Vec<_> = names.iter().filter_map(|name| index(name)).collect();
                    if places.iter().any(|&i| chosen[i]) {
                        for i in places {
                            chosen[i] = true;
                        }
                    }
                }
                MemberAssertion::AtLeastOne(names) => {
                    let mut places = names.iter().filter_map(|name| index(name));
                    if let Some(first) = places.next()
                        && !chosen[first]
                        && !places.any(|i| chosen[i])
                    {
                        chosen[first] = true;
                    }
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

fn text(shape: &Shape, name: &str) -> String {
    if let Some(format) = formats(shape).next() {
        return format.example.to_owned();
    }
    let (least, most) = limits(shape, |assertion| match assertion {
        Assertion::MinLength(least) => Some((*least, u32::MAX)),
        Assertion::MaxLength(most) | Assertion::MaxUtf16Length(most) => Some((0, *most)),
        _ => None,
    });
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

/// One, or the bound that keeps the value from being one.
fn number(shape: &Shape) -> Tree {
    let mut text = "1";
    for check in shape.all_checks() {
        let value = Number::parse(text);
        match check.assertion {
            Assertion::Minimum(Literal(bound)) if value < Number::parse(bound) => text = bound,
            Assertion::Maximum(Literal(bound)) if value > Number::parse(bound) => text = bound,
            _ => {}
        }
    }
    Tree::Number(text.to_owned())
}

/// Changes the members that conditions speak of, so that the example is taken for its own reply.
fn tell_apart(contract: &Contract, own: usize, example: &mut Tree) {
    for (i, reply) in contract.replies.iter().enumerate().take(own + 1) {
        for condition in reply.when {
            let Condition::Prefix(member, prefix) = *condition else {
                continue;
            };
            let Some(shape) = member_shape(contract.replies[own].body.shape, member) else {
                continue;
            };
            let Tree::Object(members) = &mut *example else {
                continue;
            };
            let Some((_, Tree::String(text))) = members.iter_mut().find(|(key, _)| key == member)
            else {
                continue;
            };
            if text.starts_with(prefix) != (i == own) {
                let rest: String = text.chars().skip(prefix.chars().count()).collect();
                let starts = if i == own {
                    vec![prefix]
                } else {
                    vec!["4", "0", "x"]
                };
                let fits = |text: &String| formats(&shape).all(|format| (format.check)(text));
                let other = starts
                    .into_iter()
                    .map(|start| format!("{start}{rest}"))
                    .find(fits);
                *text = other.unwrap_or_else(|| text.clone());
            }
        }
    }
}

fn member_shape(shape: Shape, name: &str) -> Option<Shape> {
    shape
        .object()
        .and_then(|object| object.field(name))
        .map(|field| field.shape)
}

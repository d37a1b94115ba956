//! A reply as the contract's own reading would have it, where the lenient profile lets another
//! pass.
//!
//! Whoever decodes a reply wants its meaning: a key by another reading becomes the documented one,
//! a listed text in another case the listed one, a number in quotes a number where one is
//! documented. What even the lenient profile refuses stays as it is, and so does what would lose
//! something.

use crate::judge::Judge;
use crate::meaning::{self, Meaning};
use crate::rule::{kind, listed};
use crate::tree::{Member, Node, NodeKind};
use crate::walk;
use carnet_core::decimal::Number;
use carnet_core::shape::{Enum, Kind, Object, Shape, Union};
use carnet_core::{Level, RuleId, Ruling};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Rewrites a value and everything in it. The judge's profile says what may be rewritten.
pub(super) fn adopt(node: &mut Node<'_>, shape: &Shape, judge: &Judge<'_>) {
    if !kind::fits(&shape.kind, node) {
        by_reading(node, shape, judge);
        return;
    }
    match (&mut node.kind, shape.kind) {
        (NodeKind::Array(nodes), Kind::Array(items)) => {
            for node in nodes {
                adopt(node, &items.shape, judge);
            }
        }
        (NodeKind::Object(members), Kind::Map(map)) => {
            for member in members {
                adopt(&mut member.value, &map.value, judge);
            }
        }
        (NodeKind::Object(members), Kind::Object(object)) => adopt_members(members, object, judge),
        (_, Kind::Enum(list)) => {
            if let Some(text) = listed_text(node, list, shape, judge) {
                node.kind = NodeKind::String(Cow::Borrowed(text));
            }
        }
        (_, Kind::Union(union)) => {
            if let Some(variant) = only_variant(node, union) {
                adopt(node, variant, judge);
            }
        }
        _ => {}
    }
}

fn lets_pass(judge: &Judge<'_>, rule: RuleId, ruling: &Ruling) -> bool {
    judge.level(rule, ruling) != Level::Error
}

/// A value of another type than documented.
fn by_reading(node: &mut Node<'_>, shape: &Shape, judge: &Judge<'_>) {
    let reading = walk::reading_of(node, shape, judge);
    let ruling = reading.map_or(&shape.mismatch, |reading| &reading.ruling);
    if !lets_pass(judge, RuleId::Type, ruling) {
        return;
    }
    if let Some(kind) = converted(&node.kind, &shape.kind) {
        node.kind = kind;
        adopt(node, shape, judge);
    } else if let Some(reading) = reading {
        adopt(node, &reading.shape, judge);
    }
}

/// A scalar as one of another type, where nothing is lost.
fn converted<'t>(found: &NodeKind<'t>, documented: &Kind) -> Option<NodeKind<'t>> {
    match (found, documented) {
        (NodeKind::String(Cow::Borrowed(text)), Kind::Integer | Kind::Number) => {
            let number = Number::parse(text)?;
            let is_finite = text.parse().is_ok_and(f64::is_finite);
            let is_right = matches!(documented, Kind::Number) || number.is_integral();
            (is_finite && is_right).then_some(NodeKind::Number(text))
        }
        (NodeKind::String(text), Kind::Boolean) => text.parse().ok().map(NodeKind::Bool),
        (NodeKind::Number(text), Kind::String | Kind::Enum(_)) => {
            Some(NodeKind::String(Cow::Borrowed(text)))
        }
        (NodeKind::Bool(value), Kind::String | Kind::Enum(_)) => {
            let text = if *value { "true" } else { "false" };
            Some(NodeKind::String(Cow::Borrowed(text)))
        }
        _ => None,
    }
}

/// The listed text that a text means which is not listed.
fn listed_text(
    node: &Node<'_>,
    list: &Enum,
    shape: &Shape,
    judge: &Judge<'_>,
) -> Option<&'static str> {
    let text = node.as_str()?;
    if list.values.contains(&text) {
        return None;
    }
    if let Some(value) = listed::in_other_case(text, list) {
        return lets_pass(judge, RuleId::EnumCase, &list.other_case).then_some(value);
    }
    // A list of one says one thing, whatever the word for it.
    let [only] = list.values else {
        return None;
    };
    let reading = walk::reading_of_same_type(node, shape, RuleId::Enum, judge)?;
    let says_one = matches!(reading.shape.kind, Kind::Enum(list) if list.values.len() == 1);
    (says_one && lets_pass(judge, RuleId::Enum, &reading.ruling)).then_some(*only)
}

/// The variant that a value with other values in it is of, where only one comes into question.
fn only_variant<'u>(node: &Node<'_>, union: &'u Union) -> Option<&'u Shape> {
    let mut variants = union.variants.iter().map(|variant| &variant.shape);
    let variant = variants.find(|shape| kind::resembles(&shape.kind, node))?;
    let is_only = !variants.any(|shape| kind::resembles(&shape.kind, node));
    let holds_values = matches!(node.kind, NodeKind::Array(_) | NodeKind::Object(_));
    (is_only && holds_values).then_some(variant)
}

fn adopt_members(members: &mut [Member<'_>], object: &'static Object, judge: &Judge<'_>) {
    adopt_keys(members, object, judge);
    let names = names(members, object);
    for member in members {
        if let Some(field) = object.field(&member.key) {
            adopt(&mut member.value, &field.shape, judge);
        } else if let Some(dynamic) = object.dynamic
            && names.iter().any(|name| *name == member.key)
        {
            adopt(&mut member.value, &dynamic.shape, judge);
        }
    }
}

/// Gives members that stand under another key their own.
fn adopt_keys(members: &mut [Member<'_>], object: &'static Object, judge: &Judge<'_>) {
    let mut standing = BTreeSet::new();
    let mut last = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        match object.field(&member.key) {
            Some(field) => _ = standing.insert(field.name),
            // Of several members with one key the last is taken.
            None => _ = last.insert(member.key.to_string(), index),
        }
    }
    let names = names(members, object);
    let mut others: Vec<_> = last.into_values().collect();
    others.sort_unstable();
    for member in others {
        let Some(member) = members.get_mut(member) else {
            continue;
        };
        if let Meaning::Spelling(spelling) = meaning::of(&member.key, object)
            && spelling.adopted
            && lets_pass(judge, RuleId::KeySpelling, spelling.ruling)
            && !names.iter().any(|name| *name == member.key)
            && standing.insert(spelling.field.name)
        {
            member.key = Cow::Borrowed(spelling.field.name);
        }
    }
}

/// The texts that may be the key of an object's dynamic member.
fn names(members: &[Member<'_>], object: &Object) -> Vec<String> {
    let named_by = object.dynamic.map_or(&[][..], |dynamic| dynamic.named_by);
    let members = members
        .iter()
        .filter(|member| named_by.contains(&&*member.key));
    members
        .filter_map(|member| member.value.as_str().map(str::to_owned))
        .collect()
}

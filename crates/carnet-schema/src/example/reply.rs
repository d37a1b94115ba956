//! Examples of replies, each taken for its own kind.

use super::{Extent, both, formats, takes, value};
use crate::reply::{is_among, meant};
use carnet_core::contract::{Condition, Contract};
use carnet_core::json_schema::Tree;
use carnet_core::shape::{Field, Kind};

/// The examples of every kind of reply that a body alone is taken for.
pub(super) fn examples(contract: &Contract) -> Vec<Tree> {
    let mut all = Vec::new();
    for (i, reply) in contract.replies.iter().enumerate() {
        for mut example in both(&reply.body.shape) {
            tell_apart(contract, i, &mut example);
            if meant(contract, &example) == Some(i) {
                all.push(example);
            }
        }
    }
    all
}

/// Changes the members that conditions speak of, so that the example is taken for its own reply.
fn tell_apart(contract: &Contract, own: usize, example: &mut Tree) {
    let Some(object) = contract.replies[own].body.shape.object() else {
        return;
    };
    for (i, reply) in contract.replies.iter().enumerate().take(own + 1) {
        for condition in reply.when {
            let (Condition::Prefix(name, _) | Condition::Word(name, _)) = *condition else {
                continue;
            };
            let mut fields = object.fields.iter();
            let Some(field) = fields.find(|field| field.name.eq_ignore_ascii_case(name)) else {
                continue;
            };
            if i == own
                && let Tree::Object(members) = &mut *example
                && members.iter().all(|(key, _)| key != field.name)
            {
                let value = value(&field.shape, field.name, Extent::Smallest);
                members.push((field.name.to_owned(), value));
            }
            if let Some(Tree::String(text)) = example.get_mut(field.name)
                && holds(condition, text) != (i == own)
            {
                let others = candidates(condition, text, i == own, field);
                let mut others = others.into_iter();
                if let Some(other) = others.find(|it| holds(condition, it) == (i == own)) {
                    *text = other;
                }
            }
        }
    }
}

/// Whether a text meets a condition on the member that it is the value of.
fn holds(condition: &Condition, text: &str) -> bool {
    match *condition {
        Condition::Prefix(_, prefix) => text.starts_with(prefix),
        Condition::Word(_, words) => is_among(text, words),
        Condition::Status(..) | Condition::Present(_) => true,
    }
}

/// Texts that a member may hold, some of which meet a condition, or do not.
fn candidates(condition: &Condition, text: &str, wanted: bool, field: &Field) -> Vec<String> {
    let listed = match field.shape.kind {
        Kind::Enum(list) => list.values,
        _ => &[],
    };
    let mut all: Vec<String> = listed.iter().map(|text| (*text).to_owned()).collect();
    match *condition {
        Condition::Prefix(_, prefix) => {
            let rest: String = text.chars().skip(prefix.chars().count()).collect();
            let starts = if wanted {
                vec![prefix]
            } else {
                vec!["4", "0", "x"]
            };
            let texts = starts.into_iter().map(|start| format!("{start}{rest}"));
            let shape = field.shape;
            all.extend(texts.filter(|text| formats(&shape).all(|format| (format.check)(text))));
        }
        Condition::Word(_, words) => {
            let words = words.iter().copied().chain(["x", "0"]);
            let texts = words.filter(|text| takes(&field.shape, text));
            all.extend(texts.map(str::to_owned));
        }
        Condition::Status(..) | Condition::Present(_) => {}
    }
    all
}

//! The replies of a call in one schema, told apart as far as a body tells them apart.

use crate::document::{Collected, reference};
use carnet_core::contract::{Condition, Outcome, Reply};
use carnet_core::json_schema::{self, Keywords, Tree, key_pattern, prefix_pattern, word_pattern};
use carnet_core::{Contract, Kind};

/// The first reply whose conditions hold is meant, else the success. The HTTP status is not in the
/// body: the required members of the reply stand for it.
pub(crate) fn keywords(contract: &Contract, definitions: &mut Collected) -> Keywords {
    let names: Vec<_> = contract
        .replies
        .iter()
        .map(|reply| {
            let schema = json_schema::tree(&reply.body.shape, definitions);
            let mut schema = Keywords::from(schema);
            schema.set("x-carnet-when", words(reply));
            definitions.define(reply.outcome.as_str(), schema.into_tree())
        })
        .collect();
    let mut rest = fallback(contract)
        .and_then(|i| names.get(i))
        .map(|name| reference(name));
    for (reply, name) in contract.replies.iter().zip(&names).rev() {
        let Some(condition) = condition(reply) else {
            rest = Some(reference(name));
            continue;
        };
        let mut link = Keywords::default();
        link.set("if", condition);
        link.set("then", reference(name));
        if let Some(rest) = rest {
            link.set("else", rest);
        }
        rest = Some(link.into_tree());
    }
    rest.map(Keywords::from).unwrap_or_default()
}

/// The reply that is meant when no conditions hold.
fn fallback(contract: &Contract) -> Option<usize> {
    let success = |reply: &Reply| reply.outcome == Outcome::Success;
    let first = (!contract.replies.is_empty()).then_some(0);
    contract.replies.iter().position(success).or(first)
}

/// The conditions of a reply as a schema; none where every body meets them.
fn condition(reply: &Reply) -> Option<Tree> {
    let mut conditions = reply.when.iter().map(|condition| match *condition {
        Condition::Status(..) => body(reply),
        Condition::Prefix(member, prefix) => {
            let mut text = Keywords::default();
            text.set("type", "string");
            text.set("pattern", prefix_pattern(prefix));
            let mut object = with_members(&[member]);
            object.set("properties", Tree::object([(member, text.into_tree())]));
            object.into_tree()
        }
        Condition::Present(member) => with_members(&[member]).into_tree(),
        Condition::Word(member, words) => word(member, words),
    });
    let first = conditions.next()?;
    let rest: Vec<_> = conditions.collect();
    if rest.is_empty() {
        return Some(first);
    }
    let mut all = Keywords::default();
    all.set("allOf", [vec![first], rest].concat());
    Some(all.into_tree())
}

/// A member that is a word, in any case of either: not every such member is something else.
fn word(member: &str, words: &[&str]) -> Tree {
    let mut text = Keywords::default();
    text.set("type", "string");
    text.set("pattern", word_pattern(words));
    let other = Tree::object([("not", text.into_tree())]);
    let mut none = Keywords::default();
    let keys = key_pattern(member);
    none.set("patternProperties", Tree::object([(&*keys, other)]));
    let mut keywords = with_members(&[]);
    keywords.set("not", none);
    keywords.into_tree()
}

/// A body that looks like the reply's: its required members are there.
fn body(reply: &Reply) -> Tree {
    if let Kind::Object(object) = reply.body.shape.kind {
        let required = object.fields.iter().filter(|field| field.is_required());
        let required: Vec<_> = required.map(|field| field.name).collect();
        return with_members(&required).into_tree();
    }
    match json_schema::types(&reply.body.shape.kind)[..] {
        [] => Tree::object([]),
        [only] => Tree::object([("type", only.into())]),
        ref types => Tree::object([("type", Tree::array(types.iter().copied()))]),
    }
}

fn with_members(names: &[&str]) -> Keywords {
    let mut keywords = Keywords::default();
    keywords.set("type", "object");
    if !names.is_empty() {
        keywords.set("required", Tree::array(names.iter().copied()));
    }
    keywords
}

/// The conditions of a reply in words.
fn words(reply: &Reply) -> String {
    let words = reply.when.iter().map(|condition| match condition {
        Condition::Status(from, to) if from == to => format!(
            "the HTTP status is {from}; where it is not known, the required members are present"
        ),
        Condition::Status(from, to) => format!(
            "the HTTP status is {from} to {to}; where it is not known, the required members are \
             present"
        ),
        Condition::Prefix(member, prefix) => {
            format!("the member {member} is a text that begins with {prefix}")
        }
        Condition::Present(member) => format!("the member {member} is present"),
        Condition::Word(member, words) => {
            format!("the member {member} is {}, in any case", words.join(" or "))
        }
    });
    let words: Vec<_> = words.collect();
    if words.is_empty() {
        "no earlier kind of reply is meant".to_owned()
    } else {
        words.join(", and ")
    }
}

/// The texts that members of this name hold, in any case of the name.
fn texts<'a>(body: &'a Tree, name: &'a str) -> impl Iterator<Item = &'a str> {
    let members = match body {
        Tree::Object(members) => &members[..],
        _ => &[],
    };
    members
        .iter()
        .filter(move |(key, _)| key.eq_ignore_ascii_case(name))
        .filter_map(|(_, value)| value.as_str())
}

/// Whether a text is one of the words, whatever its case.
pub(crate) fn is_among(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// The reply that an example is taken for when the HTTP status is not known.
pub(crate) fn meant(contract: &Contract, body: &Tree) -> Option<usize> {
    let present = |name: &str| body.get(name).is_some();
    let holds = |reply: &Reply, condition: &Condition| match *condition {
        // An example has the type of its reply.
        Condition::Status(..) => reply.body.shape.object().is_none_or(|object| {
            object
                .fields
                .iter()
                .all(|field| !field.is_required() || present(field.name))
        }),
        Condition::Prefix(member, prefix) => body
            .get(member)
            .and_then(Tree::as_str)
            .is_some_and(|text| text.starts_with(prefix)),
        Condition::Present(member) => present(member),
        Condition::Word(member, words) => texts(body, member).any(|text| is_among(text, words)),
    };
    contract
        .replies
        .iter()
        .position(|reply| reply.when.iter().all(|condition| holds(reply, condition)))
        .or_else(|| fallback(contract))
}

//! Which documented kind of reply a text is.

use crate::meaning::{self, Meaning};
use crate::rule::key_spelling::same_but_for_case_and_blanks;
use crate::rule::kind::fits;
use crate::tree::{Node, NodeKind};
use carnet_core::contract::{Condition, Outcome, Reply};
use carnet_core::shape::Kind;
use std::collections::BTreeSet;

/// The first reply whose conditions hold; where none does, the one of the known HTTP status, else
/// the first success.
pub(crate) fn choose(
    replies: &'static [Reply],
    root: Option<&Node<'_>>,
    status: Option<u16>,
) -> Option<&'static Reply> {
    let holds = |reply: &&Reply| {
        let mut conditions = reply.when.iter();
        conditions.all(|condition| condition_holds(condition, reply, root, status))
    };
    replies
        .iter()
        .find(holds)
        .or_else(|| replies.iter().find(|reply| has_status(reply, status)))
        .or_else(|| {
            let mut replies = replies.iter();
            replies.find(|reply| reply.outcome == Outcome::Success)
        })
        .or(replies.first())
}

fn condition_holds(
    condition: &Condition,
    reply: &Reply,
    root: Option<&Node<'_>>,
    status: Option<u16>,
) -> bool {
    let member = |name| root.and_then(|root| root.get(name));
    match *condition {
        Condition::Status(first, last) => match status {
            Some(status) => (first..=last).contains(&status),
            None => root.is_some_and(|root| has_required_members(reply, root)),
        },
        Condition::Prefix(name, prefix) => match member(name).map(|node| &node.kind) {
            Some(NodeKind::String(text)) => text.starts_with(prefix),
            // A code may be written as a number by a reading not taken.
            Some(NodeKind::Number(text)) => text.starts_with(prefix),
            _ => false,
        },
        Condition::Present(name) => member(name).is_some(),
        Condition::Word(name, words) => root.is_some_and(|root| {
            let meant = root
                .members()
                .iter()
                .filter(|member| same_but_for_case_and_blanks(&member.key, name));
            let mut texts = meant.filter_map(|member| member.value.as_str());
            texts.any(|text| words.iter().any(|word| word.eq_ignore_ascii_case(text)))
        }),
    }
}

/// Whether every required member stands in a reply, under whatever key that means it.
fn has_required_members(reply: &Reply, root: &Node<'_>) -> bool {
    let object = match reply.body.shape.kind {
        Kind::Object(object) => object,
        kind => return fits(&kind, root),
    };
    let members = root.members().iter();
    let there: BTreeSet<_> = members
        .filter_map(|member| match meaning::of(&member.key, object) {
            Meaning::Field(field) => Some(field.name),
            Meaning::Spelling(spelling) => Some(spelling.field.name),
            Meaning::Unknown => None,
        })
        .collect();
    let mut required = object.fields.iter().filter(|field| field.is_required());
    matches!(root.kind, NodeKind::Object(_)) && required.all(|field| there.contains(field.name))
}

fn has_status(reply: &Reply, status: Option<u16>) -> bool {
    let Some(status) = status else {
        return false;
    };
    reply.when.iter().any(|condition| {
        matches!(*condition, Condition::Status(first, last) if (first..=last).contains(&status))
    })
}

//! Which documented kind of reply a text is.

use crate::rule::key_spelling::same_but_for_case_and_blanks;
use crate::rule::kind::fits;
use crate::tree::{Node, NodeKind};
use carnet_core::contract::{Condition, Outcome, Reply};
use carnet_core::shape::Kind;

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

fn has_required_members(reply: &Reply, root: &Node<'_>) -> bool {
    match reply.body.shape.kind {
        Kind::Object(object) => {
            let mut required = object.fields.iter().filter(|field| field.is_required());
            matches!(root.kind, NodeKind::Object(_))
                && required.all(|field| root.get(field.name).is_some())
        }
        kind => fits(&kind, root),
    }
}

fn has_status(reply: &Reply, status: Option<u16>) -> bool {
    let Some(status) = status else {
        return false;
    };
    reply.when.iter().any(|condition| {
        matches!(*condition, Condition::Status(first, last) if (first..=last).contains(&status))
    })
}

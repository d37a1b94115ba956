//! `equal`: one thing that is said in two places.

use super::members::{Broken, Scope};
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::{Node, NodeKind, abbreviate};
use crate::walk::Found;
use carnet_core::RuleId;
use carnet_core::decimal::Number;
use std::borrow::Cow;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Equal,
    demands: "Two values that mean the same thing are the same, whether they are written as numbers \
              or as texts. Judged where both have a value.",
    why: "Nobody knows which of the two the vendor takes.",
    fix: FixDoc::Never("either of the values may be wrong"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"id": "7", "record": {"id": 8}}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"id": "7", "record": {"id": 7}}}"#,
};

pub(super) fn check<'n>(
    first: &'static str,
    second: &'static str,
    scope: &Scope<'_, 'n>,
) -> Option<Broken<'n>> {
    let (one, other) = (scope.find(first), scope.find(second));
    let (Found::Value(value), Found::Value(node)) = (one.found, other.found) else {
        return None;
    };
    let text = text(value)?;
    if is_same(value, node)? {
        return None;
    }
    let (first, second) = (name(first), name(second));
    let complaint = Complaint::new(
        RuleId::Equal,
        format!("`{second}` is not the same as `{first}`"),
    )
    .help(if one.show && other.show {
        format!("write {} in both", abbreviate(&text, false))
    } else {
        "write the same value in both".to_owned()
    });
    Some(Broken::new(complaint, other.spot, node))
}

/// Whether two values are the same; `None` when one is no scalar.
fn is_same(one: &Node<'_>, other: &Node<'_>) -> Option<bool> {
    if let (NodeKind::Number(one), NodeKind::Number(other)) = (&one.kind, &other.kind) {
        return Some(Number::parse(one) == Number::parse(other));
    }
    Some(text(one)? == text(other)?)
}

/// The text of a scalar as a person would write it.
pub(super) fn text<'n>(node: &'n Node<'_>) -> Option<Cow<'n, str>> {
    match &node.kind {
        NodeKind::Bool(value) => Some(if *value { "true" } else { "false" }.into()),
        NodeKind::Number(text) => {
            let integer = Number::parse(text).and_then(|number| number.to_i64());
            Some(integer.map_or((*text).into(), |integer| integer.to_string().into()))
        }
        NodeKind::String(text) => Some((&**text).into()),
        _ => None,
    }
}

/// A path for a message.
pub(super) fn name(path: &str) -> &str {
    path.strip_prefix('/').unwrap_or(path)
}

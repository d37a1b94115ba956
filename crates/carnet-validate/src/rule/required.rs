//! `required`: members that must be there.

use super::equal::name;
use super::members::{Broken, Scope};
use super::notation::Notation;
use super::{FixDoc, RuleDoc, accepts};
use crate::judge::Complaint;
use crate::tree::{Node, NodeKind};
use crate::walk::Found;
use carnet_core::RuleId;
use carnet_core::shape::Field;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Required,
    demands: "A required member is present. One finding per missing member, at the brace of its \
              object; none where a misspelt key was told as an error already.",
    why: "The vendor refuses the payload, or the record lacks what was meant.",
    fix: FixDoc::Never("the missing value cannot be told"),
    bad: r#"{"name": "Ada"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

/// `near` is a key in the object that was probably meant to be this member's.
pub(crate) fn complaint(field: &Field, near: Option<&str>, notation: Notation) -> Complaint {
    let name = field.name;
    let complaint = Complaint::new(RuleId::Required, format!("`{name}` is missing"));
    complaint.help(if let Some(near) = near {
        let near = crate::tree::abbreviate(near, false);
        format!("write `{name}` in place of `{near}`")
    } else {
        let member = notation.assign(name, &accepts::example(&field.shape));
        format!("add {member}")
    })
}

/// What a statement of another object demands: a value at a path.
pub(super) fn demanded<'n>(path: &'static str, scope: &Scope<'_, 'n>) -> Option<Broken<'n>> {
    let there = scope.find(path);
    let (state, bytes) = match there.found {
        Found::Void(node) => (state(node), node.span.clone()),
        Found::Value(node) if node.as_str() == Some("") => ("empty", node.span.clone()),
        Found::Absent(parent) => ("missing", parent.span.start..parent.span.start + 1),
        Found::Value(_) | Found::Nothing => return None,
    };
    let name = name(path);
    let complaint = Complaint::new(RuleId::Required, format!("`{name}` is {state}"))
        .help(format!("write a value for `{name}`"));
    Some(Broken {
        complaint,
        at: there.spot,
        bytes: Some(bytes),
    })
}

const fn state(node: &Node<'_>) -> &'static str {
    match node.kind {
        NodeKind::Null => "null",
        _ => "empty",
    }
}

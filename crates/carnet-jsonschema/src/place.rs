//! Between the tree that keeps places and the value that the engine judges.

use carnet_validate::tree::{Node, NodeKind};
use serde_json::{Number, Value};
use std::ops::Range;

/// The value; of several members with one key the last. `None` where something is no JSON, or so
/// broken that parts may be lost.
pub(crate) fn value(node: &Node<'_>) -> Option<Value> {
    if node.damaged {
        return None;
    }
    Some(match &node.kind {
        NodeKind::Null => Value::Null,
        NodeKind::Bool(value) => Value::Bool(*value),
        NodeKind::Number(text) => Value::Number(number(text)),
        NodeKind::String(text) => Value::String(text.clone().into_owned()),
        NodeKind::Array(items) => Value::Array(items.iter().map(value).collect::<Option<_>>()?),
        NodeKind::Object(members) => {
            let members = members
                .iter()
                .map(|member| Some((member.key.clone().into_owned(), value(&member.value)?)));
            Value::Object(members.collect::<Option<_>>()?)
        }
        NodeKind::Invalid => return None,
    })
}

/// The tree holds finite doubles only.
fn number(text: &str) -> Number {
    serde_json::from_str(text).unwrap_or_else(|_| Number::from(0))
}

/// A value in the text.
#[derive(Clone, Debug)]
pub(crate) struct Spot<'n, 't> {
    pub(crate) node: &'n Node<'t>,
}

/// The value at a JSON Pointer; the nearest one around it where there is none.
pub(crate) fn find<'n, 't>(root: &'n Node<'t>, pointer: &str) -> Spot<'n, 't> {
    let mut node = root;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let inner = match &node.kind {
            NodeKind::Array(items) => step.parse().ok().and_then(|at: usize| items.get(at)),
            _ => node.get(&step),
        };
        match inner {
            Some(inner) => node = inner,
            None => break,
        }
    }
    Spot { node }
}

impl Spot<'_, '_> {
    /// The bracket that a member or item is missing behind.
    pub(crate) fn opening(&self) -> Range<usize> {
        let start = self.node.span.start;
        start..start + 1
    }

    /// The last key of this name.
    pub(crate) fn key(&self, name: &str) -> Range<usize> {
        let mut members = self.node.members().iter().rev();
        let member = members.find(|member| member.key == name);
        member.map_or_else(|| self.opening(), |member| member.key_span.clone())
    }
}

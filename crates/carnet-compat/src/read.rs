//! From text to a schema whose numbers keep their text.

use carnet_core::Position;
use carnet_core::json_schema::Tree;
use carnet_validate::lines;
use carnet_validate::tree::{self, Node, NodeKind};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// One of the two schemas that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What was.
    Old,
    /// What is.
    New,
}

/// Why a text is no schema. Displayed, it says what is wrong, without the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Which of the two it is.
    pub side: Side,
    /// Where it is wrong.
    pub position: Position,
    message: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Unreadable {}

/// Reads one of them.
pub(crate) fn schema(text: &[u8], side: Side) -> Result<Tree, Unreadable> {
    let document = tree::parse(text);
    let wrong = |offset, message| Unreadable {
        side,
        position: lines::position(text, offset),
        message,
    };
    if let Some(problem) = document.problems.first() {
        return Err(wrong(problem.span.start, problem.message(text)));
    }
    let root = document.root.as_ref();
    match root.map(|root| (value(root), root)) {
        Some((Some(schema @ (Tree::Object(_) | Tree::Bool(_))), _)) => Ok(schema),
        Some((_, root)) => {
            let message = format!(
                "a schema is an object or a boolean, found {}",
                root.describe()
            );
            Err(wrong(root.span.start, message))
        }
        None => Err(wrong(0, "the text is empty".to_owned())),
    }
}

/// A value without its place; of several members with one key the last counts. `None` where
/// something in it is no JSON, which is a problem as well.
fn value(node: &Node<'_>) -> Option<Tree> {
    Some(match &node.kind {
        NodeKind::Null => Tree::Null,
        NodeKind::Bool(value) => Tree::Bool(*value),
        NodeKind::Number(text) => Tree::Number((*text).to_owned()),
        NodeKind::String(text) => Tree::String(text.clone().into_owned()),
        NodeKind::Array(items) => Tree::Array(items.iter().map(value).collect::<Option<_>>()?),
        NodeKind::Object(members) => {
            let mut all: Vec<(String, Tree)> = Vec::with_capacity(members.len());
            let mut known = BTreeMap::new();
            for member in members {
                let it = value(&member.value)?;
                if let Some(&at) = known.get(&member.key) {
                    let (_, old): &mut (String, Tree) = &mut all[at];
                    *old = it;
                } else {
                    known.insert(member.key.clone(), all.len());
                    all.push((member.key.clone().into_owned(), it));
                }
            }
            Tree::Object(all)
        }
        NodeKind::Invalid => return None,
    })
}

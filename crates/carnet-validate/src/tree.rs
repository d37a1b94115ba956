//! A reader of JSON text that keeps places and survives what is broken.
//!
//! It takes any bytes, never recurses deeper than [`DEPTH`] levels, and does work linear in the
//! length of the text. What is wrong is told once per cause and then stepped over, so that the
//! rest can still be judged. Numbers keep their text; duplicate members are all kept.
//!
//! Deliberately absent: any knowledge of contracts.

mod container;
mod problem;
mod reader;
mod string;
mod value;
mod word;

pub use problem::Problem;
pub(crate) use problem::{Cause, abbreviate};

use carnet_core::Place;
use std::borrow::Cow;
use std::ops::Range;

/// How deep values may nest: arrays and objects in one another, the outermost being the first.
pub const DEPTH: usize = 127;

/// After so many problems the reader gives up: such a text was never meant to be JSON.
pub const MOST_PROBLEMS: usize = 100;

/// A text that was read.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The value, as far as it could be read; `None` when the text holds none.
    pub root: Option<Node<'t>>,
    /// What is wrong with the text, in the order of the text.
    pub problems: Vec<Problem>,
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node<'t> {
    /// The bytes of the value, brackets and quotes included.
    pub span: Range<usize>,
    /// What it is.
    pub kind: NodeKind<'t>,
    /// The text inside is so broken that members or items may have been lost.
    pub damaged: bool,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum NodeKind<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// The text of a number; it is a JSON number and a finite double.
    Number(&'t str),
    /// A string, its escapes resolved.
    String(Cow<'t, str>),
    /// The items of an array.
    Array(Vec<Node<'t>>),
    /// The members of an object in the order of the text, duplicates included.
    Object(Vec<Member<'t>>),
    /// Something that is no JSON; a [`Problem`] says what.
    Invalid,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub struct Member<'t> {
    /// The bytes of the key, quotes included.
    pub key_span: Range<usize>,
    /// The key, its escapes resolved.
    pub key: Cow<'t, str>,
    /// The value.
    pub value: Node<'t>,
}

impl<'t> Node<'t> {
    fn new(span: Range<usize>, kind: NodeKind<'t>) -> Self {
        Self {
            span,
            kind,
            damaged: false,
        }
    }

    fn invalid(span: Range<usize>) -> Self {
        Self::new(span, NodeKind::Invalid)
    }

    /// Whether other values may stand in it.
    pub(crate) const fn holds_others(&self) -> bool {
        matches!(self.kind, NodeKind::Array(_) | NodeKind::Object(_))
    }

    /// The members, when it is an object.
    #[must_use]
    pub fn members(&self) -> &[Member<'t>] {
        match &self.kind {
            NodeKind::Object(members) => members,
            _ => &[],
        }
    }

    /// The value of the last member with this key, as most readers take it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        let mut members = self.members().iter().rev();
        let member = members.find(|member| member.key == key)?;
        Some(&member.value)
    }

    /// The text, when it is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::String(text) => Some(text),
            _ => None,
        }
    }

    /// What a message calls it: `a string`.
    #[must_use]
    pub const fn describe(&self) -> &'static str {
        match self.kind {
            NodeKind::Null => "null",
            NodeKind::Bool(_) => "a boolean",
            NodeKind::Number(_) => "a number",
            NodeKind::String(_) => "a string",
            NodeKind::Array(_) => "an array",
            NodeKind::Object(_) => "an object",
            NodeKind::Invalid => "something that is no JSON",
        }
    }
}

impl Document<'_> {
    /// The innermost value or member at a byte offset.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let mut place = Place::default();
        let mut next = self.root.as_ref();
        while let Some(node) = next {
            next = None;
            match &node.kind {
                NodeKind::Object(members) => {
                    let after = members.partition_point(|member| member.key_span.start <= offset);
                    if let Some(member) = after.checked_sub(1).map(|last| &members[last])
                        && holds(&(member.key_span.start..member.value.span.end), offset)
                    {
                        place = place.member(&member.key);
                        next = Some(&member.value);
                    }
                }
                NodeKind::Array(items) => {
                    let after = items.partition_point(|item| item.span.start <= offset);
                    if let Some(last) = after.checked_sub(1)
                        && holds(&items[last].span, offset)
                    {
                        place = place.item(last);
                        next = Some(&items[last]);
                    }
                }
                _ => {}
            }
        }
        place
    }
}

/// Whether a span holds an offset; an empty one holds its own start.
fn holds(span: &Range<usize>, offset: usize) -> bool {
    span.contains(&offset) || (span.is_empty() && span.start == offset)
}

/// Reads a text.
///
/// # Example
/// ```
/// use carnet_validate::tree;
///
/// let text = br#"{"id": integer, "amount": 1.50}"#;
/// let document = tree::parse(text);
/// assert_eq!(document.problems.len(), 1);
/// assert_eq!(document.problems[0].message(text), "`integer` is not a JSON value");
/// assert_eq!(document.place(7).pointer, "/id");
/// let amount = document.root.as_ref().and_then(|root| root.get("amount"));
/// assert!(matches!(amount.map(|node| &node.kind), Some(tree::NodeKind::Number("1.50"))));
/// ```
#[must_use]
pub fn parse(text: &[u8]) -> Document<'_> {
    reader::Reader::new(text).document()
}

//! One result of a check.

use crate::{Discrepancy, Fix, RuleId, Severity, Source};
use std::fmt;

/// One result: which rule was broken where, and what to do about it.
///
/// No text in it ever shows a value that the contract marks as a credential.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that was broken.
    pub rule: RuleId,
    /// How grave it is under the profile in force.
    pub severity: Severity,
    /// The value or member that it is about.
    pub at: Place,
    /// The field of the caller's own struct that it comes from: `Lead::people[0].name`. Only where
    /// such a struct was [encoded](crate::mapping).
    pub field: Option<String>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to type.
    pub help: Option<String>,
    /// What to change in the text that was linted, where that is certain.
    pub fix: Option<Fix>,
    /// The bytes that it is about.
    pub span: Option<Span>,
    /// Who says so.
    pub source: Option<Source>,
    /// The discrepancy that decided it.
    pub discrepancy: Option<&'static Discrepancy>,
}

/// `error[max-length] /name (from Lead::company_name): the text has 51 characters, at most 50 are
/// allowed`; what does not stand in it has fields of its own.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] ", self.severity, self.rule)?;
        match (&self.field, self.at == Place::default()) {
            (Some(field), _) => write!(f, "{} (from {field}): ", self.at)?,
            (None, false) => write!(f, "{}: ", self.at)?,
            (None, true) => {}
        }
        f.write_str(&self.message)
    }
}

/// Where in a request or reply something stands.
///
/// Written as a JSON Pointer (RFC 6901) into the body, or as `query:<name>`, or as
/// `query:<name>#<pointer>` for JSON inside a query parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The query parameter, when it is not the body.
    pub parameter: Option<String>,
    /// The JSON Pointer; empty for the whole text.
    pub pointer: String,
}

impl Place {
    /// A place in the body.
    #[must_use]
    pub fn body(pointer: impl Into<String>) -> Self {
        Self {
            parameter: None,
            pointer: pointer.into(),
        }
    }

    /// The member `key` of this place.
    #[must_use]
    pub fn member(&self, key: &str) -> Self {
        let mut member = self.clone();
        member.push_member(key);
        member
    }

    /// The item `index` of this place.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        let mut item = self.clone();
        item.push_item(index);
        item
    }

    /// Goes on to the member `key`.
    pub fn push_member(&mut self, key: &str) {
        self.pointer.reserve(1 + key.len());
        self.pointer.push('/');
        let mut rest = key;
        let is_escaped = |byte| matches!(byte, b'~' | b'/');
        while let Some(at) = rest.bytes().position(is_escaped) {
            let escaped = if rest[at..].starts_with('~') {
                "~0"
            } else {
                "~1"
            };
            self.pointer.push_str(&rest[..at]);
            self.pointer.push_str(escaped);
            rest = &rest[at + 1..];
        }
        self.pointer.push_str(rest);
    }

    /// Goes on to the item `index`.
    pub fn push_item(&mut self, index: usize) {
        self.pointer.push('/');
        self.pointer.push_str(&index.to_string());
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.parameter, self.pointer.is_empty()) {
            (None, _) => f.write_str(&self.pointer),
            (Some(name), true) => write!(f, "query:{name}"),
            (Some(name), false) => write!(f, "query:{name}#{}", self.pointer),
        }
    }
}

/// A stretch of text, its end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Where it begins.
    pub start: Position,
    /// Just after its last character.
    pub end: Position,
}

/// A point in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Byte offset from the start of the text.
    pub offset: usize,
    /// Line, counted from 1.
    pub line: usize,
    /// Character in the line, counted from 1.
    pub column: usize,
}

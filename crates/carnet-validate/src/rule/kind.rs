//! `type`: the JSON type of a value.

use super::notation::Notation;
use super::{FixDoc, RuleDoc, accepts, integer};
use crate::judge::Complaint;
use crate::tree::{Node, NodeKind, abbreviate};
use carnet_core::decimal::Number;
use carnet_core::shape::{Kind, Shape};
use carnet_core::{Edit, RuleId};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Type,
    demands: "The value has the documented JSON type. An integer is a number without a fraction, by \
              value. Where the vendor's pages also show another type, the discrepancy that decides \
              between the two is named.",
    why: "A server refuses the other type, or worse, takes it for something else.",
    fix: FixDoc::Safe(
        "the quotes are removed from an integer of 64 bits in plain digits, and from \
         `true` and `false`, where no page shows another type; any other value would have \
         to be guessed",
    ),
    bad: r#"{"company": "1", "name": "Ada"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

/// Whether a value has a type that a kind accepts.
pub(crate) fn fits(kind: &Kind, node: &Node<'_>) -> bool {
    match (kind, &node.kind) {
        (Kind::Integer, NodeKind::Number(text)) => {
            integer::is_plain(text)
                || Number::parse(text).is_some_and(|number| number.is_integral())
        }
        _ => resembles(kind, node),
    }
}

/// Whether a value has such a type as far as JSON has types: to JSON an integer is a number.
pub(crate) fn resembles(kind: &Kind, node: &Node<'_>) -> bool {
    match (kind, &node.kind) {
        (Kind::Any, _)
        | (Kind::Boolean, NodeKind::Bool(_))
        | (Kind::Integer | Kind::Number, NodeKind::Number(_))
        | (Kind::String | Kind::Enum(_), NodeKind::String(_))
        | (Kind::Array(_), NodeKind::Array(_))
        | (Kind::Object(_) | Kind::Map(_), NodeKind::Object(_)) => true,
        (Kind::Union(union), _) => {
            let mut variants = union.variants.iter();
            variants.any(|variant| resembles(&variant.shape.kind, node))
        }
        _ => false,
    }
}

/// What is wrong with a value that does not [fit](fits).
pub(crate) fn complaint(node: &Node<'_>, shape: &Shape, notation: Notation) -> Complaint {
    let expected = shape.kind.describe();
    let found = match (&shape.kind, &node.kind, notation) {
        (Kind::Integer, NodeKind::Number(_), _) => "a number with a fraction",
        // Whatever else it is, a parameter is a text.
        (_, NodeKind::String(_), Notation::Parameter) => "another text",
        _ => node.describe(),
    };
    let message = ["expected ", &*expected, ", found ", found].concat();
    let complaint = Complaint::new(RuleId::Type, message);
    let remedy = match notation {
        Notation::Json => remedy(node, &shape.kind, !shape.sensitive),
        Notation::Parameter => bare_remedy(node, &shape.kind, !shape.sensitive),
    };
    complaint.help(remedy.unwrap_or_else(|| any_such(shape, notation)))
}

/// The change that takes the quotes off an integer or a boolean, where nothing else can be meant.
pub(crate) fn fix(node: &Node<'_>, shape: &Shape) -> Option<Vec<Edit>> {
    let text = node.as_str()?;
    let is_certain = match shape.kind {
        Kind::Integer => text
            .parse::<i64>()
            .is_ok_and(|integer| integer.to_string() == text),
        Kind::Boolean => matches!(text, "true" | "false"),
        _ => false,
    };
    (is_certain && shape.has_one_type() && !shape.sensitive)
        .then(|| vec![Edit::new(node.span.clone(), text)])
}

/// What to write where the value says nothing about what is meant.
fn any_such(shape: &Shape, notation: Notation) -> String {
    if matches!(shape.kind, Kind::Union(_)) {
        return format!("write {}", shape.kind.describe());
    }
    let (what, example) = (accepts::describe(shape), accepts::example(shape));
    let example = match notation {
        Notation::Json => &*example,
        Notation::Parameter => example.trim_matches('"'),
    };
    ["write ", &*what, ", such as ", example].concat()
}

/// What to write in the place of a parameter's text that is nearly right: in quotes, among blanks,
/// in another case.
fn bare_remedy(node: &Node<'_>, kind: &Kind, show: bool) -> Option<String> {
    let text = node.as_str().filter(|_| show)?;
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    let text = text.to_ascii_lowercase();
    let is_right = match kind {
        Kind::Boolean => matches!(&*text, "true" | "false"),
        Kind::Integer => Number::parse(&text).is_some_and(|number| number.is_integral()),
        Kind::Number => Number::parse(&text).is_some(),
        _ => false,
    };
    is_right.then(|| format!("write {}", abbreviate(&text, false)))
}

fn remedy(node: &Node<'_>, kind: &Kind, show: bool) -> Option<String> {
    match (kind, &node.kind) {
        (Kind::Integer | Kind::Number | Kind::Boolean, NodeKind::String(text)) => {
            let value = text.trim();
            let right = match kind {
                Kind::Boolean => matches!(value, "true" | "false"),
                Kind::Integer => Number::parse(value).is_some_and(|number| number.is_integral()),
                _ => Number::parse(value).is_some(),
            };
            (right && show).then(|| format!("write {} without quotes", abbreviate(value, false)))
        }
        (Kind::String | Kind::Enum(_), NodeKind::Number(text)) => Some(if show {
            format!("write \"{}\" in quotes", abbreviate(text, false))
        } else {
            "write it in quotes".to_owned()
        }),
        (Kind::String, NodeKind::Bool(value)) => Some(format!("write \"{value}\" in quotes")),
        (Kind::Array(_), NodeKind::String(text)) => encoded_twice(text, '[', ']', "array"),
        (Kind::Object(_) | Kind::Map(_), NodeKind::String(text)) => {
            encoded_twice(text, '{', '}', "object")
        }
        (Kind::Array(items), _) if fits(&items.shape.kind, node) => {
            Some("put it in an array: […]".to_owned())
        }
        (_, NodeKind::Null) => Some("leave the member out, or write a value".to_owned()),
        _ => None,
    }
}

fn encoded_twice(text: &str, open: char, close: char, name: &str) -> Option<String> {
    let text = text.trim();
    (text.starts_with(open) && text.ends_with(close)).then(|| {
        format!("it is encoded twice: write the {name} itself, without quotes and backslashes")
    })
}

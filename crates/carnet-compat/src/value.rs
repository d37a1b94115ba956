//! JSON values: whether two are the same, and a few words for one.

use carnet_core::decimal::Number;
use carnet_core::json_schema::Tree;

/// Characters of a value that a change quotes.
const QUOTED: usize = 60;

/// Whether two values are equal as JSON Schema has it: numbers by their value, members in any order.
pub(crate) fn same(one: &Tree, other: &Tree) -> bool {
    match (one, other) {
        (Tree::Number(one), Tree::Number(other)) => {
            one == other || Number::parse(one) == Number::parse(other)
        }
        (Tree::Array(one), Tree::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Tree::Object(one), Tree::Object(members)) => {
            one.len() == members.len()
                && one.iter().all(|(key, it)| {
                    let other = other.get(key);
                    other.is_some_and(|other| same(it, other))
                })
        }
        (one, other) => one == other,
    }
}

/// The value as JSON, cut where it is long.
pub(crate) fn short(value: &Tree) -> String {
    let text = value.to_json();
    if text.chars().count() <= QUOTED {
        return text;
    }
    let mut cut: String = text.chars().take(QUOTED - 1).collect();
    cut.push('…');
    cut
}

/// The number, when it is one.
pub(crate) fn number(value: &Tree) -> Option<(Number<'_>, &str)> {
    match value {
        Tree::Number(text) => Number::parse(text).map(|number| (number, text.as_str())),
        _ => None,
    }
}

/// The members, when it is an object.
pub(crate) fn members(value: Option<&Tree>) -> &[(String, Tree)] {
    match value {
        Some(Tree::Object(members)) => members,
        _ => &[],
    }
}

/// The items, when it is an array.
pub(crate) fn items(value: Option<&Tree>) -> &[Tree] {
    match value {
        Some(Tree::Array(items)) => items,
        _ => &[],
    }
}

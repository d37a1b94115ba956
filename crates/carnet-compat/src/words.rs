//! What is said of a keyword that changed.

use crate::value;
use carnet_core::json_schema::Tree;

/// `maxLength added: 40`.
pub(crate) fn added(keyword: &str, new: Option<&Tree>) -> String {
    let new = new.map(value::short).unwrap_or_default();
    format!("{keyword} added: {new}")
}

/// `maxLength removed: 50`.
pub(crate) fn removed(keyword: &str, old: Option<&Tree>) -> String {
    let old = old.map(value::short).unwrap_or_default();
    format!("{keyword} removed: {old}")
}

/// `maxLength 50 → 40`, or that it came or went.
pub(crate) fn changed(keyword: &str, old: Option<&Tree>, new: Option<&Tree>) -> String {
    match (old, new) {
        (None, new) => added(keyword, new),
        (old, None) => removed(keyword, old),
        (Some(old), Some(new)) => {
            format!("{keyword} {} → {}", value::short(old), value::short(new))
        }
    }
}

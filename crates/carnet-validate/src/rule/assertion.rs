//! The constraints that a shape puts on a single value.

use super::notation::Notation;
use super::{format, items, length, range, secret};
use crate::judge::Complaint;
use crate::settings::Surface;
use crate::tree::{Node, NodeKind};
use carnet_core::shape::Assertion;

/// What is wrong with a value, if an assertion about it does not hold.
///
/// An assertion about another type than the value's holds. `show` allows quoting the value.
pub(crate) fn check(
    node: &Node<'_>,
    assertion: &Assertion,
    surface: Surface,
    show: bool,
    notation: Notation,
) -> Option<Complaint> {
    match (&node.kind, *assertion) {
        (NodeKind::String(text), Assertion::MinLength(least)) => length::min(text, least),
        (NodeKind::String(text), Assertion::MaxLength(most)) => length::max(text, most),
        (NodeKind::String(text), Assertion::MaxUtf16Length(most)) => length::utf16(text, most),
        (NodeKind::String(text), Assertion::Format(known)) => {
            format::check(text, known, show, &node.span, notation)
        }
        (NodeKind::String(text), Assertion::Placeholder) if surface == Surface::File => {
            secret::check(text)
        }
        (NodeKind::Number(text), Assertion::Minimum(least)) => range::minimum(text, least, show),
        (NodeKind::Number(text), Assertion::Maximum(most)) => range::maximum(text, most, show),
        (NodeKind::Number(text), Assertion::MaxDecimals(most)) => range::decimals(text, most, show),
        (NodeKind::Number(text), Assertion::Const(only)) => range::constant(text, only, show),
        (NodeKind::Array(nodes), Assertion::MinItems(least)) if !node.damaged => {
            items::min(nodes.len(), least)
        }
        (NodeKind::Array(nodes), Assertion::MaxItems(most)) => items::max(nodes.len(), most),
        _ => None,
    }
}

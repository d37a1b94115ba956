//! The constraints that a shape puts on a single value.

use super::notation::Notation;
use super::{format, items, length, range, secret};
use crate::judge::Complaint;
use crate::settings::Surface;
use crate::tree::{Node, NodeKind};
use carnet_core::decimal::Number;
use carnet_core::shape::Assertion;

/// Whether an assertion about a value holds. One about another type than the value's does.
#[inline]
pub(crate) fn holds(node: &Node<'_>, assertion: &Assertion, surface: Surface) -> bool {
    match (&node.kind, *assertion) {
        (NodeKind::String(text), assertion) => text_holds(text, assertion, surface),
        (NodeKind::Number(text), assertion) => number_holds(text, assertion),
        (NodeKind::Array(nodes), Assertion::MinItems(least)) => {
            node.damaged || u32::try_from(nodes.len()).map_or(true, |length| length >= least)
        }
        (NodeKind::Array(nodes), Assertion::MaxItems(most)) => {
            u32::try_from(nodes.len()).is_ok_and(|length| length <= most)
        }
        _ => true,
    }
}

#[inline]
fn text_holds(text: &str, assertion: Assertion, surface: Surface) -> bool {
    match assertion {
        Assertion::MinLength(least) => length::is_at_least(text, least),
        Assertion::MaxLength(most) => length::is_at_most(text, most),
        Assertion::MaxUtf16Length(most) => length::is_at_most_in_utf16(text, most),
        Assertion::Format(known) => (known.check)(text),
        Assertion::Placeholder => surface != Surface::File || secret::is_placeholder(text),
        _ => true,
    }
}

fn number_holds(text: &str, assertion: Assertion) -> bool {
    let holds = |test: &dyn Fn(Number<'_>) -> bool| Number::parse(text).is_none_or(test);
    match assertion {
        Assertion::Minimum(least) => holds(&|number| number >= least.number()),
        Assertion::Maximum(most) => holds(&|number| number <= most.number()),
        Assertion::MaxDecimals(most) => holds(&|number| number.decimals() <= i64::from(most)),
        Assertion::Const(only) => holds(&|number| number == only.number()),
        _ => true,
    }
}

/// What is wrong with a value, if an assertion about it does not [hold](holds).
///
/// `show` allows quoting the value.
pub(crate) fn check(
    node: &Node<'_>,
    assertion: &Assertion,
    surface: Surface,
    show: bool,
    notation: Notation,
) -> Option<Complaint> {
    if holds(node, assertion, surface) {
        return None;
    }
    Some(match (&node.kind, *assertion) {
        (NodeKind::String(text), Assertion::MinLength(least)) => length::min(text, least),
        (NodeKind::String(text), Assertion::MaxLength(most)) => length::max(text, most),
        (NodeKind::String(text), Assertion::MaxUtf16Length(most)) => length::utf16(text, most),
        (NodeKind::String(text), Assertion::Format(known)) => {
            format::complaint(text, known, show, &node.span, notation)
        }
        (NodeKind::String(_), Assertion::Placeholder) => secret::complaint(),
        (NodeKind::Number(text), Assertion::Minimum(least)) => range::less(text, least, show),
        (NodeKind::Number(text), Assertion::Maximum(most)) => range::more(text, most, show),
        (NodeKind::Number(text), Assertion::MaxDecimals(most)) => range::decimals(text, most, show),
        (NodeKind::Number(text), Assertion::Const(only)) => range::another(text, only, show),
        (NodeKind::Array(nodes), Assertion::MinItems(least)) => items::min(nodes.len(), least),
        (NodeKind::Array(nodes), Assertion::MaxItems(most)) => items::max(nodes.len(), most),
        _ => return None,
    })
}

//! Numbers, from their text.

use super::{DecodeError, visit_digits};
use carnet_core::decimal::Number;
use serde::de::{Error, Unexpected, Visitor};

/// Offers a number as what it is: an integer if it is one by value, a double if that is exact,
/// else its digits.
pub(super) fn visit<'de, V: Visitor<'de>>(
    text: &'de str,
    visitor: V,
) -> Result<V::Value, DecodeError> {
    if let Some(integer) = signed(text) {
        return visitor.visit_i64(integer);
    }
    if let Some(integer) = unsigned(text) {
        return visitor.visit_u64(integer);
    }
    let double: f64 = text.parse().map_err(DecodeError::custom)?;
    let shown = double.to_string();
    let exact = Number::parse(text).is_some_and(|number| Number::parse(&shown) == Some(number));
    if exact {
        visitor.visit_f64(double)
    } else {
        visit_digits(text, visitor)
    }
}

pub(super) fn visit_integer<'de, V: Visitor<'de>>(
    text: &'de str,
    visitor: V,
) -> Result<V::Value, DecodeError> {
    if let Some(integer) = signed(text) {
        visitor.visit_i64(integer)
    } else if let Some(integer) = unsigned(text) {
        visitor.visit_u64(integer)
    } else {
        let is_integral = Number::parse(text).is_some_and(|number| number.is_integral());
        let found = if is_integral {
            "integer beyond 64 bits"
        } else {
            "number with a fraction"
        };
        Err(DecodeError::invalid_value(
            Unexpected::Other(found),
            &visitor,
        ))
    }
}

pub(super) fn visit_double<'de, V: Visitor<'de>>(
    text: &str,
    visitor: V,
) -> Result<V::Value, DecodeError> {
    let double: f64 = text.parse().map_err(DecodeError::custom)?;
    visitor.visit_f64(double)
}

fn signed(text: &str) -> Option<i64> {
    Number::parse(text)?.to_i64()
}

/// Beyond the signed range only the plain spelling is known to be exact.
fn unsigned(text: &str) -> Option<u64> {
    text.parse().ok()
}

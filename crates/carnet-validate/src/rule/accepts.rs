//! What a shape accepts, in words.

use carnet_core::shape::{Assertion, Kind, Shape};
use std::borrow::Cow;

/// What may be written for a shape: `an integer from 0 to 9`.
pub(crate) fn describe(shape: &Shape) -> Cow<'static, str> {
    let mut words: Cow<'static, str> = match shape.kind {
        Kind::Enum(list) => list
            .values
            .iter()
            .map(|value| format!("`{value}`"))
            .collect::<Vec<_>>()
            .join(" or ")
            .into(),
        kind => kind.describe(),
    };
    let (mut least, mut most) = (None, None);
    for check in shape.all_checks() {
        match check.assertion {
            Assertion::Minimum(bound) => least = Some(bound),
            Assertion::Maximum(bound) => most = Some(bound),
            Assertion::Const(number) => words = number.0.into(),
            Assertion::Format(format) => words = format.expects.into(),
            Assertion::MaxLength(length) => {
                words = format!("{words} of at most {length} characters").into();
            }
            Assertion::MinLength(length) => {
                words = format!("{words} of at least {length} characters").into();
            }
            Assertion::MaxDecimals(places) => {
                words = format!("{words} with at most {places} decimals").into();
            }
            Assertion::MaxUtf16Length(_)
            | Assertion::MinItems(_)
            | Assertion::MaxItems(_)
            | Assertion::Placeholder => {}
        }
    }
    match (least, most) {
        (Some(least), Some(most)) => format!("{words} from {least} to {most}").into(),
        (Some(least), None) => format!("{words} of at least {least}").into(),
        (None, Some(most)) => format!("{words} of at most {most}").into(),
        (None, None) => words,
    }
}

/// A value that could stand there.
pub(crate) fn example(shape: &Shape) -> Cow<'static, str> {
    for check in shape.all_checks() {
        if let Assertion::Format(format) = check.assertion {
            return ["\"", format.example, "\""].concat().into();
        }
    }
    match shape.kind {
        Kind::Boolean => "true",
        Kind::Integer => "1",
        Kind::Number => "1.00",
        Kind::String | Kind::Any | Kind::Union(_) => "\"…\"",
        Kind::Enum(list) => {
            let first = list.values.first().copied().unwrap_or("…");
            return ["\"", first, "\""].concat().into();
        }
        Kind::Array(_) => "[…]",
        Kind::Object(_) | Kind::Map(_) => "{…}",
    }
    .into()
}

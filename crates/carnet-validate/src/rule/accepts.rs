//! What a shape accepts, in words.

use carnet_core::shape::{Assertion, Kind, Shape};

/// What may be written for a shape: `an integer from 0 to 9`.
pub(crate) fn describe(shape: &Shape) -> String {
    let mut words = match shape.kind {
        Kind::Enum(list) => list
            .values
            .iter()
            .map(|value| format!("`{value}`"))
            .collect::<Vec<_>>()
            .join(" or "),
        kind => kind.describe().into_owned(),
    };
    let (mut least, mut most) = (None, None);
    for check in shape.all_checks() {
        match check.assertion {
            Assertion::Minimum(bound) => least = Some(bound),
            Assertion::Maximum(bound) => most = Some(bound),
            Assertion::Const(number) => words = number.to_string(),
            Assertion::Format(format) => format.expects.clone_into(&mut words),
            Assertion::MaxLength(length) => {
                words = format!("{words} of at most {length} characters");
            }
            Assertion::MinLength(length) => {
                words = format!("{words} of at least {length} characters");
            }
            Assertion::MaxDecimals(places) => {
                words = format!("{words} with at most {places} decimals");
            }
            Assertion::MaxUtf16Length(_)
            | Assertion::MinItems(_)
            | Assertion::MaxItems(_)
            | Assertion::Placeholder => {}
        }
    }
    match (least, most) {
        (Some(least), Some(most)) => format!("{words} from {least} to {most}"),
        (Some(least), None) => format!("{words} of at least {least}"),
        (None, Some(most)) => format!("{words} of at most {most}"),
        (None, None) => words,
    }
}

/// A value that could stand there.
pub(crate) fn example(shape: &Shape) -> String {
    for check in shape.all_checks() {
        if let Assertion::Format(format) = check.assertion {
            return format!("\"{}\"", format.example);
        }
    }
    match shape.kind {
        Kind::Boolean => "true",
        Kind::Integer => "1",
        Kind::Number => "1.00",
        Kind::String | Kind::Any | Kind::Union(_) => "\"…\"",
        Kind::Enum(list) => {
            return format!("\"{}\"", list.values.first().copied().unwrap_or("…"));
        }
        Kind::Array(_) => "[…]",
        Kind::Object(_) | Kind::Map(_) => "{…}",
    }
    .to_owned()
}

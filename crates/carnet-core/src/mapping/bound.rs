//! What a contract demands of a value that is known at compile time.
//!
//! Formats are not among it: whether a text has one is told by a function that no constant can
//! call.

use super::Constant;
use super::message::Message;
use super::name::same;
use super::number::{decimals, is_above};
use super::types::Types;
use crate::shape::{Assertion, Check, Kind, Shape};
use crate::{Level, Profile, Ruling};

/// A constraint of a shape, those of the type first.
pub(super) const fn check(shape: &Shape, at: usize) -> Option<&'static Check> {
    let inherent = shape.inherent.len();
    if at < inherent {
        Some(&shape.inherent[at])
    } else if at < inherent + shape.checks.len() {
        Some(&shape.checks[at - inherent])
    } else {
        None
    }
}

/// The most code points that a shape takes.
pub(super) const fn longest(shape: &Shape, profile: Profile) -> Option<u32> {
    let mut longest = None;
    let mut i = 0;
    while let Some(check) = check(shape, i) {
        if let Assertion::MaxLength(bound) = check.assertion
            && is_held(check, profile)
        {
            longest = match longest {
                Some(other) if other < bound => Some(other),
                _ => Some(bound),
            };
        }
        i += 1;
    }
    longest
}

const fn is_held(check: &Check, profile: Profile) -> bool {
    is_error(&check.ruling, profile)
}

/// Whether a ruling makes an error.
pub(super) const fn is_error(ruling: &Ruling, profile: Profile) -> bool {
    matches!(ruling.levels.of(profile), Level::Error)
}

/// The JSON type of a value; none for `null`.
pub(super) const fn types(constant: &Constant) -> Types {
    match constant {
        Constant::Null => Types::NONE,
        Constant::Boolean(_) => Types::BOOLEAN,
        Constant::Integer(_) => Types::INTEGER,
        Constant::Number(number) => match decimals(number.0) {
            Some(0) => Types::INTEGER,
            _ => Types::NUMBER,
        },
        Constant::Text(_) => Types::STRING,
        Constant::Array(_) => Types::ARRAY,
    }
}

/// Appends the value as JSON has it.
pub(super) const fn show(constant: &Constant, out: &mut Message) {
    match constant {
        Constant::Null => out.push("null"),
        Constant::Boolean(true) => out.push("true"),
        Constant::Boolean(false) => out.push("false"),
        Constant::Integer(number) => {
            if *number < 0 {
                out.push("-");
            }
            out.number(number.unsigned_abs());
        }
        Constant::Number(number) => out.push(number.0),
        Constant::Text(text) => out.push_all(&["\"", text, "\""]),
        Constant::Array(items) => {
            out.push("[");
            let mut i = 0;
            while i < items.len() {
                if i > 0 {
                    out.push(", ");
                }
                show(&items[i], out);
                i += 1;
            }
            out.push("]");
        }
    }
}

/// What a place has against a value, to follow a colon; nothing where it fits.
pub(super) const fn problem(
    constant: &Constant,
    shape: &'static Shape,
    profile: Profile,
    out: &mut Message,
) {
    let taken = Types::taken_by(shape, profile);
    if !types(constant).is_within(taken) {
        about(constant, out);
        types(constant).describe(out);
        out.push(", and the vendor takes ");
        taken.describe(out);
        return;
    }
    match (constant, shape.kind) {
        (Constant::Text(text), Kind::Enum(list)) if !is_listed(text, list.values) => {
            out.push_all(&["\"", text, "\" is none of the vendor's words; "]);
            out.push("write ");
            one_of(list.values, out);
            return;
        }
        (Constant::Array(values), Kind::Array(items)) => {
            let mut i = 0;
            while i < values.len() && out.is_empty() {
                match (&values[i], &items.null) {
                    (Constant::Null, Some(null)) if is_error(null, profile) => {
                        out.push("no item may be null");
                    }
                    _ => problem(&values[i], &items.shape, profile, out),
                }
                i += 1;
            }
        }
        (_, Kind::Union(union)) => {
            in_union(constant, union.variants, profile, out);
            return;
        }
        _ => {}
    }
    let mut i = 0;
    while let Some(check) = check(shape, i) {
        if is_held(check, profile) && out.is_empty() {
            broken(constant, &check.assertion, out);
        }
        i += 1;
    }
}

/// A value of one of several shapes must fit one of them.
const fn in_union(
    constant: &Constant,
    variants: &'static [crate::shape::Variant],
    profile: Profile,
    out: &mut Message,
) {
    let mut i = 0;
    while i < variants.len() {
        let mut found = Message::new();
        problem(constant, &variants[i].shape, profile, &mut found);
        if found.is_empty() {
            *out = found;
            return;
        }
        *out = found;
        i += 1;
    }
}

const fn about(constant: &Constant, out: &mut Message) {
    show(constant, out);
    out.push(" is ");
}

/// Whether a text is one of a list.
pub(super) const fn is_listed(text: &str, values: &[&str]) -> bool {
    let mut i = 0;
    while i < values.len() {
        if same(values[i], text) {
            return true;
        }
        i += 1;
    }
    false
}

/// Appends `"a", "b" or "c"`.
pub(super) const fn one_of(values: &[&str], out: &mut Message) {
    let mut i = 0;
    while i < values.len() {
        if i > 0 {
            out.push(if i + 1 == values.len() { " or " } else { ", " });
        }
        out.push_all(&["\"", values[i], "\""]);
        i += 1;
    }
}

/// What is wrong with a value by one constraint.
const fn broken(constant: &Constant, assertion: &Assertion, out: &mut Message) {
    match (constant, assertion) {
        (Constant::Text(text), Assertion::MaxLength(bound)) => {
            count(constant, characters(text), "character", false, *bound, out);
        }
        (Constant::Text(text), Assertion::MaxUtf16Length(bound)) => {
            count(
                constant,
                utf16(text),
                "UTF-16 code unit",
                false,
                *bound,
                out,
            );
        }
        (Constant::Text(text), Assertion::MinLength(bound)) => {
            count(constant, characters(text), "character", true, *bound, out);
        }
        (Constant::Array(items), Assertion::MaxItems(bound)) => {
            count(constant, items.len(), "item", false, *bound, out);
        }
        (Constant::Array(items), Assertion::MinItems(bound)) => {
            count(constant, items.len(), "item", true, *bound, out);
        }
        (Constant::Number(_) | Constant::Integer(_), _) => {
            // A constant of one's own has no text yet.
            let mut number = Message::new();
            show(constant, &mut number);
            number_broken(constant, number.as_str(), assertion, out);
        }
        _ => {}
    }
}

const fn number_broken(
    constant: &Constant,
    number: &str,
    assertion: &Assertion,
    out: &mut Message,
) {
    match assertion {
        Assertion::Minimum(bound) => {
            if let Some(true) = is_above(bound.0, number) {
                about(constant, out);
                out.push_all(&["below the least, ", bound.0]);
            }
        }
        Assertion::Maximum(bound) => {
            if let Some(true) = is_above(number, bound.0) {
                about(constant, out);
                out.push_all(&["above the most, ", bound.0]);
            }
        }
        Assertion::Const(only) => {
            if let (Some(true), _) | (_, Some(true)) =
                (is_above(number, only.0), is_above(only.0, number))
            {
                about(constant, out);
                out.push_all(&["not ", only.0, ", the only number that the vendor takes"]);
            }
        }
        Assertion::MaxDecimals(bound) => {
            if let Some(decimals) = decimals(number) {
                count(constant, decimals, "decimal place", false, *bound, out);
            }
        }
        _ => {}
    }
}

const fn count(
    constant: &Constant,
    found: usize,
    of: &str,
    is_least: bool,
    bound: u32,
    out: &mut Message,
) {
    if is_least && found >= bound as usize || !is_least && found <= bound as usize {
        return;
    }
    show(constant, out);
    out.push(" has ");
    out.number(found as u64);
    out.push_all(&[" ", of, if found == 1 { "" } else { "s" }]);
    out.push(", and the vendor takes at ");
    out.push(if is_least { "least " } else { "most " });
    out.number(bound as u64);
}

/// The number of code points.
const fn characters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut i = 0;
    while i < bytes.len() {
        // Every byte but those that continue a code point.
        if bytes[i] & 0xc0 != 0x80 {
            count += 1;
        }
        i += 1;
    }
    count
}

/// The number of UTF-16 code units.
const fn utf16(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut count = characters(text);
    let mut i = 0;
    while i < bytes.len() {
        // What has four bytes is a pair of them.
        if bytes[i] >= 0xf0 {
            count += 1;
        }
        i += 1;
    }
    count
}

//! Constraints on single values.

use super::{Keywords, Tree, asserts};
use crate::decimal::{Literal, Number};
use crate::shape::{Assertion, Kind, Shape};
use std::cmp::Ordering;

/// The smallest integer of 64 bits.
const SMALLEST: Literal = Literal("-9223372036854775808");
/// The largest integer of 64 bits.
const LARGEST: Literal = Literal("9223372036854775807");

/// Asserts the constraints of a shape that are errors under the strict profile.
pub(super) fn assert(shape: &Shape, keywords: &mut Keywords) {
    if matches!(shape.kind, Kind::Integer) {
        bound(keywords, "minimum", SMALLEST, Ordering::Greater);
        bound(keywords, "maximum", LARGEST, Ordering::Less);
    }
    for check in shape.all_checks().filter(|check| asserts(&check.ruling)) {
        match check.assertion {
            Assertion::MinLength(least) => at_least(keywords, "minLength", least),
            // A text never has more code points than UTF-16 code units: as near as a schema gets.
            Assertion::MaxLength(most) | Assertion::MaxUtf16Length(most) => {
                at_most(keywords, "maxLength", most);
            }
            Assertion::MinItems(least) => at_least(keywords, "minItems", least),
            Assertion::MaxItems(most) => at_most(keywords, "maxItems", most),
            Assertion::Minimum(least) => bound(keywords, "minimum", least, Ordering::Greater),
            Assertion::Maximum(most) => bound(keywords, "maximum", most, Ordering::Less),
            Assertion::Const(number) => {
                let mut asserted = Keywords::default();
                asserted.set("const", Tree::Number(number.0.to_owned()));
                join(keywords, asserted);
            }
            Assertion::MaxDecimals(places) => keywords.set("multipleOf", unit(places)),
            Assertion::Format(format) => {
                let mut asserted = Keywords::default();
                if let Some(keyword) = format.keyword {
                    asserted.set("format", keyword);
                }
                if let Some(pattern) = format.pattern {
                    asserted.set("pattern", pattern);
                }
                join(keywords, asserted);
            }
            Assertion::Placeholder => {}
        }
    }
}

/// Adds keywords, as a schema of their own where one of them is taken.
pub(super) fn join(keywords: &mut Keywords, more: Keywords) {
    let Tree::Object(members) = more.into_tree() else {
        return;
    };
    if members.iter().any(|(key, _)| keywords.get(key).is_some()) {
        keywords.push("allOf", Tree::Object(members));
    } else {
        for (key, value) in members {
            keywords.set(&key, value);
        }
    }
}

/// Asserts a lower limit beside one that may be there.
pub(super) fn at_least(keywords: &mut Keywords, keyword: &str, least: u32) {
    keywords.set(
        keyword,
        limit(keywords, keyword).map_or(least, |old| old.max(least)),
    );
}

fn at_most(keywords: &mut Keywords, keyword: &str, most: u32) {
    keywords.set(
        keyword,
        limit(keywords, keyword).map_or(most, |old| old.min(most)),
    );
}

fn limit(keywords: &Keywords, keyword: &str) -> Option<u32> {
    match keywords.get(keyword)? {
        Tree::Number(text) => text.parse().ok(),
        _ => None,
    }
}

/// Asserts a bound unless a tighter one is there; `tighter` is how such a one compares.
fn bound(keywords: &mut Keywords, keyword: &str, literal: Literal, tighter: Ordering) {
    if let Some(Tree::Number(old)) = keywords.get(keyword)
        && Number::parse(old).is_some_and(|old| old.cmp(&literal.number()) == tighter)
    {
        return;
    }
    keywords.set(keyword, Tree::Number(text(literal)));
}

/// The text of a bound: digits only where the value has no fraction, since readers turn
/// `999999999999999.00` into a double, and a double lets `999999999999999.01` pass.
fn text(literal: Literal) -> String {
    literal
        .number()
        .to_i64()
        .map_or_else(|| literal.0.to_owned(), |value| value.to_string())
}

/// The smallest number with so many decimal places.
fn unit(places: u32) -> Tree {
    Tree::Number(match places {
        0 => "1".to_owned(),
        places => format!("0.{:0>1$}", 1, places as usize),
    })
}

//! What a place demands of a value.

use super::fit;
use super::ruling::ruling;
use crate::errors::Errors;
use crate::model::{Assertion, Base, Change, Check, Reading, Ruling, Source};
use crate::raw::{Constraints, Ruled, Slot};
use std::cmp::Ordering;
use std::fmt::Display;
use syn::{Path, Type};

/// The place whose constraints are checked.
pub(crate) struct Place<'a> {
    pub(crate) source: &'a Source,
    /// The discrepancy that decides how lengths are counted.
    pub(crate) length: Option<&'a Path>,
    pub(crate) ty: &'a Type,
}

/// Checks the constraints of one place against each other and against the type.
pub(crate) fn change(errors: &Errors, raw: &Constraints, place: &Place<'_>) -> Change {
    fit::fit(errors, &raw.words, place.ty);
    ordered(errors, &raw.min_length, &raw.max_length, u32::cmp);
    ordered(errors, &raw.min_items, &raw.max_items, u32::cmp);
    for (low, high) in [
        (&raw.minimum, &raw.maximum),
        (&raw.minimum, &raw.constant),
        (&raw.constant, &raw.maximum),
    ] {
        ordered(errors, low, high, |a, b| compare(a, b));
    }
    Change {
        checks: checks(raw, place),
        readings: raw
            .readings
            .iter()
            .map(|reading| Reading {
                kind: reading.value.clone(),
                ruling: ruling(&reading.ruling, Base::Error, place.source),
            })
            .collect(),
        mismatch: raw
            .mismatch
            .get()
            .map(|raw| ruling(raw, Base::Error, place.source)),
        sensitive: raw.secret.is_given(),
    }
}

fn checks(raw: &Constraints, place: &Place<'_>) -> Vec<Check> {
    let mut checks = Vec::new();
    let mut add = |assertion, ruling| checks.push(Check { assertion, ruling });
    let of = |raw: &crate::raw::Ruling| ruling(raw, Base::Error, place.source);
    if let Some(min) = raw.min_length.get() {
        add(Assertion::MinLength(min.value), of(&min.ruling));
    }
    if let Some(max) = raw.max_length.get() {
        match place
            .length
            .filter(|_| max.ruling.decided_by.get().is_none())
        {
            Some(path) => {
                let base = Base::ErrorBy(path.clone());
                add(
                    Assertion::MaxLength(max.value),
                    ruling(&max.ruling, base, place.source),
                );
                let counted = Ruling::plain(Base::By(path.clone()));
                add(Assertion::MaxUtf16Length(max.value), counted);
            }
            None => add(Assertion::MaxLength(max.value), of(&max.ruling)),
        }
    }
    if let Some(min) = raw.minimum.get() {
        add(Assertion::Minimum(min.value.clone()), of(&min.ruling));
    }
    if let Some(max) = raw.maximum.get() {
        add(Assertion::Maximum(max.value.clone()), of(&max.ruling));
    }
    if let Some(constant) = raw.constant.get() {
        add(
            Assertion::Const(constant.value.clone()),
            of(&constant.ruling),
        );
    }
    if let Some(max) = raw.max_decimals.get() {
        add(Assertion::MaxDecimals(max.value), of(&max.ruling));
    }
    if let Some(format) = raw.format.get() {
        add(Assertion::Format(format.value.clone()), of(&format.ruling));
    }
    if let Some(min) = raw.min_items.get() {
        add(Assertion::MinItems(min.value), of(&min.ruling));
    }
    if let Some(max) = raw.max_items.get() {
        add(Assertion::MaxItems(max.value), of(&max.ruling));
    }
    if let Some(secret) = raw.secret.get() {
        add(Assertion::Placeholder, of(secret));
    }
    checks
}

/// Reports a lower bound above the upper one.
fn ordered<T: Display>(
    errors: &Errors,
    min: &Slot<Ruled<T>>,
    max: &Slot<Ruled<T>>,
    compare: impl Fn(&T, &T) -> Ordering,
) {
    let (Some(low), Some(high), Some(low_word), Some(high_word)) =
        (min.get(), max.get(), &min.word, &max.word)
    else {
        return;
    };
    if compare(&low.value, &high.value).is_gt() {
        errors.push(syn::Error::new(
            low.span,
            format!(
                "no value can satisfy both: `{low_word}` is {}, above `{high_word}`, which is {}",
                low.value, high.value
            ),
        ));
    }
}

/// Compares two JSON numbers, exactly where neither has an exponent.
fn compare(a: &str, b: &str) -> Ordering {
    let parts = |number: &'_ str| {
        let (integer, fraction) = number.split_once('.').unwrap_or((number, ""));
        (integer.to_owned(), fraction.to_owned())
    };
    let ((a_integer, a_fraction), (b_integer, b_fraction)) = (parts(a), parts(b));
    let width = a_fraction.len().max(b_fraction.len());
    let scaled = |integer: &str, fraction: &str| {
        format!("{integer}{fraction:0<width$}").parse::<i128>().ok()
    };
    let exact = scaled(&a_integer, &a_fraction).zip(scaled(&b_integer, &b_fraction));
    exact.map_or_else(
        || {
            let value = |number: &str| number.parse::<f64>().unwrap_or_default();
            value(a).total_cmp(&value(b))
        },
        |(a, b)| a.cmp(&b),
    )
}

#[cfg(test)]
mod tests {
    use super::compare;
    use std::cmp::Ordering;

    #[test]
    fn numbers_compare_by_their_text() {
        for (a, b, expected) in [
            (
                "999999999999999.01",
                "999999999999999.00",
                Ordering::Greater,
            ),
            ("1", "1.00", Ordering::Equal),
            ("-0.5", "0", Ordering::Less),
            ("-0.5", "-0.4", Ordering::Less),
            ("1e3", "999", Ordering::Greater),
            ("10", "9.5", Ordering::Greater),
        ] {
            assert_eq!(compare(a, b), expected, "{a} {b}");
        }
    }
}

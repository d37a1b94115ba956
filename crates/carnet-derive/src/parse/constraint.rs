//! What is demanded of a value: on a field, a variant or a newtype struct.

use super::ruling::{alone, rest, ruled};
use super::value;
use super::word::Word;
use crate::errors::Errors;
use crate::raw::{Constraints, Ruled};
use crate::symbol;
use syn::Result;

/// Reads a word of the constraints, if it is one.
pub(crate) fn constraint(errors: &Errors, word: &Word<'_>, into: &mut Constraints) -> Result<bool> {
    let count = |example| move || ruled(errors, word, example, value::count);
    let number = |example| move || ruled(errors, word, example, value::number);
    if symbol::CONSTRAINT.contains(&word.name.as_str()) {
        into.words.push(word.ident.clone());
    }
    match word.name.as_str() {
        symbol::MIN_LENGTH => word.once(errors, &mut into.min_length, count("1"))?,
        symbol::MAX_LENGTH => word.once(errors, &mut into.max_length, count("50"))?,
        symbol::MIN_ITEMS => word.once(errors, &mut into.min_items, count("1"))?,
        symbol::MAX_ITEMS => word.once(errors, &mut into.max_items, count("10"))?,
        symbol::MAX_DECIMALS => word.once(errors, &mut into.max_decimals, count("2"))?,
        symbol::MINIMUM => word.once(errors, &mut into.minimum, number("0.00"))?,
        symbol::MAXIMUM => word.once(errors, &mut into.maximum, number("100.00"))?,
        symbol::CONST => word.once(errors, &mut into.constant, number("1"))?,
        symbol::FORMAT => word.once(errors, &mut into.format, || {
            ruled(errors, word, "\"date\"", value::format)
        })?,
        symbol::SECRET => word.once(errors, &mut into.secret, || alone(errors, word))?,
        symbol::MISMATCH => word.once(errors, &mut into.mismatch, || alone(errors, word))?,
        symbol::READING => into
            .readings
            .push(word.parens("string, strict = …", |input| {
                let span = input.span();
                let value = value::reading_kind(input)?;
                Ok(Ruled {
                    value,
                    span,
                    ruling: rest(errors, input)?,
                })
            })?),
        _ => return Ok(false),
    }
    Ok(true)
}

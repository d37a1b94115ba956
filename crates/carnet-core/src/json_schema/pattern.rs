//! Regular expressions as JSON Schema writes them.

use crate::decimal::Literal;

/// The texts of integers. Whether a number with an exponent is one takes arithmetic: all are taken.
pub(super) const INTEGER: &str = r"^-?(?:0|[1-9][0-9]*)(?:\.0+|(?:\.[0-9]+)?[eE][+-]?[0-9]+)?$";
/// The texts of numbers (RFC 8259 section 6).
pub(super) const NUMBER: &str = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$";
/// The texts that are `null`.
pub(super) const NULL: &str = r"^[ \t\n\r]*null[ \t\n\r]*$";

/// A number as it is mostly written.
pub(super) fn plain(number: Literal) -> String {
    match number.number().to_i64() {
        Some(integer) => integer.to_string(),
        None if number.0.contains(['e', 'E']) => number.0.to_owned(),
        None => number.0.trim_end_matches('0').to_owned(),
    }
}

/// The texts of numbers that are equal to one and spelt otherwise: more zeros, or an exponent,
/// which may make any number of any other.
pub(super) fn other_spellings(number: Literal) -> String {
    let plain = plain(number);
    let zeros = if plain.contains('.') { "0+" } else { r"\.0+" };
    format!("^{}{zeros}$|[eE]", exactly(&plain))
}

/// An ECMA-262 pattern for a text in any case.
pub(super) fn any_case(text: &str) -> String {
    let letter = |c: char| {
        let cases = c.to_uppercase().chain(c.to_lowercase());
        let (lower, upper) = (c.to_lowercase(), c.to_uppercase());
        if lower.eq(upper) {
            escape(c)
        } else {
            format!("[{}]", cases.collect::<String>())
        }
    };
    text.chars().map(letter).collect()
}

/// An ECMA-262 pattern for a text, letter by letter.
pub(super) fn exactly(text: &str) -> String {
    text.chars().map(escape).collect()
}

/// An ECMA-262 pattern for one character.
fn escape(c: char) -> String {
    if r"\^$.*+?()[]{}|/".contains(c) {
        format!("\\{c}")
    } else {
        c.to_string()
    }
}

/// An ECMA-262 pattern for texts that begin with these characters.
///
/// # Example
/// ```
/// assert_eq!(carnet_core::json_schema::prefix_pattern("2."), r"^2\.");
/// ```
#[must_use]
pub fn prefix_pattern(prefix: &str) -> String {
    format!("^{}", exactly(prefix))
}

/// An ECMA-262 pattern for texts that are one of these words, whatever the case of ASCII letters.
///
/// # Example
/// ```
/// let pattern = carnet_core::json_schema::word_pattern(&["ok", "done."]);
/// assert_eq!(pattern, r"^(?:[oO][kK]|[dD][oO][nN][eE]\.)$");
/// ```
#[must_use]
pub fn word_pattern(words: &[&str]) -> String {
    let letter = |c: char| {
        if c.is_ascii_alphabetic() {
            format!("[{}{}]", c.to_ascii_lowercase(), c.to_ascii_uppercase())
        } else {
            escape(c)
        }
    };
    let words = words
        .iter()
        .map(|word| word.chars().map(letter).collect::<String>());
    format!("^(?:{})$", words.collect::<Vec<_>>().join("|"))
}

/// An ECMA-262 pattern for keys that are this one but for case and blanks; a blank may stand for
/// `_`.
///
/// What is a blank, and which letters are the same in another case, patterns and Unicode do not
/// quite agree upon: U+0085, U+FEFF and U+212A are told apart here and not there.
///
/// # Example
/// ```
/// let pattern = carnet_core::json_schema::key_pattern("id_1");
/// assert_eq!(pattern, r"^\s*(?:[Ii]\s*[Dd]\s*_\s*1|[Ii][Dd](?:_|\s+)1)\s*$");
/// ```
#[must_use]
pub fn key_pattern(name: &str) -> String {
    let letter = |c: char| any_case(&c.to_string());
    let letters = name.chars().filter(|c| !c.is_whitespace()).map(letter);
    let spaced = letters.collect::<Vec<_>>().join(r"\s*");
    let words = name.split(|c: char| c == '_' || c.is_whitespace());
    let words: Vec<_> = words
        .map(|word| word.chars().map(letter).collect::<String>())
        .collect();
    if words.len() == 1 {
        return format!(r"^\s*{spaced}\s*$");
    }
    format!(r"^\s*(?:{spaced}|{})\s*$", words.join(r"(?:_|\s+)"))
}

//! Words: `true`, numbers, and everything that is neither.

use super::{Cause, NodeKind};
use carnet_core::decimal::Number;

pub(super) enum Word<'t> {
    Value(NodeKind<'t>),
    Wrong(Cause),
}

/// No number that is written shorter, without an exponent, is beyond a double.
const SHORTEST_OVERFLOW: usize = 300;

/// Tells what a word is.
pub(super) fn classify(word: &[u8]) -> Word<'_> {
    if is_plain_integer(word)
        && let Ok(text) = std::str::from_utf8(word)
    {
        return Word::Value(NodeKind::Number(text));
    }
    match word {
        b"null" => return Word::Value(NodeKind::Null),
        b"true" => return Word::Value(NodeKind::Bool(true)),
        b"false" => return Word::Value(NodeKind::Bool(false)),
        _ => {}
    }
    let Ok(text) = std::str::from_utf8(word) else {
        return Word::Wrong(Cause::BareWord);
    };
    let unsigned = text.trim_start_matches(['+', '-']);
    if unsigned.eq_ignore_ascii_case("nan")
        || unsigned.eq_ignore_ascii_case("infinity")
        || unsigned.eq_ignore_ascii_case("inf")
    {
        return Word::Wrong(Cause::NotANumber);
    }
    if !unsigned
        .trim_start_matches('.')
        .starts_with(|c: char| c.is_ascii_digit())
    {
        return Word::Wrong(if text.contains('|') {
            Cause::Alternatives
        } else {
            Cause::BareWord
        });
    }
    if Number::parse(text).is_some() {
        let long = text.len() > SHORTEST_OVERFLOW || text.contains(['e', 'E']);
        let overflows = long && text.parse().is_ok_and(f64::is_infinite);
        return if overflows {
            Word::Wrong(Cause::NumberRange)
        } else {
            Word::Value(NodeKind::Number(text))
        };
    }
    Word::Wrong(misspelt(text, unsigned))
}

/// Whether a word is an integer of digits and a sign, as most numbers are, and not too long for a
/// double.
fn is_plain_integer(word: &[u8]) -> bool {
    let digits = word.strip_prefix(b"-").unwrap_or(word);
    matches!(digits, [b'0'] | [b'1'..=b'9', ..])
        && digits.len() < SHORTEST_OVERFLOW
        && digits.iter().all(u8::is_ascii_digit)
}

/// What is wrong with something that begins like a number.
fn misspelt(text: &str, unsigned: &str) -> Cause {
    let digits = unsigned.trim_start_matches(|c: char| c.is_ascii_digit());
    let numeric = |text: &str| {
        text.bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'))
    };
    let hexadecimal = unsigned
        .strip_prefix("0x")
        .or_else(|| unsigned.strip_prefix("0X"));
    if hexadecimal.is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        Cause::Hexadecimal
    } else if !numeric(text) || unsigned.contains('-') && !unsigned.contains(['e', 'E']) {
        // A date, a version, a word that begins with a digit.
        Cause::BareWord
    } else if text.starts_with('+') {
        Cause::PlusSign
    } else if unsigned.starts_with('.') {
        Cause::NoDigitBeforePoint
    } else if unsigned.starts_with('0') && unsigned.len() - digits.len() > 1 {
        Cause::LeadingZero
    } else if digits == "." || digits.starts_with(".e") || digits.starts_with(".E") {
        Cause::NoDigitAfterPoint
    } else {
        Cause::MalformedNumber
    }
}

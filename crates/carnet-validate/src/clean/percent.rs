//! Percent-encoding: what the bytes of a parameter are.

use crate::rule::unencoded_character::must_be_encoded;

/// What a byte of a parameter's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Byte {
    /// Itself.
    Plain,
    /// The beginning of an escape.
    Escape,
    /// A blank.
    Plus,
    /// The end of the value.
    End,
    /// None that belongs there.
    Odd,
}

const BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Plain; 256];
    let mut at = 0;
    while at < bytes.len() {
        // A byte as a character of its own: what is not ASCII has to be encoded.
        let is_odd = must_be_encoded(at as u8 as char) || at as u8 == b'#';
        bytes[at] = match at as u8 {
            b'%' => Byte::Escape,
            b'+' => Byte::Plus,
            b'&' => Byte::End,
            _ if is_odd => Byte::Odd,
            _ => Byte::Plain,
        };
        at += 1;
    }
    bytes
};

/// What no digit stands for.
const NO_DIGIT: u8 = u8::MAX;

const DIGITS: [u8; 256] = {
    let mut digits = [NO_DIGIT; 256];
    let mut at = 0;
    while at < digits.len() {
        digits[at] = match at as u8 {
            digit @ b'0'..=b'9' => digit - b'0',
            digit @ b'a'..=b'f' => digit - b'a' + 10,
            digit @ b'A'..=b'F' => digit - b'A' + 10,
            _ => NO_DIGIT,
        };
        at += 1;
    }
    digits
};

#[inline]
pub(super) const fn byte(byte: u8) -> Byte {
    BYTES[byte as usize]
}

/// The byte that two hexadecimal digits stand for.
#[inline]
pub(super) fn escaped(digits: &[u8]) -> Option<u8> {
    let [high, low] = *digits.first_chunk()?;
    let (high, low) = (DIGITS[usize::from(high)], DIGITS[usize::from(low)]);
    (high != NO_DIGIT && low != NO_DIGIT).then_some(high << 4 | low)
}

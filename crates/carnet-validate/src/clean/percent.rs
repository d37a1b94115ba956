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
    let mut byte = u8::MIN;
    loop {
        bytes[byte as usize] = match byte {
            b'%' => Byte::Escape,
            b'+' => Byte::Plus,
            b'&' => Byte::End,
            b'#' => Byte::Odd,
            // As a character of its own: what is not ASCII has to be encoded.
            byte if must_be_encoded(byte as char) => Byte::Odd,
            _ => Byte::Plain,
        };
        if byte == u8::MAX {
            break bytes;
        }
        byte += 1;
    }
};

/// What no digit stands for.
const NO_DIGIT: u8 = u8::MAX;

const DIGITS: [u8; 256] = {
    let mut digits = [NO_DIGIT; 256];
    let mut digit = 0;
    while digit < 16 {
        let small = b"0123456789abcdef"[digit as usize];
        digits[small as usize] = digit;
        digits[small.to_ascii_uppercase() as usize] = digit;
        digit += 1;
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

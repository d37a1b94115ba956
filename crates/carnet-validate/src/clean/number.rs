//! Numbers.

use super::program::Numbers;
use super::scan::Scan;
use carnet_core::decimal::Number;

/// Numbers with more bytes may be beyond a double, with and without an exponent.
const LONGEST: usize = 300;
const LONGEST_WITH_EXPONENT: usize = 150;
/// Integers with more digits may be beyond 64 bits.
const MOST_OF_INTEGER: usize = 18;

/// Exponents with more digits may be.
const MOST_OF_EXPONENT: usize = 2;

/// A number as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Num<'t> {
    text: &'t [u8],
    /// What stands before the point, if that certainly fits; not of `-0`, and not before an exponent.
    whole: Option<i64>,
    /// How many decimals it has.
    decimals: usize,
}

impl Num<'_> {
    /// Its value, if it is an integer written with digits only that certainly fits.
    #[inline]
    pub(super) fn integer(&self) -> Option<i64> {
        self.whole.filter(|_| self.decimals == 0)
    }
}

impl<'t> Scan<'t> {
    /// Reads a number, and gives the place behind it.
    #[inline]
    pub(super) fn number(&self, start: usize) -> Option<(Num<'t>, usize)> {
        let sign = usize::from(self.byte(start) == Some(b'-'));
        let (mut value, mut at) = (0_i64, start + sign);
        while let Some(digit @ b'0'..=b'9') = self.byte(at) {
            value = value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            at += 1;
        }
        let digits = at - start - sign;
        if digits == 0 || digits > 1 && self.byte(start + sign) == Some(b'0') {
            return None;
        }
        let mut decimals = 0;
        if self.byte(at) == Some(b'.') {
            let fraction = self.rest(at + 1).iter();
            decimals = fraction.take_while(|byte| byte.is_ascii_digit()).count();
            if decimals == 0 {
                return None;
            }
            at += 1 + decimals;
        }
        let mut is_plain = digits <= MOST_OF_INTEGER && !(sign == 1 && value == 0);
        let mut longest = LONGEST;
        if let Some(b'e' | b'E') = self.byte(at) {
            at = self.exponent(at + 1)?;
            (is_plain, longest) = (false, LONGEST_WITH_EXPONENT);
        }
        let text = self.text.get(start..at)?;
        let value = if sign == 1 {
            value.wrapping_neg()
        } else {
            value
        };
        let number = Num {
            text,
            whole: is_plain.then_some(value).or_else(|| long_integer(text)),
            decimals,
        };
        (text.len() <= longest).then_some((number, at))
    }

    /// The place behind an exponent.
    fn exponent(&self, at: usize) -> Option<usize> {
        let sign = usize::from(matches!(self.byte(at), Some(b'+' | b'-')));
        let digits = self.rest(at + sign).iter();
        let digits = digits.take_while(|byte| byte.is_ascii_digit()).count();
        (1..=MOST_OF_EXPONENT)
            .contains(&digits)
            .then_some(at + sign + digits)
    }
}

/// The value of an integer that has as many digits as 64 bits have, if it fits.
#[cold]
fn long_integer(text: &[u8]) -> Option<i64> {
    let integer: i64 = std::str::from_utf8(text).ok()?.parse().ok()?;
    (integer != 0).then_some(integer)
}

impl Numbers {
    /// Whether a number keeps to all of it.
    #[inline]
    pub(super) fn hold(&self, number: &Num<'_>) -> bool {
        if self.is_free {
            return true;
        }
        // Whatever its decimals are, a number above zero is below the next integer.
        if let (Some(value), Some((least, most))) = (number.whole, self.whole)
            && (number.decimals == 0 || value >= 0 && value < most)
            && self
                .decimals
                .is_none_or(|most| number.decimals <= most as usize)
        {
            return (least..=most).contains(&value);
        }
        self.hold_exactly(number.text)
    }

    fn hold_exactly(&self, text: &[u8]) -> bool {
        let Some(exact) = std::str::from_utf8(text).ok().and_then(Number::parse) else {
            return false;
        };
        self.minimum.is_none_or(|bound| exact >= bound.number())
            && self.maximum.is_none_or(|bound| exact <= bound.number())
            && self.only.is_none_or(|only| exact == only.number())
            && self
                .decimals
                .is_none_or(|most| exact.decimals() <= i64::from(most))
    }
}

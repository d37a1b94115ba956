//! Numbers.

use super::program::Numbers;
use super::scan::Scan;
use carnet_core::decimal::Number;

/// Numbers with more bytes may be beyond a double.
const LONGEST: usize = 300;
/// Integers with more digits may be beyond 64 bits.
const MOST_OF_INTEGER: usize = 18;

/// A number as it is written, without exponent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Num<'t> {
    text: &'t [u8],
    /// What stands before the point, if that certainly fits; not of `-0`.
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
    /// Reads a number.
    #[inline]
    pub(super) fn number(&mut self) -> Option<Num<'t>> {
        let start = self.at;
        let is_negative = self.eat(b'-');
        let whole = self.at;
        let mut value = 0_i64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            value = value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            self.at += 1;
        }
        let digits = self.at - whole;
        if digits == 0 || digits > 1 && self.text[whole] == b'0' {
            return None;
        }
        let decimals = if self.peek() == Some(b'.') {
            self.decimals()?
        } else {
            0
        };
        if let Some(b'e' | b'E') = self.peek() {
            return None;
        }
        let text = &self.text[start..self.at];
        let value = if is_negative { value.wrapping_neg() } else { value };
        let is_plain = digits <= MOST_OF_INTEGER && !(is_negative && value == 0);
        (text.len() <= LONGEST).then_some(Num {
            text,
            whole: is_plain.then_some(value),
            decimals,
        })
    }

    /// Reads the decimals of a number, with the point: how many there are.
    fn decimals(&mut self) -> Option<usize> {
        self.at += 1;
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        let count = self.at - start;
        (count > 0).then_some(count)
    }
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
            && self.decimals.is_none_or(|most| number.decimals <= most as usize)
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

//! Numbers.

use super::program::Numbers;
use super::scan::Scan;
use carnet_core::decimal::Number;

/// Numbers with more digits may be beyond a double.
const MOST_DIGITS: usize = 300;
/// Integers with more digits may be beyond 64 bits.
const MOST_OF_INTEGER: usize = 18;

/// A number as it is written, without exponent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Num<'t> {
    pub(super) text: &'t str,
    /// Digits before the point.
    digits: usize,
    is_negative: bool,
    pub(super) has_fraction: bool,
}

impl Num<'_> {
    /// The value of an integer that certainly fits.
    pub(super) fn integer(&self) -> Option<i64> {
        if self.has_fraction || self.digits > MOST_OF_INTEGER {
            return None;
        }
        let digits = self.text.as_bytes();
        let digits = &digits[usize::from(self.is_negative)..];
        let value = digits
            .iter()
            .fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
        Some(if self.is_negative { -value } else { value })
    }
}

impl<'t> Scan<'t> {
    /// Reads a number.
    pub(super) fn number(&mut self) -> Option<Num<'t>> {
        let start = self.at;
        let is_negative = self.eat(b'-');
        let whole = self.at;
        let digits = self.digits();
        if digits == 0 || digits > 1 && self.text[whole] == b'0' {
            return None;
        }
        let has_fraction = self.eat(b'.');
        if has_fraction && self.digits() == 0 {
            return None;
        }
        let text = &self.text[start..self.at];
        if let Some(b'e' | b'E') = self.peek() {
            return None;
        }
        if text.len() > MOST_DIGITS {
            return None;
        }
        Some(Num {
            text: std::str::from_utf8(text).ok()?,
            digits,
            is_negative,
            has_fraction,
        })
    }

    fn digits(&mut self) -> usize {
        let rest = &self.text[self.at..];
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit());
        let count = digits.count();
        self.at += count;
        count
    }
}

impl Numbers {
    /// Whether a number keeps to all of it.
    pub(super) fn hold(&self, number: &Num<'_>) -> bool {
        if self.is_free {
            return true;
        }
        if let (Some(value), Some((least, most))) = (number.integer(), self.whole) {
            return (least..=most).contains(&value);
        }
        let Some(exact) = Number::parse(number.text) else {
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

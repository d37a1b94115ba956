//! Numbers.

use super::program::Numbers;
use super::scan::Scan;
use crate::rule::integer::MOST_DIGITS;
use carnet_core::decimal::Number;

/// Numbers with more bytes may be beyond a double, with and without an exponent.
const LONGEST: usize = 300;
const LONGEST_WITH_EXPONENT: usize = 150;
/// Exponents with more digits may be.
const MOST_OF_EXPONENT: usize = 2;

/// A number as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Num<'t> {
    /// What it stands in, and where.
    text: &'t str,
    start: usize,
    end: usize,
    /// What stands before the point, if that certainly fits; not of `-0`, and not before an exponent.
    whole: Option<i64>,
    /// How many decimals it has.
    decimals: usize,
}

impl<'t> Num<'t> {
    /// An integer, and its digits.
    pub(super) const fn of(value: i64, digits: &'t str) -> Self {
        Self {
            text: digits,
            start: 0,
            end: digits.len(),
            whole: Some(value),
            decimals: 0,
        }
    }

    /// As it is written.
    fn written(self) -> &'t str {
        self.text.get(self.start..self.end).unwrap_or_default()
    }

    /// Its value, if it is an integer written with digits only that certainly fits.
    #[inline]
    pub(super) fn integer(self) -> Option<i64> {
        self.whole.filter(|_| self.decimals == 0)
    }
}

impl<'t> Scan<'t> {
    /// The digits of an integer as most are, with few of them, and neither sign, point nor exponent. `None`
    /// of any other number.
    #[inline(always)]
    #[expect(
        clippy::needless_bitwise_bool,
        clippy::cast_possible_truncation,
        reason = "one question, since each answer is a guess to the processor; one byte of a word"
    )]
    pub(super) fn short_integer(&self, start: usize) -> Option<Digits> {
        let word = u64::from_le_bytes(*self.chunk(start)?);
        let digits = Digits::of(word);
        let behind = (word >> (8 * digits.count % 64)) as u8;
        let is_one = (digits.count.wrapping_sub(1) < 7)
            & ((word as u8 != b'0') | (digits.count == 1))
            & (behind != b'.')
            & (behind | 0x20 != b'e');
        is_one.then_some(digits)
    }

    /// Reads a number, and gives the place behind it.
    pub(super) fn number(&self, start: usize) -> Option<(Num<'t>, usize)> {
        let sign = usize::from(self.byte(start) == Some(b'-'));
        let first = start + sign;
        let (value, digits) = self.digits(first);
        if digits == 0 || digits > 1 && self.byte(first) == Some(b'0') {
            return None;
        }
        let (mut at, mut decimals) = (first + digits, 0);
        if self.byte(at) == Some(b'.') {
            (_, decimals) = self.digits(at + 1);
            if decimals == 0 {
                return None;
            }
            at += 1 + decimals;
        }
        let mut is_plain = digits <= MOST_DIGITS && !(sign == 1 && value == 0);
        let mut longest = LONGEST;
        if let Some(b'e' | b'E') = self.byte(at) {
            at = self.exponent(at + 1)?;
            (is_plain, longest) = (false, LONGEST_WITH_EXPONENT);
        }
        let value = if sign == 1 {
            value.wrapping_neg()
        } else {
            value
        };
        let mut number = Num {
            text: self.text,
            start,
            end: at,
            whole: Some(value),
            decimals,
        };
        if !is_plain {
            number.whole = long_integer(number.written());
        }
        (at - start <= longest).then_some((number, at))
    }

    /// The number that the digits at a place are, unless it is too large, and how many there are.
    #[inline]
    fn digits(&self, at: usize) -> (i64, usize) {
        let word = self.chunk(at);
        match word.map(|word| Digits::of(u64::from_le_bytes(*word))) {
            Some(digits) if digits.count < 8 => (digits.value(), digits.count),
            _ => self.many_digits(at),
        }
    }

    /// The same for more digits than a word has, and at the end of the text.
    #[inline(never)]
    fn many_digits(&self, at: usize) -> (i64, usize) {
        let digits = self
            .rest(at)
            .iter()
            .take_while(|byte| byte.is_ascii_digit());
        digits.fold((0, 0), |(value, count), digit| {
            let value = i64::wrapping_mul(value, 10).wrapping_add(i64::from(digit - b'0'));
            (value, count + 1)
        })
    }

    /// The place behind an exponent.
    fn exponent(&self, at: usize) -> Option<usize> {
        let sign = usize::from(matches!(self.byte(at), Some(b'+' | b'-')));
        let (_, digits) = self.many_digits(at + sign);
        (1..=MOST_OF_EXPONENT)
            .contains(&digits)
            .then_some(at + sign + digits)
    }
}

/// Masks of bytes in a word of eight: the lowest bit of each, and the highest.
const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// The digits that a word of eight bytes begins with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digits {
    /// The word, each digit being its value.
    word: u64,
    pub(super) count: usize,
}

impl Digits {
    #[inline(always)]
    const fn of(word: u64) -> Self {
        let word = word ^ (LOW * b'0' as u64);
        // Seven bits of a byte above nine, and the eighth.
        let others = (((word & !HIGH) + LOW * (0x80 - 10)) | word) & HIGH;
        let count = (others.trailing_zeros() / 8) as usize;
        Self { word, count }
    }

    /// The number that they are.
    #[inline(always)]
    pub(super) const fn value(self) -> i64 {
        if self.count == 0 {
            return 0;
        }
        // The first digit counts most and stands lowest: pairs, then fours, then all of them.
        let digits = self.word << (64 - 8 * self.count);
        let pairs = (digits.wrapping_mul((10 << 8) | 1) >> 8) & 0x00FF_00FF_00FF_00FF;
        let fours = (pairs.wrapping_mul((100 << 16) | 1) >> 16) & 0x0000_FFFF_0000_FFFF;
        let all = fours.wrapping_mul((10_000 << 32) | 1) >> 32;
        all.cast_signed()
    }
}

/// The value of an integer that has as many digits as 64 bits have, if it fits.
#[cold]
fn long_integer(text: &str) -> Option<i64> {
    let integer: i64 = text.parse().ok()?;
    (integer != 0).then_some(integer)
}

impl Numbers {
    /// Whether an integer of few digits keeps to all of it, if that takes no more than a look.
    #[inline(always)]
    pub(super) fn hold_at_once(&self, digits: Digits) -> bool {
        digits.count <= self.any_digits || self.has_between(digits.value())
    }

    /// Whether an integer keeps to all of it, if that takes no more than a look.
    #[inline(always)]
    pub(super) fn has_between(&self, value: i64) -> bool {
        (self.least..=self.most).contains(&value)
    }

    /// Whether a number keeps to all of it.
    pub(super) fn hold(&self, number: Num<'_>) -> bool {
        let Some(value) = number.whole.filter(|_| self.least <= self.most) else {
            return self.is_free() || self.hold_exactly(number.written());
        };
        // Whatever its decimals are, a number above zero is below the next integer.
        let is_between = number.decimals == 0 || value >= 0 && value < self.most;
        let has_few = |most: u32| number.decimals <= most as usize;
        if is_between && self.decimals.is_none_or(has_few) {
            return self.has_between(value);
        }
        self.is_free() || self.hold_exactly(number.written())
    }

    fn hold_exactly(&self, text: &str) -> bool {
        let Some(exact) = Number::parse(text) else {
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

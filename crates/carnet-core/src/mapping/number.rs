//! Numbers as they are written, compared at compile time.

/// Whether one number is above another; `None` where an exponent makes that too hard to tell.
pub(super) const fn is_above(one: &str, other: &str) -> Option<bool> {
    let (Some(one), Some(other)) = (Digits::of(one), Digits::of(other)) else {
        return None;
    };
    Some(match (one.negative, other.negative) {
        (false, true) => !(one.is_zero() && other.is_zero()),
        (true, false) => false,
        (false, false) => one.exceeds(&other),
        (true, true) => other.exceeds(&one),
    })
}

/// How many decimal places a number has that are not zero at its end.
pub(super) const fn decimals(number: &str) -> Option<usize> {
    match Digits::of(number) {
        Some(digits) => {
            let mut length = digits.end - digits.point;
            while length > 0 && digits.fraction(length - 1) == b'0' {
                length -= 1;
            }
            Some(length)
        }
        None => None,
    }
}

/// The digits of a number without exponent.
struct Digits<'t> {
    text: &'t [u8],
    negative: bool,
    /// Where the first digit stands that is no leading zero.
    start: usize,
    /// Where the whole part ends.
    whole: usize,
    /// Where the fraction begins.
    point: usize,
    end: usize,
}

impl<'t> Digits<'t> {
    const fn of(text: &'t str) -> Option<Self> {
        let text = text.as_bytes();
        let negative = !text.is_empty() && text[0] == b'-';
        let mut start = negative as usize;
        let mut whole = text.len();
        let mut i = start;
        while i < text.len() {
            match text[i] {
                b'0'..=b'9' => {}
                b'.' => whole = i,
                _ => return None,
            }
            i += 1;
        }
        while start < whole && text[start] == b'0' {
            start += 1;
        }
        let point = if whole < text.len() { whole + 1 } else { whole };
        Some(Self {
            text,
            negative,
            start,
            whole,
            point,
            end: text.len(),
        })
    }

    /// A digit of the fraction; zero behind its end.
    const fn fraction(&self, at: usize) -> u8 {
        if self.point + at < self.end {
            self.text[self.point + at]
        } else {
            b'0'
        }
    }

    const fn is_zero(&self) -> bool {
        !self.exceeds(&Digits {
            text: b"",
            negative: false,
            start: 0,
            whole: 0,
            point: 0,
            end: 0,
        })
    }

    /// Whether its magnitude is larger.
    const fn exceeds(&self, other: &Digits<'_>) -> bool {
        let (ours, theirs) = (self.whole - self.start, other.whole - other.start);
        if ours != theirs {
            return ours > theirs;
        }
        let mut i = 0;
        while i < ours {
            let (our, their) = (self.text[self.start + i], other.text[other.start + i]);
            if our != their {
                return our > their;
            }
            i += 1;
        }
        let mut i = 0;
        while self.point + i < self.end || other.point + i < other.end {
            if self.fraction(i) != other.fraction(i) {
                return self.fraction(i) > other.fraction(i);
            }
            i += 1;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{decimals, is_above};
    use crate::decimal::Number;

    #[test]
    fn compares_as_the_numbers_do() {
        let all = [
            "-10.5",
            "-10.50",
            "-2",
            "-0.1",
            "-0",
            "0",
            "0.00",
            "0.05",
            "0.5",
            "1",
            "01.5",
            "1.49",
            "2",
            "10",
            "999999999999999.00",
            "999999999999999.01",
            "1000000000000000",
        ];
        for one in all.iter().filter(|text| !text.starts_with("01")) {
            for other in all.iter().filter(|text| !text.starts_with("01")) {
                let expected = Number::parse(one).unwrap() > Number::parse(other).unwrap();
                assert_eq!(is_above(one, other), Some(expected), "{one} > {other}");
            }
        }
        assert_eq!(is_above("1e3", "5"), None);
    }

    #[test]
    fn zeros_at_the_end_are_no_decimals() {
        for (text, count) in [("1", 0), ("1.50", 1), ("1.00", 0), ("-0.125", 3)] {
            assert_eq!(decimals(text), Some(count), "{text}");
        }
    }
}

//! Decimal numbers as they are written, because a double forgets.
//!
//! `999999999999999.01` and `999999999999999.00` are the same IEEE 754 double. Whoever must tell
//! them apart compares the digits.

use crate::json::{Sink, Writer};
use crate::payload::Payload;
use crate::shape::{Kind, Shape};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A number of a contract, kept as the text of a JSON number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Literal(pub &'static str);

impl Literal {
    /// Its value, for comparing.
    #[must_use]
    pub fn number(self) -> Number<'static> {
        Number::parse(self.0).unwrap_or(Number::ZERO)
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// The text of a JSON number, taken apart. Comparing two of them compares their exact values.
#[derive(Clone, Copy, Debug)]
pub struct Number<'a> {
    negative: bool,
    integer: &'a str,
    fraction: &'a str,
    exponent: i64,
}

impl<'a> Number<'a> {
    const ZERO: Self = Self {
        negative: false,
        integer: "0",
        fraction: "",
        exponent: 0,
    };

    /// Takes the text of a JSON number apart; `None` when it is no JSON number.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (integer, behind) = rest.split_at(digits(rest));
        let (fraction, behind) = match behind.strip_prefix('.') {
            Some(behind) => behind.split_at(digits(behind)),
            None => ("", behind),
        };
        let has_point = rest.len() > integer.len() + fraction.len() + behind.len();
        let exponent = match behind.strip_prefix(['e', 'E']) {
            Some(exponent) => parse_exponent(exponent)?,
            None if behind.is_empty() => 0,
            None => return None,
        };
        let well_formed = !integer.is_empty()
            && has_point != fraction.is_empty()
            && (integer.len() == 1 || !integer.starts_with('0'));
        well_formed.then_some(Self {
            negative,
            integer,
            fraction,
            exponent,
        })
    }

    /// The digits from the first that is not zero to the last that is not zero.
    fn significant(&self) -> impl Iterator<Item = u8> + use<'a> {
        let zeros = self.leading_zeros();
        let length = self.integer.len() + self.fraction.len() - zeros - self.trailing_zeros();
        self.integer
            .bytes()
            .chain(self.fraction.bytes())
            .skip(zeros)
            .take(length)
    }

    fn leading_zeros(&self) -> usize {
        let digits = self.integer.bytes().chain(self.fraction.bytes());
        digits.take_while(|&digit| digit == b'0').count()
    }

    fn trailing_zeros(&self) -> usize {
        let digits = self
            .fraction
            .bytes()
            .rev()
            .chain(self.integer.bytes().rev());
        let zeros = digits.take_while(|&digit| digit == b'0').count();
        // A zero consists of leading zeros; count none of them twice.
        if self.is_zero() { 0 } else { zeros }
    }

    /// Whether the value is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.leading_zeros() == self.integer.len() + self.fraction.len()
    }

    /// The power of ten of the digit just before the first significant one.
    fn magnitude(&self) -> i64 {
        let point = to_i64(self.integer.len());
        point
            .saturating_sub(to_i64(self.leading_zeros()))
            .saturating_add(self.exponent)
    }

    /// How many decimal places the value needs: 2 for `1.250`, 0 for `1e2`.
    #[must_use]
    pub fn decimals(&self) -> i64 {
        if self.is_zero() {
            return 0;
        }
        let written = to_i64(self.fraction.len()).saturating_sub(self.exponent);
        written.saturating_sub(to_i64(self.trailing_zeros())).max(0)
    }

    /// Whether the value has no fraction, however it is written.
    #[must_use]
    pub fn is_integral(&self) -> bool {
        self.decimals() == 0
    }

    /// Whether it is written with digits and a sign only.
    #[must_use]
    pub fn is_plain_integer(&self, text: &str) -> bool {
        self.fraction.is_empty() && !text.contains(['e', 'E'])
    }

    /// The value, when it is an integer that fits 64 bits.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        if self.is_zero() {
            return Some(0);
        }
        let magnitude = self.magnitude();
        if !self.is_integral() || !(1..=19).contains(&magnitude) {
            return None;
        }
        let mut value: i128 = 0;
        let mut places = 0;
        for digit in self.significant() {
            value = value * 10 + i128::from(digit - b'0');
            places += 1;
        }
        for _ in places..magnitude {
            value *= 10;
        }
        i64::try_from(if self.negative { -value } else { value }).ok()
    }

    fn cmp_absolute(&self, other: &Self) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            (false, false) => {}
        }
        self.magnitude()
            .cmp(&other.magnitude())
            .then_with(|| self.significant().cmp(other.significant()))
    }
}

impl PartialEq for Number<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number<'_> {}

impl PartialOrd for Number<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let below_zero = |number: &Self| number.negative && !number.is_zero();
        match (below_zero(self), below_zero(other)) {
            (false, false) => self.cmp_absolute(other),
            (true, true) => other.cmp_absolute(self),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

/// How many digits a text begins with.
fn digits(text: &str) -> usize {
    let mut bytes = text.bytes();
    let length = bytes.position(|byte| !byte.is_ascii_digit());
    length.unwrap_or(text.len())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn to_i64(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// An exponent too large for 64 bits is as good as the largest.
fn parse_exponent(text: &str) -> Option<i64> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    is_digits(digits).then(|| digits.parse().unwrap_or(i64::MAX / 4).min(i64::MAX / 4) * sign)
}

/// A decimal number that keeps the digits it was written with.
///
/// # Example
/// ```
/// use carnet_core::Decimal;
///
/// let most: Decimal = "999999999999999.00".parse()?;
/// let over: Decimal = "999999999999999.01".parse()?;
/// assert!(over > most);
/// assert_eq!(over.to_string(), "999999999999999.01");
/// # Ok::<(), carnet_core::decimal::NotANumber>(())
/// ```
#[derive(Clone, Debug)]
pub struct Decimal(String);

impl Decimal {
    /// The text of the JSON number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its value, for comparing.
    #[must_use]
    pub fn number(&self) -> Number<'_> {
        Number::parse(&self.0).unwrap_or(Number::ZERO)
    }

    /// The name of the newtype by which a deserializer is asked for the text of a number.
    ///
    /// Carnet's own decoder answers with the text; others answer with what they have.
    pub const NEWTYPE: &'static str = "$carnet::Decimal";
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.number() == other.number()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number().cmp(&other.number())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A text that is no JSON number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a JSON number")
    }
}

impl std::error::Error for NotANumber {}

impl FromStr for Decimal {
    type Err = NotANumber;

    /// # Errors
    /// [`NotANumber`], when the text is not exactly one JSON number.
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        Number::parse(text)
            .map(|_| Self(text.to_owned()))
            .ok_or(NotANumber)
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self(value.to_string())
    }
}

impl From<u64> for Decimal {
    fn from(value: u64) -> Self {
        Self(value.to_string())
    }
}

/// How `serde_json` hands over a number as it is written, once any crate of a build has turned on its
/// feature `arbitrary_precision`.
const AS_WRITTEN: &str = "$serde_json::private::Number";

/// From JSON by `serde_json` the digits are those of a double, or with its feature
/// `arbitrary_precision` those that are written.
impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberVisitor;

        impl<'de> Visitor<'de> for NumberVisitor {
            type Value = Decimal;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(
                self,
                deserializer: D,
            ) -> Result<Decimal, D::Error> {
                deserializer.deserialize_any(self)
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Decimal, E> {
                Ok(value.into())
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Decimal, E> {
                Ok(value.into())
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
                value.to_string().parse().map_err(E::custom)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
                match map.next_entry::<String, String>()? {
                    Some((key, text)) if key == Decimal::NEWTYPE || key == AS_WRITTEN => {
                        text.parse().map_err(de::Error::custom)
                    }
                    _ => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
                }
            }
        }

        deserializer.deserialize_newtype_struct(Self::NEWTYPE, NumberVisitor)
    }
}

impl Serialize for Decimal {
    /// Writes an integer or a double, whichever is exact; [`Payload::write`] is always exact.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.number().to_i64() {
            Some(integer) => serializer.serialize_i64(integer),
            None => match self.0.parse::<f64>() {
                Ok(double) => serializer.serialize_f64(double),
                Err(error) => Err(serde::ser::Error::custom(error)),
            },
        }
    }
}

impl Payload for Decimal {
    const SHAPE: Shape = Shape::of(Kind::Number);

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        out.raw(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::Number;
    use std::cmp::Ordering;

    fn number(text: &str) -> Number<'_> {
        Number::parse(text).unwrap()
    }

    #[test]
    fn compares_by_exact_value() {
        let ordered = [
            "-1e400",
            "-1.5",
            "-1",
            "-0.5",
            "0",
            "1e-400",
            "0.09",
            "0.1",
            "0.99",
            "1",
            "1.0000000000000000001",
            "9",
            "10",
            "999999999999999",
            "999999999999999.01",
            "1e400",
            "1e999999999999999999999",
        ];
        for (i, a) in ordered.iter().enumerate() {
            for (j, b) in ordered.iter().enumerate() {
                assert_eq!(number(a).cmp(&number(b)), i.cmp(&j), "{a} against {b}");
            }
        }
        for same in [
            ["0", "-0.0"],
            ["100", "1e2"],
            ["1.50", "15e-1"],
            ["0e5", "0.00"],
        ] {
            assert_eq!(
                number(same[0]).cmp(&number(same[1])),
                Ordering::Equal,
                "{same:?}"
            );
        }
    }

    #[test]
    fn knows_integers_and_decimals() {
        for (text, integer, decimals) in [
            ("1.0", Some(1), 0),
            ("1e2", Some(100), 0),
            ("-0", Some(0), 0),
            ("9223372036854775807", Some(i64::MAX), 0),
            ("-9223372036854775808", Some(i64::MIN), 0),
            ("9223372036854775808", None, 0),
            ("1e19", None, 0),
            ("1e400", None, 0),
            ("1.250", None, 2),
            ("125e-3", None, 3),
            ("0.000", Some(0), 0),
            ("1200e-2", Some(12), 0),
        ] {
            assert_eq!(number(text).to_i64(), integer, "{text}");
            assert_eq!(number(text).decimals(), decimals, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_json_number() {
        for text in [
            "", "-", "01", "1.", ".5", "+1", "1e", "1e+", "NaN", "1_000", "0x10", "1 ",
        ] {
            assert!(Number::parse(text).is_none(), "{text:?}");
        }
    }
}

//! Formats of texts that vendors document.

use crate::json::block::{Vector, first_block, within};
use std::fmt;

/// A format that a text may be asked to have.
///
/// A contract refers to one of the constants here, or to a constant of one's own.
#[derive(Clone, Copy)]
pub struct Format {
    /// The name that attributes and findings use.
    pub name: &'static str,
    /// What is expected, to follow "is not": `a real date written yyyy-MM-dd`.
    pub expects: &'static str,
    /// A text that has the format.
    pub example: &'static str,
    /// Whether a text has it.
    pub check: fn(&str) -> bool,
    /// JSON Schema's `format` for exactly this, if there is one.
    pub keyword: Option<&'static str>,
    /// An ECMA-262 pattern that accepts exactly this, if there is one.
    pub pattern: Option<&'static str>,
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}

/// Years `0000` to `9999`, as RFC 3339 has them.
macro_rules! leap_year {
    () => {
        "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
    };
}

/// A real date of the proleptic Gregorian calendar, four-two-two ASCII digits.
pub const DATE: Format = Format {
    name: "date",
    expects: "a real date written yyyy-MM-dd",
    example: "2024-02-29",
    check: is_date,
    keyword: Some("date"),
    pattern: Some(concat!(
        "^(?:[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)",
        "|(?:0[13578]|1[02])-31)|",
        leap_year!(),
        "-02-29)$"
    )),
};

/// A real date and a time of day, 24 hours.
pub const DATE_AND_TIME: Format = Format {
    name: "date-and-time",
    expects: "a real date and time written yyyy-MM-dd hh:mm:ss, 24 hours",
    example: "2024-02-29 09:30:00",
    check: is_date_and_time,
    keyword: None,
    pattern: Some(concat!(
        "^(?:[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)",
        "|(?:0[13578]|1[02])-31)|",
        leap_year!(),
        "-02-29) (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"
    )),
};

/// A real date, day first, two-two-four ASCII digits.
pub const DAY_MONTH_YEAR: Format = Format {
    name: "day-month-year",
    expects: "a real date written dd-mm-yyyy, day first",
    example: "29-02-2024",
    check: is_day_month_year,
    keyword: None,
    pattern: Some(concat!(
        "^(?:(?:(?:0[1-9]|1[0-9]|2[0-8])-(?:0[1-9]|1[0-2])|(?:29|30)-(?:0[13-9]|1[0-2])",
        "|31-(?:0[13578]|1[02]))-[0-9]{4}|29-02-",
        leap_year!(),
        ")$"
    )),
};

/// A time of day from `00:00` to `23:59`.
pub const HOUR_MINUTE: Format = Format {
    name: "hour-minute",
    expects: "a time written HH:mm, from 00:00 to 23:59",
    example: "09:30",
    check: is_hour_minute,
    keyword: None,
    pattern: Some("^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"),
};

/// A UUID in its 8-4-4-4-12 form, any version, either case.
pub const UUID: Format = Format {
    name: "uuid",
    expects: "a UUID of 8-4-4-4-12 hexadecimal digits",
    example: "00000000-0000-0000-0000-000000000000",
    check: is_uuid,
    keyword: Some("uuid"),
    pattern: Some("^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"),
};

/// A text with an `@` and without blanks: as much of an address as pages without a format promise.
pub const MAILBOX: Format = Format {
    name: "mailbox",
    expects: "an address with an @ and without blanks",
    example: "ada@example.com",
    check: is_mailbox,
    keyword: None,
    pattern: Some(r"^[^\s@]*@\S*$"),
};

/// A number as text: ASCII digits and nothing else.
pub const DIGITS: Format = Format {
    name: "digits",
    expects: "decimal digits",
    example: "1014092",
    check: |text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()),
    keyword: None,
    pattern: Some("^[0-9]+$"),
};

/// An HTTP status as text: three ASCII digits.
pub const THREE_DIGITS: Format = Format {
    name: "three-digits",
    expects: "three digits",
    example: "200",
    check: |text| text.len() == 3 && digits(text.as_bytes()).is_some(),
    keyword: None,
    pattern: Some("^[0-9]{3}$"),
};

/// Every format that an attribute can name.
pub const ALL: &[&Format] = &[
    &DATE,
    &DATE_AND_TIME,
    &DAY_MONTH_YEAR,
    &HOUR_MINUTE,
    &UUID,
    &MAILBOX,
    &DIGITS,
    &THREE_DIGITS,
];

/// The value of ASCII digits, zero of none; `None` when there is anything else, or more than 32 bits.
///
/// # Example
/// ```
/// use carnet_core::format::digits;
///
/// assert_eq!(digits(b"0042"), Some(42));
/// assert_eq!(digits(b"4.2"), None);
/// ```
#[must_use]
pub fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0_u32, |value, &byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        value.checked_mul(10)?.checked_add(digit)
    })
}

/// Whether the day exists in the proleptic Gregorian calendar.
#[must_use]
pub const fn is_calendar_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    1 <= day && day <= days
}

fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes[4] == b'-'
        && bytes[7] == b'-'
        && matches!(
            (digits(&bytes[..4]), digits(&bytes[5..7]), digits(&bytes[8..])),
            (Some(year), Some(month), Some(day)) if is_calendar_day(year, month, day)
        )
}

fn is_date_and_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.is_char_boundary(10)
        && bytes.len() == 19
        && is_date(&text[..10])
        && bytes[10] == b' '
        && bytes[13] == b':'
        && bytes[16] == b':'
        && matches!(
            (
                digits(&bytes[11..13]),
                digits(&bytes[14..16]),
                digits(&bytes[17..])
            ),
            (Some(0..=23), Some(0..=59), Some(0..=59))
        )
}

fn is_day_month_year(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes[2] == b'-'
        && bytes[5] == b'-'
        && matches!(
            (digits(&bytes[..2]), digits(&bytes[3..5]), digits(&bytes[6..])),
            (Some(day), Some(month), Some(year)) if is_calendar_day(year, month, day)
        )
}

fn is_hour_minute(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 5
        && bytes[2] == b':'
        && matches!(
            (digits(&bytes[..2]), digits(&bytes[3..])),
            (Some(0..=23), Some(0..=59))
        )
}

fn is_uuid(text: &str) -> bool {
    let Ok(mut digits) = <[u8; 36]>::try_from(text.as_bytes()) else {
        return false;
    };
    for at in [8, 13, 18, 23] {
        if std::mem::replace(&mut digits[at], b'0') != b'-' {
            return false;
        }
    }
    // Every byte is looked at, so that several can be at once.
    let are_digits = |all, byte: &u8| all & byte.is_ascii_hexdigit();
    digits.iter().fold(true, are_digits)
}

fn is_mailbox(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (blocks, _) = bytes.as_chunks();
    // It may overlap with the one before.
    let last = bytes.last_chunk().copied();
    let last = last.unwrap_or_else(|| first_block(bytes));
    let (mut signs, mut blanks, mut beyond_ascii) = (Vector::ZERO, Vector::ZERO, Vector::ZERO);
    for block in blocks.iter().copied().chain([last]) {
        let block = Vector::new(block);
        signs |= block.simd_eq(Vector::splat(b'@'));
        blanks |= block.simd_eq(Vector::splat(b' ')) | within(block, b'\t', b'\r');
        beyond_ascii |= block;
    }
    signs.to_bitmask() != 0
        && blanks.to_bitmask() == 0
        // The highest bits.
        && (beyond_ascii.to_bitmask() == 0 || !text.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::{ALL, DATE, DATE_AND_TIME, DAY_MONTH_YEAR, HOUR_MINUTE, MAILBOX, UUID};

    #[test]
    fn examples_have_their_format() {
        for format in ALL {
            assert!((format.check)(format.example), "{}", format.name);
        }
    }

    #[test]
    fn dates_are_real() {
        for (text, real) in [
            ("2024-02-29", true),
            ("2000-02-29", true),
            ("2023-02-29", false),
            ("1900-02-29", false),
            ("2023-04-31", false),
            ("2023-13-01", false),
            ("2023-00-10", false),
            ("2023-1-01", false),
            ("20240228", false),
            ("2023-01-01T00:00:00Z", false),
            (" 2023-01-01", false),
            ("٢٠٢٤-01-01", false),
        ] {
            assert_eq!((DATE.check)(text), real, "{text}");
            if let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] {
                let turned = format!("{day}-{month}-{year}");
                assert_eq!((DAY_MONTH_YEAR.check)(&turned), real, "{turned}");
            }
        }
    }

    #[test]
    fn dates_and_times_have_both() {
        assert!((DATE_AND_TIME.check)("2018-08-28 06:38:34"));
        for bad in [
            "2018-08-28",
            "2018-08-28 24:00:00",
            "2018-08-28 12:60:00",
            "2018-08-28T06:38:34",
            "2018-02-29 06:38:34",
            "2018-08-28 6:38:34",
            "2018-08-28 06:38:34 ",
            "2018-08-2٨ 06:38:34",
        ] {
            assert!(!(DATE_AND_TIME.check)(bad), "{bad}");
        }
    }

    #[test]
    fn a_mailbox_has_a_sign_and_no_blank_wherever_they_stand() {
        for length in 0..40 {
            for (sign, other) in (0..length).map(|at| (at, (at * 7 + 3) % length)) {
                for character in ['@', 'a', '\u{8}', '\t', '\r', '\u{e}', ' ', 'ä', '\u{2003}'] {
                    let mut text: Vec<_> = "a".repeat(length).chars().collect();
                    text[sign] = '@';
                    text[other] = character;
                    let text: String = text.into_iter().collect();
                    let is_one = text.contains('@') && !text.contains(char::is_whitespace);
                    assert_eq!((MAILBOX.check)(&text), is_one, "{text:?}");
                }
            }
        }
    }

    #[test]
    fn times_uuids_and_mailboxes() {
        assert!((HOUR_MINUTE.check)("00:00") && (HOUR_MINUTE.check)("23:59"));
        for bad in ["24:00", "9:30", "12:60", "12-30", "12:3", "12:300", ""] {
            assert!(!(HOUR_MINUTE.check)(bad), "{bad}");
        }
        assert!(!(UUID.check)("xxxxxxxx-xxx-xxxx-xxxx-xxxxxxxxxxx"));
        for bad in ["", "ada", "ada @example.com", "ada@exa mple"] {
            assert!(!(MAILBOX.check)(bad), "{bad}");
        }
    }
}

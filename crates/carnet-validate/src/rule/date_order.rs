//! Dates whose parts stand in another order than documented, or are parted by something else.
//!
//! A year in front is followed by the month and the day: no country writes them the other way
//! round. Of a year behind, the day comes first in most countries and the month in some, whatever
//! parts the numbers; so such a date has one reading only where the other one is no day of the
//! calendar, or is the same day.

use carnet_core::Format;
use carnet_core::format::{DATE, DATE_AND_TIME, DAY_MONTH_YEAR, is_calendar_day};

/// Characters of a date.
const LENGTH: usize = 10;

struct Date {
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        is_calendar_day(year, month, day).then_some(Self { year, month, day })
    }
}

/// The date in a text, written as a format wants it; `None` where it is none, or has two readings.
pub(super) fn turned(text: &str, format: &Format) -> Option<String> {
    let is = |known: &Format| known.name == format.name && known.pattern == format.pattern;
    let (date, rest) = text.split_at_checked(LENGTH)?;
    let turned = if is(&DATE) && rest.is_empty() {
        year_first(&read(date)?)
    } else if is(&DAY_MONTH_YEAR) && rest.is_empty() {
        let Date { year, month, day } = read(date)?;
        format!("{day:02}-{month:02}-{year:04}")
    } else if is(&DATE_AND_TIME) {
        let time = rest.strip_prefix([' ', 'T'])?;
        format!("{} {time}", year_first(&read(date)?))
    } else {
        return None;
    };
    (format.check)(&turned).then_some(turned)
}

fn year_first(&Date { year, month, day }: &Date) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

fn read(text: &str) -> Option<Date> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let parts: Vec<_> = text.split(separator).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    let lengths = [first, second, third].map(str::len);
    let [a, b, c] = [number(first)?, number(second)?, number(third)?];
    match lengths {
        [4, 2, 2] => Date::new(a, b, c),
        [2, 2, 4] => match (Date::new(c, b, a), Date::new(c, a, b)) {
            (Some(date), None) | (None, Some(date)) => Some(date),
            (Some(date), Some(_)) => (a == b).then_some(date),
            (None, None) => None,
        },
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::turned;
    use carnet_core::format::{DATE, DATE_AND_TIME, DAY_MONTH_YEAR, HOUR_MINUTE};

    #[test]
    fn only_dates_with_one_reading_are_turned() {
        for (text, date) in [
            ("25-12-2024", Some("2024-12-25")),
            ("12/25/2024", Some("2024-12-25")),
            ("05.05.2024", Some("2024-05-05")),
            ("29/02/2024", Some("2024-02-29")),
            ("2024/03/04", Some("2024-03-04")),
            ("2024.03.04", Some("2024-03-04")),
            ("03-04-2024", None),
            ("03.04.2024", None),
            ("29/02/2023", None),
            ("31-04-2024", None),
            ("2024-31-12", None),
            ("2024-12/25", None),
            ("25-12-24", None),
            ("5-12-2024", None),
            ("25-12-2024 ", None),
            ("25 12 2024", None),
            ("25-12-\u{0662}024", None),
            ("", None),
        ] {
            assert_eq!(turned(text, &DATE).as_deref(), date, "{text}");
        }
    }

    #[test]
    fn every_order_has_its_format() {
        for (text, format, expected) in [
            ("2024-12-25", &DAY_MONTH_YEAR, Some("25-12-2024")),
            ("2024-03-04", &DAY_MONTH_YEAR, Some("04-03-2024")),
            ("12-25-2024", &DAY_MONTH_YEAR, Some("25-12-2024")),
            ("25.12.2024", &DAY_MONTH_YEAR, Some("25-12-2024")),
            ("03/04/2024", &DAY_MONTH_YEAR, None),
            (
                "2024-12-25T09:30:00",
                &DATE_AND_TIME,
                Some("2024-12-25 09:30:00"),
            ),
            (
                "25/12/2024 09:30:00",
                &DATE_AND_TIME,
                Some("2024-12-25 09:30:00"),
            ),
            ("2024-12-25T09:30:00Z", &DATE_AND_TIME, None),
            ("2024-12-25T24:00:00", &DATE_AND_TIME, None),
            ("2024-12-25", &DATE_AND_TIME, None),
            ("2024-12-25", &HOUR_MINUTE, None),
        ] {
            assert_eq!(turned(text, format).as_deref(), expected, "{text}");
        }
    }
}

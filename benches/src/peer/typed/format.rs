//! The formats of the contracts as somebody writes them for `garde`.

#![expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "garde calls them so"
)]

use garde::{Error, Result};

fn check(holds: bool, what: &'static str) -> Result {
    if holds { Ok(()) } else { Err(Error::new(what)) }
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn is_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Three numbers of so many digits each, with one byte between them.
fn three(text: &str, lengths: [usize; 3], between: u8) -> Option<[u32; 3]> {
    let [first, second, third] = lengths;
    let bytes = text.as_bytes();
    let whole = bytes.len() == first + second + third + 2;
    if !whole || !text.is_ascii() || bytes[first] != between || bytes[first + second + 1] != between
    {
        return None;
    }
    Some([
        number(&text[..first])?,
        number(&text[first + 1..][..second])?,
        number(&text[first + second + 2..])?,
    ])
}

fn is_date(text: &str) -> bool {
    three(text, [4, 2, 2], b'-').is_some_and(|[year, month, day]| is_day(year, month, day))
}

fn is_clock(text: &str) -> bool {
    three(text, [2, 2, 2], b':').is_some_and(|[h, m, s]| h < 24 && m < 60 && s < 60)
}

pub(super) fn date(value: &Option<String>, (): &()) -> Result {
    check(value.as_deref().is_none_or(is_date), "no date")
}

/// That the document with this date was signed.
pub(super) fn signed(flag: Option<bool>) -> impl FnOnce(&Option<String>, &()) -> Result {
    move |date, ()| {
        check(
            date.is_none() || flag == Some(true),
            "a date and no signature",
        )
    }
}

/// An address as a type of its own or as an optional one.
pub(super) trait Mailbox {
    /// The text, where there is one.
    fn text(&self) -> Option<&str>;
}

impl Mailbox for String {
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Mailbox for Option<String> {
    fn text(&self) -> Option<&str> {
        self.as_deref()
    }
}

pub(super) fn mailbox(value: &impl Mailbox, (): &()) -> Result {
    let holds = value
        .text()
        .is_none_or(|text| text.contains('@') && !text.contains(char::is_whitespace));
    check(holds, "no address")
}

pub(super) fn uuid(value: &str, (): &()) -> Result {
    let holds = value.len() == 36
        && value.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    check(holds, "no UUID")
}

pub(super) fn day_month_year(value: &str, (): &()) -> Result {
    let date = three(value, [2, 2, 4], b'-');
    check(
        date.is_some_and(|[day, month, year]| is_day(year, month, day)),
        "no date",
    )
}

pub(super) fn hour_minute(value: &str, (): &()) -> Result {
    let holds = value.split_once(':').is_some_and(|(hour, minute)| {
        hour.len() == 2
            && minute.len() == 2
            && number(hour).is_some_and(|hour| hour < 24)
            && number(minute).is_some_and(|minute| minute < 60)
    });
    check(holds, "no time")
}

pub(super) fn timestamp(value: &Option<String>, (): &()) -> Result {
    let holds = value.as_deref().is_none_or(|text| {
        text.is_empty()
            || text
                .split_once(' ')
                .is_some_and(|(day, time)| is_date(day) && is_clock(time))
    });
    check(holds, "no date and time")
}

/// `Apr 29, 2016 10:37:14 PM`.
pub(super) fn text_time(value: &Option<String>, (): &()) -> Result {
    let holds = value
        .as_deref()
        .is_none_or(|text| is_text_time(text).is_some());
    check(holds, "no date and time")
}

fn is_text_time(text: &str) -> Option<()> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let plain = |text: &str| {
        if text.starts_with('0') {
            None
        } else {
            number(text)
        }
    };
    let mut words = text.split(' ');
    let month = words.next()?;
    let month = MONTHS.iter().position(|it| *it == month)? + 1;
    let day = plain(words.next()?.strip_suffix(',')?)?;
    let year = words.next()?;
    let mut time = words.next()?.split(':');
    let hour = plain(time.next()?)?;
    let [minute, second] = [time.next()?, time.next()?];
    let half = words.next()?;
    let holds = year.len() == 4
        && is_day(number(year)?, u32::try_from(month).ok()?, day)
        && (1..=12).contains(&hour)
        && [minute, second]
            .iter()
            .all(|it| it.len() == 2 && number(it).is_some_and(|it| it < 60))
        && (half == "AM" || half == "PM")
        && words.next().is_none()
        && time.next().is_none();
    holds.then_some(())
}

/// That a month, January being 0, has this day.
pub(super) fn day_of(year: i64, month: i64) -> impl FnOnce(&i64, &()) -> Result {
    let part = |number: i64| u32::try_from(number).unwrap_or(u32::MAX - 1);
    move |day, ()| {
        check(
            is_day(part(year), part(month) + 1, part(*day)),
            "no such day",
        )
    }
}

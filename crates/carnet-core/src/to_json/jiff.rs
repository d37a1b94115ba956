//! Dates and times of day of the crate `jiff`, in the format that the place takes.

use super::{Form, FormOf, Known, ToJson};
use crate::format::{DATE, DATE_AND_TIME, DAY_MONTH_YEAR, HOUR_MINUTE};
use crate::json::{Sink, Writer};
use crate::json_type::JsonString;
use jiff::civil::{Date, DateTime, Time};

const fn written(format: &'static str) -> Form {
    Form {
        key: "",
        json: FormOf::Format(format),
    }
}

/// Writes ASCII.
fn text<S: Sink>(bytes: &[u8], out: &mut Writer<'_, S>) {
    out.string(std::str::from_utf8(bytes).unwrap_or_default());
}

/// Two digits of a number.
fn two(number: i8) -> [u8; 2] {
    let number = number.unsigned_abs();
    [b'0' + number / 10, b'0' + number % 10]
}

/// Four digits of a year; `None` before year 0, which no vendor's format has.
fn four(year: i16) -> Option<[u8; 4]> {
    let century = i8::try_from(year / 100).ok().filter(|_| year >= 0)?;
    let rest = i8::try_from(year % 100).ok()?;
    let ([y0, y1], [y2, y3]) = (two(century), two(rest));
    Some([y0, y1, y2, y3])
}

/// `yyyy-MM-dd`, or where the place asks for it `dd-mm-yyyy`. A year before 0 is written as `jiff`
/// has it, which the formats refuse.
impl ToJson for Date {
    type Type = JsonString;
    const KNOWN: Known = Known::Forms(&[written(DATE.name), written(DAY_MONTH_YEAR.name)]);

    fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
        let Some([y0, y1, y2, y3]) = four(self.year()) else {
            return out.string(&self.to_string());
        };
        let ([m0, m1], [d0, d1]) = (two(self.month()), two(self.day()));
        if form == 0 {
            text(&[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1], out);
        } else {
            text(&[d0, d1, b'-', m0, m1, b'-', y0, y1, y2, y3], out);
        }
    }
}

/// `HH:mm`; seconds are left out.
impl ToJson for Time {
    type Type = JsonString;
    const KNOWN: Known = Known::Forms(&[written(HOUR_MINUTE.name)]);

    fn write_form<S: Sink>(&self, _: usize, out: &mut Writer<'_, S>) {
        let ([h0, h1], [m0, m1]) = (two(self.hour()), two(self.minute()));
        text(&[h0, h1, b':', m0, m1], out);
    }
}

/// `yyyy-MM-dd hh:mm:ss`; fractions of a second are left out. A year before 0 is written as `jiff`
/// has it, which the format refuses.
impl ToJson for DateTime {
    type Type = JsonString;
    const KNOWN: Known = Known::Forms(&[written(DATE_AND_TIME.name)]);

    fn write_form<S: Sink>(&self, _: usize, out: &mut Writer<'_, S>) {
        let Some([y0, y1, y2, y3]) = four(self.year()) else {
            return out.string(&self.to_string());
        };
        let ([mo0, mo1], [d0, d1]) = (two(self.month()), two(self.day()));
        let ([h0, h1], [m0, m1]) = (two(self.hour()), two(self.minute()));
        let [s0, s1] = two(self.second());
        let written = [
            y0, y1, y2, y3, b'-', mo0, mo1, b'-', d0, d1, b' ', h0, h1, b':', m0, m1, b':', s0, s1,
        ];
        text(&written, out);
    }
}

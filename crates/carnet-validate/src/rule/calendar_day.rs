//! `calendar-day`: days given as three numbers.

use super::members::{Broken, Scope};
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::NodeKind;
use crate::walk::Spot;
use carnet_core::RuleId;
use carnet_core::decimal::Number;
use carnet_core::format::is_calendar_day;

/// The years after which the calendar repeats itself.
const CYCLE: i64 = 400;

const MONTHS: i64 = 12;

/// Days of the longest month.
const LONGEST: u32 = 31;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::CalendarDay,
    demands: "Year, month and day are a day of the calendar. The number that stands for January is \
              the vendor's: 0 in the example, so that 1 is February.",
    why: "A day that does not exist is refused, or becomes one of the next month.",
    fix: FixDoc::Never("any of the numbers may be wrong"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"born": {"year": 2023, "month": 1, "day": 29}}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"born": {"year": 2024, "month": 1, "day": 29}}}"#,
};

pub(super) fn check<'n>(
    names: [&'static str; 3],
    january: u8,
    scope: &Scope<'_, 'n>,
) -> Option<Broken<'n>> {
    let present = scope.present;
    if names.iter().any(|name| present.is_faulty(name)) {
        return None;
    }
    let integer = |name| match &present.get(name)?.value.kind {
        NodeKind::Number(text) => Number::parse(text)?.to_i64(),
        _ => None,
    };
    let [year, month, day] = names;
    let member = present.get(day)?;
    let complaint = complaint(
        integer(year)?,
        integer(month)?,
        integer(day)?,
        i64::from(january),
    )?;
    Some(Broken::new(complaint, Spot::of(&member.key), &member.value))
}

/// Whether a day is one of the calendar, months counted from `january` on.
pub(crate) fn exists(year: i64, month: i64, day: i64, january: i64) -> bool {
    let counted = month.saturating_sub(january);
    let (Ok(month), Ok(day)) = (u32::try_from(counted), u32::try_from(day)) else {
        return false;
    };
    let year = u32::try_from(year.rem_euclid(CYCLE)).unwrap_or_default();
    counted < MONTHS && is_calendar_day(year, month + 1, day)
}

fn complaint(year: i64, month: i64, day: i64, january: i64) -> Option<Complaint> {
    if exists(year, month, day, january) {
        return None;
    }
    let counted = month.saturating_sub(january);
    let Some(counted) = u32::try_from(counted).ok().filter(|_| counted < MONTHS) else {
        let message = format!("there is no month {month}, January being {january}");
        let last = january + MONTHS - 1;
        let help = format!("write a month from {january} to {last}");
        return Some(Complaint::new(RuleId::CalendarDay, message).help(help));
    };
    let year_of_cycle = u32::try_from(year.rem_euclid(CYCLE)).unwrap_or_default();
    let mut days = (1..=LONGEST).rev();
    let last = days.find(|&day| is_calendar_day(year_of_cycle, counted + 1, day))?;
    let message = format!("there is no day {day} in month {month} of {year}");
    let help = format!("write a day from 1 to {last}");
    Some(Complaint::new(RuleId::CalendarDay, message).help(help))
}

//! `format`: texts with a documented form.

use super::date_order;
use super::notation::Notation;
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::{Edit, Format, RuleId};
use std::ops::Range;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Format,
    demands: "The text has the documented form; a date exists in the calendar.",
    why: "The vendor refuses another form, or reads the parts in another order.",
    fix: FixDoc::Safe(
        "a real date is written in the documented order, where it has one reading: a year \
         in front is followed by month and day; of a year behind, day and month are told \
         apart where one of them is beyond 12, or both are the same. `03-04-2020` for \
         2020-03-04 or 2020-04-03 is left alone, whatever parts the numbers, and so is \
         every other format",
    ),
    bad: r#"{"company": 1, "name": "Ada", "since": "2023-02-29"}"#,
    good: r#"{"company": 1, "name": "Ada", "since": "2024-02-29"}"#,
};

/// A text that does not have a format and stands at `span`.
pub(super) fn complaint(
    text: &str,
    format: &Format,
    show: bool,
    span: &Range<usize>,
    notation: Notation,
) -> Complaint {
    let this = super::this(text, show);
    let certain = date_order::turned(text, format).filter(|_| show);
    Complaint::new(RuleId::Format, format!("{this} is not {}", format.expects))
        .help(format!("write it like `{}`", format.example))
        .fix(certain.map(|date| vec![Edit::new(span.clone(), notation.text(&date))]))
}

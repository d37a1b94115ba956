//! `format`: texts with a documented form.

use super::RuleDoc;
use crate::judge::Complaint;
use carnet_core::{Format, RuleId};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Format,
    demands: "The text has the documented form; a date exists in the calendar.",
    why: "The vendor refuses another form, or reads the parts in another order.",
    bad: r#"{"company": 1, "name": "Ada", "since": "2023-02-29"}"#,
    good: r#"{"company": 1, "name": "Ada", "since": "2024-02-29"}"#,
};

pub(super) fn check(text: &str, format: &Format, show: bool) -> Option<Complaint> {
    (!(format.check)(text)).then(|| {
        let this = super::this(text, show);
        Complaint::new(RuleId::Format, format!("{this} is not {}", format.expects))
            .help(format!("write it like `{}`", format.example))
    })
}

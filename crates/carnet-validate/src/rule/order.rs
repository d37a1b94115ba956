//! `order`: dates that follow one another.

use super::members::{Broken, Scope};
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::walk::Spot;
use carnet_core::RuleId;
use carnet_core::format::{DATE, DATE_AND_TIME};
use std::borrow::Cow;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Order,
    demands: "Of two dates, or dates with a time, the one that comes later is not before the other. A \
              date alone is the start of its day. Judged where both are real.",
    why: "A range that ends before it begins holds nothing, and rarely is what was meant.",
    fix: FixDoc::Never("either of the two may be wrong"),
    bad: r#"{"company": 1, "name": "Ada", "since": "2024-03-01", "until": "2024-02-29"}"#,
    good: r#"{"company": 1, "name": "Ada", "since": "2024-03-01", "until": "2024-03-01"}"#,
};

pub(super) fn check<'n>(
    later: &'static str,
    earlier: &'static str,
    scope: &Scope<'_, 'n>,
) -> Option<Broken<'n>> {
    let (end, start) = (scope.present.get(later)?, scope.present.get(earlier)?);
    let start_text = start.value.as_str()?;
    if moment(end.value.as_str()?)? >= moment(start_text)? {
        return None;
    }
    let message = format!("`{later}` is before `{earlier}`");
    let complaint = Complaint::new(RuleId::Order, message)
        .help(format!("write `{start_text}` or something later"));
    Some(Broken::new(complaint, Spot::of(&end.key), &end.value))
}

/// A real date and time, written so that texts compare as moments do.
fn moment(text: &str) -> Option<Cow<'_, str>> {
    if (DATE_AND_TIME.check)(text) {
        Some(text.into())
    } else {
        (DATE.check)(text).then(|| format!("{text} 00:00:00").into())
    }
}

//! `missing-equals`: a name that is not parted from its value.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::abbreviate;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::MissingEquals,
    demands: "An equals sign stands between the name of a parameter and its value. The parameter \
              counts as present; its value is checked as far as it is JSON.",
    why: "Without it name and value are one long name, which no server knows.",
    fix: FixDoc::Never("where the name ends and what the value is would be a guess"),
    bad: "https://api.example.com/guests?guest%7B%22name%22%3A%22Ada%22%7D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// The URL standard, section 5.1: how parameters are parted.
pub(crate) const fn source() -> Source {
    Source::outside(super::URL_STANDARD, "5.1")
}

/// `has_value` is whether something follows the name.
pub(crate) fn complaint(name: &str, has_value: bool) -> Complaint {
    let name = abbreviate(name, false);
    let message = if has_value {
        format!("no equals sign parts `{name}` from its value")
    } else {
        format!("`{name}` has neither an equals sign nor a value")
    };
    Complaint::new(RuleId::MissingEquals, message).help(format!("write `{name}=` before the value"))
}

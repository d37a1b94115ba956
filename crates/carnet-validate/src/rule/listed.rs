//! `enum` and `enum-case`: texts of a closed list.

use super::notation::Notation;
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::suggest;
use carnet_core::shape::Enum;
use carnet_core::{Edit, RuleId};
use std::ops::Range;

/// How many texts a help line lists.
const LISTED: usize = 12;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Enum,
    demands: "The text is one of those that the vendor lists.",
    why: "Any other text is refused, or stored where nothing finds it.",
    fix: FixDoc::Never("a text that is not listed may be meant as any of those that are"),
    bad: r#"{"company": 1, "name": "Ada", "role": "saels"}"#,
    good: r#"{"company": 1, "name": "Ada", "role": "sales"}"#,
};

pub(super) const CASE: RuleDoc = RuleDoc {
    id: RuleId::EnumCase,
    demands: "A listed text is written in the vendor's case.",
    why: "The vendor prints the texts as literals, and no page says that case does not matter.",
    fix: FixDoc::Safe(
        "the listed text is written, where exactly one differs in nothing but the case of \
         ASCII letters",
    ),
    bad: r#"{"company": 1, "name": "Ada", "role": "Sales"}"#,
    good: r#"{"company": 1, "name": "Ada", "role": "sales"}"#,
};

/// What is wrong with a text that stands at `span`.
pub(crate) fn check(
    text: &str,
    list: &Enum,
    show: bool,
    span: &Range<usize>,
    notation: Notation,
) -> Option<Complaint> {
    if list.values.contains(&text) {
        return None;
    }
    let this = super::this(text, show);
    if let Some(value) = in_other_case(text, list) {
        let message = format!("{this} is not in the documented case");
        let complaint = Complaint::new(RuleId::EnumCase, message).help(format!("write `{value}`"));
        let certain = certain(text, list).filter(|_| show);
        return Some(complaint.fix(certain.map(|value| {
            let text = notation.text(value);
            vec![Edit::new(span.clone(), text)]
        })));
    }
    let message = format!("{this} is not one of the documented texts");
    let help = match suggest::closest(text, list.values.iter().copied()) {
        Some(value) => format!("did you mean `{value}`?"),
        None => known(list),
    };
    Some(Complaint::new(RuleId::Enum, message).help(help))
}

/// The listed text that a text is but for case.
pub(crate) fn in_other_case(text: &str, list: &Enum) -> Option<&'static str> {
    let folded = text.to_lowercase();
    let mut values = list.values.iter().copied();
    values.find(|value| value.to_lowercase() == folded)
}

/// The one listed text that differs in nothing but the case of ASCII letters.
fn certain(text: &str, list: &Enum) -> Option<&'static str> {
    let mut values = list.values.iter().copied();
    let value = values.find(|value| value.eq_ignore_ascii_case(text))?;
    let is_other = |other: &str| other.to_lowercase() == value.to_lowercase();
    (!values.any(is_other)).then_some(value)
}

fn known(list: &Enum) -> String {
    let mut values: Vec<_> = list
        .values
        .iter()
        .take(LISTED)
        .map(|value| format!("`{value}`"))
        .collect();
    if list.values.len() > LISTED {
        values.push("…".to_owned());
    }
    format!("write one of {}", values.join(", "))
}

//! `enum` and `enum-case`: texts of a closed list.

use super::RuleDoc;
use crate::judge::Complaint;
use crate::suggest;
use carnet_core::RuleId;
use carnet_core::shape::Enum;

/// How many texts a help line lists.
const LISTED: usize = 12;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Enum,
    demands: "The text is one of those that the vendor lists.",
    why: "Any other text is refused, or stored where nothing finds it.",
    bad: r#"{"company": 1, "name": "Ada", "role": "saels"}"#,
    good: r#"{"company": 1, "name": "Ada", "role": "sales"}"#,
};

pub(super) const CASE: RuleDoc = RuleDoc {
    id: RuleId::EnumCase,
    demands: "A listed text is written in the vendor's case.",
    why: "The vendor prints the texts as literals, and no page says that case does not matter.",
    bad: r#"{"company": 1, "name": "Ada", "role": "Sales"}"#,
    good: r#"{"company": 1, "name": "Ada", "role": "sales"}"#,
};

pub(crate) fn check(text: &str, list: &Enum, show: bool) -> Option<Complaint> {
    if list.values.contains(&text) {
        return None;
    }
    let this = super::this(text, show);
    if let Some(value) = in_other_case(text, list) {
        let message = format!("{this} is not in the documented case");
        return Some(Complaint::new(RuleId::EnumCase, message).help(format!("write `{value}`")));
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

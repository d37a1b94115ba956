//! `empty`: an empty text where a text is needed.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Empty,
    demands: "A required text is not empty, nor is the key of a member whose name is free. Where an \
              empty text breaks another rule as well, the graver of the two is told.",
    why: "Few pages say whether an empty text satisfies \"required\".",
    fix: FixDoc::Never("the missing text cannot be told"),
    bad: r#"{"company": 1, "name": ""}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

pub(crate) fn value(name: &str, required: bool) -> Complaint {
    let message = if required {
        format!("`{name}` is required and empty")
    } else {
        format!("`{name}` is empty")
    };
    let help = if required {
        format!("write a text for `{name}`")
    } else {
        format!("write a text for `{name}`, or leave it out")
    };
    Complaint::new(RuleId::Empty, message).help(help)
}

pub(crate) fn key() -> Complaint {
    Complaint::new(RuleId::Empty, "the key is empty").help("write the name of the member")
}

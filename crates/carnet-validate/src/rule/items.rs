//! `min-items` and `max-items`: how many items an array has.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::RuleId;

pub(super) const MIN: RuleDoc = RuleDoc {
    id: RuleId::MinItems,
    demands: "The array has at least so many items.",
    why: "An array that is required is rarely meant to be empty.",
    fix: FixDoc::Never("the missing items cannot be told"),
    bad: r#"{"company": 1, "name": "Ada", "tags": []}"#,
    good: r#"{"company": 1, "name": "Ada", "tags": ["new"]}"#,
};

pub(super) const MAX: RuleDoc = RuleDoc {
    id: RuleId::MaxItems,
    demands: "The array has at most so many items.",
    why: "The vendor refuses more, or drops them.",
    fix: FixDoc::Never("what can be left out cannot be told"),
    bad: r#"{"company": 1, "name": "Ada", "tags": ["a", "b", "c"]}"#,
    good: r#"{"company": 1, "name": "Ada", "tags": ["a", "b"]}"#,
};

pub(super) fn min(length: usize, least: u32) -> Complaint {
    let message = format!(
        "the array has {} items, at least {least} are expected",
        count(length)
    );
    Complaint::new(RuleId::MinItems, message).help("add what is meant, or say nothing of it")
}

pub(super) fn max(length: usize, most: u32) -> Complaint {
    let message = format!("the array has {length} items, at most {most} are allowed");
    Complaint::new(RuleId::MaxItems, message).help("send the rest in another call")
}

fn count(length: usize) -> String {
    if length == 0 {
        "no".to_owned()
    } else {
        length.to_string()
    }
}

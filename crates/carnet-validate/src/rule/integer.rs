//! `integer-spelling` and `integer-range`: integers by value, and how they are written.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::{Node, NodeKind};
use carnet_core::decimal::Number;
use carnet_core::{Edit, RuleId};

pub(super) const SPELLING: RuleDoc = RuleDoc {
    id: RuleId::IntegerSpelling,
    demands: "Where an integer is documented it is written with digits and a sign only. `1.0` and \
              `1e2` are integers by value.",
    why: "JSON Schema decides by value, but many typed decoders refuse the spelling.",
    fix: FixDoc::Safe(
        "the same integer is written with digits, where it fits 64 bits; a negative zero \
         is left alone, since some readers keep its sign",
    ),
    bad: r#"{"company": 1.0, "name": "Ada"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

pub(super) const RANGE: RuleDoc = RuleDoc {
    id: RuleId::IntegerRange,
    demands: "Where an integer is documented it fits 64 bits with a sign.",
    why: "Many readers turn a larger one into a double without a word, and the last digits are lost.",
    fix: FixDoc::Never("a smaller number is another number"),
    bad: r#"{"company": 9223372036854775808, "name": "Ada"}"#,
    good: r#"{"company": 9223372036854775807, "name": "Ada"}"#,
};

/// Numbers of no more digits fit 64 bits.
pub(crate) const MOST_DIGITS: usize = 18;

/// Whether the text of a JSON number is an integer with which nothing is wrong: most are.
pub(crate) fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.len() <= MOST_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is wrong with a number that is an integer by value.
pub(crate) fn check(node: &Node<'_>, show: bool) -> Option<Complaint> {
    let NodeKind::Number(text) = node.kind else {
        return None;
    };
    if is_plain(text) {
        return None;
    }
    let number = Number::parse(text)?;
    let this = super::this(text, show);
    let Some(integer) = number.to_i64() else {
        return Some(
            Complaint::new(RuleId::IntegerRange, format!("{this} does not fit 64 bits")).help(
                format!("write an integer from {} to {}", i64::MIN, i64::MAX),
            ),
        );
    };
    if number.is_plain_integer(text) {
        return None;
    }
    let complaint = Complaint::new(
        RuleId::IntegerSpelling,
        format!("{this} is an integer that is not written with digits only"),
    );
    let is_certain = show && !(integer == 0 && text.starts_with('-'));
    let edit = || vec![Edit::new(node.span.clone(), integer.to_string())];
    let complaint = complaint.fix(is_certain.then(edit));
    Some(complaint.help(if show {
        format!("write {integer}")
    } else {
        "write it with digits only".to_owned()
    }))
}

//! `min-length`, `max-length` and `utf16-length`: how long a text is.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::Node;
use carnet_core::RuleId;
use carnet_core::shape::Assertion;

pub(super) const MIN: RuleDoc = RuleDoc {
    id: RuleId::MinLength,
    demands: "The text has at least so many characters, counted in Unicode code points.",
    why: "The vendor refuses shorter ones.",
    fix: FixDoc::Never("what is missing cannot be told"),
    bad: r#"{"company": 1, "name": "Ada", "code": "a"}"#,
    good: r#"{"company": 1, "name": "Ada", "code": "ab"}"#,
};

pub(super) const MAX: RuleDoc = RuleDoc {
    id: RuleId::MaxLength,
    demands: "The text has at most so many characters, counted in Unicode code points: an emoji \
              beyond the basic plane is one, however it is escaped.",
    why: "A longer text is refused, or cut without a word.",
    fix: FixDoc::Never("what can be left out cannot be told"),
    bad: r#"{"company": 1, "name": "Ada", "code": "abcde"}"#,
    good: r#"{"company": 1, "name": "Ada", "code": "abcd"}"#,
};

pub(super) const UTF16: RuleDoc = RuleDoc {
    id: RuleId::Utf16Length,
    demands: "The text has at most so many characters also when it is counted in UTF-16 code units, \
              as Java, JavaScript and .NET count. Told only where the count in code points is kept.",
    why: "The vendor does not say how it counts.",
    fix: FixDoc::Never("what can be left out cannot be told"),
    bad: r#"{"company": 1, "name": "Ada", "code": "abc😀"}"#,
    good: r#"{"company": 1, "name": "Ada", "code": "ab😀"}"#,
};

pub(super) fn is_at_least(text: &str, least: u32) -> bool {
    text.chars().take(size(least)).count() == size(least)
}

pub(super) fn is_at_most(text: &str, most: u32) -> bool {
    // No character is shorter than a byte.
    text.len() <= size(most) || text.chars().count() <= size(most)
}

pub(super) fn is_at_most_in_utf16(text: &str, most: u32) -> bool {
    text.len() <= size(most) || text.encode_utf16().count() <= size(most)
}

pub(super) fn min(text: &str, least: u32) -> Complaint {
    let length = text.chars().count();
    Complaint::new(
        RuleId::MinLength,
        format!("the text has {length} characters, at least {least} are needed"),
    )
    .help(format!("lengthen it by {}", size(least) - length))
}

pub(super) fn max(text: &str, most: u32) -> Complaint {
    let length = text.chars().count();
    Complaint::new(
        RuleId::MaxLength,
        format!("the text has {length} characters, at most {most} are allowed"),
    )
    .help(format!("shorten it by {}", length - size(most)))
}

pub(super) fn utf16(text: &str, most: u32) -> Complaint {
    let length = text.encode_utf16().count();
    Complaint::new(
        RuleId::Utf16Length,
        format!("the text has {length} UTF-16 code units, at most {most} characters are allowed"),
    )
    .help(format!(
        "a vendor that counts in UTF-16 needs it shorter by {}",
        length - size(most)
    ))
}

/// Whether a length bound in code points is broken, whatever the ruling on that.
pub(crate) fn is_too_long(node: &Node<'_>, assertion: &Assertion) -> bool {
    match (node.as_str(), assertion) {
        (Some(text), Assertion::MaxLength(most)) => !is_at_most(text, *most),
        _ => false,
    }
}

fn size(length: u32) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

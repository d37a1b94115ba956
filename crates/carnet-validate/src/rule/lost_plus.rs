//! `lost-plus`: plus signs that arrive as blanks.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::LostPlus,
    demands: "A plus sign before a digit, at the beginning of a text, is percent-encoded.",
    why: "A bare plus sign decodes to a blank: the country code of a telephone number is no longer \
          one.",
    fix: FixDoc::Never(
        "a plus sign is a blank to the server already: encoding it would change the value",
    ),
    bad: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D&note=+49301234567",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D&note=%2B49301234567",
};

/// The URL standard, section 5.1: a plus sign is a blank.
pub(crate) const fn source() -> Source {
    Source::outside(super::URL_STANDARD, "5.1")
}

pub(crate) fn complaint() -> Complaint {
    Complaint::new(RuleId::LostPlus, "the plus sign arrives as a blank")
        .help("write `%2B` for a plus sign, `%20` for a blank")
}

//! `cut-parameter`: ampersands and hashes inside a value.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::abbreviate;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::CutParameter,
    demands: "An ampersand inside a value is written `%26`, a hash `%23`. What was probably one value \
              is checked as one.",
    why: "A bare `&` begins the next parameter. A bare `#` ends the URL: nothing after it is sent.",
    fix: FixDoc::Never("where the value ends that was cut is a guess"),
    bad: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%20&%20Bob%22%7D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%20%26%20Bob%22%7D",
};

/// RFC 3986, section 2.2: what parts a URL must be encoded inside its parts.
pub(crate) const fn source() -> Source {
    Source::outside(super::RFC_3986, "2.2")
}

/// A value that goes on behind a bare `&`, or a bare `#`.
pub(crate) fn cut(name: &str, by_hash: bool) -> Complaint {
    let name = abbreviate(name, false);
    let (sign, encoded) = if by_hash { ('#', "%23") } else { ('&', "%26") };
    let message = format!("a bare `{sign}` cuts the value of `{name}`");
    Complaint::new(RuleId::CutParameter, message).help(format!("write `{encoded}`"))
}

/// A `#` that cuts nothing.
pub(crate) fn lost() -> Complaint {
    Complaint::new(RuleId::CutParameter, "nothing from the `#` on is sent")
        .help("write `%23` if it belongs to a value, else remove it and what follows")
}

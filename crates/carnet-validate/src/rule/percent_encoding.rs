//! `percent-encoding`: percent signs that encode nothing, and bytes that encode no text.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::PercentEncoding,
    demands: "Two hexadecimal digits follow every percent sign.",
    why: "Some servers leave such a percent sign as it is, others refuse the request or lose the \
          parameter.",
    fix: FixDoc::Never(
        "a percent sign may be meant as such, be half of an escape that was cut, or begin \
         a placeholder",
    ),
    bad: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D&note=100%",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D&note=100%25",
};

/// RFC 3986, section 2.1: what percent-encoding is.
pub(crate) const fn source() -> Source {
    Source::outside(super::RFC_3986, "2.1")
}

/// The URL standard, which decodes parameters as UTF-8.
pub(crate) const fn not_utf8_source() -> Source {
    Source::outside(super::URL_STANDARD, "5.1")
}

/// `escape` is the percent sign with what follows it, where that may be shown.
pub(crate) fn complaint(escape: Option<&str>) -> Complaint {
    let message = match escape {
        Some("%") => "the percent sign encodes nothing".to_owned(),
        Some(escape) => format!("`{escape}` encodes nothing"),
        None => "a percent sign encodes nothing".to_owned(),
    };
    Complaint::new(RuleId::PercentEncoding, message)
        .help("two hexadecimal digits follow a percent sign; the sign itself is written `%25`")
}

/// Bytes that are no UTF-8, in the text itself or once it is `decoded`.
pub(crate) fn not_utf8(decoded: bool) -> Complaint {
    let (message, help) = if decoded {
        (
            "the percent-encoded bytes are not UTF-8",
            "encode the text as UTF-8 before its bytes: `\u{E9}` is `%C3%A9`",
        )
    } else {
        (
            "the text is not UTF-8",
            "percent-encode the UTF-8 bytes of every character",
        )
    };
    Complaint::new(RuleId::InvalidUtf8, message).help(help)
}

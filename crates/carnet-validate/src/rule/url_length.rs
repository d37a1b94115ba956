//! `url-length`: URLs that do not arrive whole.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UrlLength,
    demands: "Percent-encoded, the URL has at most 8000 bytes. What is not yet encoded counts as if \
              it were.",
    why: "RFC 9110, section 4.1, asks everybody on the way to take 8000 bytes; many take no more, \
          and refuse the request or cut it.",
    fix: FixDoc::Never("what can be left out cannot be told"),
    bad: "https://api.example.com/guests?guest=%7B … more than 8000 bytes … %7D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// RFC 9110, section 4.1: how long a URL everybody should take.
pub(crate) const fn source() -> Source {
    Source::outside("https://www.rfc-editor.org/rfc/rfc9110", "4.1")
}

pub(crate) fn complaint(length: usize, limit: usize) -> Complaint {
    let message = format!("encoded, the URL is {length} bytes long, more than {limit}");
    Complaint::new(RuleId::UrlLength, message)
        .help("send the parameters in a form body, where the vendor takes one")
}

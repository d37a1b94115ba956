//! `url-path`: which resource a request is about.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::abbreviate;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UrlPath,
    demands: "The path is the documented one, letter by letter; `{name}` in it stands for anything.",
    why: "At another path there is another resource, another version, or nothing.",
    fix: FixDoc::Never("another operation may be meant"),
    bad: "https://api.example.com/v1/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// Where a vendor's page says which URL is called, and how.
pub(crate) const fn source() -> Source {
    Source::section("URL")
}

/// `documented` may hold placeholders.
pub(crate) fn complaint(path: &str, documented: &str) -> Complaint {
    let message = if path.is_empty() {
        format!("the URL has no path, where `{documented}` is documented")
    } else {
        let path = abbreviate(path, false);
        format!("the path is `{path}`, where `{documented}` is documented")
    };
    Complaint::new(RuleId::UrlPath, message).help(format!("write `{documented}`"))
}

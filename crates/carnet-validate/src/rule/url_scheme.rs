//! `url-scheme`: parameters and credentials in clear.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::abbreviate;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UrlScheme,
    demands: "The scheme of the URL is `https`, in any case.",
    why: "Over plain HTTP everybody on the way reads the payload and the credentials.",
    fix: FixDoc::Never(
        "a URL with another scheme may be meant for another server, such as one for tests",
    ),
    bad: "http://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

pub(crate) fn complaint(scheme: &str) -> Complaint {
    let message = if scheme.eq_ignore_ascii_case("http") {
        "plain HTTP sends everything in clear, credentials included".to_owned()
    } else {
        format!("the scheme is `{}`, not `https`", abbreviate(scheme, false))
    };
    Complaint::new(RuleId::UrlScheme, message).help("write `https`")
}

//! `url-syntax`: texts that are no URL.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::parameters::Slip;
use crate::tree::abbreviate;
use carnet_core::{Edit, RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UrlSyntax,
    demands: "The text is one URL on one line: a scheme, `://`, a host, a path, and a question mark \
              before the parameters. White space around it does not count.",
    why: "A client guesses what is missing, or refuses the URL before anything is sent.",
    fix: FixDoc::Never("the missing part of a URL cannot be told"),
    bad: "api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// RFC 3986, section 3: what a URL is made of.
pub(crate) const fn source() -> Source {
    Source::outside(super::RFC_3986, "3")
}

/// `documented` is the URL that the contract has.
pub(crate) fn complaint(slip: Slip, documented: &str) -> Complaint {
    let (message, help) = match slip {
        Slip::NoScheme => (
            "the URL has no scheme",
            "begin it with `https://`".to_owned(),
        ),
        Slip::NoSlashes => (
            "two slashes do not follow the scheme",
            "write `https://` before the host".to_owned(),
        ),
        Slip::NoHost => (
            "the URL has no host",
            "write the host after `://`".to_owned(),
        ),
        Slip::NoUrl => (
            "the text is no URL",
            format!("begin it with `{documented}`"),
        ),
    };
    Complaint::new(RuleId::UrlSyntax, message).help(help)
}

/// A host with characters that no host has: mostly a placeholder.
pub(crate) fn no_host(host: &str) -> Complaint {
    let host = abbreviate(host, false);
    Complaint::new(RuleId::UrlSyntax, format!("`{host}` is no host"))
        .help("write the host itself: letters, digits, hyphens and points")
}

/// A text with nothing in it.
pub(crate) fn empty() -> Complaint {
    Complaint::new(RuleId::UrlSyntax, "the text is empty").help("write the URL")
}

/// A text of several lines.
pub(crate) fn lines() -> Complaint {
    Complaint::new(
        RuleId::UrlSyntax,
        "the text goes on after the end of its line",
    )
    .help("a text holds one URL, on one line: join its lines, or remove what follows it")
}

/// A byte order mark before a URL or a form.
pub(crate) fn byte_order_mark() -> Complaint {
    Complaint::new(
        RuleId::ByteOrderMark,
        "the text begins with a byte order mark",
    )
    .help("save the text as UTF-8 without a byte order mark")
    .fix(Some(vec![Edit::remove(0..3)]))
}

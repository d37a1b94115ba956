//! `url-host`: where a request goes.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::abbreviate;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UrlHost,
    demands: "The host is the documented one, in any case, on the usual port and without a user \
              name before it. A contract may rule otherwise on other hosts of the vendor.",
    why: "A request to another host carries the credentials there.",
    fix: FixDoc::Never("another host may be meant"),
    bad: "https://api.example.org/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// RFC 3986, section 3.2.1: why no password stands in a URL.
pub(crate) const fn user_source() -> Source {
    Source::outside(super::RFC_3986, "3.2.1")
}

/// `documented` may hold placeholders.
pub(crate) fn complaint(host: &str, documented: &str) -> Complaint {
    let host = abbreviate(host, false);
    let message = format!("the host is `{host}`, where `{documented}` is documented");
    Complaint::new(RuleId::UrlHost, message).help(format!("write `{documented}`"))
}

/// The user name, and a password perhaps, are not shown.
pub(crate) fn user() -> Complaint {
    Complaint::new(RuleId::UrlHost, "a user name stands before the host")
        .help("remove everything from `://` to the `@`; credentials are no part of an address")
}

/// `documented` is the port of the contract's URL, if it has one.
pub(crate) fn port(port: &str, documented: Option<&str>) -> Complaint {
    let port = abbreviate(port, false);
    let (expected, help) = match documented {
        Some(documented) => (documented, format!("write `:{documented}`")),
        None => ("none", "remove it, with its colon".to_owned()),
    };
    let message = format!("the port is `{port}`, where {expected} is documented");
    Complaint::new(RuleId::UrlHost, message).help(help)
}

//! `method`: the HTTP method of a request.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Method,
    demands: "The request is sent with the method that the vendor documents, or with one that its \
              pages also show. Checked where the method is known: the context says it.",
    why: "With another method the server refuses the call, or does something else.",
    fix: FixDoc::Never("the method does not stand in the text"),
    bad: "DELETE https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
    good: "POST https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// `others` are methods that pass as well.
pub(crate) fn check(method: &str, documented: &str, others: &[&str]) -> Option<Complaint> {
    let mut known = [documented].into_iter().chain(others.iter().copied());
    if known.any(|known| known.eq_ignore_ascii_case(method)) {
        return None;
    }
    let method = crate::tree::abbreviate(method, false);
    let message = format!("the method is {method}, where {documented} is documented");
    Some(Complaint::new(RuleId::Method, message).help(format!("send it with {documented}")))
}

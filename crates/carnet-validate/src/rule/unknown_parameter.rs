//! `unknown-parameter`: parameters that the contract does not know.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::abbreviate;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UnknownParameter,
    demands: "Every parameter is documented. A name that is near to that of an absent parameter is \
              taken for it. A call with a JSON body takes none.",
    why: "A server ignores what it does not know: the value is lost without a word.",
    fix: FixDoc::Never("a name that nobody documents may be anything"),
    bad: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D&colour=red",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// A parameter of a call whose members travel in a JSON body.
pub(crate) fn none_taken(name: &str) -> Complaint {
    let name = abbreviate(name, false);
    let message = format!("the parameter `{name}` is not documented");
    Complaint::new(RuleId::UnknownParameter, message)
        .help("remove it; what the call is about stands in its JSON body")
}

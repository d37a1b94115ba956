//! `duplicate-parameter`: one parameter twice in one call.

use super::{FixDoc, RuleDoc};
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::DuplicateParameter,
    demands: "No parameter is given twice, be it in the URL, in the form body, or once in each. The \
              last one is the one that is checked further.",
    why: "One server takes the first, another the last, a third joins them with a comma.",
    fix: FixDoc::Never("which of the values is meant cannot be told"),
    bad: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D&note=a&note=b",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D&note=a",
};

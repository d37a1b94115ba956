//! `unset`: what the vendor assigns.

use super::equal::name;
use super::members::{Broken, Scope};
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::walk::Found;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Unset,
    demands: "What the vendor assigns is absent or `null`.",
    why: "The vendor overwrites it, or takes the call for another one.",
    fix: FixDoc::Never("removing a value loses what its author meant by it"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"record": {"number": 5}}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"record": {"number": null}}}"#,
};

pub(super) fn check<'n>(path: &'static str, scope: &Scope<'_, 'n>) -> Option<Broken<'n>> {
    let there = scope.find(path);
    let Found::Value(node) = there.found else {
        return None;
    };
    let name = name(path);
    let complaint = Complaint::new(
        RuleId::Unset,
        format!("`{name}` has a value, which the vendor assigns"),
    )
    .help(format!("leave `{name}` out"));
    Some(Broken::new(complaint, there.spot, node))
}

//! `null-opposite`: `null` in a list whose items belong to those of another.

use super::members::{Broken, Scope};
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::NodeKind;
use crate::walk::Spot;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::NullOpposite,
    demands: "In a list whose items belong to those of another list, `null` stands only opposite to \
              the one text that has nothing to be named.",
    why: "Everywhere else the vendor needs the name, and `null` names nothing.",
    fix: FixDoc::Never("either of the values may be wrong"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"names": ["city"], "ids": [null]}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"names": ["address"], "ids": [null], "address": true}}"#,
};

pub(super) fn check<'n>(
    nulls: &'static str,
    list: &'static str,
    text: &'static str,
    scope: &Scope<'_, 'n>,
) -> Vec<Broken<'n>> {
    let Some(((key, _, items), (_, _, others))) = scope.items(nulls).zip(scope.items(list)) else {
        return Vec::new();
    };
    let opposite = |index: usize| others.get(index)?.as_str();
    let broken = items.iter().enumerate().filter(|(index, node)| {
        matches!(node.kind, NodeKind::Null) && opposite(*index) != Some(text)
    });
    broken
        .map(|(index, node)| {
            let message = format!("null stands in `{nulls}` opposite to no `{text}` in `{list}`");
            let complaint = Complaint::new(RuleId::NullOpposite, message).help(format!(
                "write what belongs to item {} of `{list}`",
                index + 1
            ));
            Broken::new(complaint, Spot::of(key).item(index), node)
        })
        .collect()
}

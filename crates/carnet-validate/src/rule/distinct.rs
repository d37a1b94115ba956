//! `distinct`: lists that exclude each other.

use super::equal::text;
use super::members::{Broken, Scope};
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::walk::Spot;
use carnet_core::RuleId;
use std::collections::BTreeSet;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::Distinct,
    demands: "No item of one list has the same id as an item of the other. Told at the id in the \
              second list.",
    why: "The vendor cannot keep and remove one thing in one call.",
    fix: FixDoc::Never("which of the lists is meant cannot be told"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"keep": [{"id": 7}], "remove": [{"id": 7}]}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"keep": [{"id": 7}], "remove": [{"id": 8}]}}"#,
};

pub(super) fn check<'n>(
    first: &'static str,
    second: &'static str,
    key: &'static str,
    scope: &Scope<'_, 'n>,
) -> Vec<Broken<'n>> {
    let Some(((_, _, items), (list, _, others))) = scope.items(first).zip(scope.items(second))
    else {
        return Vec::new();
    };
    let taken: BTreeSet<_> = items
        .iter()
        .filter_map(|item| text(item.get(key)?))
        .collect();
    let others = others.iter().enumerate();
    others
        .filter_map(|(index, item)| {
            let node = item.get(key)?;
            if !taken.contains(&text(node)?) {
                return None;
            }
            let message = format!("this `{key}` stands in `{first}` as well");
            let complaint = Complaint::new(RuleId::Distinct, message)
                .help(format!("remove the item from `{first}` or from `{second}`"));
            let at = Spot::of(list).item(index).member(key);
            Some(Broken::new(complaint, at, node))
        })
        .collect()
}

//! `listed-flag` and `flag-listed`: what is listed, and the flag that goes with it.

use super::members::{Broken, Scope};
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::NodeKind;
use crate::walk::Spot;
use carnet_core::RuleId;

pub(super) const FLAG: RuleDoc = RuleDoc {
    id: RuleId::ListedFlag,
    demands: "What is listed comes with its flag present and `true`. Told at the flag, or at the \
              listed text where there is none.",
    why: "With the flag off the vendor leaves what is listed as it was, without a word.",
    fix: FixDoc::Never("the list or the flag may be wrong"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"names": ["address"]}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"names": ["address"], "address": true}}"#,
};

pub(super) const LISTED: RuleDoc = RuleDoc {
    id: RuleId::FlagListed,
    demands: "A flag that is `true` comes with what it is about in the list.",
    why: "The flag alone changes nothing.",
    fix: FixDoc::Never("the list or the flag may be wrong"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"names": ["city"], "address": true}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"names": ["city"], "address": false}}"#,
};

/// When the list has the text, the flag is true.
pub(super) fn flag<'n>(
    list: &'static str,
    text: &'static str,
    flag: &'static str,
    scope: &Scope<'_, 'n>,
) -> Option<Broken<'n>> {
    let (key, _, items) = scope.items(list)?;
    let index = items.iter().position(|item| item.as_str() == Some(text))?;
    let (state, at, node) = match scope.present.get(flag) {
        Some(member) if matches!(member.value.kind, NodeKind::Bool(false)) => {
            ("false", Spot::of(&member.key), &member.value)
        }
        None if !scope.present.is_told(flag) && !scope.present.is_missed(flag) => {
            ("missing", Spot::of(key).item(index), items.get(index)?)
        }
        // True, or wrong in a way that was told.
        _ => return None,
    };
    let set = scope.notation.assign(flag, "true");
    let complaint = Complaint::new(
        RuleId::ListedFlag,
        format!("`{text}` is listed in `{list}`, but `{flag}` is {state}"),
    )
    .help(format!("write {set}, or take `{text}` out of `{list}`"));
    Some(Broken::new(complaint, at, node))
}

/// When the flag is true, the list has the text.
pub(super) fn listed<'n>(
    flag: &'static str,
    list: &'static str,
    text: &'static str,
    scope: &Scope<'_, 'n>,
) -> Option<Broken<'n>> {
    let present = scope.present;
    let member = present.get(flag)?;
    if !matches!(member.value.kind, NodeKind::Bool(true)) {
        return None;
    }
    let is_listed = match scope.items(list) {
        Some((_, _, items)) => items.iter().any(|item| item.as_str() == Some(text)),
        // No list at all, or one that is wrong in a way that was told.
        None => present.get(list).is_some() || present.is_told(list) || present.is_missed(list),
    };
    if is_listed {
        return None;
    }
    let complaint = Complaint::new(
        RuleId::FlagListed,
        format!("`{flag}` is true, but `{text}` is not listed in `{list}`"),
    )
    .help(format!("add \"{text}\" to `{list}`, or remove `{flag}`"));
    Some(Broken::new(complaint, Spot::of(&member.key), &member.value))
}

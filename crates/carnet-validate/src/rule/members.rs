//! `required-with`, `at-least-one` and `requires-true`; and the door to all statements about
//! several members.

use super::notation::Notation;
use super::{
    FixDoc, RuleDoc, calendar_day, distinct, equal, listed_flag, null_opposite, order, required,
    same_length, unset,
};
use crate::judge::{Complaint, Judge};
use crate::tree::{Node, NodeKind};
use crate::walk::{Lookup, Present, Spot, find};
use carnet_core::RuleId;
use carnet_core::shape::{MemberAssertion, Object};
use std::ops::Range;

pub(super) const TOGETHER: RuleDoc = RuleDoc {
    id: RuleId::RequiredWith,
    demands: "Members that belong together are all present or all absent; `null` counts as absent. \
              One finding per missing member, at the key of one that is present.",
    why: "The vendor demands the one as soon as the other is there.",
    fix: FixDoc::Never("whether members are to be added or removed cannot be told"),
    bad: r#"{"company": 1, "name": "Ada", "person": {"name": "Bob"}}"#,
    good: r#"{"company": 1, "name": "Ada", "person": {"name": "Bob", "email": "bob@example.com"}}"#,
};

pub(super) const AT_LEAST_ONE: RuleDoc = RuleDoc {
    id: RuleId::AtLeastOne,
    demands: "At least one of several members is present, or one besides several; `null` counts as \
              absent.",
    why: "Without any of them the object says nothing.",
    fix: FixDoc::Never("the missing value cannot be told"),
    bad: r#"{"company": 1, "name": "Ada", "person": {}}"#,
    good: r#"{"company": 1, "name": "Ada", "person": {"name": "Bob", "email": "bob@example.com"}}"#,
};

pub(super) const REQUIRES_TRUE: RuleDoc = RuleDoc {
    id: RuleId::RequiresTrue,
    demands: "A member that depends on a flag comes with that flag present and `true`.",
    why: "With the flag off the vendor may drop the member without a word.",
    fix: FixDoc::Never("the flag or the member may be wrong"),
    bad: r#"{"company": 1, "name": "Ada", "signed_date": "2024-02-29"}"#,
    good: r#"{"company": 1, "name": "Ada", "signed": true, "signed_date": "2024-02-29"}"#,
};

/// What a statement about several members speaks of.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a, 'n> {
    pub(crate) node: &'n Node<'n>,
    pub(crate) object: &'static Object,
    pub(crate) present: &'a Present<'n>,
    pub(crate) judge: &'a Judge<'a>,
    pub(crate) notation: Notation,
}

impl<'n> Scope<'_, 'n> {
    /// What stands at a path.
    pub(super) fn find(&self, path: &'static str) -> Lookup<'n> {
        find(path, self.node, self.object, self.notation, self.judge)
    }

    /// The items of a member that is an array of which none is lost.
    pub(super) fn items(&self, name: &str) -> Option<(&'n str, &'n Node<'n>, &'n [Node<'n>])> {
        let member = self.present.get(name)?;
        match &member.value.kind {
            NodeKind::Array(items) if !member.value.damaged => {
                Some((&member.key, &member.value, items))
            }
            _ => None,
        }
    }
}

/// A statement that does not hold.
pub(crate) struct Broken<'n> {
    pub(crate) complaint: Complaint,
    /// What it is about; the object where it is nothing in it.
    pub(crate) at: Spot<'n>,
    /// The bytes it is about; the object's brace where there are none.
    pub(crate) bytes: Option<Range<usize>>,
}

impl<'n> Broken<'n> {
    pub(super) fn new(complaint: Complaint, at: Spot<'n>, node: &Node<'_>) -> Self {
        Self {
            complaint,
            at,
            bytes: Some(node.span.clone()),
        }
    }
}

pub(crate) fn check<'n>(assertion: &MemberAssertion, scope: &Scope<'_, 'n>) -> Vec<Broken<'n>> {
    let present = scope.present;
    let one = |broken: Option<Broken<'n>>| broken.into_iter().collect();
    match *assertion {
        MemberAssertion::RequiredTogether(names) => together(names, present),
        MemberAssertion::AtLeastOne(names) => one(at_least_one(names, present)),
        MemberAssertion::AtLeastOneOther(names) => one(at_least_one_other(names, present)),
        MemberAssertion::RequiresTrue(name, flag) => one(requires_true(name, flag, scope)),
        MemberAssertion::NotBefore(later, earlier) => one(order::check(later, earlier, scope)),
        MemberAssertion::SameLength(first, second) => one(same_length::check(first, second, scope)),
        MemberAssertion::NullOpposite(nulls, list, text) => {
            null_opposite::check(nulls, list, text, scope)
        }
        MemberAssertion::ListedRequiresTrue(list, text, flag) => {
            one(listed_flag::flag(list, text, flag, scope))
        }
        MemberAssertion::TrueRequiresListed(flag, list, text) => {
            one(listed_flag::listed(flag, list, text, scope))
        }
        MemberAssertion::Equal(first, second) => one(equal::check(first, second, scope)),
        MemberAssertion::Demanded(path) => one(required::demanded(path, scope)),
        MemberAssertion::Unset(path) => one(unset::check(path, scope)),
        MemberAssertion::Distinct(first, second, key) => distinct::check(first, second, key, scope),
        MemberAssertion::CalendarDay {
            year,
            month,
            day,
            january,
        } => one(calendar_day::check([year, month, day], january, scope)),
    }
}

fn together<'n>(names: &'static [&'static str], present: &Present<'n>) -> Vec<Broken<'n>> {
    let mut known = names.iter().filter_map(|name| present.get(name));
    let Some(there) = known.next() else {
        return Vec::new();
    };
    let missing = names
        .iter()
        .filter(|name| present.get(name).is_none() && !present.is_told(name));
    missing
        .map(|&name| Broken {
            complaint: Complaint::new(
                RuleId::RequiredWith,
                format!("`{name}` is missing, which `{}` needs", there.key),
            )
            .help(format!("add `{name}`, or remove `{}`", there.key)),
            at: Spot::of(name),
            bytes: Some(there.key_span.clone()),
        })
        .collect()
}

fn at_least_one<'n>(names: &'static [&'static str], present: &Present<'n>) -> Option<Broken<'n>> {
    let mut names_there = names.iter();
    if names_there.any(|name| present.get(name).is_some() || present.is_told(name)) {
        return None;
    }
    Some(Broken {
        complaint: Complaint::new(
            RuleId::AtLeastOne,
            format!("none of {} is present", quoted(names)),
        )
        .help("add at least one of them"),
        at: Spot::default(),
        bytes: None,
    })
}

fn at_least_one_other<'n>(
    names: &'static [&'static str],
    present: &Present<'n>,
) -> Option<Broken<'n>> {
    if present.has_other() || present.names().any(|name| !names.contains(&name)) {
        return None;
    }
    Some(Broken {
        complaint: Complaint::new(
            RuleId::AtLeastOne,
            format!("nothing is present besides {}", quoted(names)),
        )
        .help("add what the call is about"),
        at: Spot::default(),
        bytes: None,
    })
}

/// Names for a message.
fn quoted(names: &[&str]) -> String {
    let names = names.iter().map(|name| format!("`{name}`"));
    names.collect::<Vec<_>>().join(", ")
}

fn requires_true<'n>(
    name: &'static str,
    flag: &'static str,
    scope: &Scope<'_, 'n>,
) -> Option<Broken<'n>> {
    let present = scope.present;
    let there = present.get(name)?;
    let state = match present.get(flag).map(|flag| &flag.value.kind) {
        Some(NodeKind::Bool(false)) => "false",
        None if !present.is_told(flag) => "missing",
        // True, or wrong in a way that was told.
        _ => return None,
    };
    let set = scope.notation.assign(flag, "true");
    Some(Broken {
        complaint: Complaint::new(
            RuleId::RequiresTrue,
            format!("`{name}` is present, but `{flag}` is {state}"),
        )
        .help(format!("write {set}, or remove `{name}`")),
        at: Spot::of(&there.key),
        bytes: Some(there.key_span.clone()),
    })
}

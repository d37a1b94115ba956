//! `required-with`, `at-least-one` and `requires-true`: statements about several members.

use super::RuleDoc;
use crate::judge::Complaint;
use crate::tree::NodeKind;
use crate::walk::Present;
use carnet_core::RuleId;
use carnet_core::shape::MemberAssertion;
use std::ops::Range;

pub(super) const TOGETHER: RuleDoc = RuleDoc {
    id: RuleId::RequiredWith,
    demands: "Members that belong together are all present or all absent; `null` counts as absent. \
              One finding per missing member, at the key of one that is present.",
    why: "The vendor demands the one as soon as the other is there.",
    bad: r#"{"company": 1, "name": "Ada", "person": {"name": "Bob"}}"#,
    good: r#"{"company": 1, "name": "Ada", "person": {"name": "Bob", "email": "bob@example.com"}}"#,
};

pub(super) const AT_LEAST_ONE: RuleDoc = RuleDoc {
    id: RuleId::AtLeastOne,
    demands: "At least one of several members is present; `null` counts as absent.",
    why: "Without any of them the object says nothing.",
    bad: r#"{"company": 1, "name": "Ada", "person": {}}"#,
    good: r#"{"company": 1, "name": "Ada", "person": {"name": "Bob", "email": "bob@example.com"}}"#,
};

pub(super) const REQUIRES_TRUE: RuleDoc = RuleDoc {
    id: RuleId::RequiresTrue,
    demands: "A member that depends on a flag comes with that flag present and `true`.",
    why: "With the flag off the vendor may drop the member without a word.",
    bad: r#"{"company": 1, "name": "Ada", "signed_date": "2024-02-29"}"#,
    good: r#"{"company": 1, "name": "Ada", "signed": true, "signed_date": "2024-02-29"}"#,
};

/// A statement that does not hold.
pub(crate) struct Broken {
    pub(crate) complaint: Complaint,
    /// The member it is about; the object where there is none.
    pub(crate) at: Option<&'static str>,
    /// The bytes it is about; the object's brace where there are none.
    pub(crate) bytes: Option<Range<usize>>,
}

pub(crate) fn check(assertion: &MemberAssertion, present: &Present<'_>) -> Vec<Broken> {
    match *assertion {
        MemberAssertion::RequiredTogether(names) => together(names, present),
        MemberAssertion::AtLeastOne(names) => at_least_one(names, present).into_iter().collect(),
        MemberAssertion::RequiresTrue(name, flag) => {
            requires_true(name, flag, present).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn together(names: &'static [&'static str], present: &Present<'_>) -> Vec<Broken> {
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
            at: Some(name),
            bytes: Some(there.key_span.clone()),
        })
        .collect()
}

fn at_least_one(names: &'static [&'static str], present: &Present<'_>) -> Option<Broken> {
    let mut names_there = names.iter();
    if names_there.any(|name| present.get(name).is_some() || present.is_told(name)) {
        return None;
    }
    let list = names.iter().map(|name| format!("`{name}`"));
    let list = list.collect::<Vec<_>>().join(", ");
    Some(Broken {
        complaint: Complaint::new(RuleId::AtLeastOne, format!("none of {list} is present"))
            .help("add at least one of them"),
        at: None,
        bytes: None,
    })
}

fn requires_true(name: &'static str, flag: &'static str, present: &Present<'_>) -> Option<Broken> {
    let there = present.get(name)?;
    let state = match present.get(flag).map(|flag| &flag.value.kind) {
        Some(NodeKind::Bool(false)) => "false",
        None if !present.is_told(flag) => "missing",
        // True, or wrong in a way that was told.
        _ => return None,
    };
    Some(Broken {
        complaint: Complaint::new(
            RuleId::RequiresTrue,
            format!("`{name}` is present, but `{flag}` is {state}"),
        )
        .help(format!("write \"{flag}\": true, or remove `{name}`")),
        at: Some(name),
        bytes: Some(there.key_span.clone()),
    })
}

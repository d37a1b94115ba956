//! `duplicate-key`: one key twice in one object.

use super::notation::Notation;
use super::{FixDoc, RuleDoc};
use crate::judge::{Complaint, Draft, Judge, standard};
use crate::keys;
use crate::tree::{Member, Node, NodeKind};
use crate::walk::Path;
use carnet_core::decimal::Number;
use carnet_core::{Levels, RuleId, Ruling};
use std::collections::BTreeMap;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::DuplicateKey,
    demands: "No key stands twice in one object, however its characters are escaped. The last \
              member is the one that is checked further. Values that differ make it an error in \
              both profiles; equal values are compared as JSON, not as text.",
    why: "RFC 8259 leaves open which member counts: one reader takes the first, another the last, a \
          third refuses.",
    fix: FixDoc::Never("which of the values is meant cannot be told"),
    bad: r#"{"company": 1, "name": "Ada", "n\u0061me": "Bob"}"#,
    good: r#"{"company": 1, "name": "Ada"}"#,
};

/// Looks through every object of the text, also where the contract does not reach; whether a key
/// stands twice in any.
pub(crate) fn check(
    node: &Node<'_>,
    path: &Path<'_>,
    judge: &Judge<'_>,
    out: &mut Vec<Draft>,
) -> bool {
    let mut stands_twice = false;
    match &node.kind {
        NodeKind::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                stands_twice |= check(item, &Path::Item(path, index), judge, out);
            }
        }
        NodeKind::Object(members) => {
            if !keys::are_distinct(members) {
                stands_twice = true;
                duplicates(members, path, judge, out);
            }
            for member in members.iter().filter(|member| member.value.holds_others()) {
                stands_twice |= check(&member.value, &path.member(&member.key), judge, out);
            }
        }
        _ => {}
    }
    stands_twice
}

fn duplicates(members: &[Member<'_>], path: &Path<'_>, judge: &Judge<'_>, out: &mut Vec<Draft>) {
    let mut by_key: BTreeMap<&str, Vec<&Member<'_>>> = BTreeMap::new();
    for member in members {
        by_key.entry(&member.key).or_default().push(member);
    }
    for (key, members) in by_key {
        let [first, second, ..] = members[..] else {
            continue;
        };
        let differ = members[1..]
            .iter()
            .any(|member| !same(&first.value, &member.value));
        let complaint = complaint(key, members.len(), differ, path.members());
        let source = standard(complaint.rule);
        let at = path.member(key).place();
        let ruling = ruling(judge, complaint.rule, differ);
        out.extend(judge.finding(complaint, &ruling, source, at, second.key_span.clone()));
    }
}

fn complaint(key: &str, times: usize, differ: bool, notation: Notation) -> Complaint {
    let times = match times {
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    };
    let values = if differ {
        "with different values"
    } else {
        "with the same value"
    };
    let message = match notation {
        Notation::Json => format!("the key `{key}` stands {times} in one object, {values}"),
        Notation::Parameter => format!("the parameter `{key}` is given {times}, {values}"),
    };
    Complaint::new(notation.duplicate(), message).help("keep one of them")
}

/// Where the values of a key differ nobody can know which one counts: no profile is milder than
/// strict.
fn ruling(judge: &Judge<'_>, rule: RuleId, differ: bool) -> Ruling {
    let ruling = judge.text_ruling(rule);
    let strict = ruling.levels.strict;
    if differ && rule == RuleId::DuplicateKey {
        ruling.with_levels(Levels::new(strict, strict))
    } else {
        ruling
    }
}

/// Whether two values are the same JSON: numbers by value, objects without order.
fn same(a: &Node<'_>, b: &Node<'_>) -> bool {
    match (&a.kind, &b.kind) {
        (NodeKind::Null, NodeKind::Null) => true,
        (NodeKind::Bool(a), NodeKind::Bool(b)) => a == b,
        (NodeKind::Number(a), NodeKind::Number(b)) => {
            a == b || Number::parse(a).is_some_and(|a| Some(a) == Number::parse(b))
        }
        (NodeKind::String(a), NodeKind::String(b)) => a == b,
        (NodeKind::Array(a), NodeKind::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (NodeKind::Object(a), NodeKind::Object(b)) => {
            let (a, b) = (by_key(a), by_key(b));
            a.len() == b.len()
                && a.iter()
                    .zip(&b)
                    .all(|((key, a), (other, b))| key == other && same(a, b))
        }
        _ => false,
    }
}

fn by_key<'n>(members: &'n [Member<'_>]) -> BTreeMap<&'n str, &'n Node<'n>> {
    let entries = members.iter().map(|member| (&*member.key, &member.value));
    entries.collect()
}

//! Statements about several members that no value of the fields can satisfy.

use super::demand::{first_token, how_to_map, is_misspelt, is_pointer_to};
use crate::mapping::bound::is_error;
use crate::mapping::message::Message;
use crate::mapping::name::same;
use crate::mapping::presence::{first, is_mapped};
use crate::mapping::spot::object_at;
use crate::mapping::{Constant, Mapping, Origin};
use crate::shape::MemberAssertion;

/// Appends what of the vendor's statements about the member of a link, or what is around it, never
/// holds while the member is there.
pub(super) const fn never_holds(mapping: &Mapping, link: usize, out: &mut Message) {
    let path = mapping.links[link].path;
    let mut depth = 0;
    while depth < path.len() {
        let (node, inner) = path.split_at(depth);
        if let Some(object) = object_at(mapping.object, node) {
            let mut i = 0;
            while i < object.rules.len() && out.is_empty() {
                let rule = &object.rules[i];
                if is_error(&rule.ruling, mapping.profile) {
                    statement(mapping, link, node, inner, &rule.assertion, out);
                }
                i += 1;
            }
        }
        depth += 1;
    }
}

const fn statement(
    mapping: &Mapping,
    link: usize,
    node: &[&str],
    inner: &[&str],
    assertion: &MemberAssertion,
    out: &mut Message,
) {
    match assertion {
        MemberAssertion::RequiredTogether(names) => {
            together(mapping, link, node, inner[0], names, out);
        }
        MemberAssertion::RequiresTrue(name, flag) if same(name, inner[0]) => {
            if !is_its_first(mapping, link, node, name) {
                return;
            }
            match first(mapping, node, flag) {
                None if is_misspelt(mapping, node, flag) => {}
                None => wants(mapping, node, inner[0], flag, " to be true", out),
                Some(at) => {
                    if let Origin::Set(Constant::Boolean(false)) = mapping.links[at].origin {
                        out.member(node, &[inner[0]]);
                        out.push_all(&[" of ", mapping.title, " needs "]);
                        out.member(node, &[flag]);
                        out.push(" to be true, and it is set to false");
                    }
                }
            }
        }
        MemberAssertion::Unset(pointer) if is_pointer_to(pointer, inner) => {
            if let Origin::Set(Constant::Null) = mapping.links[link].origin {
                return;
            }
            out.push_all(&[mapping.title, " refuses "]);
            out.path(mapping.links[link].path);
            out.push(": it must not be sent");
        }
        MemberAssertion::Unset(pointer) => {
            // What is mapped below it sends it as well.
            let Some((name, behind)) = first_token(pointer) else {
                return;
            };
            if behind.is_empty()
                && inner.len() > 1
                && same(name, inner[0])
                && is_its_first(mapping, link, node, name)
            {
                out.push_all(&[mapping.title, " refuses "]);
                out.member(node, &[name]);
                out.push(": it must not be sent");
            }
        }
        _ => {}
    }
}

/// All of these members or none: the first that is mapped is told which are not.
const fn together(
    mapping: &Mapping,
    link: usize,
    node: &[&str],
    name: &str,
    names: &[&str],
    out: &mut Message,
) {
    let mut is_first = false;
    let mut i = 0;
    while i < names.len() {
        if let Some(at) = first(mapping, node, names[i]) {
            is_first = at == link && same(names[i], name);
            break;
        }
        i += 1;
    }
    let mut i = 0;
    while is_first && i < names.len() && out.is_empty() {
        if !is_mapped(mapping, node, names[i]) && !is_misspelt(mapping, node, names[i]) {
            wants(mapping, node, name, names[i], "", out);
        }
        i += 1;
    }
}

const fn is_its_first(mapping: &Mapping, link: usize, node: &[&str], name: &str) -> bool {
    matches!(first(mapping, node, name), Some(at) if at == link)
}

/// Appends that with one member the vendor wants another, which is not mapped.
const fn wants(
    mapping: &Mapping,
    node: &[&str],
    name: &str,
    other: &str,
    to_be: &str,
    out: &mut Message,
) {
    out.member(node, &[name]);
    out.push_all(&[" of ", mapping.title, " needs "]);
    out.member(node, &[other]);
    out.push_all(&[to_be, ", and nothing is mapped to that"]);
    how_to_map(mapping, node, &[other], out);
}

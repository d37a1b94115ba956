//! What must be there.

use super::{DEEPEST, is_always, required_member};
use crate::mapping::bound::is_error;
use crate::mapping::message::{Message, are_names};
use crate::mapping::name::{meant, same};
use crate::mapping::presence::{Presence, is_mapped, presence};
use crate::mapping::spot::{Spot, at, object_at, reach};
use crate::mapping::{Mapping, plan};
use crate::shape::{Field, MemberAssertion, MemberRule};

/// Whether a payload without a value at a place is refused.
pub(super) const fn is_demanded(mapping: &Mapping, path: &[&str], spot: Spot) -> bool {
    let node = path.split_at(path.len() - 1).0;
    if !is_always(mapping, node) {
        return false;
    }
    if let Some(field) = spot.field
        && is_error(&field.required, mapping.profile)
    {
        return true;
    }
    // A statement about the inside of a member stands on an object further out.
    let mut depth = 0;
    while depth < path.len() {
        let (outer, inner) = path.split_at(depth);
        if let Some(object) = object_at(mapping.object, outer) {
            let mut i = 0;
            while i < object.rules.len() {
                let rule = &object.rules[i];
                if let MemberAssertion::Demanded(pointer) = rule.assertion
                    && is_error(&rule.ruling, mapping.profile)
                    && is_pointer_to(pointer, inner)
                {
                    return true;
                }
                i += 1;
            }
        }
        depth += 1;
    }
    false
}

/// Whether a JSON Pointer is that of a path. Names with `~` or `/` are not looked for.
pub(super) const fn is_pointer_to(pointer: &str, path: &[&str]) -> bool {
    let mut rest = pointer;
    let mut i = 0;
    while i < path.len() {
        let Some((name, behind)) = first_token(rest) else {
            return false;
        };
        if !same(name, path[i]) {
            return false;
        }
        rest = behind;
        i += 1;
    }
    rest.is_empty()
}

/// The first name of a JSON Pointer, and what follows it.
pub(super) const fn first_token(pointer: &str) -> Option<(&str, &str)> {
    let bytes = pointer.as_bytes();
    if bytes.is_empty() || bytes[0] != b'/' {
        return None;
    }
    let mut end = 1;
    while end < bytes.len() && bytes[end] != b'/' {
        end += 1;
    }
    let (token, rest) = pointer.split_at(end);
    Some((token.split_at(1).1, rest))
}

/// Appends a line for everything that the object at `node` requires and that is not mapped.
pub(super) const fn missing_at(mapping: &Mapping, node: &[&str], out: &mut Message) {
    let Some(object) = object_at(mapping.object, node) else {
        return;
    };
    let mut i = 0;
    while i < object.fields.len() {
        let field = &object.fields[i];
        if is_error(&field.required, mapping.profile) {
            member(mapping, node, field, out);
        }
        i += 1;
    }
    let mut i = 0;
    while i < object.rules.len() {
        let rule = &object.rules[i];
        if is_error(&rule.ruling, mapping.profile) {
            statement(mapping, node, rule, out);
        }
        i += 1;
    }
}

const fn member(mapping: &Mapping, node: &[&str], field: &'static Field, out: &mut Message) {
    if !is_mapped(mapping, node, field.name) {
        if plan::fixed(field).is_none() && !is_misspelt(mapping, node, field.name) {
            let name = &[field.name];
            line(out);
            out.push_all(&[mapping.title, " requires "]);
            required_member(node, name, &field.shape, mapping.profile, out);
            how_to_map(mapping, node, name, out);
        }
        return;
    }
    below(mapping, node, field.name, out);
}

/// A required object whose members are all optional is not always there.
const fn below(mapping: &Mapping, node: &[&str], name: &'static str, out: &mut Message) {
    let Some(at) = crate::mapping::presence::first(mapping, node, name) else {
        return;
    };
    let path = mapping.links[at].path;
    let member = path.split_at(node.len() + 1).0;
    let is_whole = path.len() == member.len();
    if !is_whole
        && is_always(mapping, node)
        && matches!(presence(mapping, member), Presence::Sometimes)
    {
        line(out);
        out.push_all(&[mapping.title, " requires "]);
        out.path(member);
        out.push(", and every field below it may be absent: map one that always has a value");
    }
}

/// Whether a name that is not known was probably meant to be this one: it is told of there.
pub(super) const fn is_misspelt(mapping: &Mapping, node: &[&str], name: &str) -> bool {
    let Some(object) = object_at(mapping.object, node) else {
        return false;
    };
    let mut i = 0;
    while i < mapping.links.len() {
        let path = mapping.links[i].path;
        let known = reach(mapping.object, path);
        if known == node.len()
            && known < path.len()
            && crate::mapping::name::begins(path, node)
            && let Some(meant) = meant(path.split_at(known).1, object)
            && same(meant, name)
        {
            return true;
        }
        i += 1;
    }
    false
}

const fn statement(mapping: &Mapping, node: &[&str], rule: &MemberRule, out: &mut Message) {
    match rule.assertion {
        MemberAssertion::AtLeastOne(names) => {
            let mut i = 0;
            while i < names.len() {
                if is_mapped(mapping, node, names[i]) || is_misspelt(mapping, node, names[i]) {
                    return;
                }
                i += 1;
            }
            line(out);
            out.push_all(&[mapping.title, " requires at least one of "]);
            any_of(node, names, out);
            out.push(": map a field to one of them");
        }
        MemberAssertion::AtLeastOneOther(names) => others(mapping, node, names, out),
        MemberAssertion::Demanded(pointer) => demanded(mapping, node, pointer, out),
        _ => {}
    }
}

/// Something must be mapped besides these members.
const fn others(mapping: &Mapping, node: &[&str], names: &[&str], out: &mut Message) {
    let mut i = 0;
    while i < mapping.links.len() {
        let path = mapping.links[i].path;
        if crate::mapping::name::begins(path, node)
            && path.len() > node.len()
            && !crate::mapping::bound::is_listed(path[node.len()], names)
        {
            return;
        }
        i += 1;
    }
    line(out);
    out.push_all(&[mapping.title, " requires at least one member besides "]);
    any_of(node, names, out);
    out.push(": map a field to one");
}

/// The value at a pointer must be there, where its parent is mapped.
const fn demanded(mapping: &Mapping, node: &[&str], pointer: &str, out: &mut Message) {
    let mut i = 0;
    while i < mapping.links.len() {
        let path = mapping.links[i].path;
        if crate::mapping::name::begins(path, node) {
            let inner = path.split_at(node.len()).1;
            if begins_with_parent(pointer, inner) {
                break;
            }
        }
        i += 1;
    }
    if i == mapping.links.len() || is_reached(mapping, node, pointer) {
        return;
    }
    let mut names = [""; DEEPEST];
    let mut depth = 0;
    let mut rest = pointer;
    while let Some((name, behind)) = first_token(rest)
        && depth < DEEPEST
    {
        names[depth] = name;
        depth += 1;
        rest = behind;
    }
    let names = names.split_at(depth).0;
    line(out);
    out.push_all(&[mapping.title, " requires "]);
    out.member(node, names);
    how_to_map(mapping, node, names, out);
}

/// Whether a path leads into the parent of what a pointer names, or a whole value stands there.
const fn begins_with_parent(pointer: &str, path: &[&str]) -> bool {
    let mut rest = pointer;
    let mut i = 0;
    while let Some((name, behind)) = first_token(rest) {
        if behind.is_empty() {
            // All of the parent's own names were met, and the path goes on below it.
            return path.len() > i;
        }
        if i >= path.len() || !same(name, path[i]) {
            return false;
        }
        rest = behind;
        i += 1;
    }
    false
}

/// Whether anything is mapped to what a pointer names, or was meant to be.
const fn is_reached(mapping: &Mapping, node: &[&str], pointer: &str) -> bool {
    let mut i = 0;
    while i < mapping.links.len() {
        let path = mapping.links[i].path;
        if crate::mapping::name::begins(path, node)
            && (begins_with(path.split_at(node.len()).1, pointer)
                || at(mapping.object, path).is_none())
        {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether a path begins with all names of a pointer.
const fn begins_with(path: &[&str], pointer: &str) -> bool {
    let mut rest = pointer;
    let mut i = 0;
    while let Some((name, behind)) = first_token(rest) {
        if i >= path.len() || !same(name, path[i]) {
            return false;
        }
        rest = behind;
        i += 1;
    }
    true
}

/// Appends `` `email` or `phone` ``.
const fn any_of(node: &[&str], names: &[&str], out: &mut Message) {
    let mut i = 0;
    while i < names.len() {
        if i > 0 {
            out.push(if i + 1 == names.len() { " or " } else { ", " });
        }
        out.member(node, &[names[i]]);
        i += 1;
    }
}

/// Appends what to type, so that something is mapped to what is below a place.
pub(super) const fn how_to_map(
    mapping: &Mapping,
    node: &[&str],
    names: &[&str],
    out: &mut Message,
) {
    let quote = if are_names(node) && are_names(names) {
        ""
    } else {
        "\""
    };
    out.push_all(&[": add `#[carnet(", mapping.key, " = \""]);
    out.bare_path(node, names);
    out.push_all(&["\")]` to a field, or `set(", quote]);
    out.bare_path(node, names);
    out.push_all(&[quote, " = …)` to `to(…)`"]);
}

const fn line(out: &mut Message) {
    if !out.is_empty() {
        out.push("\n");
    }
}

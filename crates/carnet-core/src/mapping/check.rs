//! What the derive has evaluated while the crate is compiled: a mapping against a contract.
//!
//! Every function ends the compilation with one text or does nothing. The derive calls each in a
//! constant of its own, on the token to edit, so that all of them are told together.

mod condition;
mod demand;

use super::bound::is_error;
use super::message::Message;
use super::name::{begins, index, meant};
use super::presence::{Presence, is_first_below, presence};
use super::spot::{Spot, at, object_at, object_of, reach};
use super::types::Types;
use super::{Constant, Link, Mapping, Origin, bound, fit};
use crate::Profile;
use crate::shape::{Object, Shape};
use crate::to_json::Known;

/// No path of a message has more names.
const DEEPEST: usize = 16;

/// So many members are listed where none is like the one that is not known.
const MOST_LISTED: usize = 16;

/// Ends the compilation where the path of a link is no place that takes a value.
///
/// # Panics
/// At compile time, with what to type.
#[track_caller]
pub const fn place(mapping: &Mapping, link: usize) {
    let mut out = Message::new();
    let it = &mapping.links[link];
    match at(mapping.object, it.path) {
        None if it.undocumented => closed(mapping, it, &mut out),
        None => unknown(mapping, it, &mut out),
        Some(_) if it.undocumented => {
            out.path(it.path);
            out.push_all(&[
                " of ",
                mapping.title,
                " is documented: remove `undocumented`",
            ]);
        }
        Some(spot) => {
            if let Some(field) = spot.field
                && is_error(&field.undocumented, mapping.profile)
            {
                out.push_all(&[mapping.title, " refuses "]);
                out.path(it.path);
                out.push(": the vendor does not document it for this call");
            }
            numbering(mapping, link, &mut out);
            condition::never_holds(mapping, link, &mut out);
        }
    }
    see(mapping, &mut out);
    out.tell();
}

/// Ends the compilation where what a field becomes does not fit its place.
///
/// # Panics
/// At compile time, with what to type.
#[track_caller]
pub const fn value(mapping: &Mapping, link: usize) {
    if let Origin::Field {
        optional, known, ..
    } = &mapping.links[link].origin
    {
        result(mapping, link, *optional, known);
    }
}

/// Ends the compilation where the result of a field's conversion, which the mapping leaves open, does
/// not fit its place.
///
/// # Panics
/// At compile time, with what to type.
#[track_caller]
pub const fn result(mapping: &Mapping, link: usize, optional: Option<bool>, known: &Known) {
    let mut out = Message::new();
    let it = &mapping.links[link];
    if let (Some(spot), Origin::Field { name, .. }) = (at(mapping.object, it.path), it.origin) {
        if let Some(true) = optional
            && demand::is_demanded(mapping, it.path, spot)
        {
            field(mapping, name, &mut out);
            out.push_all(&[" may be absent, and ", mapping.title, " requires "]);
            required_member(it.path, &[], spot.shape, mapping.profile, &mut out);
            out.push(": give the field a type that always has a value");
        } else {
            unfit(mapping, name, it.path, known, spot.shape, &mut out);
        }
    }
    see(mapping, &mut out);
    out.tell();
}

/// Ends the compilation where a value of an attribute does not fit its place.
///
/// # Panics
/// At compile time, with what to type.
#[track_caller]
pub const fn constant(mapping: &Mapping, link: usize) {
    let mut out = Message::new();
    let it = &mapping.links[link];
    if let (Some(spot), Origin::Set(constant)) = (at(mapping.object, it.path), it.origin) {
        let mut problem = Message::new();
        match (&constant, spot.null) {
            (Constant::Null, Some(null)) if is_error(null, mapping.profile) => {
                problem.push("it may not be null");
            }
            (Constant::Text(text), _) if text.is_empty() && is_no_text(mapping, it.path, spot) => {
                problem.push("it may not be empty");
            }
            _ => bound::problem(&constant, spot.shape, mapping.profile, &mut problem),
        }
        if !problem.is_empty() {
            out.path(it.path);
            out.push_all(&[" of ", mapping.title, ": ", problem.as_str()]);
        }
    }
    see(mapping, &mut out);
    out.tell();
}

/// Ends the compilation where a word that stands for a variant is none that the type takes.
///
/// # Panics
/// At compile time, with what to type.
#[track_caller]
pub const fn word(constant: &Constant, shape: &'static Shape) {
    let mut out = Message::new();
    bound::problem(constant, shape, Profile::Strict, &mut out);
    out.tell();
}

/// Ends the compilation where the vendor requires what nothing is mapped to.
///
/// # Panics
/// At compile time, with every member that is missing and what to type.
#[track_caller]
pub const fn required(mapping: &Mapping) {
    let mut out = Message::new();
    demand::missing_at(mapping, &[], &mut out);
    let mut i = 0;
    while i < mapping.links.len() {
        let path = mapping.links[i].path;
        let mut depth = 1;
        while depth < path.len() {
            if is_first_below(mapping.links, i, depth) {
                demand::missing_at(mapping, path.split_at(depth).0, &mut out);
            }
            depth += 1;
        }
        i += 1;
    }
    see(mapping, &mut out);
    out.tell();
}

/// Appends the vendor's page.
const fn see(mapping: &Mapping, out: &mut Message) {
    if !out.is_empty() && !mapping.object.source.url.is_empty() {
        out.push_all(&["\nsee ", mapping.object.source.url]);
    }
}

/// Whether an empty text is refused, or stands for the absence of a member that is required.
const fn is_no_text(mapping: &Mapping, path: &[&str], spot: Spot) -> bool {
    let Some(field) = spot.field else {
        return false;
    };
    let node = path.split_at(path.len() - 1).0;
    let is_absent = match object_at(mapping.object, node) {
        Some(object) => object.empty_is_absent,
        None => false,
    };
    is_error(&field.empty, mapping.profile)
        || is_absent && is_error(&field.required, mapping.profile)
}

/// Appends `` `Lead::name` ``.
const fn field(mapping: &Mapping, name: &str, out: &mut Message) {
    out.push_all(&["`", mapping.name, "::", name, "`"]);
}

/// Appends `` `company` (integer) ``.
const fn required_member(
    node: &[&str],
    names: &[&str],
    shape: &Shape,
    profile: Profile,
    out: &mut Message,
) {
    out.member(node, names);
    out.push(" (");
    Types::taken_by(shape, profile).describe(out);
    out.push(")");
}

const fn unfit(
    mapping: &Mapping,
    name: &str,
    path: &[&str],
    known: &Known,
    shape: &'static Shape,
    out: &mut Message,
) {
    let mut problem = Message::new();
    fit::problem(known, shape, mapping.profile, mapping.key, &mut problem);
    if !problem.is_empty() {
        field(mapping, name, out);
        out.push(" does not fit ");
        out.path(path);
        out.push_all(&[" of ", mapping.title, ": ", problem.as_str()]);
    }
}

/// A place that is said to be undocumented must be one that the vendor's list leaves open.
const fn closed(mapping: &Mapping, link: &Link, out: &mut Message) {
    let known = reach(mapping.object, link.path);
    let node = link.path.split_at(known).0;
    match object_at(mapping.object, node) {
        Some(object) if !is_error(&object.unknown_keys, mapping.profile) => {}
        _ => unknown(mapping, link, out),
    }
}

/// Appends what an object is called: the operation, or the member.
const fn within(mapping: &Mapping, node: &[&str], out: &mut Message) {
    if node.is_empty() {
        out.push(mapping.title);
    } else {
        out.path(node);
        out.push_all(&[" of ", mapping.title]);
    }
}

const fn unknown(mapping: &Mapping, link: &Link, out: &mut Message) {
    let known = reach(mapping.object, link.path);
    let node = link.path.split_at(known).0;
    let name = link.path[known];
    let Some(object) = object_at(mapping.object, node) else {
        return no_member(mapping, link, node, name, out);
    };
    out.push_all(&["no field `", name, "` in "]);
    within(mapping, node, out);
    if link.undocumented {
        out.push(", which refuses members that the vendor does not document");
    }
    if let Some(meant) = meant(link.path.split_at(known).1, object) {
        out.push("; did you mean ");
        out.member(node, &[meant]);
        out.push("?");
    } else if object.fields.len() <= MOST_LISTED {
        listed(object, out);
    }
    // What the attribute sets is the same for all accounts.
    if let Origin::Field { .. } = link.origin
        && !is_error(&object.unknown_keys, mapping.profile)
    {
        out.push_all(&["; if the account has it, write `", mapping.key, "(\""]);
        out.bare_path(link.path, &[]);
        out.push("\", undocumented)`");
    }
}

const fn listed(object: &Object, out: &mut Message) {
    out.push("; it has ");
    let mut i = 0;
    while i < object.fields.len() {
        if i > 0 {
            let is_last = i + 1 == object.fields.len();
            out.push(if is_last { " and " } else { ", " });
        }
        out.quote(object.fields[i].name);
        i += 1;
    }
}

/// The path goes on where there are no members by name.
const fn no_member(mapping: &Mapping, link: &Link, node: &[&str], name: &str, out: &mut Message) {
    within(mapping, node, out);
    out.push(" is of type ");
    let Some(spot) = at(mapping.object, node) else {
        return;
    };
    let types = Types::taken_by(spot.shape, mapping.profile);
    types.describe(out);
    let crate::Kind::Array(items) = spot.shape.kind else {
        out.push_all(&[" and has no member `", name, "`"]);
        return;
    };
    out.push(": name an item by its number, ");
    let rest = link.path.split_at(node.len()).1;
    // What begins so was meant as a number.
    let is_number = matches!(name.as_bytes()[0], b'0'..=b'9' | b'-');
    let behind = if is_number {
        rest.split_at(1).1
    } else if object_of(&items.shape).is_some() {
        rest
    } else {
        &[]
    };
    let mut names = ["0"; DEEPEST];
    let mut length = 1;
    while length <= behind.len() && length < DEEPEST {
        names[length] = behind[length - 1];
        length += 1;
    }
    out.member(node, names.split_at(length).0);
    out.push(", or map a `Vec` to the whole");
}

/// Items are numbered from 0 on, without a gap, of which the first link behind it tells.
const fn numbering(mapping: &Mapping, link: usize, out: &mut Message) {
    let path = mapping.links[link].path;
    let mut depth = 1;
    while depth < path.len() && out.is_empty() {
        let node = path.split_at(depth).0;
        if is_array(mapping, node)
            && let Some(number) = index(path[depth])
            && number > 0
            && !has_item(mapping, node, number - 1)
            && is_first_below(mapping.links, link, depth + 1)
        {
            out.push("nothing is mapped to the item before it: items of ");
            out.path(node);
            out.push(" are numbered from 0 on, and ");
            out.number(number as u64 - 1);
            out.push(" is missing");
        }
        depth += 1;
    }
}

const fn is_array(mapping: &Mapping, node: &[&str]) -> bool {
    match at(mapping.object, node) {
        Some(spot) => matches!(spot.shape.kind, crate::Kind::Array(_)),
        None => false,
    }
}

const fn has_item(mapping: &Mapping, node: &[&str], number: usize) -> bool {
    let mut i = 0;
    while i < mapping.links.len() {
        let path = mapping.links[i].path;
        if begins(path, node)
            && path.len() > node.len()
            && matches!(index(path[node.len()]), Some(it) if it == number)
        {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether what stands at a path is there in every payload.
const fn is_always(mapping: &Mapping, path: &[&str]) -> bool {
    matches!(presence(mapping, path), Presence::Always)
}

//! What the derive has evaluated while the crate is compiled: a mapping against a contract.
//!
//! Every function ends the compilation with one text or does nothing. The derive calls each in a
//! constant of its own, on the token to edit, so that all of them are told together.

mod condition;
mod demand;

use super::message::Message;
use super::name::{begins, index, meant};
use super::presence::{Presence, presence};
use super::spot::{Spot, at, object_at, reach};
use super::types::Types;
use super::{Constant, Link, Mapping, Origin, bound, fit};
use crate::shape::{Field, Object, Shape};
use crate::to_json::Known;
use crate::{Level, Profile, Ruling};

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
            numbering(mapping, it, &mut out);
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
    let mut out = Message::new();
    let it = &mapping.links[link];
    if let (
        Some(spot),
        Origin::Field {
            name,
            optional,
            known,
        },
    ) = (at(mapping.object, it.path), it.origin)
    {
        if let Some(true) = optional
            && demand::is_demanded(mapping, it.path, spot)
        {
            field(mapping, name, &mut out);
            out.push_all(&[" may be absent, and ", mapping.title, " requires "]);
            required_member(it.path, &spot, mapping.profile, &mut out);
            out.push(": give the field a type that always has a value");
        } else {
            unfit(mapping, name, it.path, &known, spot.shape, &mut out);
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
        let is_nullable = match (&constant, spot.field) {
            (
                Constant::Null,
                Some(Field {
                    null: Some(null), ..
                }),
            ) => !is_error(null, mapping.profile),
            (Constant::Null, _) => true,
            _ => false,
        };
        if matches!(constant, Constant::Null) && !is_nullable {
            problem.push("it may not be null");
        } else {
            bound::problem(&constant, spot.shape, mapping.profile, &mut problem);
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
            if super::presence::is_first_below(mapping.links, i, depth) {
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

/// Whether a ruling makes an error.
const fn is_error(ruling: &Ruling, profile: Profile) -> bool {
    matches!(ruling.levels.of(profile), Level::Error)
}

/// Appends `` `Lead::name` ``.
const fn field(mapping: &Mapping, name: &str, out: &mut Message) {
    out.push_all(&["`", mapping.name, "::", name, "`"]);
}

/// Appends `` `company` (integer) ``.
const fn required_member(path: &[&str], spot: &Spot, profile: Profile, out: &mut Message) {
    out.path(path);
    out.push(" (");
    Types::taken_by(spot.shape, profile).describe(out);
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
    if let Some(object) = object_at(mapping.object, node) {
        if is_error(&object.unknown_keys, mapping.profile) {
            within(mapping, node, out);
            out.push(" refuses members that the vendor does not document");
        }
    } else {
        unknown(mapping, link, out);
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
    if let Some(meant) = meant(name, object) {
        out.push("; did you mean `");
        out.bare_path(node);
        out.push_all(&[if node.is_empty() { "" } else { "." }, meant, "`?"]);
    } else if object.fields.len() <= MOST_LISTED {
        listed(object, out);
    } else if !is_error(&object.unknown_keys, mapping.profile) {
        out.push_all(&["; if the account has it, write `", mapping.key, "(\""]);
        out.bare_path(link.path);
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
    let types = match at(mapping.object, node) {
        Some(spot) => Types::taken_by(spot.shape, mapping.profile),
        None => Types::ANY,
    };
    types.describe(out);
    if types.meets(Types::ARRAY) {
        out.push(": name an item by its number, `");
        out.bare_path(node);
        let rest = link.path.split_at(node.len()).1;
        out.push(".0");
        if index(name).is_none() {
            out.push(".");
            out.bare_path(rest);
        }
        out.push("`, or map a `Vec` to the whole");
    } else {
        out.push_all(&[" and has no member `", name, "`"]);
    }
}

/// Items are numbered from 0 on, without a gap.
const fn numbering(mapping: &Mapping, link: &Link, out: &mut Message) {
    let mut depth = 1;
    while depth < link.path.len() && out.is_empty() {
        let node = link.path.split_at(depth).0;
        let is_array = matches!(
            at(mapping.object, node),
            Some(Spot {
                shape: Shape {
                    kind: crate::Kind::Array(_),
                    ..
                },
                ..
            })
        );
        if is_array
            && let Some(number) = index(link.path[depth])
            && number > 0
            && !has_item(mapping, node, number - 1)
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

//! In which order a mapping is written: the vendor's.

use super::Mapping;
use super::name::index;
use super::presence::first;
use super::spot::{at, object_at, position};
use crate::shape::{Field, Kind};
use crate::{Level, Levels};

/// One step of writing an object.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// What a link gives.
    Link {
        /// The member's name; empty for an item.
        key: &'static str,
        /// The link.
        link: usize,
    },
    /// The one text that a required member can have.
    Fixed {
        /// The member's name.
        key: &'static str,
        /// The text.
        text: &'static str,
    },
    /// An object or an array, which is left out where every field below it is absent.
    Group {
        /// The member's name; empty for an item.
        key: &'static str,
        /// Whether it is an array.
        is_array: bool,
        /// How many of the following steps are inside.
        inner: usize,
    },
}

const BLANK: Step = Step::Fixed { key: "", text: "" };

/// The steps that write what is mapped; `N` is [their number](steps).
#[must_use]
pub const fn plan<const N: usize>(mapping: &Mapping) -> [Step; N] {
    let mut plan = [BLANK; N];
    fill(mapping, &[], &mut plan, 0);
    plan
}

/// The number of steps that write what is mapped.
#[must_use]
pub const fn steps(mapping: &Mapping) -> usize {
    fill(mapping, &[], &mut [], 0)
}

/// The one text that a required member can have: what the contract fixes need not be mapped.
pub(super) const fn fixed(field: &Field) -> Option<&'static str> {
    let Levels { strict, lenient } = field.required.levels;
    match field.shape.kind {
        Kind::Enum(list)
            if list.values.len() == 1
                && !(matches!(strict, Level::Allow) && matches!(lenient, Level::Allow)) =>
        {
            Some(list.values[0])
        }
        _ => None,
    }
}

/// Puts down what stands at `node`, and returns where the next step goes.
const fn fill(mapping: &Mapping, node: &[&str], plan: &mut [Step], mut next: usize) -> usize {
    if let Some(object) = object_at(mapping.object, node) {
        let mut i = 0;
        while i < object.fields.len() {
            let field = &object.fields[i];
            if let Some(link) = first(mapping, node, field.name) {
                next = child(mapping, node, field.name, link, plan, next);
            } else if let Some(text) = fixed(field) {
                let key = field.name;
                next = put(Step::Fixed { key, text }, plan, next);
            }
            i += 1;
        }
        return unknown(mapping, node, object.fields.len(), plan, next);
    }
    let mut number = 0;
    while let Some(link) = item(mapping, node, number) {
        next = child(mapping, node, "", link, plan, next);
        number += 1;
    }
    if number == 0 {
        next = unknown(mapping, node, 0, plan, next);
    }
    next
}

/// Puts down the members that no contract knows, in the order of the fields.
const fn unknown(
    mapping: &Mapping,
    node: &[&str],
    known: usize,
    plan: &mut [Step],
    mut next: usize,
) -> usize {
    let object = object_at(mapping.object, node);
    let mut i = 0;
    while i < mapping.links.len() {
        let path = mapping.links[i].path;
        if super::name::begins(path, node) && path.len() > node.len() {
            let name = path[node.len()];
            let is_unknown = match object {
                Some(object) => position(object, name) == known,
                None => true,
            };
            if is_unknown && matches!(first(mapping, node, name), Some(at) if at == i) {
                next = child(mapping, node, name, i, plan, next);
            }
        }
        i += 1;
    }
    next
}

/// The link to an item of the array at `node`, or below it.
const fn item(mapping: &Mapping, node: &[&str], number: usize) -> Option<usize> {
    let is_array = matches!(
        at(mapping.object, node),
        Some(spot) if matches!(spot.shape.kind, Kind::Array(_))
    );
    let mut i = 0;
    while is_array && i < mapping.links.len() {
        let path = mapping.links[i].path;
        if super::name::begins(path, node)
            && path.len() > node.len()
            && matches!(index(path[node.len()]), Some(it) if it == number)
        {
            return Some(i);
        }
        i += 1;
    }
    None
}

/// Puts down a member or an item.
const fn child(
    mapping: &Mapping,
    node: &[&str],
    key: &'static str,
    link: usize,
    plan: &mut [Step],
    next: usize,
) -> usize {
    let path = mapping.links[link].path;
    let own = path.split_at(node.len() + 1).0;
    if own.len() == path.len() {
        return put(Step::Link { key, link }, plan, next);
    }
    let is_array = match at(mapping.object, own) {
        Some(spot) => matches!(spot.shape.kind, Kind::Array(_)),
        None => false,
    };
    let end = fill(mapping, own, plan, next + 1);
    let inner = end - next - 1;
    put(
        Step::Group {
            key,
            is_array,
            inner,
        },
        plan,
        next,
    );
    end
}

const fn put(step: Step, plan: &mut [Step], at: usize) -> usize {
    if at < plan.len() {
        plan[at] = step;
    }
    at + 1
}

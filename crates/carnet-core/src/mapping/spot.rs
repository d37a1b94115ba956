//! Places in an object, found at compile time.

use super::name::{index, same};
use crate::Ruling;
use crate::shape::{Field, Kind, Object, Shape};

/// A place in an object.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// What may stand there.
    pub(super) shape: &'static Shape,
    /// The member, where it is one that is known by name.
    pub(super) field: Option<&'static Field>,
    /// What happens when it is `null`; `None` where that is fine.
    pub(super) null: Option<&'static Ruling>,
}

/// The place at a path, which has at least one segment.
pub(super) const fn at(object: &'static Object, path: &[&str]) -> Option<Spot> {
    let Some((first, rest)) = path.split_first() else {
        return None;
    };
    let Some(mut spot) = member(object, first) else {
        return None;
    };
    let mut i = 0;
    while i < rest.len() {
        match inner(spot.shape, rest[i]) {
            Some(inner) => spot = inner,
            None => return None,
        }
        i += 1;
    }
    Some(spot)
}

/// The object at a path, the outermost at an empty one.
pub(super) const fn object_at(object: &'static Object, path: &[&str]) -> Option<&'static Object> {
    if path.is_empty() {
        return Some(object);
    }
    match at(object, path) {
        Some(spot) => object_of(spot.shape),
        None => None,
    }
}

/// The object that a shape is, alone or among other types.
pub(super) const fn object_of(shape: &Shape) -> Option<&'static Object> {
    match shape.kind {
        Kind::Object(object) => Some(object),
        Kind::Union(union) => {
            let mut i = 0;
            while i < union.variants.len() {
                if let Some(object) = object_of(&union.variants[i].shape) {
                    return Some(object);
                }
                i += 1;
            }
            None
        }
        _ => None,
    }
}

/// How many segments of a path lead to a place, which may be all of them.
pub(super) const fn reach(object: &'static Object, path: &[&str]) -> usize {
    let mut length = path.len();
    while length > 0 && at(object, path.split_at(length).0).is_none() {
        length -= 1;
    }
    length
}

/// The place of a member in the vendor's order; all that are not known come last.
pub(super) const fn position(object: &Object, name: &str) -> usize {
    let fields = object.fields;
    let mut i = 0;
    while i < fields.len() {
        // Nearly all differ in length, and a call costs more than the comparison.
        let candidate = fields[i].name;
        if candidate.len() == name.len() && same(candidate, name) {
            return i;
        }
        i += 1;
    }
    i
}

const fn member(object: &'static Object, name: &str) -> Option<Spot> {
    let at = position(object, name);
    if at == object.fields.len() {
        return None;
    }
    let field = &object.fields[at];
    Some(Spot {
        shape: &field.shape,
        field: Some(field),
        null: field.null.as_ref(),
    })
}

const fn inner(shape: &'static Shape, segment: &str) -> Option<Spot> {
    match shape.kind {
        Kind::Object(object) => member(object, segment),
        Kind::Array(items) if index(segment).is_some() => Some(Spot {
            shape: &items.shape,
            field: None,
            null: items.null.as_ref(),
        }),
        Kind::Map(map) => Some(Spot {
            shape: &map.value,
            field: None,
            null: map.null.as_ref(),
        }),
        Kind::Any => Some(Spot {
            shape,
            field: None,
            null: None,
        }),
        Kind::Union(union) => {
            let mut i = 0;
            while i < union.variants.len() {
                if let Some(spot) = inner(&union.variants[i].shape, segment) {
                    return Some(spot);
                }
                i += 1;
            }
            None
        }
        _ => None,
    }
}

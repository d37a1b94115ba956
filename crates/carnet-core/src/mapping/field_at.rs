//! The field that a place in a payload comes from.

use super::{Link, Mapping, Origin, fit, spot};
use crate::Place;
use crate::shape::{Kind, Shape};
use crate::to_json::{FormOf, Known};
use std::borrow::Cow;
use std::fmt::Write;

/// The field that what stands at a place comes from, as a person would write it:
/// `Lead::people[0].first_name`, or `Lead: set(company)` for what the attribute sets.
///
/// `None` where nothing is mapped to the place.
#[must_use]
pub fn field_at(mapping: &Mapping, place: &Place) -> Option<String> {
    let pointer = place.pointer.split('/').skip(1).map(unescaped);
    let parameter = place.parameter.as_deref().map(Cow::Borrowed);
    let path: Vec<Cow<'_, str>> = parameter.into_iter().chain(pointer).collect();
    let (link, rest) = nearest(mapping, &path)?;
    match link.origin {
        Origin::Set(_) => Some(format!("{}{}", mapping.name, set(link))),
        Origin::Field { name, known, .. } => {
            let mut field = format!("{}::{name}", mapping.name);
            if let Some(spot) = spot::at(mapping.object, link.path) {
                descend(&known, spot.shape, mapping.key, rest, &mut field);
            }
            Some(field)
        }
    }
}

/// The link that leads nearest to a path, and what of the path lies behind it.
fn nearest<'m, 'p>(
    mapping: &'m Mapping,
    path: &'p [Cow<'p, str>],
) -> Option<(&'m Link, &'p [Cow<'p, str>])> {
    let begins = |link: &&Link| {
        path.len() >= link.path.len() && link.path.iter().zip(path).all(|(one, other)| one == other)
    };
    let links = mapping.links.iter().filter(begins);
    let link = links.max_by_key(|link| link.path.len())?;
    Some((link, &path[link.path.len()..]))
}

/// Appends the items and fields that lead to what lies behind a field.
fn descend(
    known: &Known,
    shape: &'static Shape,
    key: &str,
    path: &[Cow<'_, str>],
    field: &mut String,
) {
    let Some((first, rest)) = path.split_first() else {
        return;
    };
    // Writing to a text cannot fail.
    match (known, shape.kind) {
        (Known::Array(inner), Kind::Array(items)) => {
            let _ = write!(field, "[{first}]");
            descend(inner, &items.shape, key, rest, field);
        }
        (Known::Map(inner), Kind::Map(map)) => {
            let _ = write!(field, "[{first:?}]");
            descend(inner, &map.value, key, rest, field);
        }
        (Known::Forms(forms), _) => {
            let form = forms.get(fit::chosen(known, shape, key));
            if let Some(FormOf::Object(_, mapping)) = form.map(|form| form.json)
                && let Some((link, rest)) = nearest(mapping, path)
            {
                inside(mapping, link, rest, field);
            }
        }
        _ => {}
    }
}

/// Appends what of a nested struct a link is.
fn inside(mapping: &Mapping, link: &Link, path: &[Cow<'_, str>], field: &mut String) {
    match link.origin {
        Origin::Set(_) => field.push_str(&set(link)),
        Origin::Field { name, known, .. } => {
            let _ = write!(field, ".{name}");
            if let Some(spot) = spot::at(mapping.object, link.path) {
                descend(&known, spot.shape, mapping.key, path, field);
            }
        }
    }
}

/// What the attribute of a struct sets.
fn set(link: &Link) -> String {
    format!(": set({})", link.path.join("."))
}

/// A name of a JSON Pointer as it is.
fn unescaped(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

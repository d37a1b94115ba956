//! Writing what is mapped, by its plan.

use super::{Mapping, Origin, Step};
use crate::json::{ObjectWriter, Sink, Writer};
use crate::parameters::ParameterWriter;

/// The values of the fields that are mapped to an `O`, by their links. Implemented by the derive.
pub trait Fields<O> {
    /// Where they stand.
    const MAPPING: &'static Mapping;

    /// Whether the field of a link has no value.
    fn is_absent(&self, link: usize) -> bool;

    /// Writes the value of the field of a link.
    fn write<S: Sink>(&self, link: usize, out: &mut Writer<'_, S>);
}

/// Writes the members that are mapped.
pub fn members<O, T: Fields<O>, S: Sink>(
    fields: &T,
    mapping: &Mapping,
    plan: &[Step],
    out: &mut ObjectWriter<'_, S>,
) {
    let values = Values { fields, mapping };
    for part in parts(plan) {
        if values.is_there(part) {
            values.write(part, &mut out.key(part.key()));
        }
    }
}

/// Writes the parameters that are mapped.
pub fn parameters<O, T: Fields<O>, S: Sink>(
    fields: &T,
    mapping: &Mapping,
    plan: &[Step],
    out: &mut ParameterWriter<'_, S>,
) {
    let values = Values { fields, mapping };
    for part in parts(plan) {
        if values.is_there(part) {
            values.write(part, &mut Writer::bare(&mut out.key(part.key())));
        }
    }
}

/// A step and the steps inside it.
#[derive(Clone, Copy)]
struct Part<'p> {
    step: &'p Step,
    inner: &'p [Step],
}

impl<'p> Part<'p> {
    fn key(self) -> &'static str {
        match *self.step {
            Step::Link { key, .. } | Step::Fixed { key, .. } | Step::Group { key, .. } => key,
        }
    }

    fn parts(self) -> impl Iterator<Item = Part<'p>> {
        parts(self.inner)
    }
}

/// The steps of one object or array, each with those inside it.
fn parts(mut plan: &[Step]) -> impl Iterator<Item = Part<'_>> {
    std::iter::from_fn(move || {
        let (step, rest) = plan.split_first()?;
        let length = match step {
            Step::Group { inner, .. } => *inner,
            Step::Link { .. } | Step::Fixed { .. } => 0,
        };
        let (inner, rest) = rest.split_at_checked(length)?;
        plan = rest;
        Some(Part { step, inner })
    })
}

struct Values<'v, T> {
    fields: &'v T,
    mapping: &'v Mapping,
}

impl<T> Values<'_, T> {
    /// Whether a part is written: all that depends on no field is.
    fn is_there<O>(&self, part: Part<'_>) -> bool
    where
        T: Fields<O>,
    {
        match part.step {
            Step::Link { link, .. } => !self.is_field(*link) || !self.fields.is_absent(*link),
            Step::Fixed { .. } => true,
            Step::Group { .. } => {
                let mut links = part.inner.iter().filter_map(|step| match step {
                    Step::Link { link, .. } if self.is_field(*link) => Some(*link),
                    _ => None,
                });
                let Some(first) = links.next() else {
                    return true;
                };
                !self.fields.is_absent(first) || links.any(|link| !self.fields.is_absent(link))
            }
        }
    }

    fn is_field(&self, link: usize) -> bool {
        matches!(self.mapping.links[link].origin, Origin::Field { .. })
    }

    fn write<O, S: Sink>(&self, part: Part<'_>, out: &mut Writer<'_, S>)
    where
        T: Fields<O>,
    {
        match *part.step {
            Step::Link { link, .. } => match &self.mapping.links[link].origin {
                Origin::Field { .. } => self.fields.write(link, out),
                Origin::Set(constant) => constant.write(out),
            },
            Step::Fixed { text, .. } => out.string(text),
            Step::Group { is_array: true, .. } => {
                let items = part.parts().filter(|item| self.is_there(*item));
                out.array(items, |item, out| self.write(item, out));
            }
            Step::Group { .. } => out.object(|out| {
                for member in part.parts() {
                    if self.is_there(member) {
                        self.write(member, &mut out.key(member.key()));
                    }
                }
            }),
        }
    }
}

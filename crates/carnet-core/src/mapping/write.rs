//! Writing what is mapped, by its plan.

use super::{Mapping, Step, Value};
use crate::json::{Key, ObjectWriter, Sink, Writer};
use crate::parameters::ParameterWriter;

/// The values of the fields that are mapped to an `O`, by their links. Implemented by the derive.
pub trait Fields<O> {
    /// Where they stand.
    const MAPPING: &'static Mapping;

    /// Whether the field of a link has no value.
    fn is_absent(&self, link: usize) -> bool;

    /// Writes the value of the field of a link to a slot, unless it is absent.
    fn write<S: Sink>(&self, link: usize, slot: Slot<'_, '_, S>);
}

/// Where a value goes. What comes before the value is written only if there is one.
#[derive(Debug)]
pub struct Slot<'s, 'w, S: Sink>(Place<'s, 'w, S>);

#[derive(Debug)]
enum Place<'s, 'w, S: Sink> {
    Member(&'s mut ObjectWriter<'w, S>, &'s Key),
    Value(&'s mut Writer<'w, S>),
}

impl<'s, S: Sink> Slot<'s, '_, S> {
    /// The writer of the value, which there is.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "it is called for every field, and does no more than to call others"
    )]
    #[must_use]
    pub fn open(self) -> Writer<'s, S> {
        match self.0 {
            Place::Member(out, key) => out.known_key(key),
            Place::Value(out) => out.again(),
        }
    }
}

/// Writes the members that are mapped.
pub fn members<O, T: Fields<O>, S: Sink>(fields: &T, plan: &[Step], out: &mut ObjectWriter<'_, S>) {
    let mut rest = plan;
    while let Some((step, behind)) = rest.split_first() {
        rest = behind;
        match &step.value {
            Value::Field { link } => fields.write(*link, Slot(Place::Member(out, &step.key))),
            Value::Constant(constant) => constant.write(&mut out.known_key(&step.key)),
            Value::Group { inner, .. } => {
                let Some((inner, behind)) = behind.split_at_checked(*inner) else {
                    return;
                };
                rest = behind;
                let part = Part { step, inner };
                if part.is_there(fields) {
                    part.write(fields, &mut out.known_key(&step.key));
                }
            }
        }
    }
}

/// Writes the parameters that are mapped.
pub fn parameters<O, T: Fields<O>, S: Sink>(
    fields: &T,
    plan: &[Step],
    out: &mut ParameterWriter<'_, S>,
) {
    let mut rest = plan;
    while let Some((part, behind)) = Part::first(rest) {
        rest = behind;
        if part.is_there(fields) {
            part.write(
                fields,
                &mut Writer::bare(&mut out.key(part.step.key.name())),
            );
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
    /// The first step with those inside it, and those behind.
    fn first(plan: &'p [Step]) -> Option<(Self, &'p [Step])> {
        let (step, rest) = plan.split_first()?;
        let length = match step.value {
            Value::Group { inner, .. } => inner,
            Value::Field { .. } | Value::Constant(_) => 0,
        };
        let (inner, rest) = rest.split_at_checked(length)?;
        Some((Self { step, inner }, rest))
    }

    /// The steps of an array, each with those inside it.
    fn items(self) -> impl Iterator<Item = Self> {
        let mut rest = self.inner;
        std::iter::from_fn(move || {
            let (part, behind) = Self::first(rest)?;
            rest = behind;
            Some(part)
        })
    }

    /// Whether it is written: all that depends on no field is.
    fn is_there<O, T: Fields<O>>(self, fields: &T) -> bool {
        match self.step.value {
            Value::Field { link } => !fields.is_absent(link),
            Value::Constant(_) => true,
            Value::Group { .. } => {
                let mut links = self.inner.iter().filter_map(|step| match step.value {
                    Value::Field { link } => Some(link),
                    Value::Constant(_) | Value::Group { .. } => None,
                });
                let Some(first) = links.next() else {
                    return true;
                };
                !fields.is_absent(first) || links.any(|link| !fields.is_absent(link))
            }
        }
    }

    fn write<O, T: Fields<O>, S: Sink>(self, fields: &T, out: &mut Writer<'_, S>) {
        match self.step.value {
            Value::Field { link } => fields.write(link, Slot(Place::Value(out))),
            Value::Constant(constant) => constant.write(out),
            Value::Group { is_array: true, .. } => {
                let items = self.items().filter(|item| item.is_there(fields));
                out.array(items, |item, out| item.write(fields, out));
            }
            Value::Group { .. } => out.object(|out| members(fields, self.inner, out)),
        }
    }
}

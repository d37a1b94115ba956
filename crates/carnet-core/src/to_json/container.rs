//! What holds other values.

use super::{Known, ToJson};
use crate::Member;
use crate::json::{Sink, Writer};
use crate::json_type::{JsonArray, JsonObject};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

/// Types that are what they point to.
macro_rules! pointers {
    ($($ty:ty)*) => {$(
        impl<T: ToJson + ?Sized> ToJson for $ty {
            type Type = T::Type;
            const KNOWN: Known = T::KNOWN;
            const OPTIONAL: bool = T::OPTIONAL;

            fn is_absent(&self) -> bool {
                T::is_absent(self)
            }

            fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
                T::write_form(self, form, out);
            }
        }
    )*};
}

pointers! { &T Box<T> Rc<T> Arc<T> }

impl<T: ToJson + ToOwned + ?Sized> ToJson for Cow<'_, T> {
    type Type = T::Type;
    const KNOWN: Known = T::KNOWN;
    const OPTIONAL: bool = T::OPTIONAL;

    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }

    fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
        T::write_form(self, form, out);
    }
}

impl<T: ToJson> ToJson for Option<T> {
    type Type = T::Type;
    const KNOWN: Known = T::KNOWN;
    const OPTIONAL: bool = true;

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    #[inline]
    fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
        match self {
            Some(value) => value.write_form(form, out),
            None => out.null(),
        }
    }
}

impl<T: ToJson> ToJson for Member<T> {
    type Type = T::Type;
    const KNOWN: Known = T::KNOWN;
    const OPTIONAL: bool = true;

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
        match self {
            Self::Value(value) => value.write_form(form, out),
            Self::Absent | Self::Null => out.null(),
        }
    }
}

impl<T: ToJson> ToJson for [T] {
    type Type = JsonArray;
    const KNOWN: Known = Known::Array(&T::KNOWN);

    fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
        out.array(self, |item, out| item.write_form(form, out));
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    type Type = JsonArray;
    const KNOWN: Known = <[T]>::KNOWN;

    fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
        self.as_slice().write_form(form, out);
    }
}

impl<T: ToJson, const N: usize> ToJson for [T; N] {
    type Type = JsonArray;
    const KNOWN: Known = <[T]>::KNOWN;

    fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
        self.as_slice().write_form(form, out);
    }
}

/// Lists that are no slices.
macro_rules! lists {
    ($($ty:ty: $($bound:ident)?;)*) => {$(
        impl<T: ToJson $(+ $bound)?> ToJson for $ty {
            type Type = JsonArray;
            const KNOWN: Known = <[T]>::KNOWN;

            fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
                out.array(self, |item, out| item.write_form(form, out));
            }
        }
    )*};
}

lists! { VecDeque<T>: ; BTreeSet<T>: Ord; }

impl<K: AsRef<str>, T: ToJson> ToJson for BTreeMap<K, T> {
    type Type = JsonObject;
    const KNOWN: Known = Known::Map(&T::KNOWN);

    fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
        out.object(|members| {
            for (key, value) in self {
                value.write_form(form, &mut members.key(key.as_ref()));
            }
        });
    }
}

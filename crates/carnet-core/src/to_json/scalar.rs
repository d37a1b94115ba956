//! Texts, numbers and flags.

use super::{Known, ToJson};
use crate::json::{Sink, Writer};
use crate::json_type::{JsonAny, JsonBoolean, JsonInteger, JsonNumber, JsonObject, JsonString};
use crate::payload::Payload;
use crate::{Decimal, Secret};
use std::num::NonZero;

/// Types that are a part of contracts as well, and are written as there.
macro_rules! payloads {
    ($($ty:ty: $json:ty = $known:expr;)*) => {$(
        impl ToJson for $ty {
            type Type = $json;
            const KNOWN: Known = $known;
            const OPTIONAL: bool = <Self as Payload>::OPTIONAL;

            fn is_absent(&self) -> bool {
                Payload::is_absent(self)
            }

            fn write_form<S: Sink>(&self, _: usize, out: &mut Writer<'_, S>) {
                self.write(out);
            }
        }
    )*};
}

payloads! {
    bool: JsonBoolean = Known::Boolean;
    String: JsonString = Known::Text { longest: None };
    Secret: JsonString = Known::Text { longest: None };
    Decimal: JsonNumber = Known::Number;
    serde_json::Value: JsonAny = Known::Any;
    serde_json::Map<String, serde_json::Value>: JsonObject = Known::Map(&Known::Any);
}

impl ToJson for str {
    type Type = JsonString;
    const KNOWN: Known = Known::Text { longest: None };

    fn write_form<S: Sink>(&self, _: usize, out: &mut Writer<'_, S>) {
        out.string(self);
    }
}

impl ToJson for char {
    type Type = JsonString;
    const KNOWN: Known = Known::Text { longest: Some(1) };

    fn write_form<S: Sink>(&self, _: usize, out: &mut Writer<'_, S>) {
        out.string(self.encode_utf8(&mut [0; 4]));
    }
}

macro_rules! integers {
    ($($ty:ty)*) => {$(
        impl ToJson for $ty {
            type Type = JsonInteger;
            const KNOWN: Known = Known::Integer;

            fn write_form<S: Sink>(&self, _: usize, out: &mut Writer<'_, S>) {
                out.integer(*self);
            }
        }

        impl ToJson for NonZero<$ty> {
            type Type = JsonInteger;
            const KNOWN: Known = Known::Integer;

            fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>) {
                self.get().write_form(form, out);
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! floats {
    ($($ty:ty)*) => {$(
        /// What is no number is written as Rust names it, which is no JSON: the vendor's contract
        /// refuses it.
        impl ToJson for $ty {
            type Type = JsonNumber;
            const KNOWN: Known = Known::Number;

            fn write_form<S: Sink>(&self, _: usize, out: &mut Writer<'_, S>) {
                out.display(self);
            }
        }
    )*};
}

floats! { f32 f64 }

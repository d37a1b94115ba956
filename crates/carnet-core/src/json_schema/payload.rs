//! schemars' trait for the payload types of this crate, as the derive implements it for others.

use super::of;
use crate::{Decimal, Member, Payload, Secret, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

macro_rules! scalars {
    ($($type:ident)*) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!("carnet_core::", stringify!($type)).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                of(&$type::SHAPE, generator)
            }
        }
    )*};
}

scalars! { Decimal Secret }

impl<const MAX: u32> JsonSchema for Text<MAX> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Text{MAX}").into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("carnet_core::Text<{MAX}>").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        of(&Self::SHAPE, generator)
    }
}

/// A value or `null`; that the member may be absent is for the object to say.
impl<T: JsonSchema> JsonSchema for Member<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Option::<T>::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        Option::<T>::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

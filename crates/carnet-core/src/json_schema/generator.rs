//! Definitions in a schemars generator.
//!
//! schemars names a definition, and tells it from others, by static functions of a type. A shape
//! is a value, so it hands its name, identity and schema to those functions through a
//! thread-local. In exchange schemars does all the rest as for any other type: a suffix where two
//! different types have one name, one definition where they are the same, and none at all where
//! the generator inlines.

use super::{Definitions, Tree, id};
use crate::shape::Shape;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;
use std::cell::RefCell;

pub(super) struct Generated<'a>(pub(super) &'a mut SchemaGenerator);

impl Definitions for Generated<'_> {
    fn place(&mut self, name: &str, shape: &Shape, schema: Tree) -> Tree {
        let nested = Nested {
            name: name.to_owned(),
            id: id(shape),
            schema: Schema::try_from(schema.to_value()).unwrap_or_default(),
        };
        CURRENT.set(Some(nested));
        let placed = self.0.subschema_for::<Nested>();
        CURRENT.set(None);
        placed.to_value().into()
    }
}

/// A named type on its way into a generator.
struct Nested {
    name: String,
    id: String,
    schema: Schema,
}

thread_local! {
    /// Set for the time of one call to the generator, which calls nothing but what is below.
    static CURRENT: RefCell<Option<Nested>> = const { RefCell::new(None) };
}

fn current<T>(read: impl Fn(&Nested) -> T) -> Option<T> {
    CURRENT.with_borrow(|nested| nested.as_ref().map(read))
}

impl JsonSchema for Nested {
    fn schema_name() -> Cow<'static, str> {
        current(|nested| nested.name.clone())
            .unwrap_or_default()
            .into()
    }

    fn schema_id() -> Cow<'static, str> {
        current(|nested| nested.id.clone())
            .unwrap_or_default()
            .into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        current(|nested| nested.schema.clone()).unwrap_or_default()
    }
}

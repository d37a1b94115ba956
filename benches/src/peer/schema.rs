//! The emitted schema under two engines, from the bytes of a text: `jsonschema` and `boon`.
//!
//! Both assert formats, as Carnet does.

use boon::{Compiler, SchemaIndex, Schemas};
use jsonschema::{Draft, Validator};
use serde_json::Value;

/// The place that `boon` knows the schema by.
const PLACE: &str = "https://example.com/schema.json";

/// `jsonschema`, ready to judge.
pub(crate) struct Jsonschema(Validator);

impl Jsonschema {
    pub(crate) fn new(schema: &Value) -> Self {
        let options = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .offline();
        Self(options.build(schema).expect("what is emitted is a schema"))
    }

    /// Whether the schema takes a text.
    pub(crate) fn is_valid(&self, text: &[u8]) -> bool {
        serde_json::from_slice(text).is_ok_and(|value| self.0.is_valid(&value))
    }

    /// How much the schema has against a text, every error looked at.
    pub(crate) fn errors(&self, text: &[u8]) -> usize {
        let Ok(value) = serde_json::from_slice::<Value>(text) else {
            return 1;
        };
        let errors = self.0.iter_errors(&value);
        errors.map(std::hint::black_box).count()
    }
}

/// `boon`, ready to judge.
pub(crate) struct Boon {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Boon {
    pub(crate) fn new(schema: &Value) -> Self {
        // It takes the schema for the one that `$id` names.
        let mut schema = schema.clone();
        if let Some(keywords) = schema.as_object_mut() {
            keywords.remove("$id");
        }
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        let added = compiler.add_resource(PLACE, schema);
        added.expect("what is emitted is a schema");
        let index = compiler.compile(PLACE, &mut schemas);
        let index = index.expect("what is emitted is a schema");
        Self { schemas, index }
    }

    /// Whether the schema takes a text.
    pub(crate) fn is_valid(&self, text: &[u8]) -> bool {
        serde_json::from_slice(text)
            .is_ok_and(|value| self.schemas.validate(&value, self.index).is_ok())
    }
}

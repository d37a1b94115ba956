//! Whether the schemas say what the contracts say.

#![allow(
    clippy::unwrap_used,
    reason = "what is not there fails the test, also outside of a test function"
)]

mod change;
mod composition;
mod contract;
mod document;
mod folder;
mod keys;
mod mapping;
mod members;
mod not_expressed;
mod parameters;
mod readings;
mod reply;
mod statements;

use carnet_core::Shape;
use carnet_core::json_schema;
use carnet_core::schemars::SchemaGenerator;
use serde_json::Value;

/// A validator that asserts formats and refuses keywords that do not exist.
pub(crate) fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::meta::validate(schema).unwrap_or_else(|error| panic!("{error} in {schema:#}"));
    jsonschema::options()
        .should_validate_formats(true)
        .should_ignore_unknown_formats(false)
        .build(schema)
        .unwrap_or_else(|error| panic!("{error} in {schema:#}"))
}

/// The schema of a shape that has no definitions, as schemars users see it.
pub(crate) fn schema(shape: &Shape) -> Value {
    json_schema::of(shape, &mut SchemaGenerator::default()).to_value()
}

/// The schema that stands for a shape accepts these texts and no others.
#[track_caller]
pub(crate) fn judges(shape: &Shape, accepted: &[&str], refused: &[&str]) {
    let settings = carnet_core::schemars::generate::SchemaSettings::draft2020_12()
        .with(|settings| settings.inline_subschemas = true);
    let schema = json_schema::of(shape, &mut settings.into_generator()).to_value();
    let validator = validator(&schema);
    for (texts, valid) in [(accepted, true), (refused, false)] {
        for text in texts {
            let value = serde_json::from_str(text).unwrap();
            assert_eq!(
                validator.is_valid(&value),
                valid,
                "{text} against {schema:#}"
            );
        }
    }
}

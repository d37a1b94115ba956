//! Payload types within types that implement schemars' trait.

use crate::contract::{CONTACT, STRING, member, object};
use crate::validator;
use carnet_core::json_schema;
use carnet_core::schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use carnet_core::shape::{Items, Kind, Object, Shape};
use serde_json::json;
use std::borrow::Cow;

/// What the derive writes.
macro_rules! payload {
    ($type:ident, $name:literal, $shape:expr) => {
        struct $type;

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn schema_id() -> Cow<'static, str> {
                json_schema::id(&$shape).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                json_schema::of(&$shape, generator)
            }
        }
    };
}

const CONTACT_SHAPE: Shape = Shape::of(Kind::Object(&CONTACT));
const ORDER: Object = object(
    "Order",
    &[
        member("contact", CONTACT_SHAPE),
        member(
            "more",
            Shape::of(Kind::Array(&Items {
                shape: CONTACT_SHAPE,
                null: None,
            })),
        ),
    ],
);
const OTHER: Object = object("Contact", &[member("phone", STRING)]);

payload!(Order, "Order", Shape::of(Kind::Object(&ORDER)));
payload!(Contact, "Contact", CONTACT_SHAPE);
payload!(OtherContact, "Contact", Shape::of(Kind::Object(&OTHER)));

/// A user's own type.
struct Theirs;

impl JsonSchema for Theirs {
    fn schema_name() -> Cow<'static, str> {
        "Contact".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "theirs::Contact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        carnet_core::schemars::json_schema!({"type": "boolean"})
    }
}

/// A user's type with members of all these types, in some order.
fn composed(order: [usize; 4]) -> serde_json::Value {
    let mut generator = SchemaGenerator::default();
    let mut properties = serde_json::Map::new();
    for i in order {
        let (name, schema) = match i {
            0 => ("order", generator.subschema_for::<Order>()),
            1 => ("contact", generator.subschema_for::<Contact>()),
            2 => ("other", generator.subschema_for::<OtherContact>()),
            _ => ("theirs", generator.subschema_for::<Theirs>()),
        };
        properties.insert(name.to_owned(), schema.to_value());
    }
    json!({"properties": properties, "$defs": generator.take_definitions(true)})
}

#[test]
fn one_definition_for_one_type_and_two_for_two() {
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
        let schema = composed(order);
        let names: Vec<_> = schema["$defs"].as_object().unwrap().keys().collect();
        assert_eq!(names.len(), 5, "{names:?}");
        let validator = validator(&schema);
        for (value, valid) in [
            (
                json!({"order": {"contact": {"name": "a", "email": "b"}}}),
                true,
            ),
            (json!({"order": {"contact": {"name": "a"}}}), false),
            (json!({"order": {"more": [null, {"type": "sales"}]}}), true),
            (json!({"order": {"more": [{"type": "Sales"}]}}), false),
            (json!({"contact": {"phone": ""}}), false),
            (json!({"other": {"phone": ""}}), true),
            (json!({"theirs": true}), true),
            (json!({"theirs": {}}), false),
        ] {
            assert_eq!(
                validator.is_valid(&value),
                valid,
                "{value} against {schema:#}"
            );
        }
    }
}

#[test]
fn settings_of_the_generator_are_respected() {
    let elsewhere = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into());
    let schema = elsewhere
        .into_generator()
        .into_root_schema_for::<Order>()
        .to_value();
    assert_eq!(
        schema["properties"]["more"]["items"]["anyOf"][0]["$ref"],
        "#/components/schemas/Contact"
    );
    assert!(
        schema["components"]["schemas"]["Contact"].is_object(),
        "{schema:#}"
    );
    let inline = SchemaSettings::draft2020_12()
        .with(|settings| settings.inline_subschemas = true)
        .into_generator()
        .into_root_schema_for::<Order>()
        .to_value();
    assert!(inline.get("$defs").is_none(), "{inline:#}");
    assert_eq!(
        inline["properties"]["contact"]["dependentRequired"]["name"],
        json!(["email"])
    );
}

#[test]
fn a_root_type_is_not_its_own_definition() {
    let schema = SchemaGenerator::default()
        .into_root_schema_for::<Order>()
        .to_value();
    let names: Vec<_> = schema["$defs"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["Contact", "Role"]);
    assert_eq!(schema["title"], "Order");
}

/// The derives' types: what schemars makes of one is what stands in the document.
#[test]
fn derived_types_compose() {
    use carnet_vendors::revnue::CreateCustomer;
    use carnet_vendors::revnue::create_customer::ContactPerson;

    /// A user's type.
    struct Lead;

    impl JsonSchema for Lead {
        fn schema_name() -> Cow<'static, str> {
            "Lead".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let customer = generator.subschema_for::<CreateCustomer>().to_value();
            let person = generator
                .subschema_for::<Option<ContactPerson>>()
                .to_value();
            carnet_core::schemars::json_schema!({
                "properties": {"customer": customer, "person": person}
            })
        }
    }

    let schema = SchemaGenerator::default()
        .into_root_schema_for::<Lead>()
        .to_value();
    let validator = validator(&schema);
    for (value, valid) in [
        (
            json!({"customer": {"company": 1, "name": "a"}, "person": null}),
            true,
        ),
        (json!({"customer": {"company": "1", "name": "a"}}), false),
        (json!({"person": {"name": "a", "email": "b"}}), true),
        (json!({"person": {"name": "a"}}), false),
    ] {
        assert_eq!(
            validator.is_valid(&value),
            valid,
            "{value} against {schema:#}"
        );
    }
}

#[test]
fn the_payload_types_of_the_core_compose() {
    use carnet_core::{Decimal, Member, Secret};

    let mut generator = SchemaGenerator::default();
    let decimal = generator.subschema_for::<Decimal>().to_value();
    assert_eq!(decimal, json!({"type": "number"}));
    let secret = generator.subschema_for::<Secret>().to_value();
    assert_eq!(secret, json!({"type": "string", "writeOnly": true}));
    let member = generator.subschema_for::<Member<Decimal>>().to_value();
    assert_eq!(member, json!({"type": ["number", "null"]}));
}

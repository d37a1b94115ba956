//! Contract shapes as JSON Schema 2020-12.
//!
//! A schema is the strict profile: it asserts a statement exactly if the strict level of its
//! ruling is [`Level::Error`]. What the strict profile merely warns of stands beside it as
//! `x-carnet-advice`, so that nothing is lost.
//!
//! [`of`] is what the derive's `schemars::JsonSchema` calls, so that a payload type composes with
//! types that derive schemars' trait. [`tree`] gives the same schema with its keys in a readable
//! order, for whole documents.
//!
//! Deliberately absent: whole documents with their `$id`, examples and replies.

mod annotation;
mod branch;
mod calendar;
mod check;
mod generator;
mod keywords;
mod members;
mod nested;
mod object;
mod parameter;
mod pattern;
mod payload;
mod reading;
mod tree;
mod value;

pub use keywords::Keywords;
pub use members::unsaid;
pub use parameter::is_bare;
pub use pattern::{key_pattern, prefix_pattern, word_pattern};
pub use tree::Tree;

use crate::contract::Carrier;
use crate::shape::{Kind, Shape};
use crate::{Discrepancy, Level, Ruling};
use schemars::{Schema, SchemaGenerator};
use value::Null;

/// The schema of a shape.
///
/// Named objects, enums and unions inside it become definitions of the generator; the shape's own
/// object stands in the result, because schemars itself makes the definition of a type.
///
/// # Example
/// ```
/// use carnet_core::shape::{Assertion, Check};
/// use carnet_core::{Kind, Ruling, Shape, json_schema};
///
/// let name = Shape {
///     checks: &[Check { assertion: Assertion::MaxLength(50), ruling: Ruling::ERROR }],
///     ..Shape::of(Kind::String)
/// };
/// let schema = json_schema::of(&name, &mut schemars::SchemaGenerator::default());
/// assert_eq!(schema.to_value().to_string(), r#"{"maxLength":50,"type":"string"}"#);
/// ```
#[must_use]
pub fn of(shape: &Shape, generator: &mut SchemaGenerator) -> Schema {
    let schema = tree(shape, &mut generator::Generated(generator)).to_value();
    Schema::try_from(schema).unwrap_or_default()
}

/// What tells a type from another one of the same name in a schemars generator: equal exactly if
/// the schemas are.
///
/// # Example
/// ```
/// use carnet_core::{Kind, Shape, json_schema};
///
/// let id = json_schema::id(&Shape::of(Kind::Boolean));
/// assert_ne!(id, json_schema::id(&Shape::of(Kind::String)));
/// ```
#[must_use]
pub fn id(shape: &Shape) -> String {
    struct Inline;

    impl Definitions for Inline {
        fn place(&mut self, _name: &str, _shape: &Shape, schema: Tree) -> Tree {
            schema
        }
    }

    format!("carnet:{}", tree(shape, &mut Inline).to_text())
}

/// The schema of a shape, its keys in reading order and its properties in the contract's.
#[must_use]
pub fn tree(shape: &Shape, definitions: &mut dyn Definitions) -> Tree {
    let mut keywords = value::own(shape, Null::Unruled, definitions);
    let mut notes = annotation::Notes::default();
    notes.shape(shape);
    notes.write(&mut keywords, definitions);
    if shape.sensitive {
        keywords.set("writeOnly", true);
    }
    keywords.into_tree()
}

/// The schema of a request whose members travel as parameters: of an object whose members are the
/// decoded texts.
///
/// JSON inside a parameter has its schema as `contentSchema`, which JSON Schema leaves to its
/// readers to apply.
///
/// # Example
/// ```
/// # extern crate carnet_core as carnet;
/// use carnet::Payload;
/// use carnet::json_schema::{self, Definitions, Tree};
///
/// # struct Nowhere;
/// # impl Definitions for Nowhere {
/// #     fn place(&mut self, _: &str, _: &carnet::Shape, schema: Tree) -> Tree { schema }
/// # }
/// /// What to look for.
/// #[derive(Payload)]
/// struct Search {
///     ids: Vec<i64>,
///     exact: Option<bool>,
/// }
///
/// let schema = json_schema::parameters(&Search::SHAPE, &mut Nowhere).to_value();
/// let ids = &schema["properties"]["ids"];
/// assert_eq!(ids["type"], "string");
/// assert_eq!(ids["contentSchema"]["items"]["type"], "integer");
/// assert_eq!(schema["properties"]["exact"]["enum"], serde_json::json!(["true", "false"]));
/// ```
#[must_use]
pub fn parameters(shape: &Shape, definitions: &mut dyn Definitions) -> Tree {
    match shape.object() {
        Some(object) => object::keywords(object, Carrier::Parameters, definitions).into_tree(),
        None => tree(shape, definitions),
    }
}

/// Where the schemas of named types go.
///
/// # Example
/// ```
/// use carnet_core::json_schema::{self, Definitions, Tree};
/// use carnet_core::{Kind, Ruling, Shape, shape::Enum, shape::Items};
///
/// struct Names(Vec<String>);
///
/// impl Definitions for Names {
///     fn place(&mut self, name: &str, _shape: &Shape, _schema: Tree) -> Tree {
///         self.0.push(name.to_owned());
///         Tree::object([("$ref", format!("#/$defs/{name}").into())])
///     }
/// }
///
/// const ROLES: Items = Items {
///     shape: Shape::of(Kind::Enum(&Enum {
///         name: "Role",
///         description: "",
///         values: &["sales"],
///         other_case: Ruling::ERROR,
///     })),
///     null: Some(Ruling::ERROR),
/// };
/// let mut names = Names(Vec::new());
/// let schema = json_schema::tree(&Shape::of(Kind::Array(&ROLES)), &mut names);
/// assert_eq!(names.0, ["Role"]);
/// assert_eq!(
///     schema.to_value().to_string(),
///     r##"{"items":{"$ref":"#/$defs/Role"},"type":"array"}"##,
/// );
/// ```
pub trait Definitions {
    /// Takes the schema of a named type, and gives what stands in its place: mostly a `$ref`.
    ///
    /// `shape` is the type's own shape, without what its places demand.
    fn place(&mut self, name: &str, shape: &Shape, schema: Tree) -> Tree;

    /// The page that a source without a URL is on; sources on it are written without one.
    fn page(&self) -> &'static str {
        ""
    }

    /// Learns of a discrepancy that the schema names.
    fn cite(&mut self, _discrepancy: &'static Discrepancy) {}
}

/// Whether a schema asserts what the ruling is about.
pub(crate) const fn asserts(ruling: &Ruling) -> bool {
    matches!(ruling.levels.strict, Level::Error)
}

/// The JSON types of a kind, in JSON Schema's words; none for a kind that has all of them.
///
/// # Example
/// ```
/// use carnet_core::{Kind, json_schema};
///
/// assert_eq!(json_schema::types(&Kind::Integer), ["integer"]);
/// ```
#[must_use]
pub fn types(kind: &Kind) -> Vec<&'static str> {
    match kind {
        Kind::Any => Vec::new(),
        Kind::Boolean => vec!["boolean"],
        Kind::Integer => vec!["integer"],
        Kind::Number => vec!["number"],
        Kind::String | Kind::Enum(_) => vec!["string"],
        Kind::Array(_) => vec!["array"],
        Kind::Object(_) | Kind::Map(_) => vec!["object"],
        Kind::Union(union) => {
            let mut all = Vec::new();
            for variant in union.variants {
                let names = types(&variant.shape.kind);
                if names.is_empty() {
                    return names;
                }
                for name in names {
                    // As far as a union is asked, an integer is a number: its variants tell.
                    let name = if name == "integer" { "number" } else { name };
                    if !all.contains(&name) {
                        all.push(name);
                    }
                }
            }
            all
        }
    }
}

//! What is said of an error: the rule, the bytes, the words.

use crate::branch;
use crate::place::{self, Spot};
use carnet_core::{Place, RuleId};
use carnet_validate::suggest::closest;
use carnet_validate::tree::{Node, NodeKind};
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value;
use std::ops::Range;

/// Characters of a value that a message quotes.
const QUOTED: usize = 40;

/// A finding whose bytes are not positions yet.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) rule: RuleId,
    pub(crate) at: Place,
    pub(crate) bytes: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

/// Everything that is said of these errors.
pub(crate) fn drafts(
    errors: &[ValidationError<'_>],
    root: &Node<'_>,
    schema: &Value,
) -> Vec<Draft> {
    let teller = Teller { root, schema };
    errors.iter().flat_map(|error| teller.tell(error)).collect()
}

struct Teller<'n> {
    root: &'n Node<'n>,
    schema: &'n Value,
}

/// Words on one error: the rule, the message, what to type.
type Words = (RuleId, String, Option<String>);

impl Teller<'_> {
    fn tell(&self, error: &ValidationError<'_>) -> Vec<Draft> {
        let pointer = error.instance_path().as_str();
        let spot = place::find(self.root, pointer);
        let at = Place::body(pointer);
        match error.kind() {
            Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
                self.alternatives(context, error, &spot)
            }
            Kind::AdditionalProperties { unexpected }
            | Kind::UnevaluatedProperties { unexpected } => {
                let keys = unexpected.iter();
                keys.map(|key| self.unknown(key, error, &spot)).collect()
            }
            Kind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                let path = error.schema_path().as_str();
                let is_dependent =
                    path.contains("/dependentRequired") || path.contains("/dependencies");
                let rule = if is_dependent {
                    RuleId::RequiredWith
                } else {
                    RuleId::Required
                };
                vec![Draft {
                    rule,
                    at: at.member(name),
                    bytes: spot.opening(),
                    message: format!("`{name}` is missing"),
                    help: Some(format!("add \"{name}\"")),
                }]
            }
            Kind::PropertyNames { error: inner } => {
                let name = inner.instance().as_str().unwrap_or_default().to_owned();
                let (_, message, help) = words(inner, spot.node);
                vec![Draft {
                    rule: RuleId::Schema,
                    at: at.member(&name),
                    bytes: spot.key(&name),
                    message: format!("the key is not allowed: {message}"),
                    help,
                }]
            }
            _ => {
                let (rule, message, help) = words(error, spot.node);
                vec![Draft {
                    rule,
                    at,
                    bytes: spot.node.span.clone(),
                    message,
                    help,
                }]
            }
        }
    }

    /// Of several alternatives the one that was meant is told.
    fn alternatives(
        &self,
        context: &[Vec<ValidationError<'static>>],
        error: &ValidationError<'_>,
        spot: &Spot<'_, '_>,
    ) -> Vec<Draft> {
        let count = context.len();
        if let Some(index) = branch::meant(error.instance_path().as_str(), context) {
            let told = context[index].iter().flat_map(|inner| self.tell(inner));
            let told = told.map(|draft| Draft {
                message: format!("{} (1 of {count} alternatives)", draft.message),
                ..draft
            });
            return told.collect();
        }
        let types = context
            .iter()
            .flatten()
            .filter_map(|inner| match inner.kind() {
                Kind::Type { kind } => Some(types(kind)),
                _ => None,
            });
        let mut names: Vec<&str> = Vec::new();
        for name in types.flatten() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let found = spot.node.describe();
        let (rule, message) = if names.is_empty() {
            let message = format!("the value fits none of {count} alternatives");
            (RuleId::Schema, message)
        } else {
            (
                RuleId::Type,
                format!("expected {}, found {found}", names.join(" or ")),
            )
        };
        vec![Draft {
            rule,
            at: Place::body(error.instance_path().as_str()),
            bytes: spot.node.span.clone(),
            message,
            help: None,
        }]
    }

    fn unknown(&self, key: &str, error: &ValidationError<'_>, spot: &Spot<'_, '_>) -> Draft {
        let path = error.schema_path().as_str();
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        let known = self.schema.pointer(&format!("{parent}/properties"));
        let known = known.and_then(Value::as_object);
        let free = known.into_iter().flatten().map(|(name, _)| name.as_str());
        let free = free.filter(|name| spot.node.get(name).is_none());
        let help = match closest(key, free) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "remove it".to_owned(),
        };
        Draft {
            rule: RuleId::UnknownKey,
            at: Place::body(error.instance_path().as_str()).member(key),
            bytes: spot.key(key),
            message: format!("the key `{key}` is not in the schema"),
            help: Some(help),
        }
    }
}

/// What is said of an error about one value.
fn words(error: &ValidationError<'_>, node: &Node<'_>) -> Words {
    let this = quoted(error.instance());
    match error.kind() {
        Kind::Type { kind } => {
            let expected = types(kind).join(" or ");
            let message = format!("expected {expected}, found {}", node.describe());
            (RuleId::Type, message, remedy(kind, node))
        }
        Kind::Enum { options } => {
            let values = options.as_array().map(Vec::as_slice).unwrap_or_default();
            let message = format!("{this} is not one of the listed values");
            (
                RuleId::Enum,
                message,
                Some(choice(error.instance(), values)),
            )
        }
        Kind::Constant { expected_value } => {
            let only = quoted(expected_value);
            let help = Some(format!("write {only}"));
            (RuleId::Const, format!("{this} is not {only}"), help)
        }
        Kind::Format { format } => (
            RuleId::Format,
            format!("{this} has not the format `{format}`"),
            None,
        ),
        Kind::Pattern { pattern } => (
            RuleId::Schema,
            format!("{this} does not match the pattern `{pattern}`"),
            None,
        ),
        _ => sizes(error, &this).unwrap_or_else(|| other(error)),
    }
}

/// Bounds on numbers, lengths, and how many.
fn sizes(error: &ValidationError<'_>, this: &str) -> Option<Words> {
    let value = error.instance();
    let few = |rule, what: &str, least: &u64| {
        let message = format!("{what}, at least {least} are needed");
        (rule, message, None)
    };
    let many = |rule, what: &str, most: &u64| {
        let message = format!("{what}, at most {most} are allowed");
        (rule, message, None)
    };
    let length = value.as_str().map_or(0, |text| text.chars().count());
    let text = format!("the text has {length} characters");
    let array = value.as_array().map_or(0, Vec::len);
    let array = format!("the array has {array} items");
    let object = value.as_object().map_or(0, serde_json::Map::len);
    let object = format!("the object has {object} members");
    Some(match error.kind() {
        Kind::MinLength { limit } => few(RuleId::MinLength, &text, limit),
        Kind::MaxLength { limit } => many(RuleId::MaxLength, &text, limit),
        Kind::MinItems { limit } => few(RuleId::MinItems, &array, limit),
        Kind::MaxItems { limit } => many(RuleId::MaxItems, &array, limit),
        Kind::MinProperties { limit } => few(RuleId::Schema, &object, limit),
        Kind::MaxProperties { limit } => many(RuleId::Schema, &object, limit),
        Kind::Minimum { limit } => (
            RuleId::Minimum,
            format!("{this} is less than {limit}"),
            Some(format!("write at least {limit}")),
        ),
        Kind::Maximum { limit } => (
            RuleId::Maximum,
            format!("{this} is more than {limit}"),
            Some(format!("write at most {limit}")),
        ),
        Kind::ExclusiveMinimum { limit } => (
            RuleId::Minimum,
            format!("{this} is not more than {limit}"),
            Some(format!("write more than {limit}")),
        ),
        Kind::ExclusiveMaximum { limit } => (
            RuleId::Maximum,
            format!("{this} is not less than {limit}"),
            Some(format!("write less than {limit}")),
        ),
        _ => return None,
    })
}

/// What no rule of its own is about: the keyword is named.
fn other(error: &ValidationError<'_>) -> Words {
    let message = match error.kind() {
        Kind::OneOfMultipleValid { context } => format!(
            "the value fits several of {} alternatives, and may fit only one",
            context.len()
        ),
        Kind::FalseSchema => "no value may stand here".to_owned(),
        Kind::Not { .. } => "the value fits what it must not fit (`not`)".to_owned(),
        kind => format!("{} (`{}`)", error.masked_with("the value"), kind.keyword()),
    };
    (RuleId::Schema, message, None)
}

fn types(kind: &TypeKind) -> Vec<&'static str> {
    let name = |one: JsonType| match one {
        JsonType::Array => "an array",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "an integer",
        JsonType::Null => "null",
        JsonType::Number => "a number",
        JsonType::Object => "an object",
        JsonType::String => "a string",
    };
    match kind {
        TypeKind::Single(one) => vec![name(*one)],
        TypeKind::Multiple(several) => several.into_iter().map(name).collect(),
    }
}

/// What to type where only the quotes are wrong.
fn remedy(kind: &TypeKind, node: &Node<'_>) -> Option<String> {
    let wants = types(kind);
    match &node.kind {
        NodeKind::String(text) => {
            let value = serde_json::from_str(text.trim()).ok()?;
            let fits = match value {
                Value::Bool(_) => wants.contains(&"a boolean"),
                Value::Number(number) => {
                    let is_integer = number.is_i64() || number.is_u64();
                    wants.contains(&"a number") || is_integer && wants.contains(&"an integer")
                }
                _ => false,
            };
            fits.then(|| format!("write {} without quotes", text.trim()))
        }
        NodeKind::Number(text) if wants.contains(&"a string") => {
            Some(format!("write \"{text}\" in quotes"))
        }
        _ => None,
    }
}

fn choice(value: &Value, options: &[Value]) -> String {
    let texts = options.iter().filter_map(Value::as_str);
    if let Some(near) = value.as_str().and_then(|text| closest(text, texts)) {
        return format!("did you mean `{near}`?");
    }
    let listed: Vec<_> = options.iter().take(8).map(quoted).collect();
    let rest = if options.len() > listed.len() {
        ", …"
    } else {
        ""
    };
    format!("write one of {}{rest}", listed.join(", "))
}

/// A value for a message, cut where it is long.
fn quoted(value: &Value) -> String {
    let text = match value {
        Value::Array(_) | Value::Object(_) => return "the value".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.chars().count() <= QUOTED {
        return format!("`{text}`");
    }
    let cut: String = text.chars().take(QUOTED - 1).collect();
    format!("`{cut}…`")
}

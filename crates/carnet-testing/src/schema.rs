//! The emitted schema as an engine: `jsonschema` over a body, or over decoded parameters.
//!
//! Parameters are decoded by `form_urlencoded`, not by the reader under test. What stands as JSON
//! inside one is an annotation to `jsonschema`: here it is parsed, and judged by that parameter's
//! `contentSchema`.

use carnet_core::Artifact;
use carnet_core::contract::Outcome;
use carnet_validate::Context;
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value};

/// What the schema says of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BySchema {
    /// It takes the text.
    Valid,
    /// It refuses the text, and the first reason: the place, and what is wrong there.
    Invalid(String),
    /// `serde_json` reads no value in it, and why.
    NotJson(String),
}

/// A document, or one kind of body of it, ready to judge.
///
/// # Example
/// ```
/// use carnet_core::Artifact;
/// use carnet_testing::schema::{BySchema, Schema};
/// use carnet_validate::Context;
///
/// let schema = Schema::new(&serde_json::json!({ "maxLength": 2 }));
/// let verdict = schema.judge(Artifact::RequestBody, br#""long""#, &Context::default());
/// assert!(matches!(verdict, BySchema::Invalid(_)), "{verdict:?}");
/// ```
#[derive(Debug)]
pub struct Schema {
    whole: Validator,
    /// The parameters that hold JSON.
    inside: Vec<(String, Validator)>,
}

impl Schema {
    /// Compiles a document.
    ///
    /// # Panics
    /// When it is no schema.
    #[must_use]
    pub fn new(document: &Value) -> Self {
        let properties = document.get("properties").and_then(Value::as_object);
        let inside = properties.into_iter().flatten().filter_map(|(name, it)| {
            let mut content = it.get("contentSchema")?.as_object()?.clone();
            if let Some(definitions) = document.get("$defs") {
                content.insert("$defs".to_owned(), definitions.clone());
            }
            Some((name.clone(), compile(&content.into())))
        });
        Self {
            inside: inside.collect(),
            whole: compile(document),
        }
    }

    /// Compiles what a document says of one kind of reply.
    ///
    /// # Panics
    /// When it is no schema, or has no definition of that kind.
    #[must_use]
    pub fn of_reply(document: &Value, outcome: Outcome) -> Self {
        Self::new(&part(document, outcome))
    }

    /// What the document says of a text.
    #[must_use]
    pub fn judge(&self, artifact: Artifact, text: &[u8], context: &Context) -> BySchema {
        let value = match instance(artifact, text, context) {
            Ok(value) => value,
            Err(error) => return BySchema::NotJson(error.to_string()),
        };
        let mut parts = Vec::new();
        for (name, validator) in &self.inside {
            let Some(text) = value.get(name).and_then(Value::as_str) else {
                continue;
            };
            match serde_json::from_str::<Value>(text) {
                Ok(inner) => parts.push((validator, inner)),
                Err(error) => return BySchema::NotJson(format!("{name}: {error}")),
            }
        }
        parts.push((&self.whole, value));
        let mut errors = parts.iter().filter_map(|(validator, value)| {
            let error = validator.validate(value).err()?;
            Some(format!("{}: {error}", error.instance_path()))
        });
        errors.next().map_or(BySchema::Valid, BySchema::Invalid)
    }

    /// Every error, by where it is and what refuses it. JSON inside a parameter that is none is an
    /// error as well.
    #[must_use]
    pub fn errors(&self, value: &Value) -> Vec<String> {
        let list = |validator: &Validator, value: &Value, name: &str| -> Vec<String> {
            validator
                .iter_errors(value)
                .map(|error| format!("{name}{} {}", error.instance_path(), error.schema_path()))
                .collect()
        };
        let mut errors = list(&self.whole, value, "");
        for (name, validator) in &self.inside {
            if let Some(text) = value.get(name).and_then(Value::as_str) {
                errors.extend(match serde_json::from_str(text) {
                    Ok(inner) => list(validator, &inner, name),
                    Err(_) => vec![format!("{name} is no JSON")],
                });
            }
        }
        errors
    }
}

/// What a schema judges of a text: the JSON, or the parameters as texts, those of the URL that a
/// form is sent to included.
///
/// # Errors
/// When a body is no JSON.
pub fn instance(artifact: Artifact, text: &[u8], context: &Context) -> serde_json::Result<Value> {
    let url = context.url.as_deref().unwrap_or_default().as_bytes();
    match artifact {
        Artifact::RequestBody | Artifact::ReplyBody => serde_json::from_slice(text),
        // Blanks around it are the file's.
        Artifact::RequestForm => Ok(parameters(&[query(url), text.trim_ascii()]).into()),
        Artifact::RequestUrl => Ok(parameters(&[query(text)]).into()),
    }
}

/// The query of a URL. A fragment never reaches the vendor.
fn query(url: &[u8]) -> &[u8] {
    let query = url.splitn(2, |byte| *byte == b'?').nth(1);
    let query = query.and_then(|query| query.split(|byte| *byte == b'#').next());
    query.unwrap_or_default().trim_ascii_end()
}

/// Of a parameter that is given twice, the last counts.
fn parameters(queries: &[&[u8]]) -> Map<String, Value> {
    let pairs = queries
        .iter()
        .flat_map(|query| form_urlencoded::parse(query));
    pairs
        .map(|(name, value)| (name.into_owned(), value.into_owned().into()))
        .collect()
}

fn compile(schema: &Value) -> Validator {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .should_ignore_unknown_formats(false)
        .offline()
        .build(schema)
        .unwrap_or_else(|error| panic!("{error} in {schema:#}"))
}

/// The document with one of its definitions as the whole statement.
fn part(whole: &Value, outcome: Outcome) -> Value {
    let mut part = whole.clone();
    if let Some(keywords) = part.as_object_mut() {
        for keyword in ["if", "then", "else"] {
            keywords.remove(keyword);
        }
        let reference = format!("#/$defs/{}", outcome.as_str());
        keywords.insert("$ref".into(), reference.into());
    }
    part
}

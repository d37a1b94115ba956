//! From the text of a schema to its validator.

use crate::place;
use carnet_core::Position;
use carnet_validate::lines;
use carnet_validate::tree::{self, Node, NodeKind};
use jsonschema::error::ValidationErrorKind;
use jsonschema::{Retrieve, Uri, ValidationError, Validator};
use serde_json::Value;
use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex};

/// Where the documents come from that a schema refers to.
pub trait Documents: Send + Sync {
    /// The text of the document at a URL.
    ///
    /// # Errors
    /// Why there is none, in words.
    fn read(&self, url: &str) -> Result<Vec<u8>, String>;
}

/// There are no other documents.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nothing;

impl Documents for Nothing {
    fn read(&self, _: &str) -> Result<Vec<u8>, String> {
        Err("other documents are not read".to_owned())
    }
}

/// Why a text is no schema. Displayed, it says what is wrong, without the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaError {
    /// Where the schema is wrong.
    pub position: Position,
    message: String,
}

impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for SchemaError {}

/// What could not be read last: the crate's own error forgets who refused it.
type Refused = Arc<Mutex<Option<(String, String)>>>;

struct Retriever<D> {
    documents: D,
    refused: Refused,
}

impl<D: Documents> Retrieve for Retriever<D> {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn Error + Send + Sync>> {
        let read = self.documents.read(uri.as_str()).and_then(|text| {
            let document = tree::parse(&text);
            let problem = document.problems.first().map(|it| it.message(&text));
            let value = document.root.as_ref().and_then(place::value);
            match (problem, value) {
                (None, Some(value)) => Ok(value),
                (problem, _) => Err(problem.unwrap_or_else(|| "it is empty".to_owned())),
            }
        });
        read.map_err(|message| {
            if let Ok(mut refused) = self.refused.lock() {
                *refused = Some((uri.as_str().to_owned(), message.clone()));
            }
            message.into()
        })
    }
}

/// Reads the text, and builds a validator.
pub(crate) fn compile(
    text: &[u8],
    base: Option<&str>,
    documents: impl Documents + 'static,
) -> Result<(Value, Validator), SchemaError> {
    let document = tree::parse(text);
    let wrong = |offset, message| SchemaError {
        position: lines::position(text, offset),
        message,
    };
    if let Some(problem) = document.problems.first() {
        return Err(wrong(problem.span.start, problem.message(text)));
    }
    let root = document.root.as_ref();
    let Some((root, value)) = root.and_then(|root| Some((root, place::value(root)?))) else {
        return Err(wrong(0, "the text is empty".to_owned()));
    };
    if !value.is_object() && !value.is_boolean() {
        let found = root.describe();
        let message = format!("a schema is an object or a boolean, found {found}");
        return Err(wrong(root.span.start, message));
    }
    let refused = Refused::default();
    let retriever = Retriever {
        documents,
        refused: Arc::clone(&refused),
    };
    let mut options = jsonschema::options()
        .should_validate_formats(true)
        .with_retriever(retriever);
    let id = value.get("$id").or_else(|| value.get("id"));
    let has_address = id
        .and_then(Value::as_str)
        .is_some_and(|id| id.contains(':'));
    if let Some(base) = base.filter(|_| !has_address) {
        options = options.with_base_uri(base);
    }
    let built = options.build(&value).map_err(|error| {
        let refused = refused.lock().ok().and_then(|mut refused| refused.take());
        let (offset, message) = failure(root, refused, &error);
        wrong(offset, message)
    });
    built.map(|validator| (value, validator))
}

/// Where and why a schema is none.
fn failure(
    root: &Node<'_>,
    refused: Option<(String, String)>,
    error: &ValidationError<'_>,
) -> (usize, String) {
    if let Some((url, why)) = refused {
        let message = format!("`{url}` is referred to and cannot be had: {why}");
        let offset = reference(root, &url).unwrap_or(root.span.start);
        return (offset, message);
    }
    let at = error.instance_path().as_str();
    let offset = place::find(root, at).node.span.start;
    let what = match (error.kind(), at) {
        (ValidationErrorKind::Referencing(error), _) => {
            return (offset, format!("a reference leads nowhere: {error}"));
        }
        (_, "") => "the schema",
        (_, at) => at,
    };
    let why = error.masked_with("the value");
    (
        offset,
        format!("{what} is not what a schema has there: {why}"),
    )
}

/// Where a reference stands that may lead to this address.
fn reference(node: &Node<'_>, url: &str) -> Option<usize> {
    match &node.kind {
        NodeKind::Array(items) => items.iter().find_map(|item| reference(item, url)),
        NodeKind::Object(members) => members.iter().find_map(|member| {
            let address = member.value.as_str().filter(|_| member.key == "$ref");
            let file = address.and_then(|text| text.split('#').next());
            let is_it = file.is_some_and(|file| {
                !file.is_empty() && url.ends_with(file.trim_start_matches("./"))
            });
            if is_it {
                Some(member.value.span.start)
            } else {
                reference(&member.value, url)
            }
        }),
        _ => None,
    }
}

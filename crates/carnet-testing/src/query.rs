//! Parameters as text: what payloads that are made travel as.
//!
//! Written with the `percent-encoding` crate from a tree of JSON, and not with the encoder of
//! `carnet-wire`, which writes typed values.

use crate::json_text::JsonText;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The members of an object as `name=value` pairs: texts bare, everything else as JSON.
///
/// # Example
/// ```
/// use carnet_testing::{JsonText, query};
///
/// let members = JsonText::parse(r#"{"name": "Ada L.", "tags": ["a", "b"]}"#);
/// assert_eq!(query::of(&members), "name=Ada%20L.&tags=%5B%22a%22%2C%22b%22%5D");
/// ```
///
/// # Panics
/// When it is no object.
#[must_use]
pub fn of(parameters: &JsonText) -> String {
    let JsonText::Object(members) = parameters else {
        panic!("{parameters} is no object of parameters");
    };
    let pairs = members.iter().map(|(name, value)| {
        let name = JsonText::Scalar(name.clone());
        format!("{}={}", encoded(&bare(&name)), encoded(&bare(value)))
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// A value as a parameter has it: what stands in quotes without them.
fn bare(value: &JsonText) -> String {
    match value {
        JsonText::Scalar(text) if text.starts_with('"') => {
            serde_json::from_str(text).unwrap_or_else(|_| text.clone())
        }
        _ => value.to_string(),
    }
}

/// A text, percent-encoded.
#[must_use]
pub fn encoded(text: &str) -> String {
    percent_encode(text.as_bytes(), RESERVED).to_string()
}

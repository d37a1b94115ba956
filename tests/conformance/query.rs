//! Parameters as text: what cases and generated payloads travel as.
//!
//! Written with the `percent-encoding` crate from a tree of JSON, and not with the encoder under
//! test, which writes typed values.

use crate::case;
use crate::json_text::JsonText;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The members of an object as `name=value` pairs: texts bare, everything else as JSON.
pub(crate) fn of(parameters: &JsonText) -> String {
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
pub(crate) fn bare(value: &JsonText) -> String {
    match value {
        JsonText::Scalar(text) if text.starts_with('"') => {
            serde_json::from_str(text).unwrap_or_else(|_| text.clone())
        }
        _ => value.to_string(),
    }
}

/// A text, percent-encoded; `«0xFF»` stands for that byte.
pub(crate) fn encoded(text: &str) -> String {
    percent_encode(&case::bytes(text), RESERVED).to_string()
}

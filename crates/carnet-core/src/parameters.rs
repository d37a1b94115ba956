//! Writing parameters: the query of a URL, or a form body.

use crate::json::Sink;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

/// What is encoded: everything but RFC 3986's unreserved characters (section 2.3).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A text percent-encoded as [`ParameterWriter`] does it.
///
/// # Example
/// ```
/// assert_eq!(carnet_core::parameters::encoded("Ada & Bob"), "Ada%20%26%20Bob");
/// ```
#[must_use]
pub fn encoded(text: &str) -> String {
    percent_encode(text.as_bytes(), ENCODED).to_string()
}

/// Writes `name=value` pairs parted by `&`, percent-encoded as RFC 3986 has it: a blank is `%20`,
/// unreserved characters stand as they are. Both a query and a form body can be read that way.
///
/// # Example
/// ```
/// use carnet_core::json::Sink;
/// use carnet_core::parameters::ParameterWriter;
///
/// let mut query = Vec::new();
/// let mut parameters = ParameterWriter::new(&mut query);
/// parameters.key("name").put(b"Ada & Bob");
/// parameters.key("ids").put(b"[1,2]");
/// assert_eq!(query, b"name=Ada%20%26%20Bob&ids=%5B1%2C2%5D");
/// ```
#[derive(Debug)]
pub struct ParameterWriter<'a, S> {
    sink: &'a mut S,
    first: bool,
}

impl<'a, S: Sink> ParameterWriter<'a, S> {
    /// A writer that appends to `sink`.
    pub fn new(sink: &'a mut S) -> Self {
        Self { sink, first: true }
    }

    /// Writes a name; the value must be written to what is returned.
    pub fn key(&mut self, name: &str) -> PercentEncoder<'_, S> {
        if !std::mem::take(&mut self.first) {
            self.sink.put(b"&");
        }
        let mut encoder = PercentEncoder { sink: self.sink };
        encoder.put(name.as_bytes());
        encoder.sink.put(b"=");
        encoder
    }
}

/// A sink that percent-encodes what is put into it, on the way.
#[derive(Debug)]
pub struct PercentEncoder<'a, S> {
    sink: &'a mut S,
}

impl<S: Sink> Sink for PercentEncoder<'_, S> {
    fn put(&mut self, bytes: &[u8]) {
        for run in percent_encode(bytes, ENCODED) {
            self.sink.put(run.as_bytes());
        }
    }
}

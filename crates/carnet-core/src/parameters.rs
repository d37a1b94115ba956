//! Writing parameters: the query of a URL, or a form body.

use crate::json::escape::{UNICODE, escape, needs_escape};
use crate::json::{Event, Key, Sink, Token};

/// How a byte stands in a parameter that is a part of a JSON string.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// As it is: RFC 3986's unreserved characters (section 2.3).
    Plain,
    /// Percent-encoded.
    Encoded,
    /// As an escape, percent-encoded.
    Escaped,
}

const STANDING: [Standing; 256] = {
    let mut table = [Standing::Encoded; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "it is below 256")]
        let b = byte as u8;
        if is_unreserved(b) {
            table[byte] = Standing::Plain;
        } else if needs_escape(b) {
            table[byte] = Standing::Escaped;
        }
        byte += 1;
    }
    table
};

const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Whether a text has [unreserved](Sink::put_unreserved) characters only.
pub(crate) const fn unreserved(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if !is_unreserved(bytes[i]) {
            return false;
        }
        i += 1;
    }
    true
}

/// Every byte percent-encoded.
const ENCODED: [[u8; 3]; 256] = {
    let digits = b"0123456789ABCDEF";
    let mut table = [*b"%00"; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = [b'%', digits[byte >> 4], digits[byte & 15]];
        byte += 1;
    }
    table
};

/// A text percent-encoded as [`ParameterWriter`] does it.
///
/// # Example
/// ```
/// assert_eq!(carnet_core::parameters::encoded("Ada & Bob"), "Ada%20%26%20Bob");
/// ```
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut encoded = Vec::with_capacity(text.len());
    PercentEncoder { sink: &mut encoded }.put(text.as_bytes());
    // All of it is ASCII.
    String::from_utf8(encoded).unwrap_or_default()
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
        self.sink.note(Event::Parameter(name));
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

impl<S: Sink> PercentEncoder<'_, S> {
    /// Appends bytes up to the first one that does not stand as it is, and returns those from there.
    #[inline]
    fn plain<'b>(&mut self, bytes: &'b [u8]) -> &'b [u8] {
        let stands = |byte: &u8| STANDING[usize::from(*byte)] == Standing::Plain;
        let end = bytes.iter().position(|byte| !stands(byte));
        let (plain, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
        self.sink.put(plain);
        rest
    }
}

impl<S: Sink> Sink for PercentEncoder<'_, S> {
    fn put(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((&byte, behind)) = self.plain(rest).split_first() {
            self.sink.put(&ENCODED[usize::from(byte)]);
            rest = behind;
        }
    }

    #[inline]
    fn put_token(&mut self, token: Token) {
        self.sink.put(token.encoded.as_bytes());
    }

    fn put_key(&mut self, key: &Key, is_first: bool) {
        if !is_first {
            self.put_token(Token::COMMA);
        }
        if key.is_simple() {
            self.put_token(Token::QUOTE);
            self.sink.put_unreserved(key.name().as_bytes());
            self.put_token(Token::QUOTE);
        } else {
            self.put_string(key.name());
        }
        self.put_token(Token::COLON);
    }

    fn put_unreserved(&mut self, bytes: &[u8]) {
        self.sink.put_unreserved(bytes);
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "who notes something knows what it is, so that no choice is left"
    )]
    fn note(&mut self, event: Event<'_>) {
        self.sink.note(event);
    }

    fn put_string(&mut self, text: &str) {
        self.put_token(Token::QUOTE);
        let mut rest = text.as_bytes();
        while let Some((&byte, behind)) = self.plain(rest).split_first() {
            if STANDING[usize::from(byte)] == Standing::Escaped {
                self.put(escape(byte, &mut { UNICODE }));
            } else {
                self.sink.put(&ENCODED[usize::from(byte)]);
            }
            rest = behind;
        }
        self.put_token(Token::QUOTE);
    }
}

#[cfg(test)]
mod tests {
    use super::{ParameterWriter, encoded};
    use crate::json::Writer;
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~');

    /// As the library writes a text.
    fn expected(text: &[u8]) -> String {
        percent_encode(text, ENCODED).to_string()
    }

    #[test]
    fn any_text_is_encoded_as_the_library_does_it() {
        let mut rng = fastrand::Rng::with_seed(7);
        for _ in 0..20_000 {
            let length = rng.usize(..40);
            let any = rng.bool();
            let text: String = (0..length)
                .map(|_| {
                    if any {
                        rng.char(..)
                    } else {
                        char::from(rng.u8(..128))
                    }
                })
                .collect();
            assert_eq!(encoded(&text), expected(text.as_bytes()));

            // A string within JSON, and a bare one.
            let (json, mut query) = (serde_json::to_vec(&[&text]).unwrap(), Vec::new());
            let mut parameters = ParameterWriter::new(&mut query);
            Writer::bare(&mut parameters.key(&text)).array([&text], |item, out| out.string(item));
            Writer::bare(&mut parameters.key("b")).string(&text);
            let (bare, json) = (expected(text.as_bytes()), expected(&json));
            assert_eq!(query, format!("{bare}={json}&b={bare}").as_bytes());
        }
    }
}

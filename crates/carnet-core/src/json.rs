//! Writing JSON text.

pub mod block;
pub(crate) mod escape;
mod key;
mod token;
mod watcher;

pub use key::Key;
pub use token::Token;
pub use watcher::Watcher;

use crate::parameters;
use std::fmt::{self, Write as _};

/// What bytes are written into.
///
/// Only [`put`](Self::put) has to be there. The others say more about what is put, for those that
/// can make something of it. What that means a sink is told as a [`Watcher`], and need not listen.
///
/// # Example
/// ```
/// use carnet_core::json::{Sink, Watcher, Writer};
///
/// /// Counts what is written.
/// struct Count(usize);
///
/// impl Watcher for Count {
///     type Place = ();
///     type Members = ();
///     type Items = ();
/// }
///
/// impl Sink for Count {
///     fn put(&mut self, bytes: &[u8]) {
///         self.0 += bytes.len();
///     }
/// }
///
/// let mut count = Count(0);
/// Writer::new(&mut count).object(|members| members.key("id").raw("7"));
/// assert_eq!(count.0, r#"{"id":7}"#.len());
/// ```
pub trait Sink: Watcher {
    /// Appends bytes.
    fn put(&mut self, bytes: &[u8]);

    /// Appends JSON that is known beforehand.
    fn put_token(&mut self, token: Token) {
        self.put(token.json.as_bytes());
    }

    /// Appends the quoted name of a member and a colon, behind a comma unless the member is the
    /// first of its object.
    fn put_key(&mut self, key: &Key, is_first: bool) {
        key.put(is_first, self);
    }

    /// Appends a [key](Self::put_key) percent-encoded, as a parameter has it.
    fn put_encoded_key(&mut self, key: &Key, is_first: bool) {
        let mut encoded = Vec::new();
        encoded.put_encoded_key(key, is_first);
        self.put(&encoded);
    }

    /// Appends a [string](Self::put_string) percent-encoded, as a parameter has it.
    fn put_encoded_string(&mut self, text: &str) {
        let mut encoded = Vec::new();
        encoded.put_encoded_string(text);
        self.put(&encoded);
    }

    /// Appends bytes that are the same wherever they stand: RFC 3986's unreserved characters
    /// (section 2.3), letters, digits and `-._~`.
    fn put_unreserved(&mut self, bytes: &[u8]) {
        self.put(bytes);
    }

    /// Appends a text as a JSON string: quoted, escaped where RFC 8259 section 7 demands it and
    /// nowhere else.
    fn put_string(&mut self, text: &str) {
        let mut quoted = Vec::new();
        escape::append(text, &mut quoted);
        self.put(&quoted);
    }
}

impl Watcher for Vec<u8> {
    type Place = ();
    type Members = ();
    type Items = ();
}

impl Sink for Vec<u8> {
    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    #[inline]
    fn put_token(&mut self, token: Token) {
        self.extend_from_slice(token.json.as_bytes());
    }

    #[inline]
    fn put_key(&mut self, key: &Key, is_first: bool) {
        key.append(is_first, self);
    }

    /// Few numbers are longer than a word.
    #[inline]
    fn put_unreserved(&mut self, bytes: &[u8]) {
        if bytes.len() > escape::WORD {
            return self.extend_from_slice(bytes);
        }
        let end = self.len() + bytes.len();
        self.extend_from_slice(&escape::word(bytes).to_le_bytes());
        self.truncate(end);
    }

    fn put_string(&mut self, text: &str) {
        escape::append(text, self);
    }

    #[inline]
    fn put_encoded_key(&mut self, key: &Key, is_first: bool) {
        key.append_encoded(is_first, self);
    }

    fn put_encoded_string(&mut self, text: &str) {
        parameters::append_string(text, self);
    }
}

/// Writes JSON without white space, members in the order they are given.
#[derive(Debug)]
pub struct Writer<'a, S: Sink> {
    sink: &'a mut S,
    /// Whether a text stands without quotes and escapes.
    bare: bool,
    /// Where the value stands.
    place: S::Place,
}

impl<'a, S: Sink> Writer<'a, S> {
    /// A writer that appends to `sink`.
    pub fn new(sink: &'a mut S) -> Self {
        let place = sink.root();
        Self::at(place, sink)
    }

    /// A writer of a value that stands at a place.
    #[inline]
    fn at(place: S::Place, sink: &'a mut S) -> Self {
        Self {
            sink,
            bare: false,
            place,
        }
    }

    /// A writer of a value as a parameter has it: a text bare, everything else as JSON.
    ///
    /// # Example
    /// ```
    /// use carnet_core::json::Writer;
    ///
    /// let mut parameter = Vec::new();
    /// Writer::bare(&mut parameter).string("a \"b\"");
    /// assert_eq!(parameter, b"a \"b\"");
    /// ```
    pub fn bare(sink: &'a mut S) -> Self {
        Self {
            bare: true,
            ..Self::new(sink)
        }
    }

    /// The same writer once more.
    pub(crate) fn again(&mut self) -> Writer<'_, S> {
        Writer {
            sink: &mut *self.sink,
            bare: self.bare,
            place: self.place,
        }
    }

    /// Writes text that is JSON already.
    pub fn raw(&mut self, json: &str) {
        self.sink.json(self.place, json);
        self.sink.put(json.as_bytes());
    }

    /// Writes what a value displays, which must be JSON.
    pub fn display(&mut self, value: impl fmt::Display) {
        self.sink.unknown(self.place);
        // A sink takes everything; only a `Display` that fails by itself could end this early.
        let _ = write!(Text(self.sink), "{value}");
    }

    /// Writes `null`.
    #[inline]
    pub fn null(&mut self) {
        self.sink.null(self.place);
        self.sink.put_token(Token::NULL);
    }

    /// Writes `true` or `false`.
    #[inline]
    pub fn boolean(&mut self, value: bool) {
        self.sink.boolean(self.place, value);
        self.sink
            .put_token(if value { Token::TRUE } else { Token::FALSE });
    }

    /// Writes a string.
    #[expect(clippy::inline_always, reason = "most of what is written")]
    #[inline(always)]
    pub fn string(&mut self, text: &str) {
        self.sink.text(self.place, text);
        if self.bare {
            return self.sink.put(text.as_bytes());
        }
        self.sink.put_string(text);
    }

    /// Writes a number of digits, with or without a minus.
    pub(crate) fn integer<T: itoa::Integer + TryInto<i64>>(&mut self, value: T) {
        let mut digits = itoa::Buffer::new();
        let digits = digits.format(value);
        self.sink.integer(self.place, value.try_into().ok(), digits);
        self.sink.put_unreserved(digits.as_bytes());
    }

    /// Writes an object with the members that `members` gives.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_, S>)) {
        let mut inner = ObjectWriter {
            sink: &mut *self.sink,
            first: true,
            known: S::Members::default(),
        };
        inner.sink.object(self.place, &mut inner.known);
        inner.sink.put_token(Token::OBJECT);
        members(&mut inner);
        inner.sink.object_end(&mut inner.known);
        self.sink.put_token(Token::OBJECT_END);
    }

    /// Writes an array, one item by each call of `write`.
    pub fn array<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(T, &mut Writer<'_, S>),
    ) {
        let mut known = self.sink.array(self.place);
        self.sink.put_token(Token::ARRAY);
        for (i, item) in items.into_iter().enumerate() {
            if i > 0 {
                self.sink.put_token(Token::COMMA);
            }
            let place = self.sink.item(&mut known);
            write(item, &mut Writer::at(place, &mut *self.sink));
        }
        self.sink.array_end(&mut known);
        self.sink.put_token(Token::ARRAY_END);
    }
}

/// A sink as the target of `write!`.
struct Text<'a, S>(&'a mut S);

impl<S: Sink> fmt::Write for Text<'_, S> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.put(text.as_bytes());
        Ok(())
    }
}

/// Writes the members of an object.
#[derive(Debug)]
pub struct ObjectWriter<'a, S: Sink> {
    sink: &'a mut S,
    first: bool,
    /// What is known of the object.
    known: S::Members,
}

impl<S: Sink> ObjectWriter<'_, S> {
    /// Writes a key; the value must be written to what is returned.
    pub fn key(&mut self, name: &str) -> Writer<'_, S> {
        let place = self.sink.member(&mut self.known, name);
        if !self.is_first() {
            self.sink.put_token(Token::COMMA);
        }
        self.sink.put_string(name);
        self.sink.put_token(Token::COLON);
        Writer::at(place, &mut *self.sink)
    }

    /// Writes a key that is prepared; the value must be written to what is returned.
    #[inline]
    pub fn known_key(&mut self, key: &Key) -> Writer<'_, S> {
        let place = self.sink.known_member(&mut self.known, key);
        let is_first = self.is_first();
        self.sink.put_key(key, is_first);
        Writer::at(place, &mut *self.sink)
    }

    /// Whether no member is written yet; now there is one.
    #[inline]
    fn is_first(&mut self) -> bool {
        std::mem::take(&mut self.first)
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;

    #[test]
    fn escapes_like_serde_json() {
        for code in 0..=0x2_ffff {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let text = format!("a{c}b");
            let mut ours = Vec::new();
            Writer::new(&mut ours).string(&text);
            assert_eq!(ours, serde_json::to_vec(&text).unwrap(), "U+{code:04X}");
        }
    }
}

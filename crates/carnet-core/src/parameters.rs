//! Writing parameters: the query of a URL, or a form body.

mod percent;

pub(crate) use percent::{append_string, unreserved};

use crate::json::{Key, Sink, Token, Watcher};
use percent::{ENCODED, are_plain, plain};

/// A text percent-encoded as [`ParameterWriter`] does it.
///
/// # Example
/// ```
/// assert_eq!(carnet_core::parameters::encoded("Ada & Bob"), "Ada%20%26%20Bob");
/// ```
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut encoded = Vec::with_capacity(text.len());
    PercentEncoder::of(&mut encoded).put(text.as_bytes());
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
pub struct ParameterWriter<'a, S: Sink> {
    sink: &'a mut S,
    first: bool,
    /// What is known of them.
    known: S::Members,
}

impl<'a, S: Sink> ParameterWriter<'a, S> {
    /// A writer that appends to `sink`.
    pub fn new(sink: &'a mut S) -> Self {
        let mut known = S::Members::default();
        sink.parameters(&mut known);
        Self {
            sink,
            first: true,
            known,
        }
    }

    /// Writes a name; the value must be written to what is returned.
    pub fn key(&mut self, name: &str) -> PercentEncoder<'_, S> {
        let place = self.sink.member(&mut self.known, name);
        if !std::mem::take(&mut self.first) {
            self.sink.put(b"&");
        }
        let mut encoder = PercentEncoder {
            sink: &mut *self.sink,
            place,
        };
        encoder.put(name.as_bytes());
        encoder.sink.put(b"=");
        encoder
    }

    /// Ends the parameters, for a sink that [watches](Watcher): to all others it is the same.
    pub fn end(mut self) {
        self.sink.parameters_end(&mut self.known);
    }
}

/// A sink that percent-encodes what is put into it, on the way.
#[derive(Debug)]
pub struct PercentEncoder<'a, S: Sink> {
    sink: &'a mut S,
    /// Where the value stands that is encoded.
    place: S::Place,
}

impl<'a> PercentEncoder<'a, Vec<u8>> {
    /// An encoder of anything.
    pub(crate) const fn of(text: &'a mut Vec<u8>) -> Self {
        Self {
            sink: text,
            place: (),
        }
    }
}

/// Who watches is told what is encoded, before it is.
impl<S: Sink> Watcher for PercentEncoder<'_, S> {
    type Place = S::Place;
    type Members = S::Members;
    type Items = S::Items;

    #[inline]
    fn root(&mut self) -> S::Place {
        self.place
    }

    #[inline]
    fn parameters(&mut self, members: &mut S::Members) {
        self.sink.parameters(members);
    }

    #[inline]
    fn parameters_end(&mut self, members: &mut S::Members) {
        self.sink.parameters_end(members);
    }

    #[inline]
    fn object(&mut self, place: S::Place, members: &mut S::Members) {
        self.sink.object(place, members);
    }

    #[inline]
    fn member(&mut self, members: &mut S::Members, name: &str) -> S::Place {
        self.sink.member(members, name)
    }

    #[inline]
    fn known_member(&mut self, members: &mut S::Members, key: &Key) -> S::Place {
        self.sink.known_member(members, key)
    }

    #[inline]
    fn object_end(&mut self, members: &mut S::Members) {
        self.sink.object_end(members);
    }

    #[inline]
    fn array(&mut self, place: S::Place) -> S::Items {
        self.sink.array(place)
    }

    #[inline]
    fn item(&mut self, items: &mut S::Items) -> S::Place {
        self.sink.item(items)
    }

    #[inline]
    fn array_end(&mut self, items: &mut S::Items) {
        self.sink.array_end(items);
    }

    #[inline]
    fn text(&mut self, place: S::Place, text: &str) {
        self.sink.text(place, text);
    }

    #[inline]
    fn integer(&mut self, place: S::Place, value: Option<i64>, digits: &str) {
        self.sink.integer(place, value, digits);
    }

    #[inline]
    fn boolean(&mut self, place: S::Place, value: bool) {
        self.sink.boolean(place, value);
    }

    #[inline]
    fn null(&mut self, place: S::Place) {
        self.sink.null(place);
    }

    #[inline]
    fn json(&mut self, place: S::Place, json: &str) {
        self.sink.json(place, json);
    }

    #[inline]
    fn unknown(&mut self, place: S::Place) {
        self.sink.unknown(place);
    }
}

impl<S: Sink> Sink for PercentEncoder<'_, S> {
    fn put(&mut self, bytes: &[u8]) {
        if are_plain(bytes) {
            return self.sink.put(bytes);
        }
        let mut rest = bytes;
        loop {
            let (plain, behind) = rest.split_at(plain(rest));
            self.sink.put(plain);
            let Some((&byte, behind)) = behind.split_first() else {
                return;
            };
            self.sink.put(&ENCODED[usize::from(byte)]);
            rest = behind;
        }
    }

    #[inline]
    fn put_token(&mut self, token: Token) {
        self.sink.put(token.encoded.as_bytes());
    }

    #[inline]
    fn put_key(&mut self, key: &Key, is_first: bool) {
        self.sink.put_encoded_key(key, is_first);
    }

    fn put_unreserved(&mut self, bytes: &[u8]) {
        self.sink.put_unreserved(bytes);
    }

    fn put_string(&mut self, text: &str) {
        self.sink.put_encoded_string(text);
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

    const UNRESERVED: &[u8; 66] =
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// As the library writes a text.
    fn expected(text: &[u8]) -> String {
        percent_encode(text, ENCODED).to_string()
    }

    #[test]
    fn any_text_is_encoded_as_the_library_does_it() {
        let mut rng = fastrand::Rng::with_seed(7);
        for _ in 0..20_000 {
            let length = rng.usize(..40);
            let kind = rng.u8(..4);
            let character = |_| match kind {
                0 => rng.char(..),
                1 => char::from(rng.u8(..128)),
                // Few others, and none.
                2 if rng.u8(..20) == 0 => char::from(rng.u8(..128)),
                _ => char::from(*rng.choice(UNRESERVED).unwrap()),
            };
            let text: String = (0..length).map(character).collect();
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

//! Writing parameters: the query of a URL, or a form body.

use crate::json::escape::{UNICODE, escape, needs_escape};
use crate::json::{Key, Sink, Token, Watcher};

const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

const IS_UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "it is below 256")]
        let unreserved = is_unreserved(byte as u8);
        table[byte] = unreserved;
        byte += 1;
    }
    table
};

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

/// How a byte is written that stands in a string within JSON that is percent-encoded, and last in how
/// many bytes: none where it takes an escape.
const WITHIN_JSON: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "it is below 256")]
        let it = byte as u8;
        if is_unreserved(it) {
            table[byte] = u32::from_le_bytes([it, 0, 0, 1]);
        } else if !needs_escape(it) {
            let [percent, high, low] = ENCODED[byte];
            table[byte] = u32::from_le_bytes([percent, high, low, 3]);
        }
        byte += 1;
    }
    table
};

/// So many bytes are encoded at once, and become less than `MOST`; the last is written as four.
const CHUNK: usize = 20;
const MOST: usize = 64;
const ROOM: usize = MOST + 4;
const _: () = assert!(3 * CHUNK < MOST);

/// Appends a text as a string within JSON that is percent-encoded.
pub(crate) fn append_string(text: &str, to: &mut Vec<u8>) {
    const QUOTE: &[u8; 3] = b"%22";
    let mut rest = text.as_bytes();
    // Room for all of it, so that what follows need not look for more.
    to.reserve(3 * rest.len() + ROOM + 2 * QUOTE.len());
    to.extend_from_slice(QUOTE);
    while !rest.is_empty() {
        let start = to.len();
        to.extend_from_slice(&[0; ROOM]);
        let chunk = &rest[..rest.len().min(CHUNK)];
        let (read, written) = encode(chunk, to.last_chunk_mut());
        to.truncate(start + written);
        rest = &rest[read..];
        if read < chunk.len()
            && let Some((&byte, behind)) = rest.split_first()
        {
            append_escape(byte, to);
            rest = behind;
        }
    }
    to.extend_from_slice(QUOTE);
}

/// Encodes a chunk, or what comes before an escape: how many bytes are read, and written.
///
/// How long runs are that stand as they are cannot be foreseen: every byte takes the same way.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "it is the loop of the only function that calls it"
)]
fn encode(chunk: &[u8], room: Option<&mut [u8; ROOM]>) -> (usize, usize) {
    let mut end = 0;
    let Some(room) = room else {
        return (0, end);
    };
    for (read, &byte) in chunk.iter().enumerate() {
        let written = WITHIN_JSON[usize::from(byte)];
        let length = (written >> 24) as usize;
        if length == 0 {
            return (read, end);
        }
        if let Some(place) = room[end % MOST..].first_chunk_mut() {
            *place = written.to_le_bytes();
        }
        end += length;
    }
    (chunk.len(), end)
}

#[cold]
fn append_escape(byte: u8, to: &mut Vec<u8>) {
    for byte in escape(byte, &mut { UNICODE }) {
        if is_unreserved(*byte) {
            to.push(*byte);
        } else {
            to.extend_from_slice(&ENCODED[usize::from(*byte)]);
        }
    }
}

/// How many bytes at the beginning stand as they are.
#[inline]
fn plain(bytes: &[u8]) -> usize {
    let end = bytes
        .iter()
        .position(|byte| !IS_UNRESERVED[usize::from(*byte)]);
    end.unwrap_or(bytes.len())
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

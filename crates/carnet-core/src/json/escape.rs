//! What stands in a string with an escape (RFC 8259, section 7), and what as it is.

use super::Sink;

/// Writes a text as it stands between quotes.
#[inline]
pub(super) fn write<S: Sink + ?Sized>(text: &str, sink: &mut S) {
    let bytes = text.as_bytes();
    if is_plain(bytes) {
        sink.put(bytes);
    } else {
        with_escapes(bytes, sink);
    }
}

/// Appends a text to another, quoted.
///
/// It is copied as it is looked at, by blocks of which the last two may overlap: how long it is cannot
/// be foreseen, so that there are few cases.
pub(super) fn append(text: &str, to: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    // Room for all of it, so that what follows need not look for more.
    to.reserve(bytes.len() + 2 + CHUNK);
    to.push(b'"');
    let start = to.len();
    let is_plain = match bytes.len() {
        CHUNK.. => append_blocks(bytes, is_plain_chunk, to),
        8.. => append_blocks(bytes, is_plain_word, to),
        _ => append_word(bytes, to),
    };
    if !is_plain {
        to.truncate(start);
        with_escapes(bytes, to);
    }
    to.push(b'"');
}

/// Appends bytes, of which there is a block at least; `false` where not all of them stand as they are.
#[inline(always)]
fn append_blocks<const N: usize>(
    bytes: &[u8],
    is_plain: impl Fn(&[u8; N]) -> bool,
    to: &mut Vec<u8>,
) -> bool {
    let (blocks, rest) = bytes.as_chunks();
    for block in blocks {
        to.extend_from_slice(block);
        if !is_plain(block) {
            return false;
        }
    }
    match bytes.last_chunk() {
        Some(last) if !rest.is_empty() => {
            to.truncate(to.len() + rest.len() - N);
            to.extend_from_slice(last);
            is_plain(last)
        }
        _ => true,
    }
}

/// Up to eight bytes as a word, the first being the lowest; behind them there is zero.
#[inline(always)]
pub(super) fn word(bytes: &[u8]) -> u64 {
    if let Some([first, last]) = ends(bytes) {
        let [first, last] = [first, last].map(|end| u64::from(u32::from_le_bytes(end)));
        first | last << (8 * (bytes.len() - 4))
    } else if let [first, .., last] = bytes {
        let middle = bytes.len() / 2;
        let at = |place: usize, byte: u8| u64::from(byte) << (8 * place);
        at(0, *first) | at(middle, bytes[middle]) | at(bytes.len() - 1, *last)
    } else {
        bytes.first().map_or(0, |byte| u64::from(*byte))
    }
}

/// Appends bytes, of which there are fewer than a word has.
#[inline(always)]
fn append_word(bytes: &[u8], to: &mut Vec<u8>) -> bool {
    let word = word(bytes);
    let end = to.len() + bytes.len();
    to.extend_from_slice(&word.to_le_bytes());
    to.truncate(end);
    // Behind the text there are zeros, which do not stand as they are.
    (marks(word).trailing_zeros() / 8) as usize >= bytes.len()
}

#[cold]
fn with_escapes<S: Sink + ?Sized>(mut rest: &[u8], sink: &mut S) {
    loop {
        let (plain, behind) = rest.split_at(plain(rest));
        sink.put(plain);
        let Some((&byte, behind)) = behind.split_first() else {
            return;
        };
        sink.put(escape(byte, &mut { UNICODE }));
        rest = behind;
    }
}

/// How many bytes at the beginning stand as they are.
fn plain(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks();
    let mut plain = 0;
    for word in words {
        let marks = marks(u64::from_le_bytes(*word));
        if marks != 0 {
            return plain + (marks.trailing_zeros() / 8) as usize;
        }
        plain += 8;
    }
    let end = rest.iter().position(|byte| needs_escape(*byte));
    plain + end.unwrap_or(rest.len())
}

/// The escape of a control character that has no short one, but for its last two digits.
pub(crate) const UNICODE: [u8; 6] = *b"\\u0000";

/// The escape of a byte that cannot stand as it is.
pub(crate) fn escape(byte: u8, unicode: &mut [u8; 6]) -> &[u8] {
    match byte {
        b'"' => b"\\\"",
        b'\\' => b"\\\\",
        0x08 => b"\\b",
        0x09 => b"\\t",
        0x0a => b"\\n",
        0x0c => b"\\f",
        0x0d => b"\\r",
        _ => {
            unicode[4] = b"0123456789abcdef"[usize::from(byte >> 4)];
            unicode[5] = b"0123456789abcdef"[usize::from(byte & 15)];
            unicode
        }
    }
}

/// Whether a byte cannot stand as it is.
pub(crate) const fn needs_escape(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..=0x1f)
}

/// Whether all of it stands as it is.
fn is_plain(bytes: &[u8]) -> bool {
    let (chunks, rest) = bytes.as_chunks();
    chunks.iter().all(is_plain_chunk) && !rest.iter().any(|byte| needs_escape(*byte))
}

/// The first bytes and the last, which may be the same.
fn ends<const N: usize>(bytes: &[u8]) -> Option<[[u8; N]; 2]> {
    Some([*bytes.first_chunk()?, *bytes.last_chunk()?])
}

/// As many bytes as a word has.
pub(super) const WORD: usize = 8;

/// So many bytes are looked at together.
const CHUNK: usize = 16;

/// Whether sixteen bytes stand as they are, in a form that becomes vector instructions.
fn is_plain_chunk(chunk: &[u8; CHUNK]) -> bool {
    let found = chunk.iter().fold(0, |found, &byte| {
        found | u8::from(byte < 0x20) | u8::from(byte == b'"') | u8::from(byte == b'\\')
    });
    found == 0
}

fn is_plain_word(word: &[u8; 8]) -> bool {
    marks(u64::from_le_bytes(*word)) == 0
}

/// Eight bytes that are one.
const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
/// The highest bit of eight bytes.
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// Marks the first of eight bytes that needs an escape. Marks above the first may be wrong.
const fn marks(word: u64) -> u64 {
    let quote = word ^ (ONES * b'"' as u64);
    let backslash = word ^ (ONES * b'\\' as u64);
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    (quote.wrapping_sub(ONES) & !quote | backslash.wrapping_sub(ONES) & !backslash | control) & HIGH
}

#[cfg(test)]
mod tests {
    use super::{append, is_plain, needs_escape, plain};

    #[test]
    fn every_byte_at_every_place_is_seen() {
        for length in 0..40 {
            for around in [b' ', b'a', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xff] {
                let mut text = vec![around; length];
                assert!(is_plain(&text));
                for place in 0..length {
                    for byte in 0..=u8::MAX {
                        text[place] = byte;
                        let found = is_plain(&text);
                        assert_eq!(found, !needs_escape(byte), "{byte} at {place} of {length}");
                        assert_eq!(plain(&text), if found { length } else { place });
                    }
                    text[place] = around;
                }
            }
        }
    }
    #[test]
    fn texts_of_every_length_are_written_as_serde_json_does_it() {
        for length in 0..40 {
            for place in 0..length {
                for byte in (0..0x80_u8).map(char::from) {
                    let mut text = "a".repeat(length);
                    text.replace_range(place..=place, byte.encode_utf8(&mut [0; 4]));
                    let mut written = b"before".to_vec();
                    append(&text, &mut written);
                    let expected = format!("before{}", serde_json::to_string(&text).unwrap());
                    assert_eq!(str::from_utf8(&written).unwrap(), expected);
                }
            }
        }
    }
}

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
/// Most are short: of these, two halves that overlap are sooner copied than so many bytes.
pub(super) fn append(text: &str, to: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    // Room for all of it, so that what follows need not look for more.
    to.reserve(bytes.len() + 2);
    to.push(b'"');
    match ends::<8>(bytes) {
        Some([first, last]) if bytes.len() <= 16 && is_plain_word(first) && is_plain_word(last) => {
            to.extend_from_slice(&first);
            to.truncate(to.len() + bytes.len() - 16);
            to.extend_from_slice(&last);
        }
        _ => write(text, to),
    }
    to.push(b'"');
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
    // What is looked at twice does no harm.
    match bytes.len() {
        16.. => {
            let (chunks, _) = bytes.as_chunks();
            let last = bytes.last_chunk();
            chunks.iter().chain(last).all(is_plain_chunk)
        }
        8.. => ends(bytes).is_some_and(|ends| ends.into_iter().all(is_plain_word)),
        4.. => ends(bytes).is_some_and(|[first, last]| {
            let [first, last] = [first, last].map(|end| u64::from(u32::from_le_bytes(end)));
            marks(first << 32 | last) == 0
        }),
        _ => !bytes.iter().any(|byte| needs_escape(*byte)),
    }
}

/// The first bytes and the last, which may be the same.
fn ends<const N: usize>(bytes: &[u8]) -> Option<[[u8; N]; 2]> {
    Some([*bytes.first_chunk()?, *bytes.last_chunk()?])
}

/// Whether sixteen bytes stand as they are, in a form that becomes vector instructions.
fn is_plain_chunk(chunk: &[u8; 16]) -> bool {
    let found = chunk.iter().fold(0, |found, &byte| {
        found | u8::from(byte < 0x20) | u8::from(byte == b'"') | u8::from(byte == b'\\')
    });
    found == 0
}

fn is_plain_word(word: [u8; 8]) -> bool {
    marks(u64::from_le_bytes(word)) == 0
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
    use super::{is_plain, needs_escape, plain};

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
}

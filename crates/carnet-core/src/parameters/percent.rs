//! Percent-encoding (RFC 3986, section 2.1).

use super::PercentEncoder;
use crate::json::Sink;
use crate::json::escape::{UNICODE, escape, needs_escape};

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
pub(super) const ENCODED: [[u8; 3]; 256] = {
    let digits = b"0123456789ABCDEF";
    let mut table = [*b"%00"; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = [b'%', digits[byte >> 4], digits[byte & 15]];
        byte += 1;
    }
    table
};

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

/// In how many bytes it is written.
const fn length(written: u32) -> usize {
    (written >> 24) as usize
}

/// So many bytes are encoded at once, and become less than `MOST`; the last is written as four.
const CHUNK: usize = 20;
const MOST: usize = 64;
const ROOM: usize = MOST + 4;
const _: () = assert!(3 * CHUNK < MOST);

/// Appends a text as a string within JSON that is percent-encoded.
pub(crate) fn append_string(text: &str, to: &mut Vec<u8>) {
    const QUOTE: &[u8; 3] = b"%22";
    let mut rest = text.as_bytes();
    // Records have many empty texts.
    if rest.is_empty() {
        return to.extend_from_slice(b"%22%22");
    }
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
            PercentEncoder::of(to).put(escape(byte, &mut { UNICODE }));
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
        let length = length(written);
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

/// How many bytes at the beginning stand as they are.
#[inline]
pub(super) fn plain(bytes: &[u8]) -> usize {
    let end = bytes
        .iter()
        .position(|byte| length(WITHIN_JSON[usize::from(*byte)]) != 1);
    end.unwrap_or(bytes.len())
}

//! Percent-encoding (RFC 3986, section 2.1).

use super::PercentEncoder;
use crate::json::Sink;
use crate::json::block::{BLOCK, Block, Vector, within};
use crate::json::escape::{UNICODE, WORD, escape, needs_escape, word};

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

/// What is said of a byte that takes an escape.
const ESCAPED: u32 = 1 << 31;

/// How a byte is written that stands in a string within JSON that is percent-encoded, and last in how
/// many bytes, or [`ESCAPED`].
const WITHIN_JSON: [u32; 256] = {
    let mut table = [ESCAPED; 256];
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

/// Whether bytes stand as they are, for certain.
#[inline]
pub(super) fn are_plain(bytes: &[u8]) -> bool {
    if let Some(last) = bytes.last_chunk() {
        // The last two blocks may overlap.
        let (blocks, _) = bytes.as_chunks();
        let mut blocks = blocks.iter().chain([last]);
        return blocks.all(|block| marks(*block) == 0);
    }
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => {
            let [first, last] = [first, last].map(|half| u128::from(u64::from_le_bytes(*half)));
            marks((first | last << 64).to_le_bytes()) == 0
        }
        _ => is_plain_word(word(bytes), bytes.len()),
    }
}

/// The same for so many bytes at the beginning of a word, behind which there is zero.
#[inline]
fn is_plain_word(word: u64, length: usize) -> bool {
    marks(u128::from(word).to_le_bytes()).trailing_zeros() as usize == length
}

/// Marks the bytes that do not stand as they are, and `~`, which is seldom.
#[inline]
fn marks(block: Block) -> u32 {
    let block = Vector::new(block);
    let is = |byte: u8| block.simd_eq(Vector::splat(byte));
    let letters = within(block | Vector::splat(b'a' - b'A'), b'a', b'z');
    // A slash is between these. What is marked has all bits.
    let digits = within(block, b'-', b'9') - is(b'/');
    !(letters | digits | is(b'_')).to_bitmask() & 0xFFFF
}

/// So many bytes are encoded at once, and become less than `MOST`; the last is written as four.
const CHUNK: usize = 20;
const MOST: usize = 64;
const ROOM: usize = MOST + 4;
const _: () = assert!(3 * CHUNK < MOST);

/// A quote, percent-encoded.
const QUOTE: &[u8; 3] = b"%22";
/// The same at the beginning of a block, and behind so many bytes of which it stands in front.
const QUOTES: [u128; WORD + 1] = {
    let mut blocks = [0; WORD + 1];
    let mut length = 0;
    while length < blocks.len() {
        let mut block = [0; BLOCK];
        let mut i = 0;
        while i < QUOTE.len() {
            block[i] = QUOTE[i];
            block[QUOTE.len() + length + i] = QUOTE[i];
            i += 1;
        }
        blocks[length] = u128::from_le_bytes(block);
        length += 1;
    }
    blocks
};

/// Appends a text as a string within JSON that is percent-encoded.
pub(crate) fn append_string(text: &str, to: &mut Vec<u8>) {
    let text = text.as_bytes();
    // Records have many empty texts, and more that are a short word, a number or a code.
    if text.is_empty() {
        return to.extend_from_slice(b"%22%22");
    }
    if let Some(quotes) = QUOTES.get(text.len()) {
        let word = word(text);
        if is_plain_word(word, text.len()) {
            let end = to.len() + text.len() + 2 * QUOTE.len();
            to.extend_from_slice(&(quotes | u128::from(word) << 24).to_le_bytes());
            return to.truncate(end);
        }
    }
    append_long(text, to);
}

/// The same for any text.
#[inline(never)]
fn append_long(text: &[u8], to: &mut Vec<u8>) {
    // Room for all of it, so that what follows need not look for more.
    to.reserve(3 * text.len() + ROOM + 2 * QUOTE.len());
    to.extend_from_slice(QUOTE);
    if text.len() > WORD && are_plain(text) {
        to.extend_from_slice(text);
        return to.extend_from_slice(QUOTE);
    }
    let mut rest = text;
    while !rest.is_empty() {
        let start = to.len();
        to.extend_from_slice(&[0; ROOM]);
        let (chunk, behind) = rest.split_at(rest.len().min(CHUNK));
        let written = encode(chunk, to.last_chunk_mut());
        to.truncate(start + written.unwrap_or(0));
        rest = match written {
            Some(_) => behind,
            None => append_escaped(rest, to),
        };
    }
    to.extend_from_slice(QUOTE);
}

/// Appends bytes up to the first that takes an escape, with that, and gives those behind it.
#[cold]
fn append_escaped<'t>(text: &'t [u8], to: &mut Vec<u8>) -> &'t [u8] {
    let end = text.iter().position(|byte| needs_escape(*byte));
    let (before, rest) = text.split_at(end.unwrap_or(text.len()));
    let mut to = PercentEncoder::of(to);
    to.put(before);
    match rest.split_first() {
        Some((&byte, behind)) => {
            to.put(escape(byte, &mut { UNICODE }));
            behind
        }
        None => rest,
    }
}

/// Encodes a chunk: how many bytes are written. `None` where one takes an escape.
///
/// How long runs are that stand as they are cannot be foreseen: every byte takes the same way.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "it is the loop of the only function that calls it"
)]
fn encode(chunk: &[u8], room: Option<&mut [u8; ROOM]>) -> Option<usize> {
    let room = room?;
    let (mut end, mut all) = (0, 0);
    let mut put = |byte: u8| {
        let written = WITHIN_JSON[usize::from(byte)];
        all |= written;
        if let Some(place) = room[end % MOST..].first_chunk_mut() {
            *place = written.to_le_bytes();
        }
        end += length(written);
    };
    let (fours, rest) = chunk.as_chunks::<4>();
    for four in fours {
        four.iter().copied().for_each(&mut put);
    }
    rest.iter().copied().for_each(&mut put);
    (all & ESCAPED == 0).then_some(end)
}

/// How many bytes at the beginning stand as they are.
#[inline]
pub(super) fn plain(bytes: &[u8]) -> usize {
    let end = bytes
        .iter()
        .position(|byte| length(WITHIN_JSON[usize::from(*byte)]) != 1);
    end.unwrap_or(bytes.len())
}

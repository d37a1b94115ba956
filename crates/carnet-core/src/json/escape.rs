//! What stands in a string with an escape (RFC 8259, section 7), and what as it is.

#![allow(
    clippy::inline_always,
    reason = "what is done for every few bytes is measured: a call costs more than the work"
)]

use super::block::{BLOCK, Block, ends};

/// As many bytes as a word has.
pub(crate) const WORD: usize = 8;

/// Appends a text to another, quoted.
pub(super) fn append(text: &str, to: &mut Vec<u8>) {
    let mut rest = text.as_bytes();
    // Room for all of it, so that what follows need not look for more.
    to.reserve(rest.len() + 2 + BLOCK);
    to.push(b'"');
    loop {
        let plain = append_plain(rest, to);
        let Some((&byte, behind)) = rest.get(plain..).and_then(<[u8]>::split_first) else {
            break;
        };
        to.extend_from_slice(escape(byte, &mut { UNICODE }));
        rest = behind;
    }
    to.push(b'"');
}

/// Appends what stands as it is at the beginning of some bytes, and gives how many that are.
///
/// It is copied as it is looked at, by blocks of which the last two may overlap: how long it is cannot
/// be foreseen, so that there are few cases.
#[inline(always)]
fn append_plain(bytes: &[u8], to: &mut Vec<u8>) -> usize {
    let start = to.len();
    let plain = match bytes.len() {
        BLOCK.. => append_blocks::<BLOCK>(bytes, to),
        WORD.. => append_blocks::<WORD>(bytes, to),
        _ => {
            let word = word(bytes).to_le_bytes();
            to.extend_from_slice(&word);
            // Behind the bytes there are zeros, which do not stand as they are.
            word.plain().min(bytes.len())
        }
    };
    to.truncate(start + plain);
    plain
}

/// Appends bytes, of which there is a block at least, up to the end of the first block that does not
/// stand as it is: how many do.
#[inline(always)]
fn append_blocks<const N: usize>(bytes: &[u8], to: &mut Vec<u8>) -> usize
where
    [u8; N]: Bytes,
{
    let (blocks, rest) = bytes.as_chunks::<N>();
    let mut before = 0;
    for block in blocks {
        to.extend_from_slice(block);
        let plain = block.plain();
        if plain < N {
            return before + plain;
        }
        before += N;
    }
    match bytes.last_chunk::<N>() {
        Some(last) if !rest.is_empty() => {
            let overlap = N - rest.len();
            to.truncate(to.len() - overlap);
            to.extend_from_slice(last);
            before - overlap + last.plain()
        }
        _ => before,
    }
}

/// Up to eight bytes as a word, the first being the lowest; behind them there is zero.
#[inline(always)]
pub(crate) fn word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
        first | last << (8 * (bytes.len() - 4))
    } else if let [first, .., last] = bytes {
        let middle = bytes.len() / 2;
        let at = |place: usize, byte: u8| u64::from(byte) << (8 * place);
        at(0, *first) | at(middle, bytes[middle]) | at(bytes.len() - 1, *last)
    } else {
        bytes.first().map_or(0, |byte| u64::from(*byte))
    }
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

/// Bytes that are looked at together.
trait Bytes {
    /// How many of them at the beginning stand as they are.
    fn plain(&self) -> usize;
}

impl Bytes for Block {
    #[inline(always)]
    fn plain(&self) -> usize {
        (ends(*self) | 1 << BLOCK).trailing_zeros() as usize
    }
}

impl Bytes for [u8; WORD] {
    #[inline(always)]
    fn plain(&self) -> usize {
        (marks(u64::from_le_bytes(*self)).trailing_zeros() / 8) as usize
    }
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
    use super::append;

    #[test]
    fn texts_of_every_length_are_written_as_serde_json_does_it() {
        for length in 0..40 {
            for (place, other) in (0..length).map(|place| (place, (place * 7 + 3) % length)) {
                for byte in (0..0x80_u8).map(char::from) {
                    let mut text = "a".repeat(length);
                    text.replace_range(place..=place, byte.encode_utf8(&mut [0; 4]));
                    for quoted in ["a", "\""] {
                        text.replace_range(other..=other, quoted);
                        let mut written = b"before".to_vec();
                        append(&text, &mut written);
                        let expected = format!("before{}", serde_json::to_string(&text).unwrap());
                        assert_eq!(str::from_utf8(&written).unwrap(), expected);
                    }
                }
            }
        }
    }
}

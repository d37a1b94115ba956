//! From byte offsets to lines and columns.
//!
//! A line ends with `\n`; a `\r` before it is a character of the line. Columns count characters.
//! In text that is not UTF-8 a byte that begins no character is not counted.

use carnet_core::Position;
use std::collections::BTreeMap;

const START: Position = Position {
    offset: 0,
    line: 1,
    column: 1,
};

/// The position of one byte offset; an offset past the end means the end.
///
/// # Example
/// ```
/// let position = carnet_validate::lines::position("é\nab".as_bytes(), 4);
/// assert_eq!((position.line, position.column, position.offset), (2, 2, 4));
/// ```
#[must_use]
pub fn position(text: &[u8], offset: usize) -> Position {
    advance(text, START, offset.min(text.len()))
}

/// The positions of many byte offsets, found in one pass over the text.
#[must_use]
pub fn positions(
    text: &[u8],
    offsets: impl IntoIterator<Item = usize>,
) -> BTreeMap<usize, Position> {
    let positions = in_order(text, offsets).into_iter();
    positions
        .map(|position| (position.offset, position))
        .collect()
}

/// The positions of many byte offsets, each once and in the order of the text.
pub(crate) fn in_order(text: &[u8], offsets: impl IntoIterator<Item = usize>) -> Vec<Position> {
    let mut wanted: Vec<usize> = offsets
        .into_iter()
        .map(|offset| offset.min(text.len()))
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut reached = START;
    wanted
        .into_iter()
        .map(|offset| {
            reached = advance(text, reached, offset);
            reached
        })
        .collect()
}

fn advance(text: &[u8], from: Position, offset: usize) -> Position {
    let passed = &text[from.offset..offset];
    match memchr::memrchr(b'\n', passed) {
        None => Position {
            offset,
            line: from.line,
            column: from.column + characters(passed),
        },
        Some(last) => Position {
            offset,
            line: from.line + memchr::memchr_iter(b'\n', passed).count(),
            column: 1 + characters(&passed[last + 1..]),
        },
    }
}

/// Counts the bytes that do not continue a character.
fn characters(text: &[u8]) -> usize {
    // So many fit a byte, in which a processor counts many at once.
    let stretches = text.chunks(usize::from(u8::MAX));
    let count = |stretch: &[u8]| {
        let begins = |&byte: &u8| u8::from(byte & 0xC0 != 0x80);
        stretch.iter().map(begins).sum::<u8>()
    };
    stretches.map(|stretch| usize::from(count(stretch))).sum()
}

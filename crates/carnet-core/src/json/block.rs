//! Bytes of JSON text that are looked at together, by those who write strings and those who read them.
//!
//! # Example
//! ```
//! use carnet_core::json::block::{ends, first_block, quotes};
//!
//! let block = first_block(br#"name":"Ada"}"#);
//! assert_eq!(ends(block).trailing_zeros(), 4);
//! assert_eq!(quotes(block), 1 << 4 | 1 << 6 | 1 << 10);
//! ```

use wide::u8x16;

/// So many at once.
pub const BLOCK: usize = 16;

/// Bytes, the first being the lowest wherever they are bits.
pub type Block = [u8; BLOCK];

/// The block at the beginning of some bytes; behind their end there is zero, which no sound value has.
#[inline]
#[must_use]
pub fn first_block(bytes: &[u8]) -> Block {
    match bytes.first_chunk() {
        Some(block) => *block,
        None => last_block(bytes),
    }
}

#[cold]
fn last_block(bytes: &[u8]) -> Block {
    let mut block = Block::default();
    block
        .iter_mut()
        .zip(bytes)
        .for_each(|(to, from)| *to = *from);
    block
}

/// Marks every byte that ends a run of plain characters in a string: a quote, a backslash or a control
/// character, and with that the end of the text.
#[inline]
#[must_use]
pub fn ends(block: Block) -> u32 {
    let block = u8x16::new(block);
    let quote = block.simd_eq(u8x16::splat(b'"'));
    let backslash = block.simd_eq(u8x16::splat(b'\\'));
    let control = block.min(u8x16::splat(0x1F)).simd_eq(block);
    (quote | backslash | control).to_bitmask()
}

/// Marks the quotes.
#[inline]
#[must_use]
pub fn quotes(block: Block) -> u32 {
    u8x16::new(block).simd_eq(u8x16::splat(b'"')).to_bitmask()
}

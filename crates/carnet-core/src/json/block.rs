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

#[cfg(any(test, not(feature = "simd")))]
mod portable;

#[cfg(not(feature = "simd"))]
pub(crate) use portable::Vector;
#[cfg(feature = "simd")]
pub(crate) use wide::u8x16 as Vector;

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
    let block = Vector::new(block);
    let quote = block.simd_eq(Vector::splat(b'"'));
    let backslash = block.simd_eq(Vector::splat(b'\\'));
    let control = block.min(Vector::splat(0x1F)).simd_eq(block);
    (quote | backslash | control).to_bitmask()
}

/// Marks what is a letter in any case, for certain; some signs are marked as others are.
#[inline]
#[must_use]
pub fn letters(block: Block, letter: u8) -> u32 {
    const CASE: u8 = b'a' - b'A';
    let block = Vector::new(block) | Vector::splat(CASE);
    block.simd_eq(Vector::splat(letter | CASE)).to_bitmask()
}

/// All bits of every byte that is one of these.
#[inline]
pub(crate) fn within(block: Vector, first: u8, last: u8) -> Vector {
    let distance = block - Vector::splat(first);
    distance.min(Vector::splat(last - first)).simd_eq(distance)
}

/// Marks the quotes.
#[inline]
#[must_use]
pub fn quotes(block: Block) -> u32 {
    Vector::new(block).simd_eq(Vector::splat(b'"')).to_bitmask()
}

#[cfg(all(test, feature = "simd"))]
mod tests {
    use super::{Block, Vector, portable};

    #[test]
    fn plain_rust_gives_what_wide_gives() {
        let mut random = fastrand::Rng::with_seed(16);
        for _ in 0..10_000 {
            let blocks = [(); 2].map(|()| Block::default().map(|_| random.u8(..) & random.u8(..)));
            macro_rules! marks {
                ($vector:ty) => {{
                    let [one, two] = blocks.map(<$vector>::new);
                    let mut both = one | <$vector>::ZERO;
                    both |= two;
                    let bytes = <$vector>::splat(0x80);
                    [one.simd_eq(two), one.min(two), one - two, both, bytes]
                        .map(|it| it.to_bitmask())
                }};
            }
            assert_eq!(marks!(Vector), marks!(portable::Vector), "{blocks:?}");
        }
    }
}

//! What is used of `wide`, for builds without it.

use super::{BLOCK, Block};
use std::array::from_fn;
use std::ops::{BitOr, BitOrAssign, Sub};

/// The highest bit of every byte.
const HIGHEST: u128 = u128::from_le_bytes([0x80; BLOCK]);
/// Times this, the lowest bits of eight bytes come together in the highest byte, in their order.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// The bytes of a block, worked on together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vector(Block);

impl Vector {
    pub(crate) const ZERO: Self = Self::splat(0);

    #[inline]
    pub(crate) const fn new(block: Block) -> Self {
        Self(block)
    }

    #[inline]
    pub(crate) const fn splat(byte: u8) -> Self {
        Self([byte; BLOCK])
    }

    #[inline]
    fn zip(self, other: Self, with: impl Fn(u8, u8) -> u8) -> Self {
        Self(from_fn(|at| with(self.0[at], other.0[at])))
    }

    /// All bits of every byte that is the same in both.
    #[inline]
    pub(crate) fn simd_eq(self, other: Self) -> Self {
        self.zip(other, |one, two| if one == two { 0xFF } else { 0 })
    }

    #[inline]
    pub(crate) fn min(self, other: Self) -> Self {
        self.zip(other, u8::min)
    }

    /// The highest bit of every byte.
    #[expect(clippy::cast_possible_truncation, reason = "halves are meant")]
    #[inline]
    pub(crate) fn to_bitmask(self) -> u32 {
        let highest = u128::from_le_bytes(self.0) & HIGHEST;
        let gathered = |half: u64| (half >> 7).wrapping_mul(GATHER) >> 56;
        let (low, high) = (highest as u64, (highest >> 64) as u64);
        (gathered(low) | gathered(high) << 8) as u32
    }
}

impl BitOr for Vector {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        self.zip(other, |one, two| one | two)
    }
}

impl BitOrAssign for Vector {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl Sub for Vector {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        self.zip(other, u8::wrapping_sub)
    }
}

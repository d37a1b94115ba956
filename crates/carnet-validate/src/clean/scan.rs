//! The bytes of a text, from its beginning to its end.

use super::program::Program;
use super::slot::Slots;
use carnet_core::json::block::{BLOCK, Block, first_block};

/// A text that is read.
///
/// How far it is read goes from hand to hand: what reads something takes the place where that
/// begins and gives the place behind it, `None` where it is not clean. A place that were kept here
/// would have to be stored and loaded for every byte, and everything waits for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    /// Where values stand that something is asked about.
    pub(super) slots: Slots,
}

impl<'t> Scan<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            slots: Slots::NONE,
        }
    }

    /// Whether the whole text is one clean value.
    pub(super) fn whole(mut self, program: &Program) -> bool {
        // Longer texts have places that cannot be noted.
        if u32::try_from(self.text.len()).is_err() {
            return false;
        }
        let end = self.value(&program.spot.value, self.blanks(0));
        end.is_some_and(|end| self.blanks(end) == self.text.len())
            && program.conditions.hold(&self.slots, self.text)
    }

    #[inline]
    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// What stands from a place on.
    #[inline]
    pub(super) fn rest(&self, at: usize) -> &'t [u8] {
        self.text.as_bytes().get(at..).unwrap_or_default()
    }

    /// The block that begins at a place, with zeros behind the end of the text.
    #[inline(always)]
    pub(super) fn block(&self, at: usize) -> Block {
        match self.chunk(at) {
            Some(block) => *block,
            None => self.last_block(at),
        }
    }

    /// So many bytes from a place on, if the text has them.
    #[inline(always)]
    pub(super) fn chunk<const N: usize>(&self, at: usize) -> Option<&'t [u8; N]> {
        self.text.as_bytes().get(at..)?.first_chunk()
    }

    /// The same where the text has less: its last block without what stands before the place.
    #[cold]
    fn last_block(&self, at: usize) -> Block {
        match self.text.as_bytes().last_chunk() {
            Some(last) => {
                let before = u32::try_from(8 * (at + BLOCK - self.text.len()));
                let block = u128::from_le_bytes(*last);
                let block = before.ok().and_then(|before| block.checked_shr(before));
                block.unwrap_or_default().to_le_bytes()
            }
            None => first_block(self.rest(at)),
        }
    }

    /// Steps over a byte, if it is the next one.
    #[inline]
    pub(super) fn eat(&self, at: usize, byte: u8) -> Option<usize> {
        (self.byte(at) == Some(byte)).then_some(at + 1)
    }

    /// Steps over a word, if it comes next.
    #[inline]
    pub(super) fn eat_word<const N: usize>(&self, at: usize, word: &[u8; N]) -> Option<usize> {
        (self.chunk(at) == Some(word)).then_some(at + N)
    }

    /// Steps over white space.
    #[inline]
    pub(super) fn blanks(&self, at: usize) -> usize {
        match self.byte(at) {
            // One comparison for what most texts have little of.
            Some(0..=b' ') => self.some_blanks(at),
            _ => at,
        }
    }

    /// Steps over white space to a value: its place, and its first byte.
    #[inline(always)]
    pub(super) fn begins(&self, at: usize) -> Option<(usize, u8)> {
        match self.byte(at)? {
            0..=b' ' => {
                let at = self.some_blanks(at);
                Some((at, self.byte(at)?))
            }
            first => Some((at, first)),
        }
    }

    /// Text that is laid out has a new line and many blanks in a row.
    #[inline(never)]
    fn some_blanks(&self, mut at: usize) -> usize {
        let is_blank = |byte: &&u8| matches!(**byte, b' ' | b'\n' | b'\r' | b'\t');
        at += self.rest(at).iter().take(1).take_while(is_blank).count();
        while let Some(next) = self.eat_word(at, b"        ") {
            at = next;
        }
        at + self.rest(at).iter().take_while(is_blank).count()
    }

    /// What stands between the last item and the next: whether there is one, and the place behind it,
    /// where blanks may stand.
    #[inline]
    pub(super) fn goes_on(&self, at: usize, bracket: u8) -> Option<(bool, usize)> {
        match self.byte(at)? {
            b',' => Some((true, at + 1)),
            byte if byte == bracket => Some((false, at + 1)),
            0..=b' ' => self.goes_on_behind_blanks(at, bracket),
            _ => None,
        }
    }

    #[inline(never)]
    fn goes_on_behind_blanks(&self, at: usize, bracket: u8) -> Option<(bool, usize)> {
        let at = self.some_blanks(at);
        match self.byte(at)? {
            b',' => Some((true, at + 1)),
            byte => (byte == bracket).then_some((false, at + 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scan;
    use carnet_core::json::block::BLOCK;

    #[test]
    fn behind_the_end_of_a_text_there_are_zeros() {
        let text: String = ('!'..='~').filter(|it| !matches!(it, '"' | '\\')).collect();
        for length in 0..3 * BLOCK {
            let scan = Scan::new(&text[..length]);
            for at in 0..=length + BLOCK {
                let mut bytes = scan.rest(at).iter().copied();
                let block = std::array::from_fn(|_| bytes.next().unwrap_or_default());
                assert_eq!(scan.block(at), block, "{length} bytes, at {at}");
            }
        }
    }

    #[test]
    fn a_run_of_plain_characters_ends_at_the_first_other_or_with_the_text() {
        for length in 0..5 * BLOCK {
            for end in 0..=length {
                let mut text = "a".repeat(length);
                for other in ["\"", "\\", "\n", "\0"] {
                    if end < length {
                        text.replace_range(end..=end, other);
                    }
                    let scan = Scan::new(&text);
                    for at in [0, end / 2, end] {
                        assert_eq!(scan.plain(at), end, "{text:?}, from {at}");
                    }
                }
            }
        }
    }
}

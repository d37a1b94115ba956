//! The bytes of a text, from its beginning to its end.

use super::program::Program;
use super::slot::Slots;

/// A text and how far it is read. What returns `None` or `false` has met something that is not
/// clean; how far the text is read then does not matter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'t> {
    pub(super) text: &'t [u8],
    pub(super) at: usize,
    /// Where values stand that something is asked about.
    pub(super) slots: Slots,
}

impl<'t> Scan<'t> {
    pub(super) const fn new(text: &'t [u8]) -> Self {
        Self {
            text,
            at: 0,
            slots: Slots::NONE,
        }
    }

    /// Whether the whole text is one clean value.
    pub(super) fn whole(mut self, program: &Program) -> bool {
        self.skip_blanks();
        // Longer texts have places that cannot be noted.
        if u32::try_from(self.text.len()).is_err() || !self.value(&program.value) {
            return false;
        }
        self.skip_blanks();
        self.at == self.text.len() && program.conditions.hold(&self.slots, self.text)
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Steps over a byte, if it is the next one.
    #[inline]
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Steps over a word, if it comes next.
    #[inline]
    pub(super) fn eat_word<const N: usize>(&mut self, word: &[u8; N]) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let is_next = rest.first_chunk() == Some(word);
        self.at += if is_next { N } else { 0 };
        is_next
    }

    /// Steps over white space.
    #[inline]
    pub(super) fn skip_blanks(&mut self) {
        if matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.skip_more_blanks();
        }
    }

    /// Text that is laid out has a new line and many blanks in a row.
    fn skip_more_blanks(&mut self) {
        const BLANKS: [u8; 8] = [b' '; 8];
        self.at += 1;
        while self.eat_word(&BLANKS) {}
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// What stands between the last item and the next: `Some(false)` at the end.
    #[inline]
    pub(super) fn goes_on(&mut self, bracket: u8) -> Option<bool> {
        self.skip_blanks();
        let byte = self.peek()?;
        self.at += 1;
        if byte == b',' {
            self.skip_blanks();
            Some(true)
        } else if byte == bracket {
            Some(false)
        } else {
            None
        }
    }
}

//! The bytes of a text, from its beginning to its end.

use super::program::Program;
use super::reply::Captured;

/// Containers nest at most so deep.
const DEEPEST: usize = 127;

/// A text and how far it is read. What returns `None` or `false` has met something that is not
/// clean; how far the text is read then does not matter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'t> {
    pub(super) text: &'t [u8],
    pub(super) at: usize,
    depth: usize,
}

impl<'t> Scan<'t> {
    pub(super) const fn new(text: &'t [u8]) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    /// Whether the whole text is one clean value.
    pub(super) fn whole(mut self, program: &Program) -> bool {
        let mut captured = Captured::default();
        self.skip_blanks();
        if !self.value(&program.value, Some(&mut captured)) {
            return false;
        }
        self.skip_blanks();
        self.at == self.text.len() && program.conditions.hold(&captured)
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Steps over a byte, if it is the next one.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Steps over a word, if it comes next.
    pub(super) fn eat_word(&mut self, word: &[u8]) -> bool {
        let is_next = self.text[self.at..].starts_with(word);
        self.at += if is_next { word.len() } else { 0 };
        is_next
    }

    pub(super) fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Steps into an array or object.
    pub(super) fn open(&mut self, bracket: u8) -> bool {
        self.depth += 1;
        self.depth <= DEEPEST && self.eat(bracket)
    }

    /// Steps out of an array or object, whose closing bracket is read.
    pub(super) const fn closed(&mut self) -> bool {
        self.depth -= 1;
        true
    }

    /// What stands between the last item and the next: `Some(false)` at the end.
    pub(super) fn goes_on(&mut self, bracket: u8) -> Option<bool> {
        self.skip_blanks();
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b',' => {
                self.skip_blanks();
                Some(true)
            }
            _ if byte == bracket => Some(false),
            _ => None,
        }
    }
}

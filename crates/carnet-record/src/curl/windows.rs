//! The words of a command as Chrome copies it for Windows: `^` escapes, then `"` quotes.

use super::shell::{Draft, Token};
use std::ops::Range;

/// Whether a text is a command for Windows.
pub(super) fn is_meant(text: &[u8]) -> bool {
    let quote = memchr::memmem::find(text, b"curl ^\"")
        .or_else(|| memchr::memmem::find(text, b" ^\n"))
        .or_else(|| memchr::memmem::find(text, b" ^\r\n"));
    quote.is_some()
}

/// Walks the words.
pub(super) struct Windows<'t> {
    file: &'t [u8],
    at: usize,
    end: usize,
}

/// A character behind the carets.
struct Character {
    byte: u8,
    span: Range<usize>,
    escaped: bool,
}

impl<'t> Windows<'t> {
    pub(super) fn new(file: &'t [u8], stretch: Range<usize>) -> Self {
        Self {
            file,
            at: stretch.start,
            end: stretch.end.min(file.len()),
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.file.get(at).copied().filter(|_| at < self.end)
    }

    /// The next character from `at`: a caret makes the one behind it stand for itself, and a line
    /// that ends with one goes on.
    fn character(&self, at: usize) -> Option<Character> {
        let byte = self.byte(at)?;
        if byte != b'^' {
            let (span, escaped) = (at..at + 1, false);
            return Some(Character {
                byte,
                span,
                escaped,
            });
        }
        let mut next = at + 1;
        if self.byte(next) == Some(b'\r') && self.byte(next + 1) == Some(b'\n') {
            next += 1;
        }
        if self.byte(next) == Some(b'\n') {
            next += 1;
        }
        let byte = self.byte(next)?;
        Some(Character {
            byte,
            span: at..next + 1,
            escaped: true,
        })
    }

    /// The next token.
    pub(super) fn token(&mut self) -> Option<Token<'t>> {
        loop {
            let Some(next) = self.character(self.at) else {
                self.at = self.end;
                return None;
            };
            match next.byte {
                b' ' | b'\t' | b'\r' => self.at = next.span.end,
                b'\n' if next.escaped => self.at = next.span.end,
                b'\n' | b'&' | b'|' if !next.escaped => {
                    self.at = next.span.end;
                    return Some(Token::End);
                }
                _ => return Some(self.word()),
            }
        }
    }

    fn word(&mut self) -> Token<'t> {
        let start = self.at;
        let mut draft = Draft::new(self.file, start);
        let mut open = None;
        while let Some(next) = self.character(self.at) {
            let quoted = open.is_some();
            match next.byte {
                b' ' | b'\t' if !quoted => break,
                b'\r' | b'\n' | b'&' | b'|' if !quoted && !next.escaped => break,
                b'"' => {
                    open = if quoted { None } else { Some(next.span.start) };
                    self.at = next.span.end;
                }
                b'\\' => self.backslashes(next, &mut draft),
                byte => {
                    if next.escaped {
                        draft.weaver.stand(&[byte], next.span.clone());
                    } else {
                        draft.weaver.copy(next.span.clone());
                    }
                    self.at = next.span.end;
                }
            }
        }
        if self.at == start {
            self.at = self.end.min(start + 1);
        }
        draft.open_quote = open;
        Token::Word(draft.finish(start..self.at))
    }

    /// Before a quote a backslash escapes: the quote, or another backslash.
    fn backslashes(&mut self, first: Character, draft: &mut Draft<'t>) {
        let start = first.span.start;
        let mut count = 0;
        let mut next = Some(first);
        while let Some(found) = next.as_ref().filter(|found| found.byte == b'\\') {
            count += 1;
            self.at = found.span.end;
            next = self.character(self.at);
        }
        match next.filter(|found| found.byte == b'"') {
            None => draft.weaver.stand(&vec![b'\\'; count], start..self.at),
            Some(quote) => {
                draft.weaver.stand(&vec![b'\\'; count / 2], start..self.at);
                if count % 2 == 1 {
                    draft.weaver.stand(b"\"", start..quote.span.end);
                    self.at = quote.span.end;
                }
            }
        }
    }
}

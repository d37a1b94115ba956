//! The words of a POSIX shell script, unquoted, each with its place.
//!
//! Nothing is expanded: variables and substitutions stay as they are written, and are told.

use super::quote;
use crate::piece::{Piece, Weaver};
use crate::recording::lines;
use std::ops::Range;

/// Something of a script.
pub(super) enum Token<'t> {
    /// A word of a command.
    Word(Word<'t>),
    /// What follows is where input comes from or output goes to, not an argument.
    Redirect,
    /// The lines that a command reads as its input.
    Here(Here),
    /// A command ends.
    End,
}

/// A word of a command.
pub(super) struct Word<'t> {
    /// The word as the command sees it.
    pub(super) text: Piece<'t>,
    /// All of it, quotes included.
    pub(super) span: Range<usize>,
    /// Where the first variable or substitution stands in it.
    pub(super) variable: Option<Range<usize>>,
    /// What stands in each `$(…)`.
    pub(super) substitutions: Vec<Range<usize>>,
    /// The quote that nothing closes.
    pub(super) open_quote: Option<usize>,
}

/// The lines that a command reads as its input.
#[derive(Clone)]
pub(super) struct Here {
    /// The lines, with what ends them.
    pub(super) body: Range<usize>,
    /// Where the first variable stands in them that the shell replaces.
    pub(super) variable: Option<Range<usize>>,
}

/// Walks a script.
pub(super) struct Shell<'t> {
    pub(super) file: &'t [u8],
    pub(super) at: usize,
    end: usize,
    /// Where the script goes on behind the lines that a command reads.
    resume: Option<usize>,
}

impl<'t> Shell<'t> {
    pub(super) fn new(file: &'t [u8], stretch: Range<usize>) -> Self {
        Self {
            file,
            at: stretch.start,
            end: stretch.end.min(file.len()),
            resume: None,
        }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.peek_at(0)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<u8> {
        let at = self.at + ahead;
        self.file.get(at).copied().filter(|_| at < self.end)
    }

    /// What is left of the script.
    pub(super) fn rest(&self) -> &'t [u8] {
        self.file.get(self.at..self.end).unwrap_or_default()
    }

    /// Where the next byte stands that ends a stretch, or the end.
    pub(super) fn find(&self, stops: impl Fn(u8) -> bool) -> usize {
        let found = self.rest().iter().position(|&byte| stops(byte));
        found.map_or(self.end, |length| self.at + length)
    }

    /// The next token.
    pub(super) fn token(&mut self) -> Option<Token<'t>> {
        loop {
            match (self.peek()?, self.peek_at(1)) {
                (b' ' | b'\t' | b'\r', _) | (b'0'..=b'9', Some(b'>' | b'<')) => self.at += 1,
                (b'\\', Some(b'\n')) => self.at += 2,
                (b'\\', Some(b'\r')) if self.peek_at(2) == Some(b'\n') => self.at += 3,
                (b'#', _) => self.at = self.find(|byte| byte == b'\n'),
                (b'\n', _) => {
                    self.at = self.resume.take().unwrap_or(self.at + 1);
                    return Some(Token::End);
                }
                (b'<', Some(b'<')) if self.peek_at(2) != Some(b'<') => {
                    self.at += 2;
                    return Some(Token::Here(self.here()));
                }
                (b'&', Some(b'>')) | (b'<' | b'>', _) => return Some(self.redirect()),
                (b';' | b'|' | b'&' | b'(' | b')', _) => {
                    self.at += 1;
                    return Some(Token::End);
                }
                _ => return Some(Token::Word(self.word())),
            }
        }
    }

    fn redirect(&mut self) -> Token<'t> {
        let end = self.find(|byte| !matches!(byte, b'<' | b'>' | b'&' | b'|'));
        self.at = end.max(self.at + 1);
        Token::Redirect
    }

    /// `<<EOF`: finds the lines that follow, which the walk will step over.
    fn here(&mut self) -> Here {
        let tabs = self.peek() == Some(b'-');
        self.at += usize::from(tabs);
        while matches!(self.peek(), Some(b' ' | b'\t')) {
            self.at += 1;
        }
        let start = self.at;
        let word = self.word();
        let quoted = self.file[start..self.at] != *word.text.text();
        let begin = self.resume.unwrap_or_else(|| {
            let feed = self.find(|byte| byte == b'\n');
            self.end.min(feed + 1)
        });
        let mut body = begin..self.end;
        self.resume = Some(self.end);
        for line in lines(self.file, begin..self.end) {
            let text = &self.file[line.clone()];
            let tab = |byte: &&u8| tabs && **byte == b'\t';
            let indent = text.iter().take_while(tab).count();
            if text[indent..] == *word.text.text() {
                body = begin..line.start;
                let feed = memchr::memchr(b'\n', &self.file[line.end..self.end]);
                self.resume = Some(feed.map_or(self.end, |feed| line.end + feed + 1));
                break;
            }
        }
        let dollar = memchr::memchr2(b'$', b'`', &self.file[body.clone()]);
        let variable = dollar.filter(|_| !quoted).map(|at| body.start + at);
        Here {
            body,
            variable: variable.map(|at| at..at + 1),
        }
    }

    fn word(&mut self) -> Word<'t> {
        let start = self.at;
        let mut draft = Draft::new(self.file, start);
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\n' | b';' | b'|' | b'&' | b'(' | b')' | b'<' | b'>' => break,
                b'\r' if self.peek_at(1) == Some(b'\n') => break,
                b'\'' => quote::single(self, &mut draft),
                b'"' => quote::double(self, &mut draft),
                b'\\' => quote::backslash(self, &mut draft),
                b'$' if self.peek_at(1) == Some(b'\'') => quote::ansi_c(self, &mut draft),
                b'$' if self.peek_at(1) == Some(b'"') => {
                    self.at += 1;
                    quote::double(self, &mut draft);
                }
                b'$' | b'`' => quote::expansion(self, &mut draft),
                _ => {
                    let end = self.find(|byte| b" \t\r\n;|&()<>'\"\\$`".contains(&byte));
                    let end = end.max(self.at + 1);
                    draft.weaver.copy(self.at..end);
                    self.at = end;
                }
            }
        }
        // A word of nothing would be read again and again.
        self.at = self.at.max(start);
        draft.finish(start..self.at)
    }
}

/// A word that is being read.
pub(super) struct Draft<'t> {
    pub(super) weaver: Weaver<'t>,
    pub(super) variable: Option<Range<usize>>,
    pub(super) substitutions: Vec<Range<usize>>,
    pub(super) open_quote: Option<usize>,
}

impl<'t> Draft<'t> {
    pub(super) fn new(file: &'t [u8], start: usize) -> Self {
        Self {
            weaver: Weaver::new(file, start),
            variable: None,
            substitutions: Vec::new(),
            open_quote: None,
        }
    }

    pub(super) fn finish(self, span: Range<usize>) -> Word<'t> {
        Word {
            text: self.weaver.finish(),
            span,
            variable: self.variable,
            substitutions: self.substitutions,
            open_quote: self.open_quote,
        }
    }
}

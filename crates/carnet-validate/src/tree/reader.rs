//! The state of reading, and what every part of the reader needs: blanks, reports, brackets.

use super::{Cause, Document, MOST_PROBLEMS, Member, Node, Problem};
use crate::utf8;
use std::borrow::Cow;
use std::ops::Range;

/// What most objects have no more members than.
const MEMBERS: usize = 32;

pub(super) struct Reader<'t> {
    pub(super) text: &'t [u8],
    /// Where the text ends but for blanks.
    pub(super) end: usize,
    /// The next byte to read.
    pub(super) at: usize,
    /// The brackets that are open.
    open: Vec<Frame>,
    /// The items of the arrays that are open, and the members of the objects: those of the innermost
    /// come last.
    pub(super) items: Vec<Node<'t>>,
    pub(super) members: Vec<Member<'t>>,
    problems: Vec<Problem>,
    /// The text, if it is UTF-8 throughout.
    pub(super) utf8: Option<&'t str>,
    state: State,
    /// A bracket that goes too deep was told.
    pub(super) too_deep: bool,
    odd_blank: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Sound,
    /// Brackets no longer match, and that was told: what follows from it is not told again.
    Lost,
    /// Nothing is read or told any more.
    GaveUp,
}

struct Frame {
    closer: u8,
    damaged: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t [u8]) -> Self {
        Self {
            text,
            end: text.trim_ascii_end().len(),
            at: 0,
            open: Vec::new(),
            items: Vec::new(),
            members: Vec::with_capacity(MEMBERS),
            problems: Vec::new(),
            utf8: None,
            state: State::Sound,
            too_deep: false,
            odd_blank: false,
        }
    }

    pub(super) fn document(mut self) -> Document<'t> {
        self.utf8 = utf8::text(self.text);
        // The faster question has no place in its answer.
        if self.utf8.is_none()
            && let Err(error) = std::str::from_utf8(self.text)
        {
            let start = error.valid_up_to();
            let length = error.error_len().unwrap_or(self.text.len() - start);
            self.report(Cause::InvalidUtf8, start..start + length);
        }
        if self.text.starts_with(b"\xEF\xBB\xBF") {
            self.report(Cause::ByteOrderMark, 0..3);
            self.at = 3;
        }
        self.blank();
        let root = if self.at < self.text.len() {
            Some(self.root())
        } else {
            if !self.problems.iter().any(Problem::ends_reading) {
                self.report(Cause::Empty, 0..0);
            }
            None
        };
        let mut problems = self.problems;
        problems.sort_by_key(|problem| problem.span.start);
        Document { root, problems }
    }

    fn root(&mut self) -> Node<'t> {
        let node = match self.peek() {
            Some(b',' | b':' | b'}' | b']') => {
                let start = self.at;
                self.report(Cause::NoValue, start..start + 1);
                self.lose();
                Node::invalid(start..start + 1)
            }
            _ => self.root_value(),
        };
        self.blank();
        if self.at < self.text.len() && self.state == State::Sound {
            if self.text[self.at..].trim_ascii_end() == b";" {
                self.report(Cause::TrailingSemicolon, self.at..self.at + 1);
            } else {
                let end = self.line_end();
                self.report(Cause::TrailingData, self.at..end);
            }
        }
        node
    }

    /// The end of what stands in this line, blanks at its end excluded.
    pub(super) fn line_end(&self) -> usize {
        let rest = &self.text[self.at..];
        let line = rest.split(|&byte| byte == b'\n').next().unwrap_or(rest);
        self.at + line.trim_ascii_end().len()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Whether the rest of the text begins with these bytes.
    pub(super) fn sees(&self, bytes: &[u8]) -> bool {
        self.text[self.at..].starts_with(bytes)
    }

    /// Tells of a problem. The last one that is told ends the reading: whoever reports steps over
    /// the text first, since afterwards there may be none.
    pub(super) fn report(&mut self, cause: Cause, span: Range<usize>) {
        if self.state == State::GaveUp {
            return;
        }
        if self.problems.len() == MOST_PROBLEMS {
            self.problems.push(Problem::new(Cause::TooMany, span));
            self.give_up();
        } else {
            self.problems.push(Problem::new(cause, span));
        }
    }

    pub(super) fn report_all(&mut self, problem: Option<Problem>) {
        if let Some(problem) = problem {
            self.report(problem.cause, problem.span);
        }
    }

    /// How many problems were told, for [`extend`](Self::extend).
    pub(super) fn told(&self) -> usize {
        self.problems.len()
    }

    /// Lets the problem told as number `index` reach to `end`.
    pub(super) fn extend(&mut self, index: usize, end: usize) {
        if let Some(problem) = self.problems.get_mut(index) {
            problem.span.end = end;
        }
    }

    pub(super) fn give_up(&mut self) {
        self.at = self.text.len();
        self.lose();
        self.state = State::GaveUp;
    }

    /// Notes that brackets no longer match, which damages every open array and object.
    pub(super) fn lose(&mut self) {
        self.state = self.state.max(State::Lost);
        for frame in &mut self.open {
            frame.damaged = true;
        }
    }

    /// Damages the innermost array or object: something in it could not be read.
    pub(super) fn damage(&mut self) {
        if let Some(frame) = self.open.last_mut() {
            frame.damaged = true;
        }
    }

    pub(super) fn enter(&mut self, closer: u8) {
        self.open.push(Frame {
            closer,
            damaged: false,
        });
    }

    /// Whether the innermost array or object, which ends here, was damaged.
    pub(super) fn leave(&mut self) -> bool {
        self.open.pop().is_some_and(|frame| frame.damaged)
    }

    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The text ended before everything was closed.
    pub(super) fn truncated(&mut self, in_string: bool) {
        if self.state == State::Sound {
            let closers = self.open.iter().rev().map(|frame| char::from(frame.closer));
            let cause = Cause::Truncated {
                in_string,
                closers: closers.collect(),
            };
            let end = self.text.trim_ascii_end().len();
            self.report(cause, end..end);
        }
        self.at = self.text.len();
        self.lose();
    }

    /// Meets the closing bracket of another kind than the innermost open one.
    ///
    /// It is left for an enclosing one that it closes; where there is none it was mistyped.
    pub(super) fn mismatch(&mut self, found: u8) {
        let expected = self.open.last().map_or(found, |frame| frame.closer);
        let encloses = self.open.iter().any(|frame| frame.closer == found);
        let here = self.at..self.at + 1;
        if !encloses {
            self.at += 1;
        }
        if self.state == State::Sound {
            self.report(Cause::Mismatch { expected, found }, here);
        }
        self.lose();
    }

    /// A stretch of the text; bytes that are no UTF-8 become replacement characters.
    pub(super) fn lossy(&self, span: Range<usize>) -> Cow<'t, str> {
        match self.utf8.and_then(|text| text.get(span.clone())) {
            Some(text) => Cow::Borrowed(text),
            None => String::from_utf8_lossy(&self.text[span]),
        }
    }

    /// Steps over blanks, and over what some take for blanks, which is told.
    #[inline]
    pub(super) fn blank(&mut self) {
        // Most of the time there is none.
        if !matches!(self.peek(), Some(b'!'..=b'.' | b'0'..=b'~')) {
            self.blanks();
        }
    }

    fn blanks(&mut self) {
        loop {
            self.at = skip_blank(self.text, self.at);
            match self.peek() {
                Some(b'/') if self.sees(b"//") || self.sees(b"/*") => self.comment(),
                Some(0x0b | 0x0c | 0x80..) => match self.odd_blank_here() {
                    Some(c) => {
                        let start = self.at;
                        self.at += c.len_utf8();
                        if !std::mem::replace(&mut self.odd_blank, true) {
                            self.report(Cause::OddBlank(c), start..self.at);
                        }
                    }
                    None => return,
                },
                _ => return,
            }
        }
    }

    fn comment(&mut self) {
        let start = self.at;
        let rest = &self.text[start + 2..];
        let length = if self.sees(b"//") {
            rest.iter().position(|&byte| byte == b'\n')
        } else {
            let end = rest.windows(2).position(|pair| pair == b"*/");
            end.map(|end| end + 2)
        };
        self.at = length.map_or(self.text.len(), |length| start + 2 + length);
        let end = start + self.text[start..self.at].trim_ascii_end().len();
        self.report(Cause::Comment, start..end);
    }

    fn odd_blank_here(&self) -> Option<char> {
        let few = &self.text[self.at..self.text.len().min(self.at + 4)];
        let valid = match std::str::from_utf8(few) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(&few[..error.valid_up_to()]).unwrap_or_default(),
        };
        let c = valid.chars().next()?;
        (c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}')).then_some(c)
    }

    /// Takes a word: everything up to a blank, a bracket, a quote, a comma, a colon or a comment.
    ///
    /// Takes at least one byte. A word that is no text at all ends the reading.
    pub(super) fn word(&mut self) -> &'t [u8] {
        let start = self.at;
        self.at = word_end(self.text, start);
        let word = &self.text[start..self.at];
        if self.utf8.is_none() && std::str::from_utf8(word).is_err() {
            self.give_up();
        } else if let Some(nul) = word.iter().position(|&byte| byte == 0) {
            self.report(Cause::Nul, start + nul..start + nul + 1);
            self.give_up();
        }
        word
    }

    /// Where a string that begins at `start` ends, and whether a quote ends it.
    ///
    /// A line break ends it too: whoever asks wants to step over text that is broken already.
    pub(super) fn quoted_end(&self, start: usize, quote: u8) -> (usize, bool) {
        let mut at = start + 1;
        while let Some(&byte) = self.text.get(at) {
            match byte {
                b'\\' => at += 2,
                b'\n' => return (at, false),
                byte if byte == quote => return (at + 1, true),
                _ => at += 1,
            }
        }
        (self.text.len(), false)
    }
}

#[inline]
pub(super) fn skip_blank(text: &[u8], at: usize) -> usize {
    if text.get(at).is_some_and(|&byte| byte > b' ') {
        return at;
    }
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.iter().position(|byte| !is_blank(byte));
    length.map_or(text.len(), |length| at + length)
}

/// The end of the word at `start`; at the end of the text that is its end.
pub(super) fn word_end(text: &[u8], start: usize) -> usize {
    let mut at = text.len().min(start + 1);
    while let Some(&byte) = text.get(at) {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' | b'"' | b'{' | b'}' | b'[' | b']' => break,
            b'/' if matches!(text.get(at + 1), Some(b'/' | b'*')) => break,
            _ => at += 1,
        }
    }
    at
}

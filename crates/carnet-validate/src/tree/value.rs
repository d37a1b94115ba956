//! Values, and what stands behind them where nothing should.

use super::reader::{Reader, skip_blank, word_end};
use super::word::{self, Word};
use super::{Cause, Node, NodeKind, Problem};
use std::borrow::Cow;

/// What a value stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    Object,
    Array,
}

/// What was stepped over behind a value.
pub(super) struct Tail {
    pub(super) end: usize,
    pipe: bool,
}

impl<'t> Reader<'t> {
    /// Reads a value and whatever stands before the next comma or bracket.
    ///
    /// The one problem about all of it is returned, so that the caller may join it with others.
    pub(super) fn value(&mut self, around: Around) -> (Node<'t>, Option<Problem>) {
        let start = self.at;
        let (node, cause) = self.piece();
        let end = self.at;
        self.blank();
        if self.value_ends(around, cause.is_none()) {
            return (node, cause.map(|cause| Problem::new(cause, start..end)));
        }
        if matches!(node.kind, NodeKind::Array(_) | NodeKind::Object(_)) {
            let junk = self.at;
            let tail = self.absorb(around, junk);
            return (node, Some(Problem::new(Cause::Unexpected, junk..tail.end)));
        }
        let tail = self.absorb(around, end);
        let cause = match cause {
            _ if tail.pipe => Cause::Alternatives,
            Some(cause) if cause.is_bare() => cause,
            _ => Cause::Unexpected,
        };
        let span = start..tail.end;
        (Node::invalid(span.clone()), Some(Problem::new(cause, span)))
    }

    /// The value at `start`, if nothing is wrong with it and it holds no others, and the place of
    /// the comma or bracket behind it.
    pub(super) fn plain_value(&self, start: usize) -> Option<(Node<'t>, usize)> {
        let (kind, end) = match self.text.get(start)? {
            b'"' => {
                let (content, end) = self.plain_string(start)?;
                (NodeKind::String(Cow::Borrowed(content)), end)
            }
            b'-' | b'0'..=b'9' | b'n' | b't' | b'f' => {
                let end = word_end(self.text, start);
                let Word::Value(kind) = word::classify(&self.text[start..end]) else {
                    return None;
                };
                (kind, end)
            }
            _ => return None,
        };
        let behind = skip_blank(self.text, end);
        matches!(self.text.get(behind)?, b',' | b'}' | b']')
            .then(|| (Node::new(start..end, kind), behind))
    }

    /// Reads the outermost value.
    pub(super) fn root_value(&mut self) -> Node<'t> {
        let start = self.at;
        let (node, cause) = self.piece();
        if let Some(cause) = cause {
            // A text that does not even begin as JSON is not read further.
            let end = if cause.is_bare() {
                let word = self.at;
                self.at = start;
                self.line_end().max(word)
            } else {
                self.at
            };
            self.at = self.at.max(end);
            self.report(cause, start..end);
            self.lose();
            return Node::invalid(start..end);
        }
        node
    }

    /// Reads one value, and says what is wrong with it unless that was told already.
    fn piece(&mut self) -> (Node<'t>, Option<Cause>) {
        let start = self.at;
        match self.peek() {
            Some(b'{' | b'[') => (self.container(), None),
            Some(b'"') => {
                let string = self.string();
                let kind = if string.damaged {
                    NodeKind::Invalid
                } else {
                    NodeKind::String(string.content)
                };
                (Node::new(string.span, kind), None)
            }
            Some(b'\'') => {
                let (end, closed) = self.quoted_end(start, b'\'');
                if closed {
                    self.at = end;
                    (Node::invalid(start..end), Some(Cause::SingleQuotes))
                } else {
                    self.word();
                    (Node::invalid(start..self.at), Some(Cause::BareWord))
                }
            }
            _ => {
                let word = self.word();
                let span = start..self.at.min(start + word.len());
                match word::classify(word) {
                    Word::Value(kind) => (Node::new(span, kind), None),
                    Word::Wrong(cause) => (Node::invalid(span), Some(cause)),
                }
            }
        }
    }

    /// Whether the value that was read ends here; `sound` when nothing was wrong with it.
    fn value_ends(&self, around: Around, sound: bool) -> bool {
        match self.peek() {
            None | Some(b',' | b'}' | b']') => true,
            Some(b'"') if around == Around::Object => self.key_follows(),
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9') => sound && around == Around::Array,
            Some(b':') => false,
            Some(_) if !sound => false,
            Some(_) if around == Around::Object => self.bare_key_follows(),
            Some(_) => {
                let end = word_end(self.text, self.at);
                matches!(word::classify(&self.text[self.at..end]), Word::Value(_))
            }
        }
    }

    /// Steps over everything before the next comma, closing bracket or quoted key.
    ///
    /// `end` is the end of what was read before, blanks excluded.
    pub(super) fn absorb(&mut self, around: Around, end: usize) -> Tail {
        let mut tail = Tail { end, pipe: false };
        loop {
            self.blank();
            match self.peek() {
                None | Some(b',' | b'}' | b']') => return tail,
                Some(b'"') if around == Around::Object && self.key_follows() => return tail,
                Some(b'"') => self.at = self.quoted_end(self.at, b'"').0,
                Some(b'{' | b'[') => self.skip_balanced(),
                Some(b':') => self.at += 1,
                Some(_) => tail.pipe |= self.word().contains(&b'|'),
            }
            tail.end = self.at;
        }
    }
}

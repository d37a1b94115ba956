//! Arrays and objects.

use super::reader::{skip_blank, word_end};
use super::string::Text;
use super::value::Around;
use super::word::{self, Word};
use super::{Cause, DEPTH, Member, Node, NodeKind, Problem, reader::Reader};
use std::borrow::Cow;

impl<'t> Reader<'t> {
    /// Reads the array or object whose opening bracket stands here.
    pub(super) fn container(&mut self) -> Node<'t> {
        let start = self.at;
        if self.depth() == DEPTH {
            if !std::mem::replace(&mut self.too_deep, true) {
                self.report(Cause::Depth, start..start + 1);
            }
            self.skip_balanced();
            return Node::invalid(start..self.at);
        }
        let kind = if self.peek() == Some(b'{') {
            self.object()
        } else {
            self.array()
        };
        Node {
            damaged: self.leave(),
            ..Node::new(start..self.at, kind)
        }
    }

    fn array(&mut self) -> NodeKind<'t> {
        self.enter(b']');
        self.at += 1;
        let first = self.items.len();
        let mut comma = None;
        while !self.closes(b']', &mut comma) {
            if let Some((node, end)) = self.plain_value(self.at) {
                self.at = end;
                self.items.push(node);
                comma = self.separator();
                continue;
            }
            let (node, problem) = self.value(Around::Array);
            self.report_all(problem);
            self.items.push(node);
            comma = self.separator();
        }
        NodeKind::Array(taken(&mut self.items, first))
    }

    fn object(&mut self) -> NodeKind<'t> {
        self.enter(b'}');
        self.at += 1;
        let first = self.members.len();
        let mut comma = None;
        // The problem about bare members that stand side by side: one problem for all of them.
        let mut run = None;
        // A quote closes nothing.
        while self.peek() == Some(b'"') || !self.closes(b'}', &mut comma) {
            if let Some(member) = self.plain_member() {
                self.members.push(member);
                run = None;
                comma = self.separator();
                continue;
            }
            let member = match self.peek() {
                Some(b'"') => {
                    run = None;
                    self.quoted_member()
                }
                Some(b'{' | b'[' | b':') => {
                    run = None;
                    self.keyless_member();
                    None
                }
                _ => self.bare_member(&mut run),
            };
            self.members.extend(member);
            comma = self.separator();
        }
        NodeKind::Object(taken(&mut self.members, first))
    }

    /// Steps over what stands before the next member or item; `true` when there is none.
    ///
    /// `comma` is the comma that was just read, if one was.
    fn closes(&mut self, closer: u8, comma: &mut Option<usize>) -> bool {
        loop {
            self.blank();
            match self.peek() {
                Some(b',') => {
                    self.extra_commas();
                    *comma = None;
                }
                Some(found) if found == closer => {
                    self.at += 1;
                    if let Some(comma) = *comma {
                        self.report(Cause::TrailingComma, comma..comma + 1);
                    }
                    return true;
                }
                Some(found @ (b'}' | b']')) => {
                    self.mismatch(found);
                    return true;
                }
                None => {
                    self.truncated(false);
                    return true;
                }
                Some(_) => return false,
            }
        }
    }

    fn extra_commas(&mut self) {
        let start = self.at;
        let mut end = start;
        while self.peek() == Some(b',') {
            self.at += 1;
            end = self.at;
            self.blank();
        }
        self.report(Cause::ExtraComma, start..end);
    }

    /// Steps over the comma between members or items, and says where it stands.
    #[inline]
    fn separator(&mut self) -> Option<usize> {
        if self.peek() == Some(b',') {
            self.at += 1;
            return Some(self.at - 1);
        }
        self.separator_behind_blanks()
    }

    fn separator_behind_blanks(&mut self) -> Option<usize> {
        self.blank();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                return Some(self.at - 1);
            }
            None | Some(b'}' | b']') => {}
            Some(_) => {
                let next = self.token();
                self.report(Cause::MissingComma, next);
            }
        }
        None
    }

    fn token(&self) -> std::ops::Range<usize> {
        let end = match self.peek() {
            Some(b'"') => self.quoted_end(self.at, b'"').0,
            Some(b'{' | b'[') => self.at + 1,
            _ => word_end(self.text, self.at),
        };
        self.at..end
    }

    /// Reads the member that comes next, if nothing is wrong with it and its value holds no others.
    fn plain_member(&mut self) -> Option<Member<'t>> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return None;
        }
        let (key, colon) = self.plain_string(start)?;
        if self.text.get(colon) != Some(&b':') {
            return None;
        }
        let (value, end) = self.plain_value(skip_blank(self.text, colon + 1))?;
        self.at = end;
        Some(Member {
            key_span: start..colon,
            key: Cow::Borrowed(key),
            value,
        })
    }

    fn quoted_member(&mut self) -> Option<Member<'t>> {
        let Text { span, content, .. } = self.string();
        self.blank();
        let colon = self.at;
        let key_end = span.end;
        let member = |value| {
            Some(Member {
                key_span: span.clone(),
                key: content,
                value,
            })
        };
        match self.peek() {
            Some(b':') => self.at += 1,
            None => {
                self.truncated(false);
                return None;
            }
            Some(b',' | b'}' | b']') => {
                self.report(Cause::KeyWithoutValue, span.clone());
                return member(Node::invalid(key_end..key_end));
            }
            Some(b'"') if self.key_follows() => {
                self.report(Cause::KeyWithoutValue, span.clone());
                return member(Node::invalid(key_end..key_end));
            }
            Some(_) => {
                let next = self.token();
                self.report(Cause::MissingColon, next.start..next.end);
                if self.sees(b"=") {
                    self.at += if self.sees(b"=>") { 2 } else { 1 };
                }
            }
        }
        let (value, problem) = self.member_value(colon);
        self.report_all(problem);
        member(value)
    }

    /// Reads the value after the colon at `colon`, or after where a colon should stand.
    fn member_value(&mut self, colon: usize) -> (Node<'t>, Option<Problem>) {
        self.blank();
        match self.peek() {
            None => {
                self.truncated(false);
                (Node::invalid(self.at..self.at), None)
            }
            Some(b',' | b'}' | b']') => {
                let problem = Problem::new(Cause::MissingValue, colon..colon + 1);
                (Node::invalid(colon + 1..colon + 1), Some(problem))
            }
            Some(_) => self.value(Around::Object),
        }
    }

    /// Steps over a value that has no key.
    fn keyless_member(&mut self) {
        let start = self.at;
        if self.peek() == Some(b':') {
            self.at += 1;
            self.report(Cause::MissingKey, start..self.at);
            let _ = self.member_value(start);
        } else {
            self.report(Cause::MissingKey, start..start + 1);
            self.absorb(Around::Object, start);
        }
        self.damage();
    }

    /// Reads a member whose key has no quotes, or steps over something that is no member.
    fn bare_member(&mut self, run: &mut Option<usize>) -> Option<Member<'t>> {
        let start = self.at;
        let key = self.bare_key();
        let key_span = start..self.at;
        self.blank();
        if self.peek() != Some(b':') {
            if matches!(word::classify(&self.text[key_span.clone()]), Word::Value(_)) {
                self.report(Cause::MissingKey, key_span.clone());
                self.absorb(Around::Object, key_span.end);
                self.damage();
                return None;
            }
            let tail = self.absorb(Around::Object, key_span.end);
            self.bare_run(run, start..tail.end);
            return None;
        }
        let colon = self.at;
        self.at += 1;
        let (value, problem) = self.member_value(colon);
        match problem {
            Some(problem) if problem.cause.is_bare() => {
                self.bare_run(run, start..problem.span.end);
            }
            problem => {
                *run = None;
                self.report(Cause::BareKey, key_span.clone());
                self.report_all(problem);
            }
        }
        Some(Member {
            key_span,
            key,
            value,
        })
    }

    /// Takes a key without quotes, or one in single quotes.
    fn bare_key(&mut self) -> Cow<'t, str> {
        let start = self.at;
        let mut inside = 0;
        if self.peek() == Some(b'\'') {
            let (end, closed) = self.quoted_end(start, b'\'');
            if closed {
                self.at = end;
                inside = 1;
            }
        }
        if inside == 0 {
            self.word();
        }
        self.lossy(start + inside..self.at.max(start + 1) - inside)
    }

    /// Tells of members without any quotes, once for those that stand side by side.
    fn bare_run(&mut self, run: &mut Option<usize>, span: std::ops::Range<usize>) {
        self.damage();
        if let Some(first) = *run {
            self.extend(first, span.end);
        } else {
            *run = Some(self.told());
            self.report(Cause::BareWord, span);
        }
    }

    /// Whether a string and a colon stand here.
    pub(super) fn key_follows(&self) -> bool {
        let (end, closed) = self.quoted_end(self.at, b'"');
        closed && self.text.get(skip_blank(self.text, end)) == Some(&b':')
    }

    /// Whether a word and a colon stand here.
    pub(super) fn bare_key_follows(&self) -> bool {
        let end = word_end(self.text, self.at);
        self.text.get(skip_blank(self.text, end)) == Some(&b':')
    }

    /// Steps over an array or object without looking into it.
    pub(super) fn skip_balanced(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.at = self.quoted_end(self.at, b'"').0;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
        self.lose();
    }
}

/// Takes what stands from `first` on, in a list that is just as long: whoever is open goes on with
/// the room that there was.
fn taken<T>(list: &mut Vec<T>, first: usize) -> Vec<T> {
    if first > 0 {
        return list.split_off(first);
    }
    let mut taken = Vec::with_capacity(list.len());
    taken.append(list);
    taken
}

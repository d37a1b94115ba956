//! What everything that reads a URL or a form needs to know.

use crate::judge::{Complaint, Draft, Judge};
use crate::parameters::percent::{Decoded, escape};
use crate::settings::Settings;
use carnet_core::{Contract, Place, Ruling, Source};
use std::ops::Range;

/// A text, and where its bytes are counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin<'t> {
    pub(super) text: &'t [u8],
    /// What is added to offsets into it: a URL beside a body is counted from behind the body.
    pub(super) shift: usize,
}

impl Origin<'_> {
    pub(super) const fn shifted(&self, span: &Range<usize>) -> Range<usize> {
        span.start + self.shift..span.end + self.shift
    }
}

/// What decides severities in the text of a request.
pub(super) fn judge<'t>(contract: &Contract, settings: &'t Settings) -> Judge<'t> {
    Judge {
        page: contract.page,
        rulings: contract.request.text,
        reply: false,
        settings,
    }
}

/// A text that is being judged.
#[derive(Debug)]
pub(super) struct Scene<'t> {
    pub(super) contract: &'t Contract,
    pub(super) judge: Judge<'t>,
    pub(super) origin: Origin<'t>,
    /// Where credentials stand in the text.
    pub(super) secrets: Vec<Range<usize>>,
}

impl Scene<'_> {
    /// Tells what is wrong, ruled upon as the contract rules on the text, or by default.
    pub(super) fn tell(
        &self,
        out: &mut Vec<Draft>,
        complaint: Complaint,
        source: Source,
        at: Place,
        bytes: Range<usize>,
    ) {
        let ruling = self.judge.text_ruling(complaint.rule);
        self.tell_by(out, complaint, &ruling, source, at, bytes);
    }

    /// Tells what is wrong by a ruling.
    pub(super) fn tell_by(
        &self,
        out: &mut Vec<Draft>,
        complaint: Complaint,
        ruling: &Ruling,
        source: Source,
        at: Place,
        bytes: Range<usize>,
    ) {
        let bytes = self.origin.shifted(&bytes);
        out.extend(self.judge.finding(complaint, ruling, source, at, bytes));
    }

    /// Whether a stretch of the text holds a credential, or part of one.
    pub(super) fn is_secret(&self, span: &Range<usize>) -> bool {
        let before = self
            .secrets
            .partition_point(|secret| secret.end <= span.start);
        let next = self.secrets.get(before);
        next.is_some_and(|secret| secret.start < span.end)
    }

    /// Which of the bytes that were decoded are part of a credential, in order and apart.
    pub(super) fn secrets_in(&self, decoded: &Decoded) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for index in 0..decoded.bytes().len() {
            if !self.is_secret(&decoded.span(&(index..index + 1))) {
                continue;
            }
            match found.last_mut() {
                Some(last) if last.end == index => last.end += 1,
                _ => found.push(index..index + 1),
            }
        }
        found
    }

    /// Lets the span of a single byte reach over the whole escape or character that it is part of.
    ///
    /// The walk underlines the opening brace of an object that lacks something.
    pub(super) fn whole_character(&self, bytes: &mut Range<usize>) {
        let Some(start) = bytes.start.checked_sub(self.origin.shift) else {
            return;
        };
        let Some((_, follow)) = self.origin.text.get(start..).and_then(<[u8]>::split_first) else {
            return;
        };
        if bytes.len() != 1 {
            return;
        }
        let length = match escape(&self.origin.text[start..]) {
            Some(_) => 2,
            None => follow
                .iter()
                .take_while(|&&byte| byte & 0xC0 == 0x80)
                .count(),
        };
        bytes.end += length;
    }

    /// A word of the text, for a message: not where it holds a credential.
    pub(super) fn shown(&self, span: &Range<usize>, word: String) -> String {
        if self.is_secret(span) {
            "…".to_owned()
        } else {
            word
        }
    }
}

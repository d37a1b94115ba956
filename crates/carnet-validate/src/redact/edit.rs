//! Changes to a text that have nothing to do with a credential.

use super::SHORTEST_HIDDEN;
use carnet_core::Fix;
use std::collections::BTreeSet;
use std::ops::Range;

/// What no change may touch or write.
#[derive(Debug)]
pub(crate) struct Untouched<'t> {
    secrets: &'t [Range<usize>],
    /// Shorter ones are part of many words.
    words: BTreeSet<&'t [u8]>,
}

impl<'t> Untouched<'t> {
    /// `secrets` are in order and apart.
    pub(crate) fn new(text: &'t [u8], secrets: &'t [Range<usize>]) -> Self {
        let words = secrets.iter().filter_map(|secret| text.get(secret.clone()));
        Self {
            secrets,
            words: words.filter(|word| word.len() >= SHORTEST_HIDDEN).collect(),
        }
    }

    /// Whether a fix leaves every credential where it is, and repeats none.
    pub(crate) fn by(&self, fix: &Fix) -> bool {
        let mut edits = fix.edits.iter();
        edits.all(|edit| !self.is_touched(&edit.bytes) && !self.is_written(edit.text.as_bytes()))
    }

    fn is_touched(&self, bytes: &Range<usize>) -> bool {
        let first = self
            .secrets
            .partition_point(|secret| secret.end <= bytes.start);
        let next = self.secrets.get(first);
        next.is_some_and(|secret| secret.start < bytes.end.max(bytes.start + 1))
    }

    /// What a fix writes is short: a name, a listed text, a date, a number.
    fn is_written(&self, text: &[u8]) -> bool {
        !self.words.is_empty()
            && (0..text.len()).any(|start| {
                let ends = start + SHORTEST_HIDDEN..=text.len();
                ends.into_iter()
                    .any(|end| self.words.contains(&text[start..end]))
            })
    }
}

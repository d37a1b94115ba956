//! Everything that was found in one text.

use crate::judge::Draft;
use crate::lines;
#[cfg(feature = "masked")]
use crate::masked::Masked;
use crate::redact;
use carnet_core::contract::Outcome;
use carnet_core::{Finding, Severity, Span};
use std::ops::Range;

/// Everything that was found in one text.
#[derive(Clone, Debug)]
pub struct Report {
    /// The findings, by the start of their span, then by rule; first those about a URL that
    /// accompanies the text, which have no span.
    pub findings: Vec<Finding>,
    /// Byte ranges of the credentials in the text, in order and apart: whoever shows the text
    /// leaves them out, as `masked` does (feature `masked`).
    pub secrets: Vec<Range<usize>>,
    /// Which kind of documented reply the text is; `None` for requests.
    pub outcome: Option<Outcome>,
}

impl Report {
    /// A draft whose bytes begin beyond the end of `text` is about something beside it.
    pub(crate) fn new(
        text: &[u8],
        mut drafts: Vec<Draft>,
        secrets: Vec<Range<usize>>,
        outcome: Option<Outcome>,
    ) -> Self {
        drafts.sort_by_key(|draft| (draft.bytes.start, draft.finding.rule, draft.bytes.end));
        // What stands beside the text comes before it.
        let beside = drafts.partition_point(|draft| draft.bytes.start <= text.len());
        let beside = drafts.split_off(beside);
        let offsets = drafts
            .iter()
            .flat_map(|draft| [draft.bytes.start, draft.bytes.end]);
        let positions = lines::in_order(text, offsets);
        let position = |offset: usize| {
            let offset = offset.min(text.len());
            let found = positions.binary_search_by_key(&offset, |position| position.offset);
            found.ok().map(|index| positions[index])
        };
        let untouched = redact::Untouched::new(text, &secrets);
        let inside = drafts.into_iter().map(|Draft { mut finding, bytes }| {
            redact::hide(&mut finding, text, &bytes, &secrets);
            finding.fix = finding.fix.filter(|fix| untouched.by(fix));
            let span = position(bytes.start).zip(position(bytes.end));
            Finding {
                span: span.map(|(start, end)| Span { start, end }),
                ..finding
            }
        });
        // There is no text that a fix could change.
        let beside = beside.into_iter().map(|draft| Finding {
            fix: None,
            ..draft.finding
        });
        Self {
            findings: beside.chain(inside).collect(),
            secrets,
            outcome,
        }
    }

    /// The text that was checked, to show it without its credentials.
    #[cfg(feature = "masked")]
    #[must_use]
    pub fn masked<'a>(&'a self, text: &'a [u8]) -> Masked<'a> {
        Masked::new(text, &self.secrets)
    }

    /// Whether no finding is an error.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// Whether there is no finding at all.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let findings = self.findings.iter();
        findings.filter(|found| found.severity == severity).count()
    }
}

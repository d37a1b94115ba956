//! Rounds of fixing, each confirmed by judging the text again.

use super::{Fixed, is_fixable, write};
use crate::report::Report;
use crate::settings::Settings;
use carnet_core::{Artifact, Contract, Finding, Place, RuleId, Severity};
use std::collections::BTreeMap;

/// How often a text is judged at most while it is looked for what a fix has spoilt.
const MOST_TRIALS: usize = 48;

/// The gravest first: what is uncovered may be as grave as what was fixed.
const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// A text on its way.
pub(super) struct Round<'a> {
    contract: &'a Contract,
    artifact: Artifact,
    settings: &'a Settings,
    text: Vec<u8>,
    report: Report,
    applied: Vec<Finding>,
    trials: usize,
}

impl<'a> Round<'a> {
    pub(super) fn new(
        contract: &'a Contract,
        artifact: Artifact,
        text: &[u8],
        settings: &'a Settings,
    ) -> Self {
        Self {
            contract,
            artifact,
            settings,
            text: text.to_vec(),
            report: crate::lint(contract, artifact, text, settings),
            applied: Vec::new(),
            trials: MOST_TRIALS,
        }
    }

    pub(super) fn fixed(self) -> Fixed {
        Fixed {
            text: self.text,
            applied: self.applied,
            report: self.report,
        }
    }

    /// Fixes what the report of the last round says can be; `false` when nothing was.
    pub(super) fn run(&mut self) -> bool {
        let mut is_fixed = false;
        for severity in SEVERITIES {
            let findings = self.report.findings.iter();
            let of_severity = |found: &&Finding| found.severity == severity && is_fixable(found);
            let findings: Vec<_> = findings.filter(of_severity).cloned().collect();
            is_fixed |= !findings.is_empty() && self.keep(findings, severity);
        }
        is_fixed
    }

    /// Writes the fixes of findings of one severity, without those that are not confirmed.
    fn keep(&mut self, findings: Vec<Finding>, severity: Severity) -> bool {
        let mut kept: Vec<Finding> = Vec::new();
        // Stretches of findings still to be tried, the first on top.
        let mut open = vec![findings];
        let mut best = None;
        while let Some(tried) = open.pop() {
            let together: Vec<&Finding> = kept.iter().chain(&tried).collect();
            match self.confirmed(&together, severity) {
                Some(trial) => {
                    best = Some(trial);
                    kept.extend(tried);
                }
                None if tried.len() > 1 && self.trials > 0 => {
                    let mut first = tried;
                    let second = first.split_off(first.len() / 2);
                    open.extend([second, first]);
                }
                None => {}
            }
        }
        let Some(Trial {
            text,
            report,
            taken,
        }) = best
        else {
            return false;
        };
        let taken = kept.into_iter().zip(taken).filter(|(_, taken)| *taken);
        self.applied.extend(taken.map(|(finding, _)| finding));
        self.text = text;
        self.report = report;
        true
    }

    /// The text with these fixes, unless they do not do what they are for, or do harm.
    fn confirmed(&mut self, findings: &[&Finding], severity: Severity) -> Option<Trial> {
        self.trials = self.trials.checked_sub(1)?;
        let (text, taken) = write(&self.text, findings);
        if text == self.text {
            return None;
        }
        let report = crate::lint(self.contract, self.artifact, &text, self.settings);
        let fixed = findings.iter().zip(&taken).filter(|(_, taken)| **taken);
        let fixed = fixed.map(|(finding, _)| *finding);
        let is_confirmed = report.outcome == self.report.outcome
            && are_gone(fixed, &self.report, &report)
            && !is_graver(&self.report, &report, severity);
        is_confirmed.then_some(Trial {
            text,
            report,
            taken,
        })
    }
}

/// A text that was tried and confirmed.
struct Trial {
    text: Vec<u8>,
    report: Report,
    /// Which of the fixes were written.
    taken: Vec<bool>,
}

/// Whether findings are no longer made, others of the same rule and place aside.
fn are_gone<'f>(fixed: impl Iterator<Item = &'f Finding>, before: &Report, after: &Report) -> bool {
    let key = |finding: &'f Finding| (finding.rule, &finding.at);
    let mut expected: BTreeMap<(RuleId, &Place), usize> = BTreeMap::new();
    for finding in fixed {
        *expected.entry(key(finding)).or_default() += 1;
    }
    let count = |report: &Report| {
        let mut counts: BTreeMap<(RuleId, Place), usize> = BTreeMap::new();
        for finding in &report.findings {
            if expected.contains_key(&(finding.rule, &finding.at)) {
                *counts
                    .entry((finding.rule, finding.at.clone()))
                    .or_default() += 1;
            }
        }
        counts
    };
    let (before, after) = (count(before), count(after));
    expected.iter().all(|(&(rule, at), fixed)| {
        let key = (rule, at.clone());
        let count = |counts: &BTreeMap<_, usize>| counts.get(&key).copied().unwrap_or_default();
        count(&after) + fixed <= count(&before)
    })
}

/// Whether a rule is broken more often than before, and that is graver than `severity`. Places do
/// not count: they change with the keys on the way to them.
fn is_graver(before: &Report, after: &Report, severity: Severity) -> bool {
    let count = |report: &Report| {
        let mut counts: BTreeMap<(RuleId, Severity), usize> = BTreeMap::new();
        for finding in &report.findings {
            if finding.severity > severity {
                *counts.entry((finding.rule, finding.severity)).or_default() += 1;
            }
        }
        counts
    };
    let before = count(before);
    let mut after = count(after).into_iter();
    after.any(|(key, count)| count > before.get(&key).copied().unwrap_or_default())
}

//! Findings as the cases write them: `error max-length /name RV-17`.

use carnet_core::{Finding, RuleId, Severity};
use std::fmt;

/// What a case says of one finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Expected {
    /// A JSON Pointer; empty for the whole text.
    pub(crate) pointer: String,
    pub(crate) rule: RuleId,
    pub(crate) severity: Severity,
    pub(crate) discrepancy: Option<String>,
}

impl Expected {
    /// Reads a line of a case.
    pub(crate) fn parse(line: &str, case: &str) -> Self {
        let parts = || {
            let (severity, rest) = line.split_once(' ')?;
            let (rule, rest) = rest.split_once(' ')?;
            // Keys may hold blanks, and so may pointers.
            let (pointer, discrepancy) = rest.rsplit_once(' ')?;
            let severities = [Severity::Error, Severity::Warning, Severity::Info];
            Some(Self {
                pointer: if pointer == "." {
                    String::new()
                } else {
                    pointer.to_owned()
                },
                rule: rule.parse().ok()?,
                severity: severities.into_iter().find(|it| it.as_str() == severity)?,
                discrepancy: (discrepancy != "-").then(|| discrepancy.to_owned()),
            })
        };
        parts().unwrap_or_else(|| panic!("{case}: `{line}` is not `severity rule pointer id`"))
    }
}

impl From<&Finding> for Expected {
    fn from(finding: &Finding) -> Self {
        Self {
            pointer: finding.at.to_string(),
            rule: finding.rule,
            severity: finding.severity,
            discrepancy: finding
                .discrepancy
                .map(|discrepancy| discrepancy.id.to_owned()),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = if self.pointer.is_empty() {
            "."
        } else {
            &self.pointer
        };
        let discrepancy = self.discrepancy.as_deref().unwrap_or("-");
        write!(f, "{} {} {pointer} {discrepancy}", self.severity, self.rule)
    }
}

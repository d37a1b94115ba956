//! Recorded contradictions and silences of the vendors' pages.

use crate::{Levels, Source};

/// A contradiction or silence, the two ways to read it, and what each profile chose.
#[derive(Clone, Copy, Debug)]
pub struct Discrepancy {
    /// Stable id, such as `RV-01`.
    pub id: &'static str,
    /// What sort of trouble it is: `contradiction`, `silence`, `typo`, …
    pub kind: &'static str,
    /// The two readings.
    pub readings: [&'static str; 2],
    /// What the strict profile takes, in words.
    pub strict: &'static str,
    /// What the lenient profile takes, in words.
    pub lenient: &'static str,
    /// The severity, per profile, of a payload that follows the reading not taken.
    pub levels: Levels,
    /// Why it was decided so.
    pub reason: &'static str,
    /// Pages and measurements behind the decision.
    pub evidence: &'static [&'static str],
    /// Where the vendor says it, when that is not the place of the finding.
    pub source: Option<Source>,
    /// Set when no check of a payload can exist, with the reason.
    pub note: Option<&'static str>,
}

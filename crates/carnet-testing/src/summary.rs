//! How the texts fared that the engines agree about.

use crate::engines::Verdicts;
use crate::schema::BySchema;
use carnet_core::{Artifact, Profile};
use std::collections::BTreeSet;
use std::fmt;

/// How the texts fared that the engines agree about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many texts the test has given.
    pub given: u64,
    /// Of the texts that were made, by artifact.
    pub tallies: Vec<Tally>,
    /// The reasons of the [exceptions](crate::exceptions) that it took.
    pub excuses: BTreeSet<&'static str>,
}

/// How the texts fared that were made of one artifact. A maker that only makes right or only makes
/// wrong ones shows nothing: look at these numbers once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// What they are texts of.
    pub artifact: Artifact,
    /// How many there are.
    pub made: u64,
    /// How many differ.
    pub distinct: u64,
    /// In how many the validator finds nothing.
    pub clean: u64,
    /// In how many of these the clean pass says so as well.
    pub told_clean: u64,
    /// In how many the validator finds no error.
    pub passed: u64,
    /// How many the schema refuses.
    pub refused_by_schema: u64,
    /// How many are no JSON.
    pub not_json: u64,
    /// The rules that findings are about.
    pub rules: BTreeSet<&'static str>,
}

impl Tally {
    pub(crate) const fn new(artifact: Artifact) -> Self {
        Self {
            artifact,
            made: 0,
            distinct: 0,
            clean: 0,
            told_clean: 0,
            passed: 0,
            refused_by_schema: 0,
            not_json: 0,
            rules: BTreeSet::new(),
        }
    }

    pub(crate) fn add(&mut self, verdicts: &Verdicts<'_>) {
        let report = &verdicts.report;
        self.made += 1;
        self.clean += u64::from(report.is_clean());
        self.told_clean += u64::from(verdicts.told_clean.contains(&Profile::Strict));
        self.passed += u64::from(report.passes());
        match verdicts.schema {
            BySchema::Valid => {}
            BySchema::Invalid(_) => self.refused_by_schema += 1,
            BySchema::NotJson(_) => self.not_json += 1,
        }
        let rules = report.findings.iter().map(|finding| finding.rule.as_str());
        self.rules.extend(rules);
    }
}

/// A line for each artifact, and one for each exception.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "given: {} texts", self.given)?;
        for tally in &self.tallies {
            let Tally {
                artifact,
                made,
                distinct,
                clean,
                told_clean,
                passed,
                refused_by_schema,
                not_json,
                rules,
            } = tally;
            writeln!(
                f,
                "{artifact}: {made} made, {distinct} different, {clean} clean ({told_clean} told \
                 at once), {passed} passed, \
                 {refused_by_schema} refused by the schema, {not_json} no JSON, {} rules broken",
                rules.len(),
            )?;
        }
        for excuse in &self.excuses {
            writeln!(f, "exception: {excuse}")?;
        }
        Ok(())
    }
}

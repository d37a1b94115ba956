//! Whether the clean pass keeps its word: what it calls clean, the validator finds nothing in.
//!
//! [`Agreement`](crate::Agreement) asks the same of every text that it judges. Without schemas and
//! decoding, twenty times as many can be judged.

use crate::agreement::SEED;
use crate::make::Maker;
use crate::passes::Passes;
use carnet_core::{Artifact, Contract, Profile};
use carnet_validate::{Context, Report, Settings, lint};
use std::collections::BTreeMap;
use std::fmt;

/// How many broken words are written out; the rest are counted.
const SHOWN: usize = 10;

/// How texts fared that were made of one artifact, under one profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How many there are.
    pub made: u64,
    /// In how many the validator finds nothing.
    pub clean: u64,
    /// How many of these the clean pass calls clean.
    pub told: u64,
}

impl Told {
    /// What both are together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            made: self.made + other.made,
            clean: self.clean + other.clean,
            told: self.told + other.told,
        }
    }

    /// The share of clean texts that the clean pass recognises; 1 where there is none.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "nobody makes 2⁵³ texts")]
    pub fn coverage(self) -> f64 {
        if self.clean == 0 {
            return 1.0;
        }
        self.told as f64 / self.clean as f64
    }
}

/// Texts that the clean pass calls clean and the validator finds something in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenWords {
    operation: &'static str,
    artifact: Artifact,
    count: usize,
    /// The first of them.
    shown: Vec<String>,
}

impl BrokenWords {
    fn add(&mut self, seed: u64, settings: &Settings, report: &Report) {
        self.count += 1;
        if self.count <= SHOWN {
            let rules = report.findings.iter().map(|it| it.rule.as_str());
            let rules = rules.collect::<Vec<_>>().join(", ");
            let status = settings.context.http_status.map_or_else(
                || "no status".to_owned(),
                |status| format!("status {status}"),
            );
            let profile = settings.profile;
            self.shown
                .push(format!("seed {seed:#x}, {profile}, {status}: {rules}"));
        }
    }
}

/// Which text of which operation, and the rules that it breaks.
impl fmt::Display for BrokenWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            operation,
            artifact,
            count,
            shown,
        } = self;
        writeln!(
            f,
            "{operation}: {count} texts of the {artifact} are called clean and are not"
        )?;
        shown.iter().try_for_each(|it| writeln!(f, "  {it}"))
    }
}

impl std::error::Error for BrokenWords {}

/// Has both passes judge texts made from a contract, under each profile; `first` is the number of
/// the first text, so that a run can go on where another ended.
///
/// What a [`Context`] selects is left out: the clean pass knows no selections.
///
/// # Errors
/// When the clean pass calls a text clean that the validator finds something in.
///
/// # Example
/// ```
/// use carnet_core::{Artifact, Operation, Profile};
/// use carnet_testing::clean;
/// use carnet_vendors::revnue::CreateCustomer;
///
/// let told = clean::check(CreateCustomer::CONTRACT, Artifact::RequestBody, 0, 200)?;
/// assert_eq!(told[&Profile::Strict].made, 200);
/// # Ok::<(), clean::BrokenWords>(())
/// ```
pub fn check(
    contract: &Contract,
    artifact: Artifact,
    first: u64,
    count: u64,
) -> Result<BTreeMap<Profile, Told>, BrokenWords> {
    let maker = Maker::new(contract, artifact);
    let passes = Passes::new(contract, artifact);
    let mut told = BTreeMap::new();
    let mut broken = BrokenWords {
        operation: contract.id,
        artifact,
        count: 0,
        shown: Vec::new(),
    };
    for seed in (first..first + count).map(|number| SEED.wrapping_add(number)) {
        let (text, context) = maker.make(seed);
        for profile in Profile::ALL {
            let settings = settings(profile, context.http_status);
            let report = lint(contract, artifact, &text, &settings);
            let (is_clean, is_told) = (report.is_clean(), passes.is_clean(&text, &settings));
            let tally: &mut Told = told.entry(profile).or_default();
            *tally = tally.and(Told {
                made: 1,
                clean: u64::from(is_clean),
                told: u64::from(is_clean && is_told),
            });
            if is_told && !is_clean {
                broken.add(seed, &settings, &report);
            }
        }
    }
    if broken.count == 0 {
        Ok(told)
    } else {
        Err(broken)
    }
}

fn settings(profile: Profile, http_status: Option<u16>) -> Settings {
    Settings {
        profile,
        context: Context {
            http_status,
            ..Context::default()
        },
        ..Settings::default()
    }
}

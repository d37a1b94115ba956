//! How strongly a statement of a contract is held, per profile.

use crate::{Discrepancy, Source};
use std::fmt;
use std::str::FromStr;

/// The reading of a vendor's pages under which a payload is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// What a careful author writes.
    #[default]
    Strict,
    /// What a CI gate over payloads that already exist lets pass.
    Lenient,
}

impl Profile {
    /// Both profiles, strict first.
    pub const ALL: [Self; 2] = [Self::Strict, Self::Lenient];

    /// The name used on the command line, in configuration and in output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Lenient => "lenient",
        }
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Profile {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Self::ALL
            .into_iter()
            .find(|profile| profile.as_str() == name)
            .ok_or(UnknownName)
    }
}

/// A name that is none of the words a closed list allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownName;

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not one of the known names")
    }
}

impl std::error::Error for UnknownName {}

/// How grave a finding is. Only [`Severity::Error`] fails a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably not what the author wants.
    Warning,
    /// The profile does not accept the payload.
    Error,
}

impl Severity {
    /// The word used in every output format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a profile does about a broken statement: nothing, or a finding of some severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// No finding.
    Allow,
    /// A finding of [`Severity::Info`].
    Info,
    /// A finding of [`Severity::Warning`].
    Warning,
    /// A finding of [`Severity::Error`].
    Error,
}

impl Level {
    /// Every level, mildest first.
    pub const ALL: [Self; 4] = [Self::Allow, Self::Info, Self::Warning, Self::Error];

    /// The severity of the finding, if there is to be one.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Allow => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }

    /// The word used in attributes, registers and output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Level {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Self::ALL
            .into_iter()
            .find(|level| level.as_str() == name)
            .ok_or(UnknownName)
    }
}

/// One [`Level`] per [`Profile`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Levels {
    /// Under [`Profile::Strict`].
    pub strict: Level,
    /// Under [`Profile::Lenient`].
    pub lenient: Level,
}

impl Levels {
    /// An error in both profiles: what a statement means unless it says otherwise.
    pub const ERROR: Self = Self::new(Level::Error, Level::Error);
    /// No finding in either profile.
    pub const ALLOW: Self = Self::new(Level::Allow, Level::Allow);

    /// Levels for the two profiles.
    #[must_use]
    pub const fn new(strict: Level, lenient: Level) -> Self {
        Self { strict, lenient }
    }

    /// The level under `profile`.
    #[must_use]
    pub const fn of(self, profile: Profile) -> Level {
        match profile {
            Profile::Strict => self.strict,
            Profile::Lenient => self.lenient,
        }
    }
}

/// What happens when a statement is broken, and who says so.
#[derive(Clone, Copy, Debug)]
pub struct Ruling {
    /// The severity per profile.
    pub levels: Levels,
    /// Where the vendor states it; `None` inherits the source of the place that is judged.
    pub source: Option<Source>,
    /// The discrepancy that decided the levels.
    pub discrepancy: Option<&'static Discrepancy>,
}

impl Ruling {
    /// An error in both profiles that nobody disputes.
    pub const ERROR: Self = Self::plain(Levels::ERROR);
    /// Never a finding.
    pub const ALLOW: Self = Self::plain(Levels::ALLOW);

    /// A ruling with these levels and no discrepancy.
    #[must_use]
    pub const fn plain(levels: Levels) -> Self {
        Self {
            levels,
            source: None,
            discrepancy: None,
        }
    }

    /// The ruling that a discrepancy makes, with its own levels.
    #[must_use]
    pub const fn by(discrepancy: &'static Discrepancy) -> Self {
        Self {
            levels: discrepancy.levels,
            source: discrepancy.source,
            discrepancy: Some(discrepancy),
        }
    }

    /// The same ruling with other levels.
    #[must_use]
    pub const fn with_levels(self, levels: Levels) -> Self {
        Self { levels, ..self }
    }

    /// The same ruling with a source of its own.
    #[must_use]
    pub const fn with_source(self, source: Source) -> Self {
        Self {
            source: Some(source),
            ..self
        }
    }
}

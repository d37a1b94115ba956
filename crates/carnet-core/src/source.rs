//! Where a statement comes from, and how strongly it was made.

use std::fmt;

/// How a vendor's page makes a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Strength {
    /// A sentence or table cell that says so.
    #[default]
    Normative,
    /// The page's own request or response syntax.
    Skeleton,
    /// Seen in a printed sample only.
    Sample,
    /// Said elsewhere: a standard, a sister page, public code.
    Outside,
    /// Concluded by us.
    Inferred,
}

impl Strength {
    /// The word used in attributes and output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Normative => "normative",
            Self::Skeleton => "skeleton",
            Self::Sample => "sample",
            Self::Outside => "outside",
            Self::Inferred => "inferred",
        }
    }
}

impl fmt::Display for Strength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The page and section that state a constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The page's URL; empty means the page of the operation.
    pub url: &'static str,
    /// The section of the page, in the vendor's words for it; usually the field's wire name.
    pub section: &'static str,
    /// How strongly it is stated.
    pub strength: Strength,
}

impl Source {
    /// A normative statement on the operation's own page.
    #[must_use]
    pub const fn section(section: &'static str) -> Self {
        Self {
            url: "",
            section,
            strength: Strength::Normative,
        }
    }

    /// A statement of a standard or another page.
    #[must_use]
    pub const fn outside(url: &'static str, section: &'static str) -> Self {
        Self {
            url,
            section,
            strength: Strength::Outside,
        }
    }

    /// The same source with the section of the place around it, where it names none.
    #[must_use]
    pub const fn within(self, outer: Self) -> Self {
        if self.section.is_empty() {
            Self {
                section: outer.section,
                ..self
            }
        } else {
            self
        }
    }

    /// The same source with the operation's page filled in where it names none.
    #[must_use]
    pub const fn on(self, page: &'static str) -> Self {
        if self.url.is_empty() {
            Self { url: page, ..self }
        } else {
            self
        }
    }
}

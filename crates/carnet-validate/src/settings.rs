//! What the caller decides.

use carnet_core::{Level, Profile};
use std::collections::BTreeMap;

/// How a text is to be judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The reading of the vendor's pages that is in force.
    pub profile: Profile,
    /// What is known besides the text.
    pub context: Context,
    /// Where the text stands.
    pub surface: Surface,
    /// Choices by discrepancy id (`RV-01`) or rule id (`max-length`), in place of the profile's.
    /// Where a finding has both, the discrepancy's is taken.
    pub overrides: BTreeMap<String, Choice>,
}

/// What a caller decides about a discrepancy or a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Findings have this level.
    Level(Level),
    /// The reading that the contract does not take is in force: what follows it is no finding.
    /// Where a value may have one of two types or formats, the documented one is the finding then.
    OtherReading,
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Surface {
    /// In a file, where a live credential does not belong.
    #[default]
    File,
    /// On its way to the vendor, where it does: the rule `secret` is off.
    Wire,
}

/// What is known besides the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The HTTP status that a reply came with.
    pub http_status: Option<u16>,
    /// The URL that a body is sent to: its parameters count as well, and it is judged.
    pub url: Option<String>,
    /// The HTTP method that the request is sent with.
    pub method: Option<String>,
    /// Choices between the variants of a union: the name of the map that the contract asks for
    /// (`template_field_types`), then from key to variant name. Names that the contract does not
    /// know select nothing.
    pub selections: BTreeMap<String, BTreeMap<String, String>>,
}

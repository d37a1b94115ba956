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
    /// Levels by discrepancy id (`RV-01`) or rule id (`max-length`), in place of the profile's.
    /// Where a finding has both, the discrepancy's level is taken.
    pub overrides: BTreeMap<String, Level>,
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
    /// Choices between the variants of a union: the name of the map that the contract asks for
    /// (`template_field_types`), then from key to variant name. Names that the contract does not
    /// know select nothing.
    pub selections: BTreeMap<String, BTreeMap<String, String>>,
}

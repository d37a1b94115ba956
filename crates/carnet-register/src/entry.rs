//! One entry of a register, as it is written.

use serde::Deserialize;

/// One entry of a register.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) kind: String,
    pub(crate) readings: [String; 2],
    pub(crate) strict: String,
    pub(crate) lenient: String,
    pub(crate) levels: Option<Levels>,
    pub(crate) note: Option<String>,
    pub(crate) reason: String,
    #[serde(default)]
    pub(crate) evidence: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Levels {
    pub(crate) strict: Level,
    pub(crate) lenient: Level,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    Allow,
    Info,
    Warning,
    Error,
}

/// What to type for a member that is missing.
pub(crate) fn example(member: &str) -> Option<&'static str> {
    Some(match member {
        "kind" => "kind = \"contradiction\", or \"silence\", \"typo\", …",
        "readings" => "readings = [\"one way to read the page\", \"the other\"]",
        "strict" => "strict = \"what the strict profile takes\"",
        "lenient" => "lenient = \"what the lenient profile takes\"",
        "reason" => "reason = \"why it was decided so\"",
        _ => return None,
    })
}

//! Where a run reads from and writes to, and what it knows of its surroundings.

use std::fmt;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The streams of one run.
pub struct Streams<'a> {
    /// What `-` and `encode` read.
    pub input: &'a mut dyn Read,
    /// What was asked for goes here.
    pub output: &'a mut dyn Write,
    /// What keeps the command from doing it goes here.
    pub errors: &'a mut dyn Write,
    /// How text for people looks.
    pub style: Style,
    /// Where the command runs.
    pub environment: Environment<'a>,
}

impl fmt::Debug for Streams<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streams")
            .field("style", &self.style)
            .field("environment", &self.environment)
            .finish_non_exhaustive()
    }
}

/// How text for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Colour what goes to the output.
    pub colour_output: bool,
    /// Colour what goes to the errors.
    pub colour_errors: bool,
    /// Characters in a line, beyond which quoted source lines are cut.
    pub width: usize,
}

impl Style {
    /// No colour, 120 characters wide.
    pub const PLAIN: Self = Self {
        colour_output: false,
        colour_errors: false,
        width: 120,
    };
}

/// What a run is told of the process around it. The default is nowhere in particular.
#[derive(Clone, Default)]
pub struct Environment<'a> {
    /// The run is a step of GitHub Actions: findings become annotations.
    pub github_actions: bool,
    /// The current folder, in which relative paths begin.
    pub folder: Option<PathBuf>,
    /// The root of what is checked out; formats for code hosts name paths from there on.
    pub workspace: Option<PathBuf>,
    /// The time since some moment in the past. Only where a person watches standard error: it lets
    /// long work show how far it is.
    pub clock: Option<&'a dyn Fn() -> Duration>,
    /// What gets documents of the network, where `--allow-net` allows it. None in a build without.
    pub network: Option<Network>,
}

/// Gets the document at a URL, or says in words why there is none. Only called with `http` and
/// `https`; what bounds it (size, time, redirects) is its own affair.
pub type Network = Arc<dyn Fn(&str) -> Result<Vec<u8>, String> + Send + Sync>;

impl fmt::Debug for Environment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment")
            .field("github_actions", &self.github_actions)
            .field("folder", &self.folder)
            .field("workspace", &self.workspace)
            .field("network", &self.network.is_some())
            .finish_non_exhaustive()
    }
}

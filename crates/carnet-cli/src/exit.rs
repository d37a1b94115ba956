//! What the process says when it ends.

use std::process::ExitCode;

/// How a run ended. Of several reasons the last in this list wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// No finding is an error: 0.
    #[default]
    Clean,
    /// Findings are errors, or warnings where those are denied: 1.
    Findings,
    /// The command line, `carnet.toml` or the context is wrong: 2.
    Usage,
    /// Something could not be read or written: 3.
    Io,
}

impl Exit {
    /// The exit code.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Io => 3,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

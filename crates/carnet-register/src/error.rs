//! Why a register gives no constants.

use crate::entry::example;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a register gives no constants.
///
/// Displayed, it names the file and the entry, and says what to type. It looks the same to
/// `Debug`, which is what cargo prints of a build script that fails.
pub struct Error {
    file: Option<PathBuf>,
    problem: Problem,
}

pub(crate) enum Problem {
    Read(io::Error),
    Write(io::Error),
    NoOutDir,
    CratePath(String),
    Id(String),
    /// What is wrong in an entry, and what to type.
    Entry(String, &'static str),
    Toml {
        entry: Option<String>,
        error: Box<toml::de::Error>,
    },
}

impl Error {
    pub(crate) const fn new(problem: Problem) -> Self {
        Self {
            file: None,
            problem,
        }
    }

    pub(crate) fn toml(text: &str, error: toml::de::Error) -> Self {
        let start = error.span().map_or(0, |span| span.start);
        // The entry begins at the last header up to the end of the line that is wrong.
        let end = text[start..]
            .find('\n')
            .map_or(text.len(), |end| start + end);
        let mut lines = text[..end].lines().rev();
        let header = lines.find_map(|line| line.trim().strip_prefix('[')?.split(']').next());
        Self::new(Problem::Toml {
            entry: header.map(ToOwned::to_owned),
            error: Box::new(error),
        })
    }

    pub(crate) fn of_file(self, file: &Path) -> Self {
        Self {
            file: Some(file.to_owned()),
            ..self
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{}: ", file.display())?;
        }
        match &self.problem {
            Problem::Read(error) => write!(f, "cannot be read: {error}"),
            Problem::Write(error) => write!(f, "cannot be written: {error}"),
            Problem::NoOutDir => f.write_str("OUT_DIR is not set: call this from a build script"),
            Problem::CratePath(path) => write!(
                f,
                "`{path}` is no path of a crate: write the name that the crate has in your \
                 Cargo.toml, such as `carnet`, with `_` for `-`"
            ),
            Problem::Id(id) => write!(
                f,
                "`{id}` is no id of a discrepancy: write capitals, `-` and two digits, such as \
                 [AC-01]"
            ),
            Problem::Entry(id, what) => write!(f, "{id} {what}"),
            Problem::Toml { entry, error } => {
                if let Some(entry) = entry {
                    write!(f, "{entry}: ")?;
                }
                write!(f, "{}", error.message())?;
                if let Some(write_this) = missing(error.message()).and_then(example) {
                    write!(f, ": write {write_this}")?;
                }
                write!(f, "\n{error}")
            }
        }
    }
}

/// The member that a message says is missing.
fn missing(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.strip_suffix('`')
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            Problem::Read(error) | Problem::Write(error) => Some(error),
            Problem::Toml { error, .. } => Some(error),
            _ => None,
        }
    }
}

//! A folder of generated files: writing it, and finding out whether it is up to date.

use crate::Drift;
use std::error::Error;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder some of whose files are generated, and which of them are.
///
/// # Example
/// ```
/// use carnet_schema::{Change, Generated};
///
/// let path = std::env::temp_dir().join("carnet-generated");
/// # std::fs::remove_dir_all(&path).ok();
/// let folder = Generated::at(&path, |name| name.ends_with(".txt"));
/// let files = [("one.txt".to_owned(), "1\n".to_owned())];
/// assert_eq!(folder.check(&files)?.missing, ["one.txt"]);
/// assert_eq!(folder.write(&files)?, [Change::Wrote("one.txt".to_owned())]);
/// assert!(folder.check(&files)?.is_empty());
/// assert_eq!(folder.write(&[])?, [Change::Removed("one.txt".to_owned())]);
/// # std::fs::remove_dir_all(&path).ok();
/// # Ok::<(), carnet_schema::folder::FolderError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Generated {
    path: PathBuf,
    owns: fn(&str) -> bool,
}

impl Generated {
    /// The folder at this path, which need not be there. `owns` tells by a file's name below the
    /// folder, with `/`, whether it goes when nothing makes it any more.
    pub fn at(path: impl Into<PathBuf>, owns: fn(&str) -> bool) -> Self {
        Self {
            path: path.into(),
            owns,
        }
    }

    /// Writes what is missing or has changed of these files, given as names and texts, removes
    /// those that nothing makes any more, and says what it did.
    ///
    /// # Errors
    /// When a file or the folder cannot be read, written or removed.
    pub fn write(&self, files: &[(String, String)]) -> Result<Vec<Change>, FolderError> {
        let drift = self.check(files)?;
        let mut changes = Vec::new();
        for name in drift.stale {
            let path = self.path.join(&name);
            fs::remove_file(&path).map_err(|error| FolderError::new(&path, error))?;
            changes.push(Change::Removed(name));
        }
        let differing = drift.changed.iter().map(|it| &it.file_name);
        let wanted: Vec<_> = drift.missing.iter().chain(differing).collect();
        for (name, text) in files.iter().filter(|(name, _)| wanted.contains(&name)) {
            self.write_file(name, text)?;
            changes.push(Change::Wrote(name.clone()));
        }
        Ok(changes)
    }

    /// How the folder differs from what [`write`](Self::write) would leave. Changes nothing.
    ///
    /// # Errors
    /// When a file or the folder cannot be read. A folder that is not there is an empty one.
    pub fn check(&self, files: &[(String, String)]) -> Result<Drift, FolderError> {
        Ok(Drift::between(files, &self.found(files)?))
    }

    fn write_file(&self, name: &str, text: &str) -> Result<(), FolderError> {
        let path = self.path.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| FolderError::new(parent, error))?;
        }
        fs::write(&path, text).map_err(|error| FolderError::new(&path, error))
    }

    /// The generated files that are there, their names with `/` and their texts, in order.
    fn found(&self, files: &[(String, String)]) -> Result<Vec<(String, String)>, FolderError> {
        let is_ours =
            |name: &str| (self.owns)(name) || files.iter().any(|(known, _)| known == name);
        let mut all = Vec::new();
        if self.path.is_dir() {
            gather(&self.path, "", &is_ours, &mut all)?;
        }
        all.sort();
        Ok(all)
    }
}

fn gather(
    folder: &Path,
    prefix: &str,
    is_ours: &dyn Fn(&str) -> bool,
    all: &mut Vec<(String, String)>,
) -> Result<(), FolderError> {
    let unreadable = |error| FolderError::new(folder, error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            gather(&path, &format!("{name}/"), is_ours, all)?;
        } else if is_ours(&name) {
            // A text that is not UTF-8 is drift like any other.
            let bytes = fs::read(&path).map_err(|error| FolderError::new(&path, error))?;
            all.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Ok(())
}

/// Something that [`Generated::write`] did. Displayed, it is a line for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It wrote the file of this name below the folder.
    Wrote(String),
    /// It removed it.
    Removed(String),
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wrote(name) => write!(f, "wrote {name}"),
            Self::Removed(name) => write!(f, "removed {name}"),
        }
    }
}

/// Why a folder of generated files cannot be read or written. Displayed, it names the path.
#[derive(Debug)]
pub struct FolderError {
    path: PathBuf,
    error: io::Error,
}

impl FolderError {
    fn new(path: &Path, error: io::Error) -> Self {
        Self {
            path: path.to_owned(),
            error,
        }
    }
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl Error for FolderError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

//! A folder of schemas: writing it, and finding out whether it is up to date.

use crate::Drift;
use crate::catalog::files_under;
use crate::document::ROOT;
use carnet_core::Contract;
use std::error::Error;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder that holds the schemas of contracts, and nothing else that is named like a schema.
///
/// # Example
/// The task of a crate with contracts of its own, and the test that its schemas are up to date:
/// ```no_run
/// use carnet_schema::Folder;
/// # const CONTRACTS: &[&carnet_core::Contract] = &[];
///
/// for change in Folder::at("schemas").write(CONTRACTS)? {
///     println!("{change}");
/// }
///
/// let drift = Folder::at("schemas").check(CONTRACTS)?;
/// assert!(drift.is_empty(), "run the task again:\n{drift}");
/// # Ok::<(), carnet_schema::folder::FolderError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
    ids: String,
    others: Vec<(String, String)>,
}

impl Folder {
    /// The folder at this path. It need not be there.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            ids: ROOT.to_owned(),
            others: Vec::new(),
        }
    }

    /// Where the `$id`s of the schemas live: a URL to put their names behind. An id is a name, and
    /// nothing is fetched from there; but the ids of different owners must not meet. Those of
    /// Carnet's own catalog are the default.
    #[must_use]
    pub fn ids_under(mut self, url: impl Into<String>) -> Self {
        self.ids = url.into();
        if !self.ids.ends_with('/') {
            self.ids.push('/');
        }
        self
    }

    /// Keeps a file beside those of the contracts, given by its name below the folder, with `/`,
    /// and its text.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.others.push((name.into(), text.into()));
        self
    }

    /// Writes what is missing or has changed, removes the schemas that nothing makes any more, and
    /// says what it did. Other files are left alone; so is what is up to date.
    ///
    /// # Errors
    /// When a file or the folder cannot be read, written or removed.
    ///
    /// # Example
    /// ```
    /// use carnet_schema::Folder;
    /// use carnet_schema::folder::Change;
    /// use carnet_vendors::CATALOG;
    ///
    /// let path = std::env::temp_dir().join("carnet-schemas");
    /// let folder = Folder::at(&path);
    /// folder.write(CATALOG)?;
    /// assert_eq!(folder.write(CATALOG)?, [], "nothing is left to do");
    ///
    /// let changes = folder.write(&[])?;
    /// let customers = "revnue/revnue.customer.create.request.schema.json".to_owned();
    /// assert!(changes.contains(&Change::Removed(customers)));
    /// # std::fs::remove_dir_all(&path).ok();
    /// # Ok::<(), carnet_schema::folder::FolderError>(())
    /// ```
    pub fn write(&self, contracts: &[&Contract]) -> Result<Vec<Change>, FolderError> {
        let now = self.generated(contracts);
        let drift = Drift::between(&now, &self.found()?);
        let mut changes = Vec::new();
        for name in drift.stale {
            let path = self.path.join(&name);
            fs::remove_file(&path).map_err(|error| FolderError::new(&path, error))?;
            changes.push(Change::Removed(name));
        }
        let differing = drift.changed.iter().map(|it| &it.file_name);
        let wanted: Vec<_> = drift.missing.iter().chain(differing).collect();
        for (name, text) in now.iter().filter(|(name, _)| wanted.contains(&name)) {
            self.write_file(name, text)?;
            changes.push(Change::Wrote(name.clone()));
        }
        Ok(changes)
    }

    /// How the folder differs from what [`write`](Self::write) would leave. Changes nothing.
    ///
    /// # Errors
    /// When a file or the folder cannot be read. A folder that is not there is an empty one.
    pub fn check(&self, contracts: &[&Contract]) -> Result<Drift, FolderError> {
        Ok(Drift::between(&self.generated(contracts), &self.found()?))
    }

    fn generated(&self, contracts: &[&Contract]) -> Vec<(String, String)> {
        let own = files_under(&self.ids, contracts).into_iter();
        own.chain(self.others.iter().cloned()).collect()
    }

    fn write_file(&self, name: &str, text: &str) -> Result<(), FolderError> {
        let path = self.path.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| FolderError::new(parent, error))?;
        }
        fs::write(&path, text).map_err(|error| FolderError::new(&path, error))
    }

    /// The schemas of the folder, their names with `/` and their texts, in order.
    fn found(&self) -> Result<Vec<(String, String)>, FolderError> {
        let mut all = Vec::new();
        if self.path.is_dir() {
            self.gather(&self.path, "", &mut all)?;
        }
        all.sort();
        Ok(all)
    }

    fn gather(
        &self,
        folder: &Path,
        prefix: &str,
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
                self.gather(&path, &format!("{name}/"), all)?;
            } else if self.is_ours(&name) {
                // A text that is not UTF-8 is drift like any other.
                let bytes = fs::read(&path).map_err(|error| FolderError::new(&path, error))?;
                all.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        Ok(())
    }

    fn is_ours(&self, name: &str) -> bool {
        name.ends_with(".schema.json")
            || name == "catalog.json"
            || self.others.iter().any(|(known, _)| known == name)
    }
}

/// Something that [`Folder::write`] did. Displayed, it is a line for a person.
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

/// Why a folder of schemas cannot be read or written. Displayed, it names the path.
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

//! A folder of schemas: writing it, and finding out whether it is up to date.

pub use crate::generated::{Change, FolderError};

use crate::catalog::files_under;
use crate::document::ROOT;
use crate::{Drift, Generated};
use carnet_core::Contract;
use std::path::PathBuf;

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
        self.folder().write(&self.generated(contracts))
    }

    /// How the folder differs from what [`write`](Self::write) would leave. Changes nothing.
    ///
    /// # Errors
    /// When a file or the folder cannot be read. A folder that is not there is an empty one.
    pub fn check(&self, contracts: &[&Contract]) -> Result<Drift, FolderError> {
        self.folder().check(&self.generated(contracts))
    }

    fn generated(&self, contracts: &[&Contract]) -> Vec<(String, String)> {
        let own = files_under(&self.ids, contracts).into_iter();
        own.chain(self.others.iter().cloned()).collect()
    }

    fn folder(&self) -> Generated {
        Generated::at(&self.path, |name| {
            name.ends_with(".schema.json") || name == "catalog.json"
        })
    }
}

//! Folders for one test each.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder that is empty at first.
pub(crate) struct Tree(PathBuf);

impl Tree {
    /// `name` is that of the test.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("carnet-cli")
            .join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        // Settings above the folder are none of the tests' business.
        Self(fs::canonicalize(folder).unwrap())
    }

    /// The same with a file more.
    pub(crate) fn with(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let file = self.0.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self
    }

    /// The path of something in it; the folder's own for an empty one.
    pub(crate) fn path(&self, path: &str) -> String {
        let path = if path.is_empty() {
            self.0.clone()
        } else {
            self.0.join(path)
        };
        path.to_str().unwrap().to_owned()
    }
}

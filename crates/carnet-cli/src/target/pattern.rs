//! Patterns on the command line, for shells that hand them on as they are.

use globset::{GlobBuilder, GlobMatcher};
use std::path::{Component, Path, PathBuf};

/// A path with `*`, `?`, `[…]` or `{…}` in it.
pub(crate) struct Pattern {
    /// The folder that all it names lies in.
    pub(crate) folder: PathBuf,
    pub(crate) glob: GlobMatcher,
}

impl Pattern {
    /// The pattern that a path is; `None` where it is none.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let is_plain = |part: &Component<'_>| {
            let part = part.as_os_str().to_string_lossy();
            !part.contains(['*', '?', '[', '{'])
        };
        let folder: PathBuf = path.components().take_while(is_plain).collect();
        if folder == path {
            return None;
        }
        // A walk of the current folder begins its paths with `.`.
        let (folder, shown) = if folder.as_os_str().is_empty() {
            (PathBuf::from("."), Path::new(".").join(path))
        } else {
            (folder, path.to_owned())
        };
        let mut glob = GlobBuilder::new(shown.to_str()?);
        let glob = glob.literal_separator(true).build().ok()?;
        Some(Self {
            folder,
            glob: glob.compile_matcher(),
        })
    }
}

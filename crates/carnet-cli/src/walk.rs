//! The files of a folder: hidden ones and those that `.gitignore` names are left out.

use ignore::{Error, WalkBuilder};
use std::path::{Path, PathBuf};

/// Every regular file in the folder and below it, in the order of their names.
///
/// Symbolic links are not followed, so there is no loop to fall into; the folder itself may be
/// one. What cannot be read comes as an error, and the walk goes on behind it.
pub(crate) fn files(folder: &Path) -> impl Iterator<Item = Result<PathBuf, Error>> {
    let walk = WalkBuilder::new(folder)
        .follow_links(false)
        .ignore(false)
        .git_global(false)
        .require_git(false)
        .sort_by_file_name(Ord::cmp)
        .build();
    walk.filter_map(|entry| match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            is_file.then(|| Ok(entry.into_path()))
        }
        Err(error) => Some(Err(error)),
    })
}

/// The file or folder that an error of the walk is about.
pub(crate) fn path_of(error: &Error) -> Option<&Path> {
    match error {
        Error::WithPath { path, .. } => Some(path),
        Error::WithDepth { err, .. } | Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

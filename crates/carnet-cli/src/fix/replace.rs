//! Replacing a file as a whole: whoever reads it meanwhile sees the old text or the new one.

use crate::Exit;
use crate::complaint::Complaint;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Writes `text` into the file at `path`, which was `read` before. A symbolic link stays one: what
/// it leads to is replaced. Owner and permissions stay.
///
/// # Errors
/// The file or its folder is read-only, cannot be written, or has changed since it was read; then
/// nothing has changed.
pub(super) fn replace(path: &Path, read: &[u8], text: &[u8]) -> Result<(), Complaint> {
    replace_after(path, read, text, || {})
}

/// `meanwhile` happens when the new text is written and the file is not yet replaced.
fn replace_after(
    path: &Path,
    read: &[u8],
    text: &[u8],
    meanwhile: impl FnOnce(),
) -> Result<(), Complaint> {
    let failed = |error| unwritable(path, &error);
    let target = fs::canonicalize(path).map_err(failed)?;
    let metadata = fs::metadata(&target).map_err(failed)?;
    let folder = target.parent().unwrap_or(&target).to_owned();
    if !metadata.is_file() {
        return Err(complaint(path, "cannot be written: it is no regular file"));
    }
    if metadata.permissions().readonly() {
        let complaint = complaint(path, "cannot be written: the file is read-only");
        return Err(complaint.with_help("allow writing it, or print the changes with `--diff`"));
    }
    if fs::metadata(&folder)
        .map_err(failed)?
        .permissions()
        .readonly()
    {
        let complaint = complaint(path, "cannot be written: its folder is read-only");
        return Err(complaint.with_help("allow writing there, or print the changes with `--diff`"));
    }
    let new = written(&folder, text, &metadata).map_err(failed)?;
    meanwhile();
    // The time in which a change is lost is that of one system call.
    if fs::read(&target).map_err(failed)? != read {
        let complaint = complaint(path, "has changed since it was read, and was not fixed");
        return Err(complaint.with_help("run the command again"));
    }
    new.persist(&target)
        .map_err(|error| unwritable(path, &error.error))?;
    sync(folder);
    Ok(())
}

/// The new text in a file of its own, on the disk, like the old one but for its name. It is removed
/// when it is not [persisted](NamedTempFile::persist).
fn written(folder: &Path, text: &[u8], like: &Metadata) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new()
        .prefix(".carnet-")
        .suffix(".tmp")
        .tempfile_in(folder)?;
    file.write_all(text)?;
    keep_owner(&file, like)?;
    file.as_file().set_permissions(like.permissions())?;
    file.as_file().sync_all()?;
    Ok(file)
}

#[cfg(unix)]
fn keep_owner(file: &NamedTempFile, like: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = file.as_file().metadata()?;
    if (own.uid(), own.gid()) == (like.uid(), like.gid()) {
        return Ok(());
    }
    fchown(file.as_file(), Some(like.uid()), Some(like.gid()))
}

#[cfg(not(unix))]
fn keep_owner(_: &NamedTempFile, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Lets the new name reach the disk too. Where a folder cannot be synced, the text is safe already.
fn sync(folder: PathBuf) {
    drop(File::open(folder).and_then(|folder| folder.sync_all()));
}

fn complaint(path: &Path, message: impl Into<String>) -> Complaint {
    Complaint {
        exit: Exit::Io,
        at: Some(path.display().to_string()),
        ..Complaint::usage(message)
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Complaint {
    let complaint = complaint(path, format!("cannot be written: {error}"));
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => complaint
            .with_help("allow the current user to write the file and its folder, or use `--diff`"),
        _ => complaint,
    }
}

#[cfg(test)]
mod tests {
    use super::{replace, replace_after};
    use crate::Exit;
    use std::fs;

    #[test]
    fn a_file_that_changes_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, "old").unwrap();
        let changed = replace(&path, b"older", b"new").unwrap_err();
        assert_eq!(changed.exit, Exit::Io);
        assert!(changed.message.starts_with("has changed since it was read"));
        assert_eq!(changed.help.as_deref(), Some("run the command again"));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        let change = || fs::write(&path, "other").unwrap();
        assert!(replace_after(&path, b"old", b"new", change).is_err());
        assert_eq!(fs::read(&path).unwrap(), b"other");
        let remove = || fs::remove_file(&path).unwrap();
        assert!(replace_after(&path, b"other", b"new", remove).is_err());
        // Nothing is left behind either.
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn the_whole_text_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, "old and long").unwrap();
        replace(&path, b"old and long", b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace(folder.path(), b"", b"new").is_err());
        assert!(replace(&folder.path().join("b.json"), b"", b"new").is_err());
    }
}

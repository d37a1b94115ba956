//! A file that is whole or not there: it is written under another name, and renamed at the end.

use crate::Exit;
use crate::complaint::Complaint;
use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// A file that is being written. Dropped before it is finished, it leaves no trace.
#[derive(Debug)]
pub(super) struct OutputFile {
    /// As it was given.
    path: PathBuf,
    /// Where the links of `path` lead.
    real: PathBuf,
    writer: Writer,
}

enum Writer {
    Renamed(BufWriter<NamedTempFile>),
    /// What is no regular file, such as `/dev/null` or a named pipe, cannot be replaced by one.
    Direct(BufWriter<File>),
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Renamed(_) => "Renamed",
            Self::Direct(_) => "Direct",
        })
    }
}

impl OutputFile {
    /// Begins the file.
    pub(super) fn create(path: &Path) -> Result<Self, Complaint> {
        let real = real(path);
        let writer = open(&real).map_err(|error| unwritable(path, &error))?;
        Ok(Self {
            path: path.to_owned(),
            real,
            writer,
        })
    }

    pub(super) fn writer(&mut self) -> &mut dyn Write {
        match &mut self.writer {
            Writer::Renamed(writer) => writer,
            Writer::Direct(writer) => writer,
        }
    }

    /// Puts the file where it belongs.
    pub(super) fn finish(self) -> Result<(), Complaint> {
        let finished = match self.writer {
            Writer::Direct(mut writer) => writer.flush(),
            Writer::Renamed(writer) => writer
                .into_inner()
                .map_err(io::IntoInnerError::into_error)
                .and_then(|file| Ok(file.persist(&self.real).map(drop)?)),
        };
        finished.map_err(|error| unwritable(&self.path, &error))
    }

    /// It cannot be written for this reason.
    pub(super) fn unwritable(&self, error: &io::Error) -> Complaint {
        unwritable(&self.path, error)
    }
}

/// The path with its folder's links resolved, and its own where it leads to something.
pub(super) fn real(path: &Path) -> PathBuf {
    if let Ok(real) = fs::canonicalize(path) {
        return real;
    }
    let folder = fs::canonicalize(folder(path)).ok();
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn open(real: &Path) -> io::Result<Writer> {
    match fs::metadata(real) {
        Ok(known) if known.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(known) if !known.is_file() => {
            let file = File::options().write(true).open(real)?;
            Ok(Writer::Direct(BufWriter::new(file)))
        }
        _ => {
            let mut builder = Builder::new();
            builder.prefix(".carnet-").suffix(".tmp");
            as_any_file(&mut builder);
            let file = builder.tempfile_in(folder(real))?;
            Ok(Writer::Renamed(BufWriter::new(file)))
        }
    }
}

/// Others may read it, as far as the user lets them read new files at all.
#[cfg(unix)]
fn as_any_file(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn as_any_file(_: &mut Builder<'_, '_>) {}

fn unwritable(path: &Path, error: &io::Error) -> Complaint {
    let folder = folder(path).display();
    let help = match error.kind() {
        ErrorKind::NotFound => format!("make the folder first: `{folder}`"),
        ErrorKind::NotADirectory => format!("`{folder}` is no folder"),
        ErrorKind::IsADirectory => "name a file in it".to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            format!("allow the current user to write into `{folder}`")
        }
        _ => "name a file that can be written".to_owned(),
    };
    // The path is in front of the message; the temporary one that is around the reason would puzzle.
    let source = error.get_ref().and_then(Error::source);
    let reason = source.map_or_else(|| error.to_string(), ToString::to_string);
    Complaint {
        exit: Exit::Io,
        at: Some(path.display().to_string()),
        ..Complaint::usage(format!("cannot be written: {reason}")).with_help(help)
    }
}

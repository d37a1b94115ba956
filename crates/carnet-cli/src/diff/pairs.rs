//! Which files are compared with which.

use super::DiffArgs;
use crate::complaint::{Complaint, Stop};
use crate::target::unread;
use crate::walk;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A file that was read.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: PathBuf,
    pub(super) text: Vec<u8>,
}

/// Two files to compare.
#[derive(Debug)]
pub(super) struct Pair {
    /// The name that both have in their folders.
    pub(super) name: Option<String>,
    pub(super) old: File,
    pub(super) new: File,
}

/// What two folders have in common, and what they have not.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pub(super) both: Vec<Pair>,
    pub(super) added: Vec<String>,
    pub(super) removed: Vec<String>,
}

/// Reads what the command line names.
pub(super) fn find(args: &DiffArgs, input: &mut dyn Read) -> Result<Pairs, Stop> {
    let (old, new) = (&args.old, &args.new);
    match (old.is_dir(), new.is_dir()) {
        (true, true) => folders(old, new),
        (false, false) if is_input(old) && is_input(new) => {
            let complaint = Complaint::usage("both sides are standard input");
            Err(complaint.with_help("name a file for one of them").into())
        }
        (false, false) => Ok(Pairs {
            both: vec![Pair {
                name: None,
                old: read(old, input)?,
                new: read(new, input)?,
            }],
            ..Pairs::default()
        }),
        _ => {
            let complaint = Complaint::usage("a folder cannot be compared with a file");
            Err(complaint.with_help("name two files or two folders").into())
        }
    }
}

fn is_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn read(path: &Path, input: &mut dyn Read) -> Result<File, Complaint> {
    let text = if is_input(path) {
        let mut text = Vec::new();
        input.read_to_end(&mut text).map(|_| text)
    } else {
        fs::read(path)
    };
    let text = text.map_err(|error| unread(path, &error))?;
    let path = path.to_owned();
    Ok(File { path, text })
}

fn folders(old: &Path, new: &Path) -> Result<Pairs, Stop> {
    let (olds, news) = (schemas(old)?, schemas(new)?);
    let names: BTreeSet<&String> = olds.keys().chain(news.keys()).collect();
    if names.is_empty() {
        let complaint = Complaint::usage("neither folder has a file *.schema.json");
        return Err(complaint.with_help("name the files one by one").into());
    }
    let mut found = Pairs::default();
    for name in names {
        match (olds.get(name), news.get(name)) {
            (Some(old), Some(new)) => found.both.push(Pair {
                name: Some(name.clone()),
                old: read(old, &mut std::io::empty())?,
                new: read(new, &mut std::io::empty())?,
            }),
            (None, _) => found.added.push(name.clone()),
            (_, None) => found.removed.push(name.clone()),
        }
    }
    Ok(found)
}

/// The schemas of a folder, by their paths in it, with `/`.
fn schemas(folder: &Path) -> Result<BTreeMap<String, PathBuf>, Stop> {
    let mut found = BTreeMap::new();
    for file in walk::files(folder) {
        let file = file.map_err(|error| {
            let path = walk::path_of(&error).unwrap_or(folder).to_owned();
            match error.io_error() {
                Some(io) => unread(&path, io),
                None => Complaint::unreadable(&path, &error),
            }
        })?;
        let parts = file.strip_prefix(folder).unwrap_or(&file).components();
        let parts: Vec<_> = parts.map(|it| it.as_os_str().to_string_lossy()).collect();
        let name = parts.join("/");
        if name.ends_with(".schema.json") {
            found.insert(name, file);
        }
    }
    Ok(found)
}

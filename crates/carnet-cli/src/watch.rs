//! `carnet lint --watch`: checks once, and again whenever something changes that it read.
//!
//! What watches files is handed in, so that nothing here waits: changes are an iterator.

use crate::args::LintArgs;
use crate::complaint::{Complaint, Outcome, Stop};
use crate::config::FILE_NAME;
use crate::target::{self, Pattern, Plan, absolute};
use crate::{Environment, Exit, Streams, complain, lint};
use carnet_core::Contract;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

/// What changes while somebody watches: paths that changed at about the same time, until there is
/// nothing to wait for any more.
pub type Changes = Box<dyn Iterator<Item = Vec<PathBuf>>>;

/// A folder to watch, by its absolute path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// The folder.
    pub folder: PathBuf,
    /// Whether what lies in folders below it is watched as well.
    pub recursive: bool,
}

/// Runs `carnet lint --watch`. It ends as the last of its runs did.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &LintArgs,
    streams: &mut Streams<'_>,
    watch: impl FnOnce(&[Watched]) -> io::Result<Changes>,
) -> Outcome {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return Err(Complaint::usage("standard input cannot be read twice")
            .with_help("name files or folders with `--watch`")
            .into());
    }
    let mut read = Read::default();
    read.plan(catalog, args, &streams.environment);
    let changes = watch(&watched(args, &read)).map_err(|error| Complaint {
        exit: Exit::Io,
        ..Complaint::usage(format!("cannot watch: {error}"))
    })?;
    let mut exit = once(catalog, args, streams)?;
    for paths in changes {
        let touched: Vec<_> = paths
            .into_iter()
            .map(|path| absolute(&path).unwrap_or(path))
            .collect();
        let before = read.clone();
        read.plan(catalog, args, &streams.environment);
        let matters = |path: &&PathBuf| before.has(path) || read.has(path);
        let Some(first) = touched.iter().find(matters) else {
            continue;
        };
        separate(first, touched.iter().filter(matters).count() - 1, streams)?;
        exit = once(catalog, args, streams)?;
    }
    Ok(exit)
}

/// One run. What keeps it from running is told, and can be put right.
fn once(
    catalog: &[&'static Contract],
    args: &LintArgs,
    streams: &mut Streams<'_>,
) -> Result<Exit, Stop> {
    let exit = match lint::run(catalog, args, streams) {
        Ok(exit) => exit,
        Err(stop) => complain(stop, streams)?,
    };
    streams.output.flush()?;
    streams.errors.flush()?;
    Ok(exit)
}

/// The line between two runs. Not in the output, which may be for a program.
fn separate(first: &Path, others: usize, streams: &mut Streams<'_>) -> io::Result<()> {
    let name = first.file_name().unwrap_or_default().to_string_lossy();
    let name = crate::render::paint::visible(&name);
    let others = match others {
        0 => String::new(),
        others => format!(" and {others} more"),
    };
    writeln!(streams.errors, "\n---- {name}{others} changed ----\n")?;
    streams.errors.flush()
}

/// The files that the last plan read, by their absolute paths.
#[derive(Clone, Default)]
struct Read {
    files: BTreeSet<PathBuf>,
    beside: BTreeSet<PathBuf>,
}

impl Read {
    /// Plans again. What cannot be planned leaves what is known as it is.
    fn plan(
        &mut self,
        catalog: &[&'static Contract],
        args: &LintArgs,
        environment: &Environment<'_>,
    ) {
        let Ok(Plan {
            targets, beside, ..
        }) = target::plan(catalog, args, environment)
        else {
            return;
        };
        let absolute = |path: &Path| absolute(path).unwrap_or_else(|_| path.to_owned());
        self.files = targets.iter().map(|it| absolute(it.text.path())).collect();
        self.beside = beside.iter().map(|path| absolute(path)).collect();
    }

    fn has(&self, path: &Path) -> bool {
        path.ends_with(FILE_NAME) || self.files.contains(path) || self.beside.contains(path)
    }
}

/// Where something may happen: what the command line names, the folders of contexts and
/// schemas, and every folder above, for a `carnet.toml` in it.
fn watched(args: &LintArgs, read: &Read) -> Vec<Watched> {
    let mut folders: BTreeMap<PathBuf, bool> = BTreeMap::new();
    let mut add = |path: &Path, recursive: bool| {
        let Ok(folder) = std::fs::canonicalize(path) else {
            return;
        };
        for above in folder.ancestors().skip(1) {
            folders.entry(above.to_owned()).or_default();
        }
        *folders.entry(folder).or_default() |= recursive;
    };
    for path in &args.paths {
        match Pattern::of(path) {
            _ if path.is_dir() => add(path, true),
            Some(pattern) if !path.exists() => add(&pattern.folder, true),
            _ => add(parent(path), false),
        }
    }
    for file in &read.beside {
        add(parent(file), false);
    }
    let folders = folders.into_iter();
    folders
        .map(|(folder, recursive)| Watched { folder, recursive })
        .collect()
}

/// A file is watched by its folder: editors put another one in its place.
fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

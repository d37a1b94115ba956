//! `carnet init`: looks at a folder and writes the `carnet.toml` that `carnet lint` wants there.

mod group;
mod keys;
mod name;
mod recognise;
mod recorded;
mod text;

use crate::args::InitArgs;
use crate::complaint::{Complaint, Outcome};
use crate::config::FILE_NAME;
use crate::target::absolute;
use crate::{Exit, Streams, walk};
use carnet_core::Contract;
use group::Groups;
use recognise::Recognised;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A file of the folder that may be a payload, and what it was taken for.
struct Seen {
    /// Its path below the folder, with `/`.
    name: String,
    taken: Recognised,
}

/// Runs `carnet init`.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &InitArgs,
    streams: &mut Streams<'_>,
) -> Outcome {
    let path = args.folder.join(FILE_NAME);
    if !args.dry_run && !args.force && path.exists() {
        return Err(exists(&path).into());
    }
    let seen = look(catalog, &args.folder)?;
    let groups = Groups::of(&seen);
    if groups.is_empty() {
        return Err(nothing(&args.folder, seen.len()).into());
    }
    let text = text::config(&groups);
    if args.dry_run {
        streams.output.write_all(text.as_bytes())?;
        streams.output.flush()?;
        tell(&groups, streams.errors)?;
        return Ok(Exit::Clean);
    }
    write(&path, &text, args.force)?;
    writeln!(streams.output, "wrote {}", path.display())?;
    tell(&groups, streams.output)?;
    Ok(Exit::Clean)
}

/// Every file that `carnet lint` could be asked to check, and what it is.
fn look(catalog: &[&'static Contract], folder: &Path) -> Result<Vec<Seen>, Complaint> {
    let root =
        absolute(&folder.join(FILE_NAME)).map_err(|error| crate::target::unread(folder, &error))?;
    let root = root.parent().unwrap_or(folder);
    let mut seen = Vec::new();
    for file in walk::files(root) {
        // What cannot be walked or read is told of by `carnet lint`.
        let Ok(file) = file else { continue };
        let Some(kind) = recognise::kind(&file) else {
            continue;
        };
        seen.push(Seen {
            name: below(root, &file),
            taken: recognise::file(catalog, &file, kind),
        });
    }
    Ok(seen)
}

/// A path as a glob writes it, seen from the folder.
fn below(root: &Path, file: &Path) -> String {
    let relative: PathBuf = file.strip_prefix(root).unwrap_or(file).to_owned();
    let parts = relative.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// Says what was recognised and what was not.
fn tell(groups: &Groups<'_>, out: &mut dyn Write) -> io::Result<()> {
    for group in &groups.recognised {
        let files = counted(group.files);
        let (id, artifact) = (group.contract.id, group.artifact);
        let state = state(group.strict_failures);
        writeln!(out, "  {id}, {artifact}: {files}, {state}")?;
    }
    for recordings in &groups.recorded {
        let files = counted(recordings.files);
        let (format, state) = (recordings.format, state(recordings.strict_failures));
        writeln!(out, "  recorded calls, {format}: {files}, {state}")?;
        for (id, calls) in &recordings.operations {
            writeln!(out, "    {id}: {calls}")?;
        }
    }
    if !groups.others.is_empty() {
        writeln!(out, "not recognised: {}", counted(groups.others.len()))?;
        for (name, why) in &groups.others {
            let name = crate::render::paint::visible(name);
            writeln!(out, "  {name}: {why}")?;
        }
    }
    Ok(())
}

fn state(failed: usize) -> String {
    match failed {
        0 => "no errors".to_owned(),
        failed => format!("{failed} with errors"),
    }
}

fn counted(files: usize) -> String {
    match files {
        1 => "1 file".to_owned(),
        files => format!("{files} files"),
    }
}

/// Writes the file; without `force` never over another, even one that has appeared just now.
fn write(path: &Path, text: &str, force: bool) -> Result<(), Complaint> {
    let written = if force {
        fs::write(path, text)
    } else {
        let file = OpenOptions::new().write(true).create_new(true).open(path);
        file.and_then(|mut file| file.write_all(text.as_bytes()))
    };
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => exists(path),
        _ => Complaint {
            exit: Exit::Io,
            at: Some(path.display().to_string()),
            ..Complaint::usage(format!("cannot be written: {error}"))
        },
    })
}

fn exists(path: &Path) -> Complaint {
    Complaint {
        at: Some(path.display().to_string()),
        ..Complaint::usage("there is one already")
    }
    .with_help("`--dry-run` prints what would be written, `--force` writes over it")
}

fn nothing(folder: &Path, looked_at: usize) -> Complaint {
    let files = counted(looked_at);
    let (message, help) = match looked_at {
        0 => (
            "no file in it looks like a payload".to_owned(),
            "payloads are called *.json, *.ndjson, *.jsonl, *.url, *.form or *.txt, recordings *.har, *.http, *.curl, *.sh and the like",
        ),
        _ => (
            format!("looked at {files}, and no operation fits"),
            "`carnet operations` lists the operations; write [[files]] yourself",
        ),
    };
    Complaint {
        at: Some(folder.display().to_string()),
        ..Complaint::usage(message)
    }
    .with_help(help)
}

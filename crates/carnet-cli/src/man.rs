//! `carnet man`: manual pages, made from the texts of `--help`.

use crate::args::{Cli, ManArgs};
use crate::complaint::{Complaint, Outcome};
use crate::{Exit, Streams};
use clap::CommandFactory;
use clap_mangen::Man;
use std::fs;
use std::io;
use std::path::Path;

/// Runs `carnet man`.
pub(crate) fn run(args: &ManArgs, streams: &mut Streams<'_>) -> Outcome {
    let pages = pages()?;
    if let Some(folder) = &args.directory {
        for (name, page) in &pages {
            let path = folder.join(format!("{name}.1"));
            write(folder, &path, page).map_err(|error| Complaint {
                exit: Exit::Io,
                at: Some(path.display().to_string()),
                ..Complaint::usage(format!("cannot be written: {error}"))
            })?;
            writeln!(streams.output, "wrote {}", path.display())?;
        }
        return Ok(Exit::Clean);
    }
    let name = match args.command.as_deref() {
        None | Some("carnet") => "carnet".to_owned(),
        Some(command) => format!("carnet-{command}"),
    };
    let Some((_, page)) = pages.iter().find(|(known, _)| *known == name) else {
        let asked = args.command.as_deref().unwrap_or_default();
        let known = pages
            .iter()
            .filter_map(|(it, _)| it.strip_prefix("carnet-"));
        let complaint = Complaint::usage(format!("no command is called `{asked}`"))
            .with_help("`carnet --help` lists them all")
            .did_you_mean(asked, known);
        return Err(complaint.into());
    };
    streams.output.write_all(page)?;
    Ok(Exit::Clean)
}

fn write(folder: &Path, path: &Path, page: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(path, page)
}

/// The page of the command and one for each of its commands, by name.
fn pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let mut pages = vec![("carnet".to_owned(), page(command.clone())?)];
    for inner in command.get_subcommands() {
        let name = format!("carnet-{}", inner.get_name());
        let called = format!("carnet {}", inner.get_name());
        let inner = inner.clone().display_name(name.clone()).bin_name(called);
        pages.push((name, page(inner)?));
    }
    Ok(pages)
}

fn page(command: clap::Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let source = concat!("carnet ", env!("CARGO_PKG_VERSION"));
    Man::new(command)
        .source(source)
        .manual("Carnet")
        .render(&mut page)?;
    Ok(page)
}

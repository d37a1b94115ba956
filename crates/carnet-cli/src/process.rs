//! The command as a process: its streams, colours and width.

#[path = "watcher.rs"]
mod watcher;

use anstream::{AutoStream, ColorChoice};
use carnet_cli::{Streams, Style};
use std::ffi::OsString;
use std::io::{self, BufWriter};
use std::process::ExitCode;

/// How wide output is when it does not go to a terminal.
const WIDTH: usize = 120;

/// Runs the command with the catalog and the process's own streams; the first of `args` is what
/// the program is called.
pub(crate) fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let stdout = AutoStream::auto(io::stdout().lock());
    let stderr = AutoStream::auto(io::stderr().lock());
    let style = Style {
        colour_output: stdout.current_choice() != ColorChoice::Never,
        colour_errors: stderr.current_choice() != ColorChoice::Never,
        width: terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0)),
    };
    let exit = carnet_cli::run_watching(
        carnet_vendors::CATALOG,
        args,
        Streams {
            // Locked only while it is read: the watcher waits for its end.
            input: &mut io::stdin(),
            output: &mut BufWriter::new(stdout),
            errors: &mut BufWriter::new(stderr),
            style,
        },
        watcher::watch,
    );
    exit.into()
}

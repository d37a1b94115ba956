//! The command as a process: its streams, colours, width and surroundings.

#[cfg(feature = "net")]
#[path = "network.rs"]
mod network;
#[path = "watcher.rs"]
mod watcher;

use anstream::{AutoStream, ColorChoice};
use carnet_cli::{Environment, Streams, Style};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// How wide output is when it does not go to a terminal.
const WIDTH: usize = 120;

/// Runs the command with the catalog and the process's own streams; the first of `args` is what
/// the program is called.
pub(crate) fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let choice = AutoStream::choice(&io::stdout());
    let stdout = io::stdout().lock();
    // Whoever writes without colour writes as it is meant: a fixed text keeps every byte.
    let stdout: Box<dyn Write> = match choice {
        ColorChoice::Never => Box::new(stdout),
        choice => Box::new(AutoStream::new(stdout, choice)),
    };
    let stderr = AutoStream::auto(io::stderr().lock());
    let style = Style {
        colour_output: choice != ColorChoice::Never,
        colour_errors: stderr.current_choice() != ColorChoice::Never,
        width: terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0)),
    };
    let start = Instant::now();
    let clock = || start.elapsed();
    let environment = Environment {
        github_actions: env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true"),
        folder: env::current_dir().ok(),
        workspace: workspace(),
        clock: io::stderr().is_terminal().then_some(&clock),
        #[cfg(feature = "net")]
        network: Some(network::network()),
        #[cfg(not(feature = "net"))]
        network: None,
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
            environment,
        },
        watcher::watch,
    );
    exit.into()
}

/// Where the code host has checked out the repository.
fn workspace() -> Option<PathBuf> {
    let named = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"];
    let mut named = named.into_iter().filter_map(env::var_os);
    let folder = named.find(|folder| !folder.is_empty())?;
    // The current folder comes without links, too.
    fs::canonicalize(folder).ok()
}

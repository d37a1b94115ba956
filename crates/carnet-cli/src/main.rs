//! The `carnet` command. Everything it does is in the library beside it.

use anstream::{AutoStream, ColorChoice};
use carnet_cli::{Streams, Style, run};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// How wide output is when it does not go to a terminal.
const WIDTH: usize = 120;

fn main() -> ExitCode {
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
    let exit = run(
        carnet_vendors::CATALOG,
        std::env::args_os(),
        Streams {
            input: &mut io::stdin().lock(),
            output: &mut BufWriter::new(stdout),
            errors: &mut BufWriter::new(stderr),
            style,
        },
    );
    exit.into()
}

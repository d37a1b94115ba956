//! The `carnet` command as a library: arguments, streams and a catalog in, an [`Exit`] out.
//!
//! The binary hands [`run`] the process's own streams and the catalog of `carnet-vendors`; a test
//! hands it buffers, and a crate with contracts of its own hands it those:
//!
//! ```
//! use carnet_cli::{Environment, Exit, Streams, Style, run};
//!
//! let (mut output, mut errors) = (Vec::new(), Vec::new());
//! let exit = run(
//!     &[],
//!     ["carnet", "explain", "max-lenght"],
//!     Streams {
//!         input: &mut std::io::empty(),
//!         output: &mut output,
//!         errors: &mut errors,
//!         style: Style::PLAIN,
//!         environment: Environment::default(),
//!     },
//! );
//! assert_eq!(exit, Exit::Usage);
//! assert!(String::from_utf8_lossy(&errors).contains("did you mean `max-length`?"));
//! ```
//!
//! Deliberately absent: what a payload may be (the contracts), how it is judged (the validator).
//! It prints through the streams that it is given; what it prints of `carnet explain` is there as
//! text as well: [`explain()`], [`explain_operation`].

mod against;
mod args;
mod baseline;
pub mod book;
mod catalog;
mod complaint;
mod completions;
pub mod config;
mod context;
mod diff;
mod encode;
mod exit;
mod explain;
mod fix;
mod init;
mod input;
mod levels;
mod lint;
mod man;
mod operations;
mod output;
mod records;
mod redact;
mod render;
mod schema;
mod streams;
mod target;
mod walk;
mod watch;

pub use exit::Exit;
pub use explain::{explain, explain_operation};
pub use streams::{Environment, Network, Streams, Style};
pub use watch::{Changes, Watched};

use args::{Cli, Command};
use carnet_core::Contract;
use clap::{CommandFactory, FromArgMatches};
use complaint::{Outcome, Stop};
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};

/// Runs the command that `args` ask for; the first of them is the program's own name.
///
/// Output that nobody reads any more (a closed pipe) ends the run in silence. `carnet lint --watch`
/// is for [`run_watching`] and is refused here.
pub fn run<A>(
    catalog: &[&'static Contract],
    args: impl IntoIterator<Item = A>,
    streams: Streams<'_>,
) -> Exit
where
    A: Into<OsString> + Clone,
{
    run_watching(catalog, args, streams, |_| {
        Err(io::Error::new(
            ErrorKind::Unsupported,
            "nothing watches files here",
        ))
    })
}

/// Does what [`run`] does, and `carnet lint --watch` as well: `watch` is called with what is to be
/// watched, once before the first run, and gives what changes there.
///
/// # Example
/// ```
/// use carnet_cli::{Environment, Exit, Streams, Style, run_watching};
///
/// # let (mut output, mut errors) = (Vec::new(), Vec::new());
/// let exit = run_watching(
///     &[],
///     ["carnet", "lint", "--watch", "no-such-folder"],
///     Streams {
///         input: &mut std::io::empty(),
///         output: &mut output,
///         errors: &mut errors,
///         style: Style::PLAIN,
///         environment: Environment::default(),
///     },
///     |_| Ok(Box::new(std::iter::empty())),
/// );
/// assert_eq!(exit, Exit::Io, "as the last of the runs ended");
/// ```
pub fn run_watching<A>(
    catalog: &[&'static Contract],
    args: impl IntoIterator<Item = A>,
    mut streams: Streams<'_>,
    watch: impl FnOnce(&[Watched]) -> io::Result<Changes>,
) -> Exit
where
    A: Into<OsString> + Clone,
{
    let outcome = match parse(args) {
        Ok(cli) => match &cli.command {
            Command::Lint(args) if args.watch => watch::run(catalog, args, &mut streams, watch),
            command => dispatch(catalog, command, &mut streams),
        },
        Err(error) => print_usage(&error, &mut streams).map_err(Stop::Output),
    };
    let exit = outcome.or_else(|stop| complain(stop, &mut streams));
    let flushed = exit.and_then(|exit| {
        streams.output.flush()?;
        Ok(exit)
    });
    let exit = flushed.unwrap_or_else(|error| unwritable(&error, &mut streams));
    // Nobody is left to be told that standard error cannot be written.
    drop(streams.errors.flush());
    exit
}

/// Reads the command line. Which of several options came last, clap's derive does not keep.
fn parse<A>(args: impl IntoIterator<Item = A>) -> Result<Cli, clap::Error>
where
    A: Into<OsString> + Clone,
{
    let matches = Cli::command().try_get_matches_from(args)?;
    let mut cli = Cli::from_arg_matches(&matches)?;
    if let (Command::Lint(lint), Some((_, matches))) = (&mut cli.command, matches.subcommand()) {
        lint.order(matches);
    }
    Ok(cli)
}

fn dispatch(
    catalog: &[&'static Contract],
    command: &Command,
    streams: &mut Streams<'_>,
) -> Outcome {
    match command {
        Command::Lint(args) => lint::run(catalog, args, streams),
        Command::Explain(args) => explain::run(catalog, args, streams),
        Command::Operations(args) => operations::run(catalog, args, streams),
        Command::Schema(args) => schema::run(catalog, args, streams),
        Command::Encode(args) => encode::run(catalog, args, streams),
        Command::Diff(args) => diff::run(args, streams),
        Command::Init(args) => init::run(catalog, args, streams),
        Command::Completions(args) => completions::run(args, streams),
        Command::Man(args) => man::run(args, streams),
    }
}

/// Prints clap's own text: help and version are what was asked for, anything else is an error.
fn print_usage(error: &clap::Error, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let (stream, colour, exit) = if error.use_stderr() {
        (
            &mut streams.errors,
            streams.style.colour_errors,
            Exit::Usage,
        )
    } else {
        (
            &mut streams.output,
            streams.style.colour_output,
            Exit::Clean,
        )
    };
    let text = error.render();
    if colour {
        write!(stream, "{}", text.ansi())?;
    } else {
        write!(stream, "{text}")?;
    }
    Ok(exit)
}

fn complain(stop: Stop, streams: &mut Streams<'_>) -> io::Result<Exit> {
    match stop {
        Stop::Output(error) => Err(error),
        Stop::Complaints(complaints) => {
            for complaint in &complaints {
                complaint.print(streams)?;
            }
            let exits = complaints.iter().map(|complaint| complaint.exit);
            Ok(exits.max().unwrap_or(Exit::Usage))
        }
    }
}

fn unwritable(error: &io::Error, streams: &mut Streams<'_>) -> Exit {
    if error.kind() == ErrorKind::BrokenPipe {
        return Exit::Clean;
    }
    // When standard error is what cannot be written, the exit code is all that is left to say.
    drop(writeln!(
        streams.errors,
        "error: cannot write the output: {error}"
    ));
    Exit::Io
}

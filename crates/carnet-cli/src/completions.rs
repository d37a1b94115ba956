//! `carnet completions`: scripts for shells.

use crate::args::{Cli, CompletionsArgs};
use crate::complaint::Outcome;
use crate::{Exit, Streams};
use clap::CommandFactory;

/// Runs `carnet completions`.
pub(crate) fn run(args: &CompletionsArgs, streams: &mut Streams<'_>) -> Outcome {
    // The generators do not tell of an output that cannot be written.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "carnet", &mut script);
    streams.output.write_all(&script)?;
    Ok(Exit::Clean)
}

//! What a shell and `man` want to know, on the command line.

use clap::Args;
use clap_complete::Shell;
use std::path::PathBuf;

/// Print the script with which a shell completes the command.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  carnet completions bash > ~/.local/share/bash-completion/completions/carnet
  carnet completions fish > ~/.config/fish/completions/carnet.fish
  carnet completions zsh > \"${fpath[1]}/_carnet\"")]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// Print a manual page, or write them all into a folder.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  carnet man | man -l -
  carnet man lint | man -l -
  carnet man --directory ~/.local/share/man/man1")]
pub(crate) struct ManArgs {
    /// The command that the page is about; `carnet` itself when left out.
    #[arg(value_name = "COMMAND", conflicts_with = "directory")]
    pub(crate) command: Option<String>,
    /// Write carnet.1 and a page for every command into this folder, which is made if need be.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) directory: Option<PathBuf>,
}

//! The `carnet` command. Everything it does is in the library beside it.

mod process;

use std::process::ExitCode;

fn main() -> ExitCode {
    process::run(std::env::args_os())
}

//! The command line over a catalog of one's own; `acme schemas` writes the schemas.

#![allow(
    clippy::print_stdout,
    reason = "a command talks to the person who runs it"
)]

use carnet_cli::{Environment, Streams, Style, run};
use own_vendor::{CATALOG, schemas};
use std::error::Error;
use std::io;
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if std::env::args().nth(1).as_deref() == Some("schemas") {
        for change in schemas().write(CATALOG)? {
            println!("{change}");
        }
        return Ok(ExitCode::SUCCESS);
    }
    let streams = Streams {
        input: &mut io::stdin(),
        output: &mut io::stdout(),
        errors: &mut io::stderr(),
        style: Style::PLAIN,
        environment: Environment::default(),
    };
    Ok(run(CATALOG, std::env::args_os(), streams).into())
}

//! Carnet beside its peers, in one run: `cargo xtask bench`.
//!
//! Tables go to standard output, what is being done to standard error. The README says how to read
//! them.

#![allow(
    clippy::cast_precision_loss,
    reason = "figures are shown with three digits"
)]

mod agreement;
mod bar;
mod clock;
mod command;
mod contest;
mod corpus;
mod encoding;
mod growth;
mod judging;
mod lead;
mod machine;
mod peer;
mod process;
mod table;
mod work;

use std::path::Path;
use std::process::ExitCode;
use work::Work;

const USAGE: &str = "\
usage: carnet-bench bars [CARNET]    every bar; those of the command too, where its path is given
       carnet-bench growth           what a byte and a field cost as texts and contracts grow
       carnet-bench agreement N      N texts of each side of every operation, judged by both passes";

/// How many texts of each side of an operation are judged before anything is measured.
const BEFORE: u64 = 20_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["bars"] => bars(None),
        ["bars", carnet] => bars(Some(Path::new(carnet))),
        ["growth"] => {
            for table in growth::tables() {
                println!("{table}");
            }
            Ok(())
        }
        ["agreement", texts] => match texts.parse() {
            Ok(texts) => agreement::check(texts).map(|table| println!("{table}")),
            Err(error) => Err(format!("{texts}: {error}")),
        },
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Measures everything and prints it, whatever is missed.
fn bars(carnet: Option<&Path>) -> Result<(), String> {
    // First, while this process is small: what it holds counts for the processes it starts.
    let limits = carnet.map(|carnet| {
        eprintln!("carnet lint");
        command::limits(carnet).map_err(|error| format!("{}: {error}", carnet.display()))
    });
    let limits = limits.transpose()?;
    agreement::check(BEFORE)?;
    let mut bars = Vec::new();
    for work in Work::all() {
        eprintln!("{}", work.name);
        bars.extend(judging::verdicts(&work));
        bars.extend(judging::spellings(&work));
        bars.push(judging::findings(&work));
    }
    eprintln!("encoding");
    bars.extend(encoding::bars());
    println!("{}\n", machine::line());
    println!("{}", bar::table(&bars));
    let mut missed = bars.iter().filter(|bar| !bar.is_met()).count();
    if let Some(limits) = &limits {
        println!("{}", command::table(limits));
        missed += limits.missed();
    }
    match missed {
        0 => Ok(()),
        missed => Err(format!("{missed} bars are missed")),
    }
}

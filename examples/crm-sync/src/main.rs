//! Reads `leads.json`, or the file that is named, and prints what the vendors would be sent.

use crm_sync::accounts::Accounts;
use crm_sync::{Leads, run};
use std::error::Error;
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let file = env::args().nth(1);
    let file = file
        .as_deref()
        .unwrap_or(concat!(env!("CARGO_MANIFEST_DIR"), "/leads.json"));
    let leads: Leads = serde_json::from_str(&fs::read_to_string(file)?)?;
    let accounts = Accounts::from_settings(|name| env::var(name).ok())?;
    let unexpected = run(&leads, &accounts, &mut io::stdout().lock())?;
    Ok(if unexpected == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

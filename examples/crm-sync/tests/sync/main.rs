//! What the sync promises: bytes, refusals, silence about credentials, and a vendor of its own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod ledgerly;
mod output;
mod request;

use crm_sync::Leads;
use crm_sync::accounts::Accounts;

/// Every credential of [`accounts`].
const SECRETS: [&str; 6] = [
    "secret-of-revnue",
    "secret-of-kapture",
    "7e1c2a9b-4d3f-4a68-8b5e-6f0d9c2b1a37",
    "secret-of-apptivo",
    "other-secret-of-apptivo",
    "secret-of-ledgerly",
];

fn leads() -> Leads {
    serde_json::from_str(include_str!("../../leads.json")).unwrap()
}

fn accounts() -> Accounts {
    let names = [
        "REVNUE_TOKEN",
        "KAPTURE_TOKEN",
        "APTANIA_TOKEN",
        "APPTIVO_API_KEY",
        "APPTIVO_ACCESS_KEY",
        "LEDGERLY_TOKEN",
    ];
    let setting = |wanted: &str| {
        let at = names.iter().position(|name| *name == wanted)?;
        Some(SECRETS[at].to_owned())
    };
    Accounts::from_settings(setting).unwrap()
}

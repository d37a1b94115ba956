//! A vendor in a crate of its own: what the catalog of Carnet does, done elsewhere.
//!
//! The crate depends on `carnet` under another name and without its catalog. [`acme`] holds the
//! operations and the register, [`CATALOG`] is what everything else reads: `src/main.rs` is the
//! command line over it, `tests/contracts.rs` shows that the contracts are right.

pub mod acme;

use vendor_kit::schema::Folder;
use vendor_kit::{Contract, Operation};

/// The contract of every operation.
pub const CATALOG: &[&Contract] = &[acme::CreateTicket::CONTRACT, acme::FindTickets::CONTRACT];

/// The folder of the schemas, in this crate.
#[must_use]
pub fn schemas() -> Folder {
    Folder::at(concat!(env!("CARGO_MANIFEST_DIR"), "/schemas"))
        .ids_under("https://acme.example/schemas/")
}

//! The catalog: documented vendor operations as annotated structs, one operation a file.
//!
//! Open one to see how a contract is written; [`CATALOG`] lists them all. To add a vendor, add a
//! folder: its register of discrepancies, and a file for every operation.
//!
//! Deliberately absent: anything that sends, reads or checks; those read the contracts.

#![allow(
    clippy::wildcard_imports,
    reason = "an operation may name any entry of its register"
)]

// Lets the derives' `::carnet::…` paths resolve here as they do downstream.
extern crate carnet_core as carnet;

pub mod aptania;
pub mod revnue;

use carnet_core::{Contract, Operation, Vendor};

/// Every vendor of the catalog.
pub const VENDORS: &[&Vendor] = &[&aptania::APTANIA, &revnue::REVNUE];

/// The contract of every operation, by id.
pub const CATALOG: &[&Contract] = &[
    aptania::CreateAccount::CONTRACT,
    revnue::CreateCustomer::CONTRACT,
];

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
#![allow(
    clippy::large_stack_arrays,
    reason = "the lists of members are constants: they never stand on a stack"
)]

// Lets the derives' `::carnet::…` paths resolve here as they do downstream.
extern crate carnet_core as carnet;

pub mod apptivo;
pub mod aptania;
pub mod kapture;
pub mod revnue;

use carnet_core::{Contract, Operation, Vendor};

/// Every vendor of the catalog.
pub const VENDORS: &[&Vendor] = &[
    &apptivo::APPTIVO,
    &aptania::APTANIA,
    &kapture::KAPTURE,
    &revnue::REVNUE,
];

/// The contract of every operation, by id.
pub const CATALOG: &[&Contract] = &[
    apptivo::CreateCustomer::CONTRACT,
    apptivo::UpdateByContact::CONTRACT,
    apptivo::UpdateByName::CONTRACT,
    aptania::CreateAccount::CONTRACT,
    kapture::AddCustomer::CONTRACT,
    kapture::AddContact::CONTRACT,
    kapture::SearchCustomer::CONTRACT,
    kapture::SelectCustomers::CONTRACT,
    kapture::UpdateCustomer::CONTRACT,
    revnue::CreateCustomer::CONTRACT,
];

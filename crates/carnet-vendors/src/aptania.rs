//! Aptania: accounts of a customer relationship system.

pub mod create_account;
pub mod discrepancies {
    //! Where Aptania's pages contradict themselves or are silent.
    include!(concat!(env!("OUT_DIR"), "/aptania.rs"));
}

pub use create_account::{CreateAccount, Status, Token};

use carnet_core::Vendor;

/// The vendor.
pub const APTANIA: Vendor = Vendor {
    id: "aptania",
    name: "Aptania",
    discrepancies: discrepancies::ALL,
};

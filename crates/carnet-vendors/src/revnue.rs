//! RevNue: customers of a contract management account.

pub mod create_customer;
pub mod discrepancies {
    //! Where RevNue's pages contradict themselves or are silent.
    include!(concat!(env!("OUT_DIR"), "/revnue.rs"));
}

pub use create_customer::{CreateCustomer, Customer, Problem};

use carnet_core::Vendor;

/// The vendor.
pub const REVNUE: Vendor = Vendor {
    id: "revnue",
    name: "RevNue",
    discrepancies: discrepancies::ALL,
};

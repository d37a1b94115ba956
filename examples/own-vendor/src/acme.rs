//! Acme: tickets of a help desk.

pub mod create_ticket;
pub mod find_tickets;
pub mod discrepancies {
    //! Where Acme's pages contradict themselves or are silent.
    include!(concat!(env!("OUT_DIR"), "/acme.rs"));
}

pub use create_ticket::{CreateTicket, Refusal, Ticket};
pub use find_tickets::{FindTickets, Page};

use vendor_kit::Vendor;

/// The vendor.
pub const ACME: Vendor = Vendor {
    id: "acme",
    name: "Acme",
    discrepancies: discrepancies::ALL,
};

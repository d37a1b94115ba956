//! Finding an operation by its id, and how deep it is looked into.

use crate::complaint::Complaint;
use carnet_core::Contract;

/// How deep a contract is followed: one that refers to itself has no end.
pub(crate) const DEEPEST: usize = 24;

/// The operation with this id, or "did you mean".
pub(crate) fn find(
    catalog: &[&'static Contract],
    id: &str,
) -> Result<&'static Contract, Complaint> {
    match catalog.iter().find(|contract| contract.id == id) {
        Some(contract) => Ok(contract),
        None => Err(unknown(catalog, id, Complaint::usage(message(id)))),
    }
}

/// What is said of an id that no operation has.
pub(crate) fn message(id: &str) -> String {
    format!("no operation is called `{id}`")
}

/// Adds the nearest id to a complaint about an unknown one, or where to find them all.
pub(crate) fn unknown(catalog: &[&'static Contract], id: &str, complaint: Complaint) -> Complaint {
    let known = catalog.iter().map(|contract| contract.id);
    complaint
        .with_help("`carnet operations` lists them all")
        .did_you_mean(id, known)
}

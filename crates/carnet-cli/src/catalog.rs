//! Finding operations and discrepancies by their ids, and how deep a contract is looked into.

use crate::complaint::Complaint;
use carnet_core::contract::Carrier;
use carnet_core::{Artifact, Contract, Discrepancy, general};

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

/// What is said of an artifact that an operation does not have.
pub(crate) struct Without {
    pub(crate) message: String,
    /// The artifacts that it has.
    pub(crate) help: String,
}

/// Complains when an operation does not have this artifact.
pub(crate) fn without(contract: &Contract, artifact: Artifact) -> Option<Without> {
    let known = contract.artifacts();
    if known.contains(&artifact) {
        return None;
    }
    let takes = match contract.carrier {
        Carrier::JsonBody => "a JSON body",
        Carrier::Parameters => "parameters",
    };
    let known: Vec<_> = known.iter().map(|artifact| artifact.as_str()).collect();
    Some(Without {
        message: format!("{} takes {takes}: it has no {artifact}", contract.id),
        help: format!("write one of `{}`", known.join("`, `")),
    })
}

/// The general discrepancies and those of every vendor in the catalog, each once.
pub(crate) fn register(catalog: &[&'static Contract]) -> Vec<&'static Discrepancy> {
    let mut all: Vec<&Discrepancy> = general::ALL.to_vec();
    for contract in catalog {
        for &discrepancy in contract.vendor.discrepancies {
            if !all.iter().any(|known| known.id == discrepancy.id) {
                all.push(discrepancy);
            }
        }
    }
    all
}

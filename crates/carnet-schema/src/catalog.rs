//! All documents of a catalog of contracts.

use crate::document::{ROOT, document_under, id_under};
use crate::{Side, file_name, to_text};
use carnet_core::Contract;
use carnet_core::json_schema::Tree;

/// The catalog of the documents, in the form that SchemaStore defines and editors read.
///
/// # Shape
/// A payload file is recognised by its name: `revnue.customer.create.request.json`, or with
/// anything and a dot before it.
///
/// # Example
/// ```
/// let catalog = carnet_schema::catalog(carnet_vendors::CATALOG);
/// assert!(catalog.contains(r#""*.revnue.customer.create.request.json""#));
/// ```
#[must_use]
pub fn catalog(contracts: &[&Contract]) -> String {
    catalog_under(ROOT, contracts)
}

fn catalog_under(root: &str, contracts: &[&Contract]) -> String {
    let schemas = sides(contracts).map(|(contract, side)| {
        let name = format!("{}.{side}.json", contract.id);
        Tree::object([
            ("name", format!("{} {side}", contract.id).into()),
            (
                "description",
                format!("{}: {}", contract.vendor.name, contract.summary).into(),
            ),
            (
                "fileMatch",
                Tree::array([name.clone(), format!("*.{name}")]),
            ),
            ("url", id_under(root, contract, side).into()),
        ])
    });
    to_text(&Tree::object([
        (
            "$schema",
            "https://json.schemastore.org/schema-catalog.json".into(),
        ),
        ("version", 1.into()),
        ("schemas", Tree::Array(schemas.collect())),
    ]))
}

/// Every file of a folder of schemas, its path below the folder and its text: both sides of every
/// contract, and `catalog.json`.
///
/// [`Folder`](crate::Folder) writes them.
///
/// # Example
/// ```
/// let files = carnet_schema::files(carnet_vendors::CATALOG);
/// assert!(files.iter().any(|(name, _)| name == "catalog.json"));
/// ```
#[must_use]
pub fn files(contracts: &[&Contract]) -> Vec<(String, String)> {
    files_under(ROOT, contracts)
}

/// The files of schemas whose ids live elsewhere.
pub(crate) fn files_under(root: &str, contracts: &[&Contract]) -> Vec<(String, String)> {
    let mut files: Vec<_> = sides(contracts)
        .map(|(contract, side)| {
            (
                file_name(contract, side),
                to_text(&document_under(root, contract, side)),
            )
        })
        .collect();
    files.push(("catalog.json".to_owned(), catalog_under(root, contracts)));
    files
}

fn sides<'a>(contracts: &'a [&'a Contract]) -> impl Iterator<Item = (&'a Contract, Side)> {
    contracts
        .iter()
        .flat_map(|contract| Side::ALL.map(|side| (*contract, side)))
}

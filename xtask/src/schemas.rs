//! `schemas/`: what the contracts say, written down.

use crate::{Result, drift};
use carnet_schema::Folder;
use carnet_vendors::CATALOG;
use std::path::Path;

/// The folder, and what is in it beside the contracts' schemas.
fn folder(root: &Path) -> Folder {
    let config = carnet_cli::config::schema();
    Folder::at(root.join("schemas")).with("carnet.toml.schema.json", config)
}

/// Writes every schema, and removes those that nothing makes any more.
pub(crate) fn write(root: &Path) -> Result<()> {
    let changes = folder(root).write(CATALOG);
    for change in changes.map_err(|error| error.to_string())? {
        println!("{change}");
    }
    Ok(())
}

/// Fails if a schema is not what would be written now.
pub(crate) fn check(root: &Path) -> Result<()> {
    let found = folder(root).check(CATALOG);
    drift::fail(found, "schemas/", "cargo xtask schemas")
}

#[cfg(test)]
mod tests {
    #[test]
    fn schemas_are_what_the_contracts_say() {
        super::check(&crate::root()).unwrap();
    }
}

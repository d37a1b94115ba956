//! `schemas/`: what the contracts say, written down.

use crate::{Result, drift};
use carnet_compat::{Direction, compare};
use carnet_schema::{Changed, Folder};
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
    if let Ok(drift) = &found {
        for changed in &drift.changed {
            println!("{}\n", breakage(changed));
        }
    }
    drift::fail(found, "schemas/", "cargo xtask schemas")
}

/// What a change of one file breaks, a line for each change below the name of the file.
fn breakage(changed: &Changed) -> String {
    let name = &changed.file_name;
    if !name.ends_with(".schema.json") {
        return format!("{name}: no schema");
    }
    let comparison = match compare(changed.found.as_bytes(), changed.now.as_bytes()) {
        Ok(comparison) => comparison,
        Err(error) => return format!("{name}: cannot be compared: {error}"),
    };
    if comparison.changes.is_empty() {
        return format!("{name}: accepts what it accepted");
    }
    let directions = Direction::of_file_name(name);
    let lines = comparison.changes.iter().map(|change| {
        let (verdict, line) = (change.verdict(directions), change.line(directions));
        format!("\n  {verdict:<10}  {line}")
    });
    let lines: Vec<_> = lines.collect();
    format!("{name}:{}", lines.concat())
}

#[cfg(test)]
mod tests {
    use carnet_schema::Drift;

    #[test]
    fn a_change_is_told_with_what_it_breaks() {
        let file = |length: &str| {
            let text = format!(r#"{{"properties": {{"name": {{"maxLength": {length}}}}}}}"#);
            [("a.request.schema.json".to_owned(), text)]
        };
        let drift = Drift::between(&file("40"), &file("50"));
        assert_eq!(
            super::breakage(&drift.changed[0]),
            "a.request.schema.json:\n  breaking    /name  maxLength 50 → 40 (request)"
        );
    }

    #[test]
    fn schemas_are_what_the_contracts_say() {
        super::check(&crate::root()).unwrap();
    }
}

//! `schemas/`: what the contracts say, written down.

use crate::Result;
use carnet_schema::{Drift, files};
use carnet_vendors::CATALOG;
use std::fs;
use std::path::Path;

/// A schema that is not of a contract: its name below `schemas/`, and what makes its text.
type Other = (&'static str, fn() -> String);

const OTHERS: &[Other] = &[("carnet.toml.schema.json", carnet_cli::config::schema)];

/// Writes every schema, and removes those that nothing makes any more.
pub(crate) fn write(root: &Path) -> Result<()> {
    let folder = root.join("schemas");
    let now = generated();
    let drift = Drift::between(&now, &found(&folder)?);
    for name in &drift.stale {
        let path = folder.join(name);
        fs::remove_file(&path).map_err(|error| told(&path, &error))?;
        println!("removed schemas/{name}");
    }
    let changed = drift.changed.iter().map(|changed| &changed.file_name);
    for name in drift.missing.iter().chain(changed) {
        let path = folder.join(name);
        let text = now
            .iter()
            .find(|(known, _)| known == name)
            .map_or("", |(_, text)| text);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| told(parent, &error))?;
        }
        fs::write(&path, text).map_err(|error| told(&path, &error))?;
        println!("wrote schemas/{name}");
    }
    Ok(())
}

/// Fails if a schema is not what would be written now.
pub(crate) fn check(root: &Path) -> Result<()> {
    let drift = Drift::between(&generated(), &found(&root.join("schemas"))?);
    if drift.is_empty() {
        return Ok(());
    }
    print!("{drift}");
    Err("schemas/ is not what the contracts say; this brings it up to date:\n    cargo xtask schemas"
        .to_owned())
}

fn generated() -> Vec<(String, String)> {
    let mut now = files(CATALOG);
    now.extend(
        OTHERS
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text())),
    );
    now
}

/// The generated files of a folder, their names with `/` and their texts, in order.
fn found(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    if folder.is_dir() {
        gather(folder, "", &mut all)?;
    }
    all.sort();
    Ok(all)
}

fn gather(folder: &Path, prefix: &str, all: &mut Vec<(String, String)>) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(|error| told(folder, &error))? {
        let path = entry.map_err(|error| told(folder, &error))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            gather(&path, &format!("{name}/"), all)?;
        } else if name.ends_with(".schema.json") || name == "catalog.json" {
            // A text that is not UTF-8 is drift like any other.
            let bytes = fs::read(&path).map_err(|error| told(&path, &error))?;
            all.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Ok(())
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    #[test]
    fn schemas_are_what_the_contracts_say() {
        super::check(&crate::root()).unwrap();
    }
}

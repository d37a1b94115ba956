//! Folders of schemas: what is written, what is removed, what is left alone.

use carnet_schema::Folder;
use carnet_schema::folder::Change;
use carnet_vendors::CATALOG;
use std::fs;
use std::path::PathBuf;

const CUSTOMER: &str = "revnue/revnue.customer.create.request.schema.json";

/// An empty folder for one test.
fn empty(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.is_dir() {
        fs::remove_dir_all(&path).unwrap();
    }
    path
}

#[test]
fn a_folder_that_is_not_there_is_empty() {
    let folder = Folder::at(empty("absent"));
    let drift = folder.check(CATALOG).unwrap();
    assert!(drift.missing.iter().any(|name| name == CUSTOMER));
    assert_eq!((drift.changed.len(), drift.stale.len()), (0, 0));
}

#[test]
fn what_is_written_is_up_to_date() {
    let folder = Folder::at(empty("written"));
    let changes = folder.write(CATALOG).unwrap();
    assert_eq!(changes.len(), 2 * CATALOG.len() + 1);
    assert!(folder.check(CATALOG).unwrap().is_empty());
    assert_eq!(folder.write(CATALOG).unwrap(), []);
}

#[test]
fn only_what_has_changed_is_written_and_only_schemas_are_removed() {
    let path = empty("changed");
    let folder = Folder::at(&path).with("config.json", "{}\n");
    folder.write(CATALOG).unwrap();
    let original = fs::read_to_string(path.join(CUSTOMER)).unwrap();
    fs::write(path.join(CUSTOMER), "\u{fffd}").unwrap();
    fs::write(path.join("old.schema.json"), "{}").unwrap();
    fs::write(path.join("README.md"), "by hand").unwrap();
    fs::remove_file(path.join("config.json")).unwrap();

    let drift = folder.check(CATALOG).unwrap();
    assert_eq!(drift.changed.len(), 1);
    assert_eq!(drift.changed[0].file_name, CUSTOMER);
    assert_eq!(drift.missing, ["config.json"]);
    assert_eq!(drift.stale, ["old.schema.json"]);

    let changes = folder.write(CATALOG).unwrap();
    let expected = [
        Change::Removed("old.schema.json".to_owned()),
        Change::Wrote(CUSTOMER.to_owned()),
        Change::Wrote("config.json".to_owned()),
    ];
    assert_eq!(changes, expected);
    assert_eq!(fs::read_to_string(path.join(CUSTOMER)).unwrap(), original);
    assert_eq!(
        fs::read_to_string(path.join("README.md")).unwrap(),
        "by hand"
    );
    assert!(folder.check(CATALOG).unwrap().is_empty());
}

#[test]
fn ids_live_where_their_owner_says() {
    let path = empty("ids");
    let folder = Folder::at(&path).ids_under("https://acme.example/schemas");
    folder.write(CATALOG).unwrap();
    let document: serde_json::Value =
        serde_json::from_slice(&fs::read(path.join(CUSTOMER)).unwrap()).unwrap();
    let id = format!("https://acme.example/schemas/{CUSTOMER}");
    assert_eq!(document["$id"], id);
    let catalog = fs::read_to_string(path.join("catalog.json")).unwrap();
    assert!(
        catalog.contains(&id) && !catalog.contains("carnet-rs"),
        "{catalog}"
    );
    // Whoever keeps them elsewhere has other files.
    assert_eq!(
        Folder::at(&path).check(CATALOG).unwrap().changed.len(),
        2 * CATALOG.len() + 1
    );
}

#[test]
fn errors_name_the_path() {
    let path = empty("a file");
    fs::write(&path, "").unwrap();
    let error = Folder::at(&path).write(CATALOG).unwrap_err().to_string();
    assert!(error.contains("a file"), "{error}");
}

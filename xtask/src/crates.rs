//! What the crate `carnet` brings into a build, beside `serde`, `serde_json` and `schemars`.

use std::collections::BTreeSet;
use std::process::Command;

/// The crates of a build, by name: what runs, and what runs while it is built.
fn crates(packages: &[&str], options: &[&str]) -> BTreeSet<String> {
    let tree = ["tree", "--offline", "--locked", "--edges", "normal,build"];
    let output = Command::new(env!("CARGO"))
        .args(tree)
        .args(["--prefix", "none", "--format", "{p}"])
        .args(packages.iter().flat_map(|package| ["--package", package]))
        .args(options)
        .current_dir(crate::root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let lines = String::from_utf8(output.stdout).unwrap();
    let names = lines.lines().filter_map(|line| line.split(' ').next());
    let names: BTreeSet<_> = names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    assert!(names.len() > 5, "{names:?}");
    names
}

#[test]
fn carnet_without_its_features_is_as_light_as_serde_and_schemars() {
    let ours = crates(&["carnet"], &["--no-default-features"]);
    // Of packages that are no members, cargo takes no features: they have their own.
    let theirs = crates(&["serde", "serde_json", "schemars"], &[]);
    let more = ours.difference(&theirs);
    let more: Vec<_> = more.filter(|name| !name.starts_with("carnet")).collect();
    assert!(more.is_empty(), "{more:?}");
}

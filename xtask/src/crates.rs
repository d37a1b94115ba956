//! What the crate `carnet` brings into a build, beside `serde`, `serde_json` and `schemars`.

use std::collections::BTreeSet;
use std::process::Command;

/// What comes with Carnet besides its own crates, and what for. What `serde_json` brings as well, such
/// as memchr and itoa, is no more.
const EXTRA: [(&str, &str); 10] = [
    (
        "aho-corasick",
        "carnet-validate looks in a text and its findings for every credential at once",
    ),
    ("bytemuck", "comes with wide"),
    ("bytes", "comes with http"),
    (
        "http",
        "requests, replies and the header of credentials are its types",
    ),
    ("safe_arch", "comes with wide"),
    (
        "secrecy",
        "credentials are kept apart and wiped from memory when they are dropped",
    ),
    (
        "simdutf8",
        "the clean pass asks of a text whether it is UTF-8, many bytes at once",
    ),
    (
        "similar",
        "carnet-schema shows what has changed in a folder of schemas",
    ),
    (
        "wide",
        "strings are read and written by sixteen bytes at once, without unsafe code of our own",
    ),
    ("zeroize", "comes with secrecy"),
];

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
fn carnet_without_its_catalog_is_as_light_as_serde_and_schemars_but_for_a_list() {
    let ours = crates(&["carnet"], &["--no-default-features"]);
    // Of packages that are no members, cargo takes no features: they have their own.
    let theirs = crates(&["serde", "serde_json", "schemars"], &[]);
    let more = ours.difference(&theirs);
    let more: Vec<_> = more.filter(|name| !name.starts_with("carnet")).collect();
    assert_eq!(
        more,
        EXTRA.map(|(name, _)| name),
        "crates that are not on the list"
    );
}

//! Folders.

use crate::run::{Ran, carnet};
use crate::tree::Tree;
use carnet_cli::Exit;

const CREATE: [&str; 5] = [
    "lint",
    "--format",
    "json",
    "--operation",
    "acme.customer.create",
];
const STEERING: &str =
    "[[files]]\nglob = '**/*.request.json'\noperation = 'acme.customer.create'\n";

/// The paths that a run checked, without the folder they are in.
fn checked(ran: &Ran, tree: &Tree) -> Vec<String> {
    let folder = format!("{}/", tree.path(""));
    let json = ran.json();
    let files = json["files"].as_array().unwrap().iter();
    let paths = files.map(|file| file["path"].as_str().unwrap());
    paths
        .map(|path| path.strip_prefix(&folder).unwrap_or(path).to_owned())
        .collect()
}

#[test]
fn with_an_operation_every_json_file_is_checked_in_order() {
    let tree = Tree::new("with_an_operation")
        .with("b/z.json", "{}")
        .with("a.json", "{}")
        .with("b/a.JSON", "{}")
        .with("README.md", "hello")
        .with(".hidden.json", "{}")
        .with(".git/x.json", "{}")
        .with("ignored/x.json", "{}")
        .with("kept.json", "{}")
        .with(".gitignore", "ignored/\n");
    let ran = carnet(&[&CREATE[..], &[&tree.path("")]].concat());
    assert_eq!(
        checked(&ran, &tree),
        ["a.json", "b/a.JSON", "b/z.json", "kept.json"]
    );
}

#[test]
fn without_one_only_what_a_carnet_toml_names() {
    let tree = Tree::new("without_one")
        .with("carnet.toml", STEERING)
        .with("x.request.json", "{}")
        .with("deep/er/y.request.json", "{}")
        .with("other.json", "{}")
        .with("README.md", "hello");
    let ran = carnet(&["lint", "--format", "json", &tree.path("")]);
    assert_eq!(
        checked(&ran, &tree),
        ["deep/er/y.request.json", "x.request.json"]
    );
    // The folder's own carnet.toml counts from below it, too.
    let ran = carnet(&["lint", "--format", "json", &tree.path("deep/er")]);
    assert_eq!(checked(&ran, &tree), ["deep/er/y.request.json"]);
}

#[test]
fn contexts_are_no_payloads() {
    let tree = Tree::new("contexts_are_no_payloads")
        .with("a.json", "{}")
        .with("ctx.json", "{}")
        .with("own.json", "{}")
        .with(
            "carnet.toml",
            "[[files]]\nglob = 'x.txt'\noperation = 'acme.customer.create'\ncontext = 'ctx.json'\n",
        );
    let args = ["--context", &tree.path("own.json"), &tree.path("")];
    let ran = carnet(&[&CREATE[..], &args].concat());
    assert_eq!(checked(&ran, &tree), ["a.json"]);
}

#[test]
fn a_folder_with_nothing_to_check_is_a_usage_error() {
    let tree = Tree::new("a_folder_with_nothing").with("README.md", "hello");
    let folder = tree.path("");
    let ran = carnet(&["lint", &folder]);
    ran.complains(
        Exit::Usage,
        &[&folder, "nothing to check", "[[files]]", "--operation ID"],
    );
    let ran = carnet(&[&CREATE[..], &[&folder]].concat());
    ran.complains(Exit::Usage, &["nothing to check: no *.json"]);
}

#[test]
fn a_file_that_nothing_names_is_a_usage_error() {
    let tree = Tree::new("a_file_that_nothing_names")
        .with("carnet.toml", STEERING)
        .with("other.json", "{}");
    let file = tree.path("other.json");
    let ran = carnet(&["lint", &file]);
    ran.complains(
        Exit::Usage,
        &[
            &file,
            "belongs to no operation",
            "--operation ID",
            "[[files]]",
        ],
    );
}

#[cfg(unix)]
#[test]
fn links_that_run_in_circles_are_not_followed() {
    use std::os::unix::fs::symlink;
    let tree = Tree::new("links").with("a/x.json", "{}");
    symlink(tree.path(""), tree.path("a/loop")).unwrap();
    symlink("self", tree.path("self")).unwrap();
    symlink(tree.path("nowhere.json"), tree.path("dangling.json")).unwrap();
    let ran = carnet(&[&CREATE[..], &[&tree.path("")]].concat());
    assert_eq!(checked(&ran, &tree), ["a/x.json"]);
    // Named by itself, a link is what it points to.
    let ran = carnet(&[&CREATE[..], &[&tree.path("a/loop")]].concat());
    assert_eq!(checked(&ran, &tree), ["a/loop/a/x.json"]);
    for bad in ["self", "dangling.json"] {
        let ran = carnet(&[&CREATE[..], &[&tree.path(bad)]].concat());
        ran.complains(Exit::Io, &["cannot be read"]);
    }
}

#[cfg(unix)]
#[test]
fn an_unreadable_folder_does_not_hide_the_others() {
    use std::fs::{Permissions, read_dir, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let tree = Tree::new("an_unreadable_folder")
        .with("a.json", "{}")
        .with("closed/b.json", "{}")
        .with("closed.json", "{}");
    set_permissions(tree.path("closed"), Permissions::from_mode(0o0)).unwrap();
    set_permissions(tree.path("closed.json"), Permissions::from_mode(0o0)).unwrap();
    let is_root = read_dir(tree.path("closed")).is_ok();
    let ran = carnet(&[&CREATE[..], &[&tree.path("")]].concat());
    set_permissions(tree.path("closed"), Permissions::from_mode(0o700)).unwrap();
    if is_root {
        // Nothing is closed to root.
        return;
    }
    let (folder, file) = (tree.path("closed"), tree.path("closed.json"));
    ran.complains(Exit::Io, &[&folder, &file, "cannot be read"]);
    assert_eq!(checked(&ran, &tree), ["a.json"]);
}

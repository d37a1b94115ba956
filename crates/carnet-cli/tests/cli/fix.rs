//! `carnet lint --fix` and `--diff`.

use crate::run::{carnet, carnet_reading};
use crate::tree::Tree;
use carnet_cli::Exit;
use std::fs;

const CREATE: [&str; 3] = ["lint", "--operation", "acme.customer.create"];

const SLIPS: &str = "{\n\t\"Name\": \"Ada\",\r\n  \"kind\": \"PERSON\",\n}\n";
const FIXED: &str = "{\n\t\"name\": \"Ada\",\r\n  \"kind\": \"person\"\n}\n";

fn args<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&CREATE[..], more].concat()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap()
}

/// The names of everything in a folder.
fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

#[test]
fn files_are_fixed_and_what_is_left_is_told() {
    let tree = Tree::new("files_are_fixed")
        .with("a.json", SLIPS)
        .with("b.json", r#"{"name":"too long","kind":"Company"}"#)
        .with("c.json", r#"{"name":"Ada"}"#);
    let before = fs::metadata(tree.path("c.json"))
        .unwrap()
        .modified()
        .unwrap();
    let ran = carnet(&args(&["--fix", &tree.path("")]));
    assert_eq!(ran.exit, Exit::Findings);
    assert_eq!(ran.errors, "fixed 4 findings in 2 files\n");
    assert!(ran.output.contains("max-length") && !ran.output.contains("key-spelling"));
    assert_eq!(
        ran.summary(),
        "3 files, 1 failed: 1 error, 0 warnings, 0 infos (strict)"
    );
    assert_eq!(read(&tree.path("a.json")), FIXED);
    assert_eq!(
        read(&tree.path("b.json")),
        r#"{"name":"too long","kind":"company"}"#
    );
    assert_eq!(
        fs::metadata(tree.path("c.json"))
            .unwrap()
            .modified()
            .unwrap(),
        before
    );
    assert_eq!(names(&tree.path("")), ["a.json", "b.json", "c.json"]);
    let ran = carnet(&args(&["--fix", &tree.path("a.json")]));
    assert_eq!(
        (ran.exit, ran.errors.as_str()),
        (Exit::Clean, "fixed 0 findings in 0 files\n")
    );
}

#[test]
fn a_diff_writes_nothing() {
    let tree = Tree::new("a_diff_writes_nothing").with("a.json", SLIPS);
    let path = tree.path("a.json");
    for options in [&["--diff"][..], &["--diff", "--fix"]] {
        let ran = carnet(&args(&[options, &[&path]].concat()));
        let expected = format!(
            "--- {path}\n+++ {path}\n@@ -1,4 +1,4 @@\n {{\n-\t\"Name\": \"Ada\",\r\n-  \"kind\": \"PERSON\",\n\
             +\t\"name\": \"Ada\",\r\n+  \"kind\": \"person\"\n }}\n"
        );
        assert_eq!((ran.output, ran.exit), (expected, Exit::Findings));
        assert_eq!(ran.errors, "would fix 3 findings in 1 file\n");
        assert_eq!(read(&path), SLIPS);
    }
    let ran = carnet_reading(
        &args(&["--diff", "-"]),
        br#"{"name":"Ada","kind":"Person"}"#,
    );
    let expected = "--- -\n+++ -\n@@ -1 +1 @@\n-{\"name\":\"Ada\",\"kind\":\"Person\"}\n\
        \\ No newline at end of file\n+{\"name\":\"Ada\",\"kind\":\"person\"}\n\\ No newline at end of file\n";
    assert_eq!((ran.output.as_str(), ran.exit), (expected, Exit::Findings));
    // Nothing to change, but not right either.
    let ran = carnet_reading(&args(&["--diff", "-"]), br#"{"name":"too long"}"#);
    assert_eq!((ran.output.as_str(), ran.exit), ("", Exit::Findings));
    let ran = carnet_reading(&args(&["--diff", "-"]), br#"{"name":"Ada"}"#);
    assert_eq!((ran.output.as_str(), ran.exit), ("", Exit::Clean));
    let ran = carnet(&args(&["--diff", "--format", "json", &path]));
    ran.complains(
        Exit::Usage,
        &[
            "a diff cannot be written in another format",
            "leave out --diff",
        ],
    );
}

#[test]
fn standard_input_is_fixed_to_standard_output() {
    let ran = carnet_reading(&args(&["--fix", "-"]), SLIPS.as_bytes());
    assert_eq!((ran.output.as_str(), ran.exit), (FIXED, Exit::Clean));
    assert!(ran.errors.ends_with("fixed 3 findings in 1 file\n"));
    // What cannot be fixed goes through as it is, and is told elsewhere.
    let ran = carnet_reading(&args(&["--fix", "-"]), br#"{"name":"too long"}"#);
    assert_eq!(
        (ran.output.as_str(), ran.exit),
        (r#"{"name":"too long"}"#, Exit::Findings)
    );
    assert!(ran.errors.contains("error[max-length]"), "{}", ran.errors);
    let ran = carnet_reading(&args(&["--fix", "--format", "json", "-"]), SLIPS.as_bytes());
    assert_eq!(ran.output, FIXED);
    assert!(ran.errors.starts_with("{\"version\":1,"), "{}", ran.errors);
}

#[test]
fn what_carnet_toml_says_holds() {
    let config = "[[files]]\nglob = \"*.json\"\noperation = \"acme.customer.create\"\n\
        artifact = \"reply-body\"\nprofile = \"lenient\"\ncontext = \"context.json\"\n";
    let tree = Tree::new("what_carnet_toml_says_holds")
        .with("carnet.toml", config)
        .with("context.json", r#"{"http_status": 200}"#)
        .with("a.json", "{\"name\":\"Ada\",};");
    let ran = carnet(&["lint", "--fix", &tree.path("a.json")]);
    assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
    assert_eq!(read(&tree.path("a.json")), "{\"name\":\"Ada\"}");
}

#[test]
fn urls_and_forms() {
    let tree = Tree::new("urls_and_forms").with(
        "a.url",
        "https://api.example.com/orders?A=ORDER&article={\"name\":\"Ada\",}&apiKey=k&accessKey=k\n",
    );
    let lint = ["lint", "--operation", "acme.order.place", "--fix"];
    let ran = carnet(&[&lint[..], &[&tree.path("a.url")]].concat());
    assert!(ran.errors.ends_with("in 1 file\n"), "{ran:?}");
    let fixed = "https://api.example.com/orders?a=order&article=%7B%22name%22:%22Ada%22%7D&apiKey=k&accessKey=k\n";
    assert_eq!(read(&tree.path("a.url")), fixed);
}

#[test]
fn credentials_stay_as_they_are_and_are_not_shown() {
    const SECRET: &str = "sk-live-0123456789";
    let text = format!(
        "{{\n  \"Name\": \"x\", \"token\": \"{SECRET}\", \"kind\": \"PERSON\",\n  \"{SECRET}\": 1,\n}}"
    );
    let tree = Tree::new("credentials_stay").with("a.json", &text);
    let path = tree.path("a.json");
    let shown = carnet(&args(&["--diff", &path]));
    assert!(
        shown.output.contains("+  \"name\": \"x\", \"token\": \"*"),
        "{shown:?}"
    );
    let fixed = carnet(&args(&["--fix", &path]));
    for shown in [shown.output, shown.errors, fixed.output, fixed.errors] {
        assert!(
            !shown.contains(SECRET) && !shown.contains(&SECRET[3..]),
            "{shown}"
        );
    }
    let expected = text
        .replace("Name", "name")
        .replace("PERSON", "person")
        .replace(",\n}", "\n}");
    assert_eq!(read(&path), expected);
}

#[test]
fn a_diff_moves_no_cursor() {
    let text = "\u{FEFF}{\"name\":\"\u{1b}[2J\",\"kind\":\"Person\"}\r";
    let ran = carnet_reading(&args(&["--diff", "-"]), text.as_bytes());
    assert!(!ran.output.contains(['\u{1b}', '\r']), "{ran:?}");
    assert!(ran.output.contains("\\u{feff}{"), "{ran:?}");
}

#[cfg(unix)]
mod unix {
    use super::{FIXED, SLIPS, args, names, read};
    use crate::run::carnet;
    use crate::tree::Tree;
    use carnet_cli::Exit;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &str, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn read_only_files_and_folders_are_told_and_the_rest_is_fixed() {
        let tree = Tree::new("read_only")
            .with("folder/a.json", SLIPS)
            .with("file/b.json", SLIPS)
            .with("file/c.json", SLIPS);
        mode(&tree.path("folder"), 0o555);
        mode(&tree.path("file/b.json"), 0o444);
        let paths = [tree.path("folder/a.json"), tree.path("file")];
        let ran = carnet(&args(&["--fix", &paths[0], &paths[1]]));
        mode(&tree.path("folder"), 0o755);
        mode(&tree.path("file/b.json"), 0o644);
        ran.complains(
            Exit::Io,
            &[
                "a.json: error: cannot be written: its folder is read-only",
                "b.json: error: cannot be written: the file is read-only",
                "print the changes with `--diff`",
                "fixed 3 findings in 1 file\n",
            ],
        );
        assert_eq!(read(&tree.path("folder/a.json")), SLIPS);
        assert_eq!(read(&tree.path("file/b.json")), SLIPS);
        assert_eq!(read(&tree.path("file/c.json")), FIXED);
        assert_eq!(ran.output.matches("error[key-spelling]").count(), 2);
        assert_eq!(names(&tree.path("folder")), ["a.json"]);
    }

    #[test]
    fn permissions_and_links_stay() {
        let tree = Tree::new("permissions_and_links")
            .with("far/a.json", SLIPS)
            .with("near/other.json", "{\"name\":\"Ada\"}");
        mode(&tree.path("far/a.json"), 0o640);
        let link = tree.path("near/link.json");
        symlink("../far/a.json", &link).unwrap();
        let ran = carnet(&args(&["--fix", &link]));
        assert_eq!(
            (ran.exit, ran.errors.as_str()),
            (Exit::Clean, "fixed 3 findings in 1 file\n")
        );
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(read(&tree.path("far/a.json")), FIXED);
        let permissions = fs::metadata(tree.path("far/a.json")).unwrap().permissions();
        assert_eq!(permissions.mode() & 0o7777, 0o640);
        assert_eq!(names(&tree.path("far")), ["a.json"]);
        assert_eq!(names(&tree.path("near")), ["link.json", "other.json"]);
    }
}

#[test]
fn records_are_fixed_one_by_one_and_compressed_files_left_alone() {
    let tree = Tree::new("records_are_fixed")
        .with("a.ndjson", "1.0\r\n\n\"x\"\n  2e0  \n3")
        .with("b.json.gz", "no archive");
    let path = tree.path("a.ndjson");
    let ran = carnet(&["lint", "--operation", "acme.ping.send", "--fix", &path]);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text, "1\r\n\n\"x\"\n  2  \n3");
    assert!(ran.errors.contains("fixed 2 findings in 1 file"), "{ran:?}");
    assert!(ran.output.contains("a.ndjson:3:1"), "{ran:?}");

    let path = tree.path("b.json.gz");
    let ran = carnet(&["lint", "--operation", "acme.ping.send", "--fix", &path]);
    assert_eq!(ran.exit, carnet_cli::Exit::Io);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "no archive");
}

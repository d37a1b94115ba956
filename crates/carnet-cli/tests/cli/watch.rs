//! `carnet lint --watch`.

use crate::acme::CATALOG;
use crate::run::{Ran, carnet};
use crate::tree::Tree;
use carnet_cli::{Changes, Environment, Exit, Streams, Style, Watched, run_watching};
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Something that is done to files, and the paths that are told of it.
type Step = (Box<dyn FnOnce()>, Vec<PathBuf>);

/// Runs `carnet lint --watch` while these steps happen.
fn watching(args: &[&str], steps: Vec<Step>) -> (Ran, Vec<Watched>) {
    let (mut output, mut errors, mut watched) = (Vec::new(), Vec::new(), Vec::new());
    let exit = run_watching(
        CATALOG,
        [&["carnet", "lint", "--watch"], args].concat(),
        Streams {
            input: &mut io::empty(),
            output: &mut output,
            errors: &mut errors,
            style: Style::PLAIN,
            environment: Environment::default(),
        },
        |places| {
            watched = places.to_vec();
            let changes = steps.into_iter().map(|(happens, paths)| {
                happens();
                paths
            });
            Ok(Box::new(changes) as Changes)
        },
    );
    let ran = Ran {
        exit,
        output: String::from_utf8(output).unwrap(),
        errors: String::from_utf8(errors).unwrap(),
    };
    (ran, watched)
}

/// Writes a file, and is told of it.
fn writes(path: String, text: &'static str) -> Step {
    let told = vec![PathBuf::from(&path)];
    (Box::new(move || fs::write(path, text).unwrap()), told)
}

const STEERING: &str =
    "[[files]]\nglob = '*.json'\noperation = 'acme.customer.create'\ncontext = 'more/c.json'\n";
const RIGHT: &str = r#"{"name": "Ada"}"#;
const WRONG: &str = r#"{"name": "Ada Lovelace"}"#;

fn tree(name: &str) -> Tree {
    Tree::new(name)
        .with("carnet.toml", STEERING)
        .with("more/c.json", "{}")
        .with("a.json", WRONG)
}

#[test]
fn what_was_read_is_checked_again() {
    let tree = tree("watch_again");
    let (ran, _) = watching(
        &[&tree.path("")],
        vec![
            writes(tree.path("a.json"), RIGHT),
            writes(tree.path("b.json"), WRONG),
            writes(tree.path("more/c.json"), r#"{"http_status": 200}"#),
            writes(tree.path("carnet.toml"), "oops"),
            writes(tree.path("carnet.toml"), STEERING),
        ],
    );
    let summaries = ran.output.lines().filter(|line| line.ends_with("(strict)"));
    let failed: Vec<_> = summaries
        .map(|line| &line[..line.find(':').unwrap()])
        .collect();
    let expected = [
        "1 file, 1 failed",
        "1 file, 0 failed",
        "2 files, 1 failed",
        "2 files, 1 failed",
        "2 files, 1 failed",
    ];
    assert_eq!(failed, expected, "{ran:?}");
    for name in ["a.json", "b.json", "c.json", "carnet.toml"] {
        let line = format!("\n---- {name} changed ----\n");
        assert!(ran.errors.contains(&line), "{name}: {ran:?}");
    }
    assert!(
        ran.errors.contains("carnet.toml:1:"),
        "the mistake is told: {ran:?}"
    );
    assert_eq!(ran.exit, Exit::Findings, "as the last run ended");
}

#[test]
fn what_nobody_read_is_not() {
    let tree = tree("watch_not");
    let known = tree.path("known.txt");
    let (ran, _) = watching(
        &["--write-baseline", &known, &tree.path("")],
        vec![
            (Box::new(|| ()), vec![PathBuf::from(&known)]),
            writes(tree.path("more/notes.json"), "{}"),
        ],
    );
    assert_eq!(ran.output.matches("(strict)").count(), 1, "{ran:?}");
    assert_eq!(ran.errors, "");
}

#[test]
fn folders_of_files_and_contexts_are_watched_and_those_above() {
    let tree = tree("watch_folders");
    let (_, watched) = watching(&[&tree.path("a.json")], Vec::new());
    let has = |path: &str, recursive| {
        let folder = PathBuf::from(path.trim_end_matches('/'));
        watched.contains(&Watched { folder, recursive })
    };
    assert!(has(&tree.path(""), false), "{watched:?}");
    assert!(has(&tree.path("more"), false), "{watched:?}");
    assert!(
        watched.iter().any(|it| it.folder.parent().is_none()),
        "{watched:?}"
    );

    let (_, watched) = watching(&[&tree.path("")], Vec::new());
    let folder = PathBuf::from(tree.path(""));
    assert!(
        watched.contains(&Watched {
            folder,
            recursive: true
        }),
        "{watched:?}"
    );
}

#[test]
fn what_cannot_be_watched_is_told() {
    let tree = tree("watch_told");
    carnet(&["lint", "--watch", &tree.path("")])
        .complains(Exit::Io, &["cannot watch: nothing watches"]);
    carnet(&["lint", "--watch", "-"])
        .complains(Exit::Usage, &["standard input cannot be read twice"]);
}

#[test]
fn the_process_sees_changes_and_ends_with_its_input() {
    let tree = Tree::new("watch_process").with("a.json", r#"{"company": "1", "name": "Ada"}"#);
    let mut child = Command::new(env!("CARGO_BIN_EXE_carnet"))
        .args(["lint", "--watch", "--operation", "revnue.customer.create"])
        .arg(tree.path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (sender, summaries) = mpsc::channel();
    thread::spawn(move || {
        let summaries = lines.map_while(Result::ok);
        for line in summaries.filter(|line| line.ends_with("(strict)")) {
            drop(sender.send(line));
        }
    });
    let summary = || {
        summaries
            .recv_timeout(Duration::from_mins(1))
            .unwrap_or_default()
    };
    assert!(summary().starts_with("1 file, 1 failed"));
    fs::write(tree.path("a.json"), r#"{"company": 1, "name": "Ada"}"#).unwrap();
    // A file that is written may be seen while it is empty; then it is seen once more.
    let mut last = summary();
    if last.starts_with("1 file, 1 failed") {
        last = summary();
    }
    assert!(last.starts_with("1 file, 0 failed"), "{last}");
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_schema_is_watched() {
    let tree = Tree::new("watch_schema")
        .with("more/s.schema.json", r#"{"type": "object"}"#)
        .with("a.json", RIGHT);
    let schema = tree.path("more/s.schema.json");
    let (ran, watched) = watching(
        &["--schema", &schema, &tree.path("a.json")],
        vec![writes(schema.clone(), r#"{"type": "array"}"#)],
    );
    assert_eq!(ran.exit, Exit::Findings, "{ran:?}");
    assert!(
        ran.errors.contains("---- s.schema.json changed ----"),
        "{ran:?}"
    );
    let folder = PathBuf::from(tree.path("more"));
    assert!(watched.iter().any(|it| it.folder == folder), "{watched:?}");
}

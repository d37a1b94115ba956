//! The bar, on terminals only.

use crate::mixed::folder;
use crate::run::{Ran, carnet_in};
use crate::tree::Tree;
use carnet_cli::{Environment, Exit, Style};
use std::cell::Cell;
use std::time::Duration;

/// Lints the folder while a person watches, at a clock that goes on by `pace` with every look.
fn watched(tree: &Tree, more: &[&str], pace: Duration) -> Ran {
    let now = Cell::new(Duration::from_secs(1000));
    let clock = || {
        now.set(now.get() + pace);
        now.get()
    };
    let environment = Environment {
        clock: Some(&clock),
        ..Environment::default()
    };
    let folder = tree.path("");
    let args = [&["lint"], more, &[&folder]].concat();
    let style = Style {
        width: 60,
        ..Style::PLAIN
    };
    carnet_in(&args, &mut &b""[..], style, environment)
}

#[test]
fn long_work_shows_how_far_it_is() {
    let tree = folder("long_work_shows_how_far_it_is");
    let ran = watched(&tree, &[], Duration::from_millis(150));
    assert_eq!(ran.exit, Exit::Findings);
    assert!(ran.errors.contains("\r["), "{:?}", ran.errors);
    assert!(ran.errors.contains("] 5/11 "), "{:?}", ran.errors);
    assert!(ran.errors.ends_with("\r\u{1b}[K"), "it is taken away");
    for line in ran.errors.split('\r') {
        assert!(line.trim_end_matches("\u{1b}[K").chars().count() < 60);
    }
    assert!(!ran.output.contains('\r'));
}

#[test]
fn short_work_and_quiet_work_show_nothing() {
    let tree = folder("short_work_and_quiet_work");
    let short = watched(&tree, &[], Duration::from_millis(1));
    assert_eq!(short.errors, "");
    let quiet = watched(&tree, &["--quiet"], Duration::from_secs(1));
    assert_eq!(quiet.errors, "");
}

//! `carnet completions` and `carnet man`.

use crate::run::carnet;
use crate::tree::Tree;
use carnet_cli::Exit;
use std::fs;

#[test]
fn every_shell_completes_commands_and_options() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = carnet(&["completions", shell]);
        assert_eq!(
            (ran.exit, ran.errors.as_str()),
            (Exit::Clean, ""),
            "{shell}"
        );
        for word in ["explain", "completions", "stdin-filename", "request-url"] {
            assert!(ran.output.contains(word), "{shell} does not know {word}");
        }
    }
    carnet(&["completions", "tcsh"]).complains(Exit::Usage, &["[possible values: bash"]);
}

#[test]
fn there_is_a_manual_page_for_every_command() {
    let page = carnet(&["man"]).output;
    assert!(page.contains(".TH carnet 1"), "{page}");
    assert!(page.contains("carnet\\-lint(1)"), "{page}");
    let page = carnet(&["man", "lint"]).output;
    assert!(page.contains(".TH carnet-lint 1"), "{page}");
    assert!(page.contains("\\fBcarnet lint\\fR"), "{page}");
    carnet(&["man", "lnit"]).complains(Exit::Usage, &["no command is called `lnit`", "`lint`"]);
}

#[test]
fn manual_pages_are_written_into_a_folder() {
    let tree = Tree::new("manual_pages");
    let ran = carnet(&["man", "--directory", &tree.path("man1")]);
    assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
    for name in ["carnet.1", "carnet-lint.1", "carnet-man.1"] {
        assert!(ran.output.contains(name), "{ran:?}");
        let page = fs::read_to_string(tree.path(&format!("man1/{name}"))).unwrap();
        assert!(page.contains(".SH SYNOPSIS"), "{page}");
    }
    carnet(&["man", "--directory", &tree.path("man1/carnet.1")])
        .complains(Exit::Io, &["cannot be written"]);
}

//! What people see.

use crate::run::{carnet, carnet_reading, carnet_styled};
use crate::tree::Tree;
use carnet_cli::{Exit, Style};

const CREATE: [&str; 3] = ["lint", "--operation", "acme.customer.create"];

#[test]
fn a_finding_has_place_source_line_and_reasons() {
    let text = "{\n  \"name\": \"too long\"\n}\n";
    let ran = carnet_reading(&[&CREATE[..], &["-"]].concat(), text.as_bytes());
    assert_eq!(ran.exit, Exit::Findings);
    assert_eq!(ran.errors, "");
    let expected = "\
-:2:11: error[max-length] the text has 8 characters, at most 5 are allowed
  |
2 |   \"name\": \"too long\"
  |           ^^^^^^^^^^
  = source: name, https://example.com/create-customer (normative)
  = discrepancy: AC-01 strict takes `5 characters`; the readings are `names have 5 characters` and `names have 50 characters`
  = help: shorten it by 3

1 file, 1 failed: 1 error, 0 warnings, 0 infos (strict)
";
    assert_eq!(ran.output, expected);
}

#[test]
fn clean_files_are_only_counted() {
    let tree = Tree::new("clean_files_are_only_counted")
        .with("a.json", r#"{"name":"Ada"}"#)
        .with("b.json", r#"{"name":"Bob"}"#);
    let ran = carnet(&[&CREATE[..], &[&tree.path("")]].concat());
    assert_eq!(ran.exit, Exit::Clean);
    assert_eq!(
        ran.output,
        "2 files, 0 failed: 0 errors, 0 warnings, 0 infos (strict)\n"
    );
}

#[test]
fn warnings_pass_unless_denied() {
    let text = br#"{"name":"Ada","kind":"Person"}"#;
    let lint = [&CREATE[..], &["-"]].concat();
    let ran = carnet_reading(&lint, text);
    assert_eq!(ran.exit, Exit::Clean);
    assert!(
        ran.output.starts_with("-:1:22: warning[enum-case] "),
        "{}",
        ran.output
    );
    assert_eq!(
        ran.summary(),
        "1 file, 0 failed: 0 errors, 1 warning, 0 infos (strict)"
    );

    let ran = carnet_reading(&[&lint[..], &["--deny", "warnings"]].concat(), text);
    assert_eq!(ran.exit, Exit::Findings);
    assert_eq!(
        ran.summary(),
        "1 file, 1 failed: 0 errors, 1 warning, 0 infos (strict)"
    );

    let lenient = ["--deny", "warnings", "--profile", "lenient"];
    let ran = carnet_reading(&[&lint[..], &lenient].concat(), text);
    assert_eq!(ran.exit, Exit::Clean);
    assert_eq!(
        ran.summary(),
        "1 file, 0 failed: 0 errors, 0 warnings, 1 info (lenient)"
    );
}

#[test]
fn long_lines_are_cut_around_the_finding() {
    let filler = "é".repeat(20_000);
    let text = format!(r#"{{"name":"Ada","x":"{filler}","kind":"nobody","y":"{filler}"}}"#);
    let lint = [&CREATE[..], &["-"]].concat();
    let style = Style {
        width: 60,
        ..Style::PLAIN
    };
    let ran = carnet_styled(&lint, &mut text.as_bytes(), style);
    assert!(ran.output.contains(r#""kind":"nobody""#), "{}", ran.output);
    let quoted = ran.output.lines().filter(|line| line.starts_with("1 |"));
    for line in quoted {
        assert!(line.chars().count() <= 62, "{line}");
    }
}

#[test]
fn nothing_in_a_payload_steers_the_terminal() {
    let text = "{\"name\":\"\u{1b}[31m\u{202e}\",\"\u{1b}]0;x\u{7}\":1}";
    let ran = carnet_reading(&[&CREATE[..], &["-"]].concat(), text.as_bytes());
    assert!(
        !ran.output.contains(['\u{1b}', '\u{202e}', '\u{7}']),
        "{:?}",
        ran.output
    );
}

#[test]
fn colour_is_as_the_style_says() {
    let colour = Style {
        colour_output: true,
        ..Style::PLAIN
    };
    let lint = [&CREATE[..], &["-"]].concat();
    let painted = carnet_styled(&lint, &mut &b"{}"[..], colour);
    assert!(painted.output.contains("\u{1b}["));
    let plain = carnet_reading(&lint, b"{}");
    assert!(!plain.output.contains('\u{1b}'));
}

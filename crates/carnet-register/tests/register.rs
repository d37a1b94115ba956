//! Registers in, constants or complaints out.

use carnet_register::constants;

const ENTRY: &str = r#"
[AC-01]
kind = "contradiction"
readings = ["priority is an integer <1-5>", "priority is a \"text\" [sample]"]
strict = "integer"
lenient = "text: warning"
levels = { strict = "error", lenient = "warning" }
reason = "the table is the only normative text"
evidence = ["https://acme.example/docs"]
"#;

#[track_caller]
fn refuses(toml: &str, expected: &[&str]) {
    let error = constants(toml, "carnet").expect_err("a malformed register");
    let (shown, debugged) = (error.to_string(), format!("{error:?}"));
    assert_eq!(shown, debugged, "cargo prints the latter");
    for expected in expected {
        assert!(shown.contains(expected), "no `{expected}` in: {shown}");
    }
}

#[test]
fn an_entry_is_a_documented_constant() {
    let source = constants(ENTRY, "carnet").expect("a register");
    assert_eq!(
        source,
        r#"/// priority is an integer \<1-5>; or priority is a "text" \[sample].
#[allow(clippy::doc_markdown, reason = "the register is plain text")]
pub const AC_01: ::carnet::Discrepancy = ::carnet::Discrepancy {
    id: "AC-01",
    kind: "contradiction",
    readings: ["priority is an integer <1-5>", "priority is a \"text\" [sample]"],
    strict: "integer",
    lenient: "text: warning",
    levels: ::carnet::Levels::new(::carnet::Level::Error, ::carnet::Level::Warning),
    reason: "the table is the only normative text",
    evidence: &["https://acme.example/docs"],
    source: None,
    note: None,
};

/// The whole register, in order.
pub const ALL: &[&::carnet::Discrepancy] = &[&AC_01];
"#
    );
}

#[test]
fn a_note_stands_for_levels() {
    let toml = ENTRY.replace(
        "levels = { strict = \"error\", lenient = \"warning\" }",
        "note = \"x\"",
    );
    let source = constants(&toml, "carnet").expect("a register");
    assert!(
        source.contains("levels: ::carnet::Levels::ALLOW"),
        "{source}"
    );
    assert!(source.contains("note: Some(\"x\")"), "{source}");
}

#[test]
fn an_empty_register_is_one() {
    let source = constants("", "carnet").expect("a register");
    assert!(source.ends_with("= &[];\n"), "{source}");
}

#[test]
fn crates_may_be_renamed_and_nested() {
    for (path, written) in [
        ("vendor_kit", "&::vendor_kit::Discrepancy"),
        ("::vendor_kit", "&::vendor_kit::Discrepancy"),
        ("crate::kit", "&crate::kit::Discrepancy"),
    ] {
        let source = constants(ENTRY, path).expect(path);
        assert!(source.contains(written), "{source}");
    }
    for path in ["", "vendor-kit", "a b", "::", "1a"] {
        let error = constants(ENTRY, path).expect_err(path).to_string();
        assert!(error.contains("write the name"), "{error}");
    }
}

#[test]
fn complaints_name_the_entry_and_what_to_type() {
    refuses(
        &ENTRY.replace("AC-01", "ac-1"),
        &["`ac-1` is no id", "such as [AC-01]"],
    );
    refuses(
        &ENTRY.replace("levels", "# levels"),
        &["AC-01 needs levels = {", "or note = "],
    );
    refuses(
        &ENTRY.replace("reason", "note = \"x\"\nreason"),
        &["AC-01 has both `levels` and `note`: keep one"],
    );
    refuses(
        &ENTRY.replace("readings", "# readings"),
        &[
            "AC-01: missing field `readings`: write readings = [",
            "line 2",
        ],
    );
    refuses(
        &ENTRY.replace("\"warning\" }", "\"fatal\" }"),
        &[
            "AC-01: unknown variant `fatal`",
            "`allow`, `info`, `warning`, `error`",
        ],
    );
    refuses(
        &ENTRY.replace("evidence", "sources"),
        &["AC-01: unknown field `sources`", "`evidence`"],
    );
    refuses(&format!("{ENTRY}{ENTRY}"), &["AC-01: ", "duplicate"]);
    refuses("AC-01 = 3", &["invalid type"]);
}

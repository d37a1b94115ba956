//! What a finding in a part of a file looks like in every format.

use super::{Checked, Look, Origin, Summary, renderer};
use crate::args::Format;
use crate::redact::Shown;
use carnet_core::{Artifact, Finding, Place, Position, Profile, RuleId, Severity, Span};
use carnet_validate::masked::Masked;
use clap::ValueEnum;

fn finding() -> Finding {
    let start = Position {
        offset: 11,
        line: 2,
        column: 9,
    };
    let end = Position {
        offset: 16,
        line: 2,
        column: 14,
    };
    Finding {
        fix: None,
        rule: RuleId::MaxLength,
        severity: Severity::Error,
        at: Place::body("/name"),
        field: Some("Lead::name".into()),
        message: "too long".into(),
        help: Some("shorten it".into()),
        span: Some(Span { start, end }),
        source: None,
        discrepancy: None,
    }
}

fn rendered(format: Format) -> String {
    let text = Masked::open(b"{}\n{\"name\":\"long\"}\n");
    let look = Look {
        colour: false,
        width: 80,
        profile: Profile::Strict,
        deny: None,
        quiet: false,
        origin: Origin::default(),
    };
    let finding = Shown::new(finding(), &[&text]);
    let file = Checked {
        path: "calls.ndjson",
        record: Some(2),
        entry: Some(7),
        operation: "acme.customer.create",
        artifact: Artifact::RequestBody,
        profile: Profile::Strict,
        failed: true,
        // The same twice: what must be unique is.
        findings: vec![finding.clone(), finding],
        text: &text,
    };
    let mut renderer = renderer(format, look);
    let mut out = Vec::new();
    renderer.begin(&mut out).unwrap();
    renderer.file(&mut out, &file).unwrap();
    renderer.end(&mut out, &Summary::default()).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_format_names_the_record_and_the_entry() {
    for &format in Format::value_variants() {
        let text = rendered(format);
        let (record, entry) = match format {
            Format::Json | Format::Ndjson | Format::Sarif => (r#""record":2"#, r#""entry":7"#),
            Format::Human | Format::Junit | Format::Github | Format::Tap => ("record 2", "entry 7"),
            // It knows lines only, and the span's is the record's.
            Format::Gitlab => (r#""begin":2"#, ""),
        };
        assert!(text.contains(record) && text.contains(entry), "{text}");
    }
}

#[test]
fn the_field_of_the_caller_is_named() {
    for format in [Format::Json, Format::Ndjson, Format::Sarif] {
        let text = rendered(format);
        assert!(text.contains(r#""field":"Lead::name""#), "{text}");
    }
    for format in [Format::Github, Format::Tap] {
        assert!(rendered(format).contains("Lead::name"));
    }
}

#[test]
fn people_find_the_part_behind_the_place() {
    let text = rendered(Format::Human);
    let head = "calls.ndjson:2:9: record 2, entry 7: error[max-length] too long\n";
    assert!(text.starts_with(head), "{text}");
}

#[test]
fn fingerprints_are_unique() {
    let issues: serde_json::Value = serde_json::from_str(&rendered(Format::Gitlab)).unwrap();
    let fingerprint = |index: usize| issues[index]["fingerprint"].as_str().unwrap().to_owned();
    assert_ne!(fingerprint(0), fingerprint(1));
}

//! SARIF against its own schema.

use crate::mixed::{folder, lint};
use serde_json::Value;

const SCHEMA: &str = include_str!("../schemas/sarif-2.1.0.schema.json");

#[test]
fn the_standards_schema_accepts_every_log() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let tree = folder("the_standards_schema_accepts_every_log");
    let missing = tree.path("missing.customer.json");
    let none = ["--quiet", "--max-findings", "0"];
    for more in [&[][..], &[missing.as_str()], &none] {
        let args = [&["--format", "sarif"], more].concat();
        let log: Value = serde_json::from_str(&lint(&tree, &args).output).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&log)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    // A schema that accepts anything would not have told.
    assert!(!validator.is_valid(&serde_json::json!({"version": "2.1.0"})));
    let bad = serde_json::json!({"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]});
    assert!(!validator.is_valid(&bad));
}

#[test]
fn results_point_to_their_rules() {
    let tree = folder("results_point_to_their_rules");
    let output = lint(&tree, &["--format", "sarif"]).output;
    let log: Value = serde_json::from_str(&output).unwrap();
    let run = &log["runs"][0];
    let rules = &run["tool"]["driver"]["rules"];
    let results = run["results"].as_array().unwrap();
    assert!(!results.is_empty());
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        let rule = &rules[index];
        assert_eq!(result["ruleId"], rule["id"]);
        let id: carnet_core::RuleId = rule["id"].as_str().unwrap().parse().unwrap();
        assert_eq!(rule["shortDescription"]["text"], id.summary());
        let why = carnet_validate::rule::doc(id).why;
        assert!(rule["help"]["text"].as_str().unwrap().starts_with(why));
    }
    let uris = results.iter().map(|result| {
        let location = &result["locations"][0]["physicalLocation"];
        location["artifactLocation"]["uri"].as_str().unwrap()
    });
    assert!(uris.clone().any(|uri| uri == "old/names.json"));
    assert!(uris.clone().all(|uri| !uri.contains(':')));
}

#[test]
fn fingerprints_outlive_lines_that_are_added() {
    let text = r#"{"name":"too long"}"#;
    let print = |text: &str| {
        let lint = [
            "lint",
            "--format",
            "sarif",
            "--operation",
            "acme.customer.create",
            "-",
        ];
        let ran = crate::run::carnet_reading(&lint, text.as_bytes());
        let log = ran.json();
        log["runs"][0]["results"][0]["partialFingerprints"].clone()
    };
    assert!(print(text)["carnetFinding/v1"].is_string());
    assert_eq!(print(text), print(&format!("\n\n{text}")));
    assert_ne!(print(text), print(r#"{"name":"too longer"}"#));
}

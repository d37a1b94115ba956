//! Values that may be one of several things, with and without a context.

use crate::chain::{Chain, text, with};

fn value(value: &str) -> Chain<'static> {
    with(&format!("\"entries\":[{{\"id\":7,\"value\":{value}}}]"))
}

fn typed(name: &str, json: &str) -> Chain<'static> {
    value(json).settings(|settings| {
        let types = settings
            .context
            .selections
            .entry("types".into())
            .or_default();
        types.insert("7".into(), name.into());
    })
}

#[test]
fn without_a_context_any_variant_will_do() {
    for fine in [
        "5",
        "-5",
        "1.25",
        "\"2024-01-01\"",
        "\"any text\"",
        "\"\"",
        "1.0",
        "-999999999999999",
    ] {
        value(fine).clean();
    }
    value("1.234")
        .strict(&["warning decimals /entries/0/value"])
        .lenient(&[]);
    value(&format!("\"{}\"", "x".repeat(51))).both(&["error max-length /entries/0/value"]);
    value("1e15").both(&["error maximum /entries/0/value"]);
    value("999999999999999.01").both(&["error maximum /entries/0/value"]);
    value("-1.5")
        .both(&["error minimum /entries/0/value"])
        .help(
            "write a number with at most 2 decimals from 0.00 to 999999999999999.00 (`money`), \
         or an integer from -999999999999999 to 999999999999999 (`number`)",
        );
    for wrong in ["true", "{}", "[]"] {
        value(wrong).both(&["error type /entries/0/value"]);
    }
    value("true").message("expected a number, an integer or a string, found a boolean");
    value("null")
        .strict(&["error null /entries/0/value"])
        .lenient(&["warning null /entries/0/value"]);
}

#[test]
fn with_a_context_exactly_one_variant_counts() {
    typed("date", "\"2024-01-01\"").clean();
    typed("date", "\"tomorrow\"").both(&["error format /entries/0/value"]);
    typed("text", "5").both(&["error type /entries/0/value"]);
    typed("number", "1.5").both(&["error type /entries/0/value"]);
    let finding = typed("text", "5").only();
    assert_eq!(finding.discrepancy.map(|known| known.id), Some("AC-06"));
    typed("number", "-5.0")
        .strict(&["warning integer-spelling /entries/0/value"])
        .lenient(&[]);
    typed("money", "-5").both(&["error minimum /entries/0/value"]);
    typed("attachment", "true")
        .strict(&["warning disputed-type /entries/0/value"])
        .lenient(&[]);
    // Names that the contract does not know select nothing.
    typed("colour", "5").clean();
}

#[test]
fn the_key_is_the_siblings_value_as_text() {
    for id in ["7", "7.0", "\"7\""] {
        let members = format!("{{\"company\":1,\"name\":\"x\",\"value\":true,\"id\":{id}}}");
        let chain = text(members).settings(|settings| {
            let types = settings
                .context
                .selections
                .entry("types".into())
                .or_default();
            types.insert("7".into(), "attachment".into());
        });
        let report = chain.report(carnet_core::Profile::Strict);
        let mut rules = report.findings.iter().map(|found| found.rule);
        assert!(
            rules.any(|rule| rule == carnet_core::RuleId::DisputedType),
            "{id}"
        );
    }
}

//! Every case yields exactly the findings that it lists.

use crate::case::{self, Case};
use crate::expectation::Expected;
use crate::query;
use carnet_core::contract::Carrier;
use carnet_core::{Artifact, Contract, Finding, Profile, RuleId};
use carnet_validate::{Settings, lint};
use carnet_vendors::CATALOG;
use std::collections::BTreeSet;

/// The differences between what a case lists and what was found.
fn difference(case: &Case, profile: Profile) -> Option<String> {
    let report = lint(
        case.contract,
        case.artifact,
        &case.text,
        &case.settings(profile),
    );
    let mut listed = case.expected(profile).to_vec();
    let mut lines = Vec::new();
    for finding in &report.findings {
        let found = Expected::from(finding);
        match listed.iter().position(|expected| *expected == found) {
            // Taken away, so that the same finding twice is a difference.
            Some(at) => drop(listed.remove(at)),
            None => lines.push(format!("    + {found}: {}\n", finding.message)),
        }
    }
    lines.extend(listed.iter().map(|missing| format!("    - {missing}\n")));
    (!lines.is_empty()).then(|| format!("{} ({profile})\n{}", case.name, lines.concat()))
}

#[test]
fn every_case_yields_what_it_lists() {
    let cases = case::all();
    let differences: Vec<_> = cases
        .iter()
        .flat_map(|case| Profile::ALL.map(|profile| difference(case, profile)))
        .flatten()
        .collect();
    assert!(
        differences.is_empty(),
        "{} of {} cases differ (- listed and not found, + found and not listed):\n{}",
        differences.len(),
        cases.len(),
        differences.concat(),
    );
}

#[test]
fn no_case_breaks_a_rule_that_it_passes() {
    for case in case::all() {
        let findings = Profile::ALL.map(|profile| case.expected(profile)).concat();
        for rule in &case.passes {
            assert!(
                findings.iter().all(|it| it.rule != *rule),
                "{}: {rule}",
                case.name
            );
        }
    }
}

#[test]
fn names_of_cases_are_unique() {
    let mut names = BTreeSet::new();
    for case in case::all() {
        assert!(
            names.insert(case.name.clone()),
            "{} stands twice",
            case.name
        );
    }
}

/// A parameter that holds JSON.
fn holds_json(contract: &Contract) -> &'static str {
    let mut parameters = contract
        .request
        .shape
        .object()
        .into_iter()
        .flat_map(|it| it.fields);
    let parameter = parameters.find(|field| field.shape.object().is_some());
    parameter.expect("a parameter that is an object").name
}

/// The reader is the same for every contract: one of each carrier will do.
#[test]
fn a_million_levels_are_a_finding() {
    for carrier in [Carrier::JsonBody, Carrier::Parameters] {
        let mut contracts = CATALOG.iter().filter(|it| it.carrier == carrier);
        let contract = contracts.next().expect("the catalog has both");
        for artifact in [contract.request_artifact(), Artifact::ReplyBody] {
            for open in ["[", "{\"x\":"] {
                let mut text = open.repeat(1_000_000);
                if artifact == Artifact::RequestUrl {
                    let value = query::encoded(&text);
                    text = format!("{}?{}={value}", contract.url, holds_json(contract));
                }
                let report = lint(contract, artifact, text.as_bytes(), &Settings::default());
                let depth = report.findings.iter().filter(|it| it.rule == RuleId::Depth);
                assert_eq!(depth.count(), 1, "{} {artifact}", contract.id);
            }
        }
    }
}

/// What every finding must be like, whatever its rule.
fn fault(finding: &Finding, case: &Case) -> Option<&'static str> {
    let text = &case.text;
    let Some(span) = finding.span else {
        // What is wrong with a URL beside the text has no place in the text.
        return case.context.url.is_none().then_some("no span");
    };
    let (start, end) = (span.start, span.end);
    if start.offset > end.offset || end.offset > text.len() {
        return Some("the span is not in the text");
    }
    if (end.line, end.column) < (start.line, start.column) || start.line == 0 || start.column == 0 {
        return Some("lines and columns count from 1 and go forward");
    }
    let before = &text[..start.offset];
    if start.line != before.split(|byte| *byte == b'\n').count() {
        return Some("the line is not that of the offset");
    }
    if finding.message.is_empty() || finding.message.ends_with('.') {
        return Some("a message is a sentence without a full stop");
    }
    if finding.help.as_ref().is_none_or(String::is_empty) {
        return Some("no help says what to type");
    }
    None
}

#[test]
fn findings_have_a_place_a_message_and_a_page() {
    for case in case::all() {
        for profile in Profile::ALL {
            let report = lint(
                case.contract,
                case.artifact,
                &case.text,
                &case.settings(profile),
            );
            let mut last = 0;
            for finding in &report.findings {
                let fault = fault(finding, &case);
                assert_eq!(fault, None, "{}: {finding:?}", case.name);
                let start = finding.span.map_or(0, |span| span.start.offset);
                assert!(
                    last <= start,
                    "{}: findings are not in the text's order",
                    case.name
                );
                last = start;
                if let Some(source) = finding.source {
                    assert!(
                        source.url.starts_with("https://"),
                        "{}: {source:?}",
                        case.name
                    );
                }
            }
        }
    }
}

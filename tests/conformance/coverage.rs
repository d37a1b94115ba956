//! The cases reach every rule and every discrepancy of the contracts.

use crate::case::{self, Case};
use carnet_core::{Contract, Levels, Profile, RuleId, general};
use carnet_testing::Statements;
use carnet_vendors::{CATALOG, VENDORS};
use std::collections::BTreeSet;

fn cases_of<'a>(contract: &Contract, cases: &'a [Case]) -> Vec<&'a Case> {
    let cases = cases.iter();
    cases
        .filter(|case| case.contract.id == contract.id)
        .collect()
}

/// The rules and discrepancies of everything that cases expect to be found.
fn expected<'a>(cases: impl IntoIterator<Item = &'a Case>) -> (BTreeSet<RuleId>, BTreeSet<String>) {
    let cases = cases.into_iter();
    let findings = cases
        .flat_map(|case| Profile::ALL.map(|profile| case.expected(profile)))
        .flatten();
    findings
        .map(|finding| (finding.rule, finding.discrepancy.clone()))
        .map(|(rule, discrepancy)| (rule, discrepancy.unwrap_or_default()))
        .unzip()
}

#[test]
fn every_discrepancy_is_decided_somewhere_or_says_why_not() {
    let mut faults = Vec::new();
    for vendor in VENDORS {
        let contracts = CATALOG
            .iter()
            .filter(|contract| contract.vendor.id == vendor.id);
        let statements: Vec<_> = contracts.map(|contract| Statements::of(contract)).collect();
        let rulings = || statements.iter().flat_map(|it| &it.rulings);
        let see = || statements.iter().flat_map(|it| &it.see);
        for discrepancy in vendor.discrepancies {
            let id = discrepancy.id;
            let rules = rulings().any(|(_, it)| it.discrepancy.is_some_and(|it| it.id == id));
            match (discrepancy.note, discrepancy.levels) {
                (Some(_), Levels::ALLOW) if rules => {
                    faults.push(format!("{id} says that no check can exist, and one does"));
                }
                (Some(_), Levels::ALLOW) => {}
                (Some(_), _) => faults.push(format!("{id} has levels and says it has no check")),
                (None, _) if rules => {}
                (None, _) if see().any(|it| it.id == id) => {
                    faults.push(format!("{id} has levels, and only a `see` names it"));
                }
                (None, _) => faults.push(format!("{id} has levels, and no ruling names it")),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_discrepancy_with_levels_is_reached_by_a_case() {
    let (_, reached) = expected(&case::all());
    let vendors = VENDORS.iter().flat_map(|vendor| vendor.discrepancies);
    let missing: Vec<_> = vendors
        .chain(general::ALL)
        .filter(|it| it.note.is_none() && !reached.contains(it.id))
        .map(|it| it.id)
        .collect();
    assert!(missing.is_empty(), "no case expects {missing:?}");
}

/// Rules about the text are one and the same for all contracts: any operation's cases will do.
fn is_about_text(rule: RuleId) -> bool {
    matches!(
        rule,
        RuleId::InvalidUtf8
            | RuleId::ByteOrderMark
            | RuleId::Syntax
            | RuleId::LoneSurrogate
            | RuleId::Depth
            | RuleId::NumberRange
            | RuleId::DuplicateKey
            | RuleId::IntegerSpelling
            | RuleId::IntegerRange
            | RuleId::TrailingComma
            | RuleId::TrailingSemicolon
            | RuleId::BareWord
            | RuleId::CurlyQuotes
            | RuleId::Method
            | RuleId::UrlSyntax
            | RuleId::UrlScheme
            | RuleId::UrlHost
            | RuleId::UrlPath
            | RuleId::UrlLength
            | RuleId::UnencodedCharacter
            | RuleId::PercentEncoding
            | RuleId::DoubleEncoding
            | RuleId::LostPlus
            | RuleId::UnserialisedObject
            | RuleId::CutParameter
            | RuleId::MissingEquals
            | RuleId::DuplicateParameter
    )
}

#[test]
fn every_rule_is_broken_by_a_case_and_kept_by_another() {
    let every_case = case::all();
    let all = every_case.iter().collect();
    let mut faults = Vec::new();
    for contract in CATALOG {
        let own = cases_of(contract, &every_case);
        let rules: BTreeSet<_> = Statements::of(contract)
            .rulings
            .iter()
            .map(|(rule, _)| *rule)
            .collect();
        for rule in rules {
            let cases = if is_about_text(rule) { &all } else { &own };
            if !expected(cases.iter().copied()).0.contains(&rule) {
                faults.push(format!("no case of {} breaks {rule}", contract.id));
            }
            if !cases.iter().any(|case| case.passes.contains(&rule)) {
                faults.push(format!("no case of {} passes {rule}", contract.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_key_of_a_contract_stands_in_a_case() {
    let every_case = case::all();
    for contract in CATALOG {
        let cases = cases_of(contract, &every_case);
        let texts: Vec<_> = cases.iter().map(|case| case.readable()).collect();
        let statements = Statements::of(contract);
        for key in statements.keys.union(&statements.aliases) {
            // Inside JSON, or as a parameter.
            let (quoted, parameter) = (format!("\"{key}\""), format!("{key}="));
            let mut texts = texts.iter();
            assert!(
                texts.any(|text| text.contains(&quoted) || text.contains(&parameter)),
                "no case of {} has {key}",
                contract.id,
            );
        }
    }
}

#[test]
fn every_profile_has_cases_that_pass_and_cases_that_fail() {
    let every_case = case::all();
    for contract in CATALOG {
        let cases = cases_of(contract, &every_case);
        for profile in Profile::ALL {
            let clean = cases
                .iter()
                .filter(|case| case.expected(profile).is_empty())
                .count();
            assert!(
                clean >= 10,
                "{} {profile}: {clean} clean cases",
                contract.id
            );
            let dirty = cases.len() - clean;
            assert!(
                dirty >= 10,
                "{} {profile}: {dirty} cases with findings",
                contract.id
            );
        }
    }
}

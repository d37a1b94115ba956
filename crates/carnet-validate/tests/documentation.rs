//! The examples of every rule's documentation are true. Those that are URLs have a test of their own.

use crate::contract::PEOPLE;
use crate::url_rule;
use carnet_core::{Artifact, Profile, RuleId};
use carnet_validate::{Report, Settings, lint, rule};
use std::collections::BTreeMap;

fn settings(rule: RuleId) -> Settings {
    let types = [("9", "attachment"), ("7", "text")];
    let types = types.map(|(id, name)| (id.to_owned(), name.to_owned()));
    let mut settings = Settings::default();
    let selections = BTreeMap::from([("types".to_owned(), BTreeMap::from(types))]);
    settings.context.selections = selections;
    if rule == RuleId::Utf16Length {
        settings.profile = Profile::Lenient;
    }
    settings
}

fn report(rule: RuleId, text: &[u8]) -> Report {
    lint(&PEOPLE, Artifact::RequestBody, text, &settings(rule))
}

#[test]
fn bad_examples_break_their_rule_and_good_ones_break_none() {
    let ids = RuleId::ALL
        .iter()
        // No contract has that one.
        .filter(|id| !url_rule::RULES.contains(id) && **id != RuleId::Schema);
    for &id in ids {
        let doc = rule::doc(id);
        assert_eq!(doc.id, id);
        let bad = match id {
            RuleId::InvalidUtf8 => doc.bad.chars().map(|c| u8::try_from(c).unwrap()).collect(),
            RuleId::Depth => "[".repeat(128).into_bytes(),
            _ => doc.bad.as_bytes().to_vec(),
        };
        let bad = report(id, &bad);
        let broken: Vec<_> = bad.findings.iter().map(|found| found.rule).collect();
        assert!(broken.contains(&id), "{id}: {broken:?}");
        if id != RuleId::Depth {
            assert_eq!(broken, [id]);
            let good = report(id, doc.good.as_bytes());
            assert!(good.is_clean(), "{id}: {:?}", good.findings);
        }
    }
}

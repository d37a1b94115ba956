//! Three engines, one verdict, over everything that the catalog has: see
//! [`Agreement`](carnet_testing::Agreement) for what agreement is.

use crate::{case, sample, subject};
use carnet_core::Artifact;
use carnet_schema::{Side, not_expressed};
use carnet_testing::exceptions::{LISTED_BY_SCHEMA, REFUSED_BY_SERDE_JSON, UNSEEN_BY_SCHEMA};
use carnet_testing::{Agreement, Engines, Tally};
use carnet_validate::Context;
use carnet_vendors::CATALOG;
use std::collections::BTreeSet;

/// Makes the payloads the same in every run. Payload `i` is made with the seed `SEED + i`.
const SEED: u64 = 0x0CA2_2E71;
/// How many payloads are made for each side of an operation; there are two.
const PAYLOADS: u64 = 10_000;

fn every_engine() -> Vec<Engines> {
    let subjects = CATALOG.iter().map(|contract| subject::of(contract));
    let engines = subjects.flat_map(|subject| {
        let artifacts = subject.artifacts();
        artifacts.map(move |artifact| Engines::new(subject, artifact))
    });
    engines.collect()
}

fn engine_of<'e>(engines: &'e [Engines], id: &str, artifact: Artifact) -> Option<&'e Engines> {
    let mut engines = engines.iter();
    engines.find(|it| it.subject().contract().id == id && it.artifact() == artifact)
}

#[test]
fn engines_agree_on_every_case() {
    let engines = every_engine();
    let mut needed = BTreeSet::new();
    let mut faults = Vec::new();
    for case in case::all() {
        let Some(engine) = engine_of(&engines, case.contract.id, case.artifact) else {
            continue;
        };
        // A second time as if the status were not known: the members tell the kinds apart.
        let unknown = Context {
            http_status: None,
            ..case.context.clone()
        };
        for context in [&case.context, &unknown] {
            let verdicts = engine.judge(&case.text, context);
            match verdicts.agreement() {
                Ok(excuses) => needed.extend(excuses),
                Err(what) => faults.push(format!("{what}\n  {}\n{verdicts}", case.name)),
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} disagreements:\n{}",
        faults.len(),
        faults.join("\n")
    );
    let unseen = UNSEEN_BY_SCHEMA.iter().map(|exception| exception.reason);
    let refused = REFUSED_BY_SERDE_JSON.iter().map(|refusal| refusal.reason);
    // What the schemas list themselves is for contracts with statements that the catalog has not.
    assert_eq!(needed, unseen.chain(refused).collect(), "what cases need");
}

#[test]
fn engines_agree_on_every_sample() {
    let engines = every_engine();
    let samples = sample::all();
    assert!(samples.len() > 20, "only {} samples", samples.len());
    let mut faults = Vec::new();
    for sample in samples {
        let Some(engine) = engine_of(&engines, sample.contract.id, sample.artifact) else {
            continue;
        };
        let context = Context::default();
        let verdicts = engine.judge(&sample.text, &context);
        match verdicts.agreement() {
            Ok(excuses) => assert!(!excuses.contains(LISTED_BY_SCHEMA), "{}", sample.path),
            Err(what) => faults.push(format!("{what}\n  {}\n{verdicts}", sample.path)),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn engines_agree_on_made_texts(id: &str, artifact: Artifact) {
    let contract = CATALOG.iter().find(|contract| contract.id == id);
    let contract = contract.unwrap_or_else(|| panic!("no operation is `{id}`"));
    let agreement = Agreement::on(subject::of(contract))
        .only(artifact)
        .seed(SEED)
        .payloads(PAYLOADS);
    let summary = agreement
        .check()
        .unwrap_or_else(|disagreements| panic!("{disagreements}"));
    assert!(!summary.excuses.contains(LISTED_BY_SCHEMA), "{summary}");
    assert_eq!(summary.tallies.len(), 1);
    for tally in &summary.tallies {
        assert_eq!(tally.artifact, artifact);
        assert_plentiful(id, tally);
    }
}

/// A generator that only makes right or only makes wrong payloads is noticed.
fn assert_plentiful(operation: &str, tally: &Tally) {
    let artifact = tally.artifact;
    assert_eq!(tally.made, PAYLOADS);
    assert!(
        tally.distinct > PAYLOADS / 2,
        "{operation} {artifact}: only {} texts differ",
        tally.distinct
    );
    let failed = PAYLOADS - tally.passed;
    for (what, count, least) in [
        ("passed", tally.passed, PAYLOADS / 5),
        ("failed", failed, PAYLOADS / 5),
        ("clean", tally.clean, PAYLOADS / 20),
        (
            "refused by the schema",
            tally.refused_by_schema,
            PAYLOADS / 5,
        ),
        ("not JSON", tally.not_json, PAYLOADS / 50),
    ] {
        assert!(
            count >= least,
            "{operation} {artifact}: only {count} {what}: {tally:?}"
        );
    }
}

macro_rules! made {
    ($($test:ident $id:literal $artifact:ident)*) => {
        $(#[test]
        fn $test() {
            engines_agree_on_made_texts($id, Artifact::$artifact);
        })*

        #[test]
        fn every_side_of_every_operation_is_made() {
            let made = [$(($id, Artifact::$artifact)),*];
            let sides = CATALOG.iter().flat_map(|contract| {
                let artifacts = [contract.request_artifact(), Artifact::ReplyBody];
                artifacts.map(|artifact| (contract.id, artifact))
            });
            let missing: Vec<_> = sides.filter(|side| !made.contains(side)).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    };
}

made! {
    made_urls_of_apptivo_create "apptivo.customer.create" RequestUrl
    made_replies_of_apptivo_create "apptivo.customer.create" ReplyBody
    made_urls_of_apptivo_update_by_name "apptivo.customer.update_by_name" RequestUrl
    made_replies_of_apptivo_update_by_name "apptivo.customer.update_by_name" ReplyBody
    made_urls_of_apptivo_update_by_contact "apptivo.customer.update_by_contact" RequestUrl
    made_replies_of_apptivo_update_by_contact "apptivo.customer.update_by_contact" ReplyBody
    made_requests_of_aptania "aptania.account.create" RequestBody
    made_replies_of_aptania "aptania.account.create" ReplyBody
    made_requests_of_kapture_add "kapture.customer.add" RequestBody
    made_replies_of_kapture_add "kapture.customer.add" ReplyBody
    made_requests_of_kapture_add_contacts "kapture.customer.add_contacts" RequestBody
    made_replies_of_kapture_add_contacts "kapture.customer.add_contacts" ReplyBody
    made_requests_of_kapture_search "kapture.customer.search" RequestBody
    made_replies_of_kapture_search "kapture.customer.search" ReplyBody
    made_requests_of_kapture_select "kapture.customer.select" RequestBody
    made_replies_of_kapture_select "kapture.customer.select" ReplyBody
    made_requests_of_kapture_update "kapture.customer.update" RequestBody
    made_replies_of_kapture_update "kapture.customer.update" ReplyBody
    made_requests_of_revnue "revnue.customer.create" RequestBody
    made_replies_of_revnue "revnue.customer.create" ReplyBody
}

#[test]
fn exceptions_are_what_the_schemas_say_they_do_not_express() {
    let said: BTreeSet<_> = CATALOG
        .iter()
        .flat_map(|contract| Side::ALL.map(|side| not_expressed(contract, side)))
        .flatten()
        .map(|entry| entry.rule)
        .collect();
    for exception in UNSEEN_BY_SCHEMA {
        for rule in exception.rules {
            let rule = exception.listed_as.as_ref().unwrap_or(rule);
            assert!(
                said.contains(rule.as_str()),
                "no schema lists {rule}: {}",
                exception.reason
            );
        }
    }
}

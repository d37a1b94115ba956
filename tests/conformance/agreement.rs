//! Three engines, one verdict: the validator, `jsonschema` on the emitted schema, and decoding.
//!
//! Of every text, under the strict profile:
//! - the schema refuses it ⇒ the validator has an error;
//! - the validator has an error ⇒ the schema refuses it or it is not JSON, unless every error is on
//!   the list of what a schema does not see ([`exceptions`](crate::exceptions));
//! - the validator passes it ⇒ it decodes, and unless listed `serde_json` decodes it as well;
//! - the validator finds nothing at all ⇒ decoding and writing it again loses nothing.

use crate::case;
use crate::engines::{BySchema, Engines, Verdicts};
use crate::exceptions::{self, REFUSED_BY_SERDE_JSON, UNSEEN_BY_SCHEMA};
use crate::generate::payload;
use crate::mutate::{self, Vocabulary};
use crate::walk::Statements;
use carnet_core::{Artifact, Contract, Operation, Severity};
use carnet_schema::{Side, not_expressed};
use carnet_validate::Context;
use carnet_vendors::CATALOG;
use carnet_vendors::aptania::CreateAccount;
use carnet_vendors::revnue::CreateCustomer;
use fastrand::Rng;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Makes the payloads the same in every run. Payload `i` is made with the seed `SEED + i`.
const SEED: u64 = 0x0CA2_2E71;
/// How many payloads are made for each side of an operation; there are two.
const PAYLOADS: u64 = 10_000;

/// Which exceptions were needed, by their index.
#[derive(Default)]
struct Needed {
    by_schema: BTreeSet<usize>,
    by_serde_json: BTreeSet<usize>,
}

/// Why the engines disagree about a text, if they do. Notes which exceptions were needed.
fn disagreement(
    verdicts: &Verdicts,
    text: &[u8],
    context: &Context,
    needed: &mut Needed,
) -> Option<&'static str> {
    let report = &verdicts.report;
    let readable = String::from_utf8_lossy(text);
    let refused = matches!(verdicts.schema, BySchema::Invalid(_));
    if report.passes() {
        if refused && !exceptions::any_double_differs(&readable) {
            return Some("the schema refuses what the validator passes");
        }
        if matches!(verdicts.schema, BySchema::NotJson(_)) {
            return Some("the validator passes what is not JSON");
        }
        if verdicts.decoded.is_err() {
            return Some("what the validator passes does not decode");
        }
        if verdicts.decoded_plainly.is_err() {
            let mut list = REFUSED_BY_SERDE_JSON.iter();
            match list.position(|refusal| (refusal.applies)(&report.findings, &readable)) {
                Some(refusal) => needed.by_serde_json.insert(refusal),
                None => return Some("what the validator passes, serde_json does not decode"),
            };
        }
        return report
            .is_clean()
            .then(|| rewriting(verdicts, text))
            .flatten();
    }
    if verdicts.schema == BySchema::Valid {
        let errors = report
            .findings
            .iter()
            .filter(|it| it.severity == Severity::Error);
        for error in errors {
            match exceptions::excuse(error, context, text) {
                Some(exception) => needed.by_schema.insert(exception),
                None => return Some("the schema passes what the validator refuses"),
            };
        }
    }
    None
}

/// What decoding and writing again loses.
fn rewriting(verdicts: &Verdicts, text: &[u8]) -> Option<&'static str> {
    let again = (verdicts.subject.rewrite)(text).ok()?;
    let before: Value = serde_json::from_slice(text).ok()?;
    match serde_json::from_slice(&again) {
        Ok(after) if same(&before, &after) => None,
        Ok(_) => Some("decoding and writing again changes it"),
        Err(_) => Some("what is written again is not JSON"),
    }
}

/// Equality by value: `-0`, `0` and `0.0` are one number.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || one.as_f64() == other.as_f64()
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(key, it)| other.get(key).is_some_and(|its| same(it, its)))
        }
        _ => one == other,
    }
}

fn show(what: &str, origin: &str, text: &[u8], verdicts: &Verdicts) -> String {
    let shown = String::from_utf8_lossy(text);
    format!("{what}\n  {origin}\n  {shown}\n{verdicts}")
}

fn every_engine() -> Vec<Engines> {
    let pairs = CATALOG.iter().flat_map(|contract| {
        Artifact::ALL
            .into_iter()
            .map(|artifact| Engines::new(contract, artifact))
    });
    pairs.collect()
}

#[test]
fn engines_agree_on_every_case() {
    let engines = every_engine();
    let mut needed = Needed::default();
    let mut faults = Vec::new();
    for case in case::all() {
        let engine = engines
            .iter()
            .find(|it| it.contract.id == case.contract.id && it.artifact == case.artifact)
            .expect("every artifact has its engines");
        // A second time as if the status were not known: the members tell the kinds apart.
        let unknown = Context {
            http_status: None,
            ..case.context.clone()
        };
        for context in [&case.context, &unknown] {
            let verdicts = engine.judge(&case.text, context);
            if let Some(what) = disagreement(&verdicts, &case.text, context, &mut needed) {
                faults.push(show(what, &case.name, &case.text, &verdicts));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} disagreements:\n{}",
        faults.len(),
        faults.join("\n")
    );
    for (i, exception) in UNSEEN_BY_SCHEMA.iter().enumerate() {
        assert!(
            needed.by_schema.contains(&i),
            "no case needs this: {}",
            exception.reason
        );
    }
    for (i, refusal) in REFUSED_BY_SERDE_JSON.iter().enumerate() {
        assert!(
            needed.by_serde_json.contains(&i),
            "no case needs this: {}",
            refusal.reason
        );
    }
}

#[test]
fn engines_agree_on_every_sample() {
    for engine in every_engine() {
        let (resource, vendor) = match engine.contract.id {
            "revnue.customer.create" => ("create-customer", "revnue"),
            "aptania.account.create" => ("create-account", "aptania"),
            other => panic!("where are the samples of {other}?"),
        };
        let kind = if engine.artifact == Artifact::RequestBody {
            "request"
        } else {
            "reply"
        };
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/samples");
        let path = format!("{folder}/{vendor}/{resource}.{kind}.json");
        let text = fs::read(&path).expect("the sample can be read");
        let context = Context::default();
        let verdicts = engine.judge(&text, &context);
        let what = disagreement(&verdicts, &text, &context, &mut Needed::default());
        assert!(
            what.is_none(),
            "{}",
            show(what.unwrap_or_default(), &path, &text, &verdicts)
        );
    }
}

/// A payload, broken in none, one or several ways.
fn make(engine: &Engines, vocabularies: &[Vocabulary], rng: &mut Rng) -> Vec<u8> {
    let which = rng.usize(..vocabularies.len());
    let kind = engine
        .kinds()
        .nth(which)
        .expect("there are as many kinds as vocabularies");
    let mut payload = payload(kind.shape(), rng);
    let changes = [0, 0, 1, 1, 1, 2, 4][rng.usize(..7)];
    for _ in 0..changes {
        mutate::structure(&mut payload, &vocabularies[which], rng);
    }
    if rng.u8(..8) == 0 {
        mutate::escape_keys(&mut payload, rng);
    }
    let text = match rng.u8(..4) {
        0 => mutate::spaced(&payload, rng),
        _ => payload.to_string(),
    };
    let mut text = text.into_bytes();
    if rng.u8(..10) == 0 {
        mutate::bytes(&mut text, rng);
    }
    text
}

/// Choices of a context, now and then, for the ids that payloads mostly have.
fn selections(
    choices: &[(&'static str, Vec<&'static str>)],
    rng: &mut Rng,
) -> BTreeMap<String, BTreeMap<String, String>> {
    if rng.bool() {
        return BTreeMap::new();
    }
    let map = |names: &[&str], rng: &mut Rng| {
        let ids = -9..1000;
        ids.map(|id| (id.to_string(), names[rng.usize(..names.len())].to_owned()))
            .collect()
    };
    choices
        .iter()
        .map(|(context, names)| ((*context).to_owned(), map(names, rng)))
        .collect()
}

fn engines_agree_on_made_payloads(contract: &'static Contract, artifact: Artifact) {
    let engine = Engines::new(contract, artifact);
    let vocabularies: Vec<_> = engine
        .kinds()
        .map(|kind| Vocabulary::of(kind.shape()))
        .collect();
    let statuses = match artifact {
        Artifact::RequestBody | Artifact::RequestUrl | Artifact::RequestForm => vec![None],
        Artifact::ReplyBody => vec![None, Some(201), Some(400)],
    };
    let choices = Statements::of(contract).choices;
    let mut count = Count::default();
    let mut texts = BTreeSet::new();
    for seed in SEED..SEED + PAYLOADS {
        let mut rng = Rng::with_seed(seed);
        let text = make(&engine, &vocabularies, &mut rng);
        let context = Context {
            http_status: statuses[rng.usize(..statuses.len())],
            selections: selections(&choices, &mut rng),
        };
        let verdicts = engine.judge(&text, &context);
        count.add(&verdicts);
        if let Some(what) = disagreement(&verdicts, &text, &context, &mut Needed::default()) {
            let origin = format!("{} {artifact}, seed {seed:#x}, {context:?}", contract.id);
            panic!("{}", show(what, &origin, &text, &verdicts));
        }
        texts.insert(text);
    }
    count.assert_plentiful(contract.id, artifact, texts.len());
}

/// How the payloads fared, so that a generator that only makes right or only makes wrong ones is
/// noticed.
#[derive(Debug, Default)]
struct Count {
    clean: u64,
    passed: u64,
    refused_by_schema: u64,
    not_json: u64,
    errors_per_rule: BTreeSet<&'static str>,
}

impl Count {
    fn add(&mut self, verdicts: &Verdicts) {
        let report = &verdicts.report;
        self.clean += u64::from(report.is_clean());
        self.passed += u64::from(report.passes());
        match verdicts.schema {
            BySchema::Valid => {}
            BySchema::Invalid(_) => self.refused_by_schema += 1,
            BySchema::NotJson(_) => self.not_json += 1,
        }
        self.errors_per_rule
            .extend(report.findings.iter().map(|finding| finding.rule.as_str()));
    }

    fn assert_plentiful(&self, operation: &str, artifact: Artifact, distinct: usize) {
        let distinct = u64::try_from(distinct).unwrap_or_default();
        assert!(
            distinct > PAYLOADS / 2,
            "{operation} {artifact}: only {distinct} texts differ"
        );
        let failed = PAYLOADS - self.passed;
        for (what, count, least) in [
            ("passed", self.passed, PAYLOADS / 5),
            ("failed", failed, PAYLOADS / 5),
            ("clean", self.clean, PAYLOADS / 10),
            (
                "refused by the schema",
                self.refused_by_schema,
                PAYLOADS / 5,
            ),
            ("not JSON", self.not_json, PAYLOADS / 50),
        ] {
            assert!(
                count >= least,
                "{operation} {artifact}: only {count} {what}: {self:?}"
            );
        }
    }
}

#[test]
fn engines_agree_on_made_requests_of_revnue() {
    engines_agree_on_made_payloads(CreateCustomer::CONTRACT, Artifact::RequestBody);
}

#[test]
fn engines_agree_on_made_replies_of_revnue() {
    engines_agree_on_made_payloads(CreateCustomer::CONTRACT, Artifact::ReplyBody);
}

#[test]
fn engines_agree_on_made_requests_of_aptania() {
    engines_agree_on_made_payloads(CreateAccount::CONTRACT, Artifact::RequestBody);
}

#[test]
fn engines_agree_on_made_replies_of_aptania() {
    engines_agree_on_made_payloads(CreateAccount::CONTRACT, Artifact::ReplyBody);
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

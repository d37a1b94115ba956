//! Three engines, one verdict: the validator, `jsonschema` on the emitted schema, and decoding.
//!
//! Of every text, under the strict profile:
//! - the schema refuses it ⇒ the validator has an error;
//! - the validator has an error ⇒ the schema refuses it or it is not JSON, unless every error is on
//!   the list of what a schema does not see ([`exceptions`](crate::exceptions));
//! - the validator passes it ⇒ it decodes, and unless listed `serde_json` decodes it as well;
//! - the validator finds nothing at all ⇒ decoding and writing it again loses nothing.

use crate::engines::{Engines, Verdicts};
use crate::exceptions::{self, REFUSED_BY_SERDE_JSON, UNSEEN_BY_SCHEMA};
use crate::generate::payload;
use crate::json_text::JsonText;
use crate::mutate::{self, Vocabulary};
use crate::schema::BySchema;
use crate::walk::Statements;
use crate::{case, query, sample, spans};
use carnet_core::contract::Carrier;
use carnet_core::{Artifact, Contract, Finding, Kind, Level, RuleId, Severity, Shape};
use carnet_schema::{Side, not_expressed};
use carnet_validate::Context;
use carnet_vendors::CATALOG;
use fastrand::Rng;
use percent_encoding::percent_decode;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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
    artifact: Artifact,
    text: &[u8],
    context: &Context,
    needed: &mut Needed,
) -> Option<&'static str> {
    let report = &verdicts.report;
    let readable = readable(artifact, text);
    let refused = matches!(verdicts.schema, BySchema::Invalid(_));
    if report.passes() {
        let excused =
            exceptions::any_double_differs(&readable) || exceptions::is_unchecked(&report.findings);
        if refused && !excused {
            return Some("the schema refuses what the validator passes");
        }
        if matches!(verdicts.schema, BySchema::NotJson(_)) {
            return Some("the validator passes what is not JSON");
        }
        let Some(decoded) = &verdicts.decoded else {
            return None;
        };
        if decoded.ours.is_err() {
            return Some("what the validator passes does not decode");
        }
        if decoded.plainly.is_err() {
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
            .filter(|it| it.severity == Severity::Error)
            .filter(|it| !is_given_otherwise(it, &report.findings));
        for error in errors {
            match exceptions::excuse(error, verdicts.subject, artifact, context, text) {
                Some(exception) => needed.by_schema.insert(exception),
                None => return Some("the schema passes what the validator refuses"),
            };
        }
    }
    None
}

/// Whether an error is about a parameter that a form decoder takes for another: it is cut, given
/// twice, or lacks its equals sign.
fn is_given_otherwise(error: &Finding, findings: &[Finding]) -> bool {
    let is_cause = |it: &Finding| {
        matches!(
            it.rule,
            RuleId::MissingEquals | RuleId::CutParameter | RuleId::DuplicateParameter
        )
    };
    error.at.parameter.is_some()
        && !is_cause(error)
        && findings
            .iter()
            .any(|it| is_cause(it) && it.at.parameter == error.at.parameter)
}

/// The text as the numbers in it are read: percent-decoded where it travels encoded.
fn readable(artifact: Artifact, text: &[u8]) -> Cow<'_, str> {
    match artifact {
        Artifact::RequestUrl | Artifact::RequestForm => percent_decode(text).decode_utf8_lossy(),
        Artifact::RequestBody | Artifact::ReplyBody => String::from_utf8_lossy(text),
    }
}

/// What decoding and writing again loses.
fn rewriting(verdicts: &Verdicts, text: &[u8]) -> Option<&'static str> {
    let again = (verdicts.subject.reader?.rewrite)(text).ok()?;
    let mut before: Value = serde_json::from_slice(text).ok()?;
    prune(&mut before, verdicts.subject.shape());
    match serde_json::from_slice(&again) {
        Ok(after) if same(&before, &after) => None,
        // What may be anything is kept as `serde_json` keeps it.
        Ok(_) if exceptions::any_double_differs(&String::from_utf8_lossy(text)) => None,
        Ok(_) => Some("decoding and writing again changes it"),
        Err(_) => Some("what is written again is not JSON"),
    }
}

/// Leaves out what a type need not keep: members that anybody may add.
fn prune(value: &mut Value, shape: &Shape) {
    match (value, shape.kind) {
        (Value::Array(values), Kind::Array(items)) => {
            values.iter_mut().for_each(|it| prune(it, &items.shape));
        }
        (Value::Object(members), Kind::Object(object)) => {
            if object.unknown_keys.levels.strict == Level::Allow {
                members.retain(|key, _| object.field(key).is_some());
            }
            for (key, value) in members {
                if let Some(field) = object.field(key) {
                    prune(value, &field.shape);
                }
            }
        }
        _ => {}
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
    let decoded = match verdicts.subject.artifact() {
        Artifact::RequestBody | Artifact::ReplyBody => String::new(),
        Artifact::RequestUrl | Artifact::RequestForm => {
            format!("  {}\n", percent_decode(text).decode_utf8_lossy())
        }
    };
    format!("{what}\n  {origin}\n  {shown}\n{decoded}{verdicts}")
}

/// What a schema describes of a call: not the URL that a JSON body is sent to.
fn described(contract: &Contract) -> impl Iterator<Item = Artifact> + use<> {
    let carrier = contract.carrier;
    let artifacts = contract.artifacts().into_iter();
    artifacts.filter(move |it| carrier == Carrier::Parameters || *it != Artifact::RequestUrl)
}

fn every_engine() -> Vec<Engines> {
    let engines = |contract: &&'static Contract| {
        let contract = *contract;
        described(contract).map(move |artifact| Engines::new(contract, artifact))
    };
    CATALOG.iter().flat_map(engines).collect()
}

#[test]
fn engines_agree_on_every_case() {
    let engines = every_engine();
    let mut needed = Needed::default();
    let mut faults = Vec::new();
    for case in case::all() {
        let mut engines = engines.iter();
        let Some(engine) =
            engines.find(|it| it.contract.id == case.contract.id && it.artifact == case.artifact)
        else {
            continue;
        };
        // A second time as if the status were not known: the members tell the kinds apart.
        let unknown = Context {
            http_status: None,
            ..case.context.clone()
        };
        for context in [&case.context, &unknown] {
            let verdicts = engine.judge(&case.text, context);
            if let Some(what) =
                disagreement(&verdicts, case.artifact, &case.text, context, &mut needed)
            {
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
    let engines = every_engine();
    let mut faults = Vec::new();
    let samples = sample::all();
    assert!(samples.len() > 20, "only {} samples", samples.len());
    for sample in samples {
        let mut engines = engines.iter();
        let Some(engine) = engines
            .find(|it| it.contract.id == sample.contract.id && it.artifact == sample.artifact)
        else {
            continue;
        };
        let context = Context::default();
        let verdicts = engine.judge(&sample.text, &context);
        let needed = &mut Needed::default();
        if let Some(what) = disagreement(&verdicts, engine.artifact, &sample.text, &context, needed)
        {
            faults.push(show(what, &sample.path, &sample.text, &verdicts));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A text of a payload, broken in none, one or several ways.
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
    match engine.artifact {
        Artifact::RequestBody | Artifact::ReplyBody => body(&payload, rng),
        Artifact::RequestUrl => {
            let url = format!("{}?", engine.contract.url);
            [url.into_bytes(), query(&payload, rng)].concat()
        }
        Artifact::RequestForm => query(&payload, rng),
    }
}

fn body(payload: &JsonText, rng: &mut Rng) -> Vec<u8> {
    let text = match rng.u8(..4) {
        0 => mutate::spaced(payload, rng),
        _ => payload.to_string(),
    };
    let mut text = text.into_bytes();
    if rng.u8(..10) == 0 {
        mutate::bytes(&mut text, rng);
    }
    text
}

fn query(payload: &JsonText, rng: &mut Rng) -> Vec<u8> {
    let JsonText::Object(_) = payload else {
        // Parameters that are no object are none: what a caller makes of that is anybody's guess.
        return query::encoded(&payload.to_string()).into_bytes();
    };
    let mut query = query::of(payload);
    for _ in 0..rng.usize(..3) {
        mutate::encode_otherwise(&mut query, rng);
    }
    let mut query = query.into_bytes();
    for _ in 0..[0, 0, 0, 0, 1, 1, 2][rng.usize(..7)] {
        mutate::encoding(&mut query, rng);
    }
    query
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

fn engines_agree_on_made_texts(id: &str, artifact: Artifact) {
    let contract = CATALOG.iter().find(|contract| contract.id == id);
    let contract = contract.unwrap_or_else(|| panic!("no operation is `{id}`"));
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
            ..Context::default()
        };
        let verdicts = engine.judge(&text, &context);
        count.add(&verdicts);
        let origin = format!("{id} {artifact}, seed {seed:#x}, {context:?}");
        let needed = &mut Needed::default();
        if let Some(what) = disagreement(&verdicts, artifact, &text, &context, needed) {
            panic!("{}", show(what, &origin, &text, &verdicts));
        }
        for finding in &verdicts.report.findings {
            if let Some(what) = spans::fault(finding, artifact, &text) {
                panic!("{}", show(&what, &origin, &text, &verdicts));
            }
        }
        texts.insert(text);
    }
    count.assert_plentiful(id, artifact, texts.len());
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
            ("clean", self.clean, PAYLOADS / 20),
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

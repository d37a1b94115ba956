//! Whether the engines say the same of a text.

use crate::engines::Verdicts;
use crate::exceptions::{self, REFUSED_BY_SERDE_JSON};
use crate::schema::BySchema;
use carnet_core::{Artifact, Finding, Kind, Level, Object, Profile, RuleId, Severity, Shape};
use carnet_validate::{Settings, lint};
use percent_encoding::percent_decode;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Reasons of the exceptions that were needed.
type Excuses = BTreeSet<&'static str>;

/// The exceptions that agreement took, or what they disagree about.
pub(crate) fn agreement(verdicts: &Verdicts<'_>) -> Result<Excuses, &'static str> {
    if !verdicts
        .told_clean
        .iter()
        .all(|&profile| is_clean(verdicts, profile))
    {
        return Err("the clean pass passes what the validator finds something in");
    }
    if verdicts.report.passes() {
        of_passed(verdicts)
    } else {
        of_refused(verdicts)
    }
}

/// Whether the validator finds nothing.
fn is_clean(verdicts: &Verdicts<'_>, profile: Profile) -> bool {
    if profile == Profile::Strict {
        return verdicts.report.is_clean();
    }
    let settings = Settings {
        profile,
        context: verdicts.context.clone(),
        ..Settings::default()
    };
    let contract = verdicts.subject.contract();
    lint(contract, verdicts.artifact, verdicts.text, &settings).is_clean()
}

fn of_passed(verdicts: &Verdicts<'_>) -> Result<Excuses, &'static str> {
    let findings = &verdicts.report.findings;
    let readable = readable(verdicts.artifact, verdicts.text);
    let is_unchecked = exceptions::is_unchecked(findings);
    let mut excuses = Excuses::new();
    match verdicts.schema {
        BySchema::Valid => {}
        BySchema::NotJson(_) => return Err("the validator passes what is not JSON"),
        BySchema::Invalid(_) => {
            if !exceptions::any_double_differs(&readable) && !is_unchecked {
                return Err("the schema refuses what the validator passes");
            }
        }
    }
    let Some(decoded) = &verdicts.decoded else {
        return Ok(excuses);
    };
    if decoded.ours.is_err() {
        if is_unchecked {
            return Ok(excuses);
        }
        return Err("what the validator passes does not decode");
    }
    if decoded.plainly.is_err() {
        let mut list = REFUSED_BY_SERDE_JSON.iter();
        match list.find(|refusal| refusal.applies(findings, &readable)) {
            Some(refusal) => excuses.insert(refusal.reason),
            None => return Err("what the validator passes, serde_json does not decode"),
        };
    }
    if verdicts.report.is_clean() {
        rewriting(verdicts, is_anybodys)?;
    }
    Ok(excuses)
}

fn of_refused(verdicts: &Verdicts<'_>) -> Result<Excuses, &'static str> {
    let mut excuses = Excuses::new();
    if verdicts.schema != BySchema::Valid {
        return Ok(excuses);
    }
    let findings = &verdicts.report.findings;
    let errors = findings
        .iter()
        .filter(|it| it.severity == Severity::Error)
        .filter(|it| !is_given_otherwise(it, findings));
    for error in errors {
        match exceptions::excuse(error, verdicts) {
            Some(reason) => excuses.insert(reason),
            None => return Err("the schema passes what the validator refuses"),
        };
    }
    Ok(excuses)
}

/// Whether an error is about a parameter that a form decoder takes for another: it is cut, or
/// behind a cut, given twice, or lacks its equals sign.
fn is_given_otherwise(error: &Finding, findings: &[Finding]) -> bool {
    let is_cause = |it: &Finding| {
        matches!(
            it.rule,
            RuleId::MissingEquals | RuleId::CutParameter | RuleId::DuplicateParameter
        )
    };
    let start = |it: &Finding| it.span.map(|span| span.start.offset);
    let is_behind = |it: &Finding| {
        it.rule == RuleId::CutParameter && start(it).is_some_and(|at| start(error) >= Some(at))
    };
    error.at.parameter.is_some()
        && !is_cause(error)
        && findings
            .iter()
            .any(|it| is_cause(it) && (it.at.parameter == error.at.parameter || is_behind(it)))
}

/// The text as the numbers in it are read: percent-decoded where it travels encoded.
pub(crate) fn readable(artifact: Artifact, text: &[u8]) -> Cow<'_, str> {
    match artifact {
        Artifact::RequestUrl | Artifact::RequestForm => percent_decode(text).decode_utf8_lossy(),
        Artifact::RequestBody | Artifact::ReplyBody => String::from_utf8_lossy(text),
    }
}

/// What decoding and writing again loses, of a text that is decoded; but for members whose keys an
/// object does not know, where it says so.
fn rewriting(verdicts: &Verdicts<'_>, forgets: fn(&Object) -> bool) -> Result<(), &'static str> {
    let text = verdicts.text;
    let Some(Ok(again)) = verdicts.part.reader.map(|reader| (reader.rewrite)(text)) else {
        return Ok(());
    };
    let Ok(mut before) = serde_json::from_slice::<Value>(text) else {
        return Ok(());
    };
    prune(&mut before, verdicts.part.shape, forgets);
    match serde_json::from_slice(&again) {
        Ok(after) if same(&before, &after) => Ok(()),
        // What may be anything is kept as `serde_json` keeps it.
        Ok(_) if exceptions::any_double_differs(&String::from_utf8_lossy(text)) => Ok(()),
        Ok(_) => Err("decoding and writing again changes it"),
        Err(_) => Err("what is written again is not JSON"),
    }
}

/// Whether a text is decoded, and written again as it was.
pub(crate) fn round_trip(verdicts: &Verdicts<'_>) -> Result<(), String> {
    let Some(decoded) = &verdicts.decoded else {
        return Err("nothing reads this kind of body".to_owned());
    };
    if let Err(error) = &decoded.ours {
        return Err(format!("it does not decode: {error}"));
    }
    // Nothing keeps them, whether they are a finding or not.
    rewriting(verdicts, |object| object.dynamic.is_none()).map_err(ToOwned::to_owned)
}

/// Whether anybody may add members.
fn is_anybodys(object: &Object) -> bool {
    object.unknown_keys.levels.strict == Level::Allow
}

/// Leaves out what a type need not keep: members of objects that forget them.
fn prune(value: &mut Value, shape: &Shape, forgets: fn(&Object) -> bool) {
    match (value, shape.kind) {
        (Value::Array(values), Kind::Array(items)) => {
            for value in values {
                prune(value, &items.shape, forgets);
            }
        }
        (Value::Object(members), Kind::Object(object)) => {
            if forgets(object) {
                members.retain(|key, _| object.field(key).is_some());
            }
            for (key, value) in members {
                if let Some(field) = object.field(key) {
                    prune(value, &field.shape, forgets);
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

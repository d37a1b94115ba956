//! Which operations the calls of a recording belong to.

use super::recognise::Recognised;
use carnet_core::{Contract, Profile, Severity};
use carnet_record::{Exchange, Format, Part, read, recognise};
use carnet_validate::{Context, Settings, lint};
use std::collections::BTreeMap;

/// The calls of a recording.
#[derive(Clone, Debug)]
pub(super) struct Calls {
    pub(super) format: Format,
    /// How many calls there are of each operation.
    pub(super) operations: BTreeMap<&'static str, usize>,
    /// Calls of none.
    pub(super) others: usize,
    pub(super) has_strict_errors: bool,
    pub(super) has_lenient_errors: bool,
}

/// What a recording is taken for.
pub(super) fn file(catalog: &[&'static Contract], format: Format, text: &[u8]) -> Recognised {
    let recording = read(format, text);
    if recording.exchanges.is_empty() {
        return Recognised::Nothing;
    }
    let mut calls = Calls {
        format,
        operations: BTreeMap::new(),
        others: 0,
        has_strict_errors: false,
        has_lenient_errors: false,
    };
    for exchange in &recording.exchanges {
        let request = exchange.request.as_ref();
        match request.and_then(|request| recognise(catalog, request).contract()) {
            Some(contract) => {
                *calls.operations.entry(contract.id).or_default() += 1;
                calls.has_strict_errors |= fails(contract, exchange, Profile::Strict);
                calls.has_lenient_errors |= fails(contract, exchange, Profile::Lenient);
            }
            None => calls.others += 1,
        }
    }
    if calls.operations.is_empty() {
        let calls = calls.others;
        let plural = if calls == 1 { "" } else { "s" };
        return Recognised::Not(format!("{calls} call{plural}, none of an operation"));
    }
    Recognised::Recorded(calls)
}

/// Whether a part of a call has errors.
fn fails(contract: &Contract, exchange: &Exchange<'_>, profile: Profile) -> bool {
    let parts = exchange.parts(contract);
    parts.into_iter().any(|part| {
        let Part {
            artifact,
            piece,
            method,
            url,
            http_status,
            ..
        } = part;
        let settings = Settings {
            profile,
            context: Context {
                method,
                url,
                http_status,
                ..Context::default()
            },
            ..Settings::default()
        };
        let findings = lint(contract, artifact, piece.text(), &settings).findings;
        findings.iter().any(|it| it.severity == Severity::Error)
    })
}

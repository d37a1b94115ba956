//! A payload that is watched while it is written is called clean only if the validator finds nothing
//! in what was written: over texts made from the contracts, written once more as a program would.

use carnet_core::contract::{Carrier, Contract};
use carnet_core::json::{Sink, Writer};
use carnet_core::parameters::ParameterWriter;
use carnet_core::{Artifact, Profile};
use carnet_testing::Maker;
use carnet_validate::tree::{self, Node, NodeKind};
use carnet_validate::{CleanPass, Settings, lint};
use carnet_vendors::CATALOG;

/// How many payloads are made of every operation.
const PAYLOADS: u64 = 500;

/// Makes the payloads the same in every run.
const SEED: u64 = 0x0CA2_2E71;

/// How payloads fared under one profile.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    written: u64,
    clean: u64,
    /// How many of the clean ones were called so while they were written.
    told: u64,
}

fn watched(contract: &Contract, artifact: Artifact) -> [Tally; 2] {
    // Payloads are made as the JSON that parameters stand for.
    let as_json = Contract {
        carrier: Carrier::JsonBody,
        ..*contract
    };
    let maker = Maker::new(&as_json, Artifact::RequestBody);
    let mut tallies = [Tally::default(); 2];
    let judges = Profile::ALL.map(|profile| {
        let settings = Settings {
            profile,
            ..Settings::default()
        };
        (CleanPass::new(contract, artifact, &settings), settings)
    });
    for seed in (0..PAYLOADS).map(|number| SEED.wrapping_add(number)) {
        let (text, _) = maker.make(seed);
        let document = tree::parse(&text);
        let Some(root) = document.root.filter(|_| document.problems.is_empty()) else {
            continue;
        };
        for ((pass, settings), tally) in judges.iter().zip(&mut tallies) {
            let mut written = Vec::new();
            let mut watch = pass.watch(&mut written);
            write(&root, contract.carrier, &mut watch);
            let is_told = watch.is_clean();
            let report = lint(contract, artifact, &written, settings);
            assert!(
                report.is_clean() || !is_told,
                "{} {artifact}, {}: {}\n{:?}",
                contract.id,
                settings.profile,
                String::from_utf8_lossy(&written),
                report.findings[0],
            );
            tally.written += 1;
            tally.clean += u64::from(report.is_clean());
            tally.told += u64::from(is_told);
        }
    }
    tallies
}

fn write<S: Sink>(root: &Node<'_>, carrier: Carrier, out: &mut S) {
    match (carrier, &root.kind) {
        (Carrier::Parameters, NodeKind::Object(members)) => {
            let mut parameters = ParameterWriter::new(out);
            for member in members {
                let mut encoder = parameters.key(&member.key);
                value(&member.value, &mut Writer::bare(&mut encoder));
            }
            parameters.end();
        }
        _ => value(root, &mut Writer::new(out)),
    }
}

fn value<S: Sink>(node: &Node<'_>, out: &mut Writer<'_, S>) {
    match &node.kind {
        NodeKind::Null | NodeKind::Invalid => out.null(),
        NodeKind::Bool(flag) => out.boolean(*flag),
        NodeKind::Number(text) => out.raw(text),
        NodeKind::String(text) => out.string(text),
        NodeKind::Array(items) => out.array(items, value),
        NodeKind::Object(members) => out.object(|out| {
            for member in members {
                value(&member.value, &mut out.key(&member.key));
            }
        }),
    }
}

#[test]
fn what_is_watched_is_told_clean_only_if_it_is() {
    for contract in CATALOG {
        let artifacts: &[Artifact] = match contract.carrier {
            Carrier::JsonBody => &[Artifact::RequestBody],
            Carrier::Parameters => &[Artifact::RequestForm],
        };
        for &artifact in artifacts {
            for tally in watched(contract, artifact) {
                assert!(tally.written > PAYLOADS / 2, "{}: {tally:?}", contract.id);
                assert!(tally.clean > PAYLOADS / 20, "{}: {tally:?}", contract.id);
                assert!(tally.told > tally.clean / 3, "{}: {tally:?}", contract.id);
            }
        }
    }
}

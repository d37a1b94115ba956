//! Texts made from a contract: payloads broken in none, one or several ways, as they travel.

use crate::engines::Engines;
use crate::generate::payload;
use crate::json_text::JsonText;
use crate::mutate::{self, Vocabulary, encoding};
use crate::query;
use crate::statements::Statements;
use carnet_core::Artifact;
use carnet_core::contract::{Condition, Contract};
use carnet_validate::Context;
use fastrand::Rng;
use std::collections::BTreeMap;

/// Makes texts for the engines of one artifact.
pub(crate) struct Maker<'e> {
    engines: &'e Engines,
    /// One for each kind of body.
    vocabularies: Vec<Vocabulary>,
    statuses: Vec<Option<u16>>,
    /// What a context may select: the name of its map, and what that may hold.
    choices: Vec<(&'static str, Vec<&'static str>)>,
}

impl<'e> Maker<'e> {
    pub(crate) fn new(engines: &'e Engines) -> Self {
        let contract = engines.subject().contract();
        let vocabularies = engines.parts().map(|part| Vocabulary::of(part.shape));
        Self {
            engines,
            vocabularies: vocabularies.collect(),
            statuses: match engines.artifact() {
                Artifact::ReplyBody => statuses(contract),
                Artifact::RequestBody | Artifact::RequestUrl | Artifact::RequestForm => vec![None],
            },
            choices: Statements::of(contract).choices,
        }
    }

    /// The text with this seed, and what is known besides.
    pub(crate) fn make(&self, seed: u64) -> (Vec<u8>, Context) {
        let mut rng = Rng::with_seed(seed);
        let text = self.text(&mut rng);
        let context = Context {
            http_status: self.statuses[rng.usize(..self.statuses.len())],
            selections: selections(&self.choices, &mut rng),
            ..Context::default()
        };
        (text, context)
    }

    fn text(&self, rng: &mut Rng) -> Vec<u8> {
        let which = rng.usize(..self.vocabularies.len());
        let part = self.engines.parts().nth(which);
        let part = part.expect("there are as many kinds as vocabularies");
        let mut payload = payload(part.shape, rng);
        let changes = [0, 0, 1, 1, 1, 2, 4][rng.usize(..7)];
        for _ in 0..changes {
            mutate::structure(&mut payload, &self.vocabularies[which], rng);
        }
        if rng.u8(..8) == 0 {
            mutate::escape_keys(&mut payload, rng);
        }
        match self.engines.artifact() {
            Artifact::RequestBody | Artifact::ReplyBody => body(&payload, rng),
            Artifact::RequestUrl => {
                let url = format!("{}?", self.engines.subject().contract().url);
                [url.into_bytes(), parameters(&payload, rng)].concat()
            }
            Artifact::RequestForm => parameters(&payload, rng),
        }
    }
}

/// No status, one of a success, one of a failure, and one of every other range that is documented.
fn statuses(contract: &Contract) -> Vec<Option<u16>> {
    let mut statuses = vec![None, Some(201), Some(400)];
    for condition in contract.replies.iter().flat_map(|reply| reply.when) {
        if let Condition::Status(first, last) = *condition
            && !statuses
                .iter()
                .flatten()
                .any(|it| (first..=last).contains(it))
        {
            statuses.push(Some(first));
        }
    }
    statuses
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

fn parameters(payload: &JsonText, rng: &mut Rng) -> Vec<u8> {
    let JsonText::Object(_) = payload else {
        // Parameters that are no object are none: what a caller makes of that is anybody's guess.
        return query::encoded(&payload.to_string()).into_bytes();
    };
    let mut query = query::of(payload);
    for _ in 0..rng.usize(..3) {
        encoding::otherwise(&mut query, rng);
    }
    let mut query = query.into_bytes();
    for _ in 0..[0, 0, 0, 0, 1, 1, 2][rng.usize(..7)] {
        encoding::broken(&mut query, rng);
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

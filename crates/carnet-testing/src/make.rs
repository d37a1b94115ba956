//! Texts made from a contract: payloads broken in none, one or several ways, as they travel.

use crate::generate::payload;
use crate::json_text::JsonText;
use crate::mutate::{self, Vocabulary, encoding};
use crate::query;
use crate::statements::Statements;
use carnet_core::contract::{Condition, Contract, Outcome};
use carnet_core::{Artifact, Shape};
use carnet_validate::Context;
use fastrand::Rng;
use std::collections::BTreeMap;
use std::fmt;

/// Makes texts of one artifact of a contract: payloads that keep it, most of them broken in one or
/// several ways, as they travel.
///
/// Broken are the payload (a member left out, repeated, misspelt, of another type, out of bounds),
/// and the text (bytes changed, cut off, added). What is right may be spelled otherwise: members in
/// another order, escapes, white space, numbers with exponents.
///
/// # Example
/// ```
/// use carnet_core::{Artifact, Operation};
/// use carnet_testing::Maker;
/// use carnet_vendors::revnue::CreateCustomer;
///
/// let maker = Maker::new(CreateCustomer::CONTRACT, Artifact::RequestBody);
/// let (text, context) = maker.make(7);
/// assert_eq!(maker.make(7), (text, context), "the same seed, the same text");
/// ```
pub struct Maker<'c> {
    contract: &'c Contract,
    artifact: Artifact,
    /// The kinds of bodies, and what to break them with.
    kinds: Vec<(&'c Shape, Vocabulary)>,
    statuses: Vec<Option<u16>>,
    /// What a context may select: the name of its map, and what that may hold.
    choices: Vec<(&'static str, Vec<&'static str>)>,
}

impl<'c> Maker<'c> {
    /// Gets ready to make texts.
    #[must_use]
    pub fn new(contract: &'c Contract, artifact: Artifact) -> Self {
        let shapes = match artifact {
            Artifact::ReplyBody => kinds_of_replies(contract),
            Artifact::RequestBody | Artifact::RequestUrl | Artifact::RequestForm => {
                vec![&contract.request.shape]
            }
        };
        let kinds = shapes.into_iter().map(|it| (it, Vocabulary::of(it)));
        Self {
            contract,
            artifact,
            kinds: kinds.collect(),
            statuses: statuses(contract, artifact),
            choices: Statements::of(contract).choices,
        }
    }

    /// The text with this seed, and what is known besides.
    #[must_use]
    pub fn make(&self, seed: u64) -> (Vec<u8>, Context) {
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
        let (shape, vocabulary) = &self.kinds[rng.usize(..self.kinds.len())];
        let mut payload = payload(shape, rng);
        let changes = [0, 0, 1, 1, 1, 2, 4][rng.usize(..7)];
        for _ in 0..changes {
            mutate::structure(&mut payload, vocabulary, rng);
        }
        if rng.u8(..8) == 0 {
            mutate::escape_keys(&mut payload, rng);
        }
        match self.artifact {
            Artifact::RequestBody | Artifact::ReplyBody => body(&payload, rng),
            Artifact::RequestUrl => {
                let url = format!("{}?", self.contract.url);
                [url.into_bytes(), parameters(&payload, rng)].concat()
            }
            Artifact::RequestForm => parameters(&payload, rng),
        }
    }
}

impl fmt::Debug for Maker<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Maker")
            .field("contract", &self.contract.id)
            .field("artifact", &self.artifact)
            .finish_non_exhaustive()
    }
}

/// What a reply may be: the first kind of a success, the first of a failure.
fn kinds_of_replies(contract: &Contract) -> Vec<&Shape> {
    let first = |outcome| {
        let mut replies = contract.replies.iter();
        replies.find(|reply| reply.outcome == outcome)
    };
    let kinds = [Outcome::Success, Outcome::Failure].into_iter();
    kinds.filter_map(first).map(|it| &it.body.shape).collect()
}

/// What a text may come with: a request with no status; a reply with none, one of a success, one of
/// a failure, or one of every other range that is documented.
pub(crate) fn statuses(contract: &Contract, artifact: Artifact) -> Vec<Option<u16>> {
    if artifact != Artifact::ReplyBody {
        return vec![None];
    }
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

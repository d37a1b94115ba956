//! Bars for encoding: from a value to checked bytes, beside `serde` that checks nothing.
//!
//! Everyone writes the same text; before anything is measured, that is made sure of.

use crate::bar::Bar;
use crate::contest::Contest;
use crate::corpus::{self, seeds};
use crate::lead::Lead;
use crate::peer::typed;
use carnet::auth::Bearer;
use carnet::{Encode, Profile, apptivo, payload, revnue};
use serde::de::DeserializeOwned;
use std::hint::black_box;

/// So many values, with those of the peer, are at hand in the processor's caches, as what is encoded is
/// where it has just been made. A turn goes through them several times.
const VALUES: usize = 250;
const TIMES: usize = 4;

/// What a buffer begins with, as `serde_json::to_vec` has it.
const CAPACITY: usize = 128;

/// The value of a peer's type that a text is.
fn twin<T: DeserializeOwned>(text: &[u8]) -> T {
    serde_json::from_slice(text).expect("peers read what is written")
}

/// Every bar for encoding.
pub(crate) fn bars() -> [Bar; 3] {
    [apptivo(), revnue(), downstream()]
}

fn apptivo() -> Bar {
    let keys = corpus::apptivo::keys();
    let customers: Vec<_> = seeds()
        .take(VALUES)
        .map(|mut rng| apptivo::CreateCustomer::new(corpus::apptivo::customer(&mut rng)))
        .collect();
    let twins: Vec<typed::apptivo::Customer> = customers
        .iter()
        .map(|customer| twin(&payload::to_vec(&customer.customer_data)))
        .collect();
    let ours = |customer: &apptivo::CreateCustomer, out: &mut Vec<u8>| {
        let written = customer.encode_body(Profile::Strict, &keys, out);
        written.expect("what is made keeps the contract");
    };
    let peers = |customer: &typed::apptivo::Customer, json: &mut Vec<u8>, out: &mut String| {
        json.clear();
        serde_json::to_writer(&mut *json, customer).expect("it can be written");
        let json = str::from_utf8(json).expect("JSON is UTF-8");
        form_urlencoded::Serializer::new(out)
            .append_pair("a", "save")
            .append_pair("customerData", json)
            .append_pair("apiKey", keys.api_key.expose())
            .append_pair("accessKey", keys.access_key.expose());
    };
    let (mut json, mut bytes, mut query) = (Vec::new(), Vec::new(), String::new());
    for (customer, twin) in customers.iter().zip(&twins) {
        bytes.clear();
        query.clear();
        ours(customer, &mut bytes);
        peers(twin, &mut json, &mut query);
        let [ours, peers] = [&bytes[..], query.as_bytes()]
            .map(|text| form_urlencoded::parse(text).collect::<Vec<_>>());
        assert_eq!(ours, peers, "the same parameters");
    }
    let mut contest = Contest::default();
    contest.add("ours", || {
        for customer in customers.iter().cycle().take(TIMES * customers.len()) {
            bytes.clear();
            ours(black_box(customer), &mut bytes);
            black_box(&bytes);
        }
    });
    contest.add("peers", || {
        for customer in twins.iter().cycle().take(TIMES * twins.len()) {
            query.clear();
            peers(black_box(customer), &mut json, &mut query);
            black_box(&query);
        }
    });
    let standings = contest.run(TIMES * customers.len());
    bar(
        "Apptivo URL, struct to bytes",
        "serde_json, form_urlencoded",
        3.0,
        [standings.of("ours"), standings.of("peers")],
    )
}

fn revnue() -> Bar {
    let customers: Vec<_> = seeds()
        .take(VALUES)
        .map(|mut rng| corpus::revnue::customer(&mut rng))
        .collect();
    beside_serde("RevNue body, struct to bytes", &customers)
}

fn downstream() -> Bar {
    let leads: Vec<_> = seeds()
        .take(VALUES)
        .map(|mut rng| Lead::from(corpus::revnue::customer(&mut rng)))
        .collect();
    beside_serde("RevNue body, struct of one's own to bytes", &leads)
}

/// Values that are encoded as customers of RevNue, beside the same customers written by `serde`.
fn beside_serde<T>(work: &'static str, values: &[T]) -> Bar
where
    T: Encode + carnet::EncodeAs<revnue::CreateCustomer>,
{
    let bearer = Bearer("token".into());
    let ours = |value: &T| {
        let mut out = Vec::with_capacity(CAPACITY);
        let written = value.encode_body(Profile::Strict, &bearer, &mut out);
        written.expect("what is made keeps the contract");
        out
    };
    let twins: Vec<typed::revnue::CreateCustomer> =
        values.iter().map(|value| twin(&ours(value))).collect();
    let peers = |value| serde_json::to_vec(value).expect("it can be written");
    for (value, twin) in values.iter().zip(&twins) {
        let [ours, peers] = [ours(value), peers(twin)].map(String::from_utf8);
        assert_eq!(ours, peers, "the same bytes");
    }
    let mut contest = Contest::default();
    contest.add("ours", || {
        for value in values.iter().cycle().take(TIMES * values.len()) {
            black_box(ours(black_box(value)));
        }
    });
    contest.add("peers", || {
        for value in twins.iter().cycle().take(TIMES * twins.len()) {
            black_box(peers(black_box(value)));
        }
    });
    let standings = contest.run(TIMES * values.len());
    bar(
        work,
        "serde_json",
        1.2,
        [standings.of("ours"), standings.of("peers")],
    )
}

fn bar(work: &str, against: &'static str, least: f64, [ours, peers]: [f64; 2]) -> Bar {
    Bar {
        work: format!("{work}, checked"),
        against,
        least,
        ours,
        peers,
        coverage: 1.0,
    }
}

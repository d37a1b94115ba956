//! Whether the clean pass keeps its word, over a great many texts: no bar is met by looking away.

use crate::table::Table;
use carnet::contract::{Carrier, Contract};
use carnet::{Artifact, Profile, vendors};
use carnet_testing::clean::{self, BrokenWords, Told};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

/// One side of an operation.
struct Job {
    contract: Contract,
    artifact: Artifact,
    /// Which side, and how it travels.
    what: &'static str,
}

/// What became of a job.
type Done = (
    String,
    &'static str,
    Result<BTreeMap<Profile, Told>, BrokenWords>,
);

/// Makes so many texts of each side of every operation, and compares both passes under both profiles.
///
/// # Errors
/// Everything that the clean pass calls clean and that is not.
pub(crate) fn check(texts: u64) -> Result<Table, String> {
    let jobs: Vec<_> = vendors::CATALOG.iter().flat_map(|it| jobs(it)).collect();
    let waiting = Mutex::new(jobs.iter().enumerate());
    let done = Mutex::new(BTreeMap::new());
    let work = || {
        loop {
            let next = waiting.lock().expect("no thread panics").next();
            let Some((number, job)) = next else { return };
            let id = job.contract.id.to_owned();
            eprintln!("{id}, {}", job.what);
            let outcome = clean::check(&job.contract, job.artifact, 0, texts);
            let done: &Mutex<BTreeMap<usize, Done>> = &done;
            let mut done = done.lock().expect("no thread panics");
            done.insert(number, (id, job.what, outcome));
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, Into::into) {
            scope.spawn(work);
        }
    });
    table(done.into_inner().expect("no thread panics").into_values())
}

/// The replies, and the request however it travels. Parameters are made as the JSON that they stand
/// for as well: in a URL, what is seldom right would hide what the clean pass does with values.
fn jobs(contract: &Contract) -> Vec<Job> {
    let job = |carrier, artifact, what| Job {
        contract: Contract {
            carrier,
            ..*contract
        },
        artifact,
        what,
    };
    let reply = job(contract.carrier, Artifact::ReplyBody, "reply");
    let (body, parameters) = (Carrier::JsonBody, Carrier::Parameters);
    match contract.carrier {
        Carrier::JsonBody => vec![job(body, Artifact::RequestBody, "request"), reply],
        Carrier::Parameters => vec![
            job(body, Artifact::RequestBody, "request as JSON"),
            job(parameters, Artifact::RequestUrl, "request as URL"),
            job(parameters, Artifact::RequestForm, "request as form"),
            reply,
        ],
    }
}

fn table(done: impl Iterator<Item = Done>) -> Result<Table, String> {
    let mut table = Table::new(&[
        "operation",
        "what",
        "profile",
        "texts",
        "clean",
        "told so at once",
        "coverage",
    ]);
    let mut broken = Vec::new();
    for (id, what, outcome) in done {
        match outcome {
            Ok(told) => {
                for (profile, told) in told {
                    table.row([
                        id.clone(),
                        what.to_owned(),
                        profile.to_string(),
                        told.made.to_string(),
                        told.clean.to_string(),
                        told.told.to_string(),
                        format!("{:.2} %", told.coverage() * 100.0),
                    ]);
                }
            }
            Err(words) => broken.push(words.to_string()),
        }
    }
    if broken.is_empty() {
        Ok(table)
    } else {
        Err(broken.join("\n"))
    }
}

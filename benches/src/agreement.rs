//! Whether the clean pass keeps its word, over a great many texts: no bar is met by looking away.

use crate::table::Table;
use carnet::contract::{Carrier, Contract};
use carnet::{Artifact, Profile, vendors};
use carnet_testing::clean::{self, BrokenWords, Told};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

/// A share of an operation's texts.
struct Job {
    contract: Contract,
    artifact: Artifact,
    /// What they are, beside the operation.
    what: &'static str,
    texts: u64,
}

/// What became of a job.
type Done = (
    String,
    &'static str,
    Result<BTreeMap<Profile, Told>, BrokenWords>,
);

/// Makes so many texts of every operation, of its request and its replies alike, and compares both
/// passes under both profiles.
///
/// # Errors
/// Everything that the clean pass calls clean and that is not.
pub(crate) fn check(texts: u64) -> Result<Table, String> {
    let jobs: Vec<_> = vendors::CATALOG
        .iter()
        .flat_map(|it| jobs(it, texts))
        .collect();
    let waiting = Mutex::new(jobs.iter().enumerate());
    let done = Mutex::new(BTreeMap::new());
    let work = || {
        loop {
            let next = waiting.lock().expect("no thread panics").next();
            let Some((number, job)) = next else { return };
            let id = job.contract.id.to_owned();
            eprintln!("{id}, {}", job.what);
            let outcome = clean::check(&job.contract, job.artifact, 0, job.texts);
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

/// Texts of the request and of the replies. Parameters are made as a URL, which the clean pass
/// leaves to the other one, and as the JSON that they stand for.
fn jobs(contract: &Contract, texts: u64) -> Vec<Job> {
    let job = |carrier, artifact, what| Job {
        contract: Contract {
            carrier,
            ..*contract
        },
        artifact,
        what,
        texts: 0,
    };
    let body = job(Carrier::JsonBody, Artifact::RequestBody, "request");
    let reply = job(contract.carrier, Artifact::ReplyBody, "reply");
    let mut jobs = match contract.carrier {
        Carrier::JsonBody => vec![body, reply],
        Carrier::Parameters => {
            let url = job(Carrier::Parameters, Artifact::RequestUrl, "request as URL");
            vec![
                Job {
                    what: "request as JSON",
                    ..body
                },
                reply,
                url,
            ]
        }
    };
    let share = texts.div_ceil(jobs.len() as u64);
    for job in &mut jobs {
        job.texts = share;
    }
    jobs
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

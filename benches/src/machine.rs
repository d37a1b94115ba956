//! What the figures were measured on.

use std::fs;
use std::process::Command;
use std::thread;

/// The peers, as the lock file names them.
const PEERS: [&str; 6] = [
    "jsonschema",
    "boon",
    "garde",
    "serde_json",
    "sonic-rs",
    "form_urlencoded",
];

/// The lock file, of which the versions are the ones that were built.
const LOCK: &str = include_str!("../Cargo.lock");

/// One line: processor, compiler, versions of the peers. No date: the same machine and the same
/// lock file give the same line.
pub(crate) fn line() -> String {
    let processors = thread::available_parallelism().map_or(1, Into::into);
    let versions = PEERS.map(|name| format!("{name} {}", version(name)));
    format!(
        "{}, {processors} cores{}; {}; {}.",
        processor(),
        if cfg!(target_feature = "avx2") {
            ", built for it"
        } else {
            ""
        },
        compiler(),
        versions.join(", ")
    )
}

fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let mut lines = info.lines();
    let model = lines.find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model
        .map_or("Unknown processor", |(_, model)| model)
        .to_owned()
}

fn compiler() -> String {
    let version = Command::new("rustc").arg("--version").output();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let version = version.unwrap_or_default();
    // Without the commit and its date.
    let words: Vec<_> = version.split_whitespace().take(2).collect();
    words.join(" ")
}

fn version(name: &str) -> &'static str {
    let entry = format!("name = \"{name}\"\nversion = \"");
    let version = LOCK
        .split_once(&entry)
        .and_then(|(_, rest)| rest.split_once('"'));
    version.map_or("?", |(version, _)| version)
}

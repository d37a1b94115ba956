//! What the name of a file says about its operation, where its text says too little.

use super::recognise::Fit;
use carnet_core::Artifact;
use std::path::Path;

/// How many folders above a file are looked at as well.
const FOLDERS: usize = 3;

/// How much a path sounds like an operation: words of the id and of the artifact in it, less those
/// of the id that are not.
pub(super) fn likeness(path: &Path, fit: &Fit) -> isize {
    let parts = path.iter().rev().take(FOLDERS + 1);
    let parts: Vec<String> = parts
        .map(|part| part.to_string_lossy().to_ascii_lowercase())
        .collect();
    let present: Vec<&str> = parts.iter().flat_map(|part| words(part)).collect();
    let mut likeness = 0;
    for word in words(fit.contract.id) {
        likeness += if present.contains(&word) { 1 } else { -1 };
    }
    let artifact: &[&str] = match fit.artifact {
        Artifact::ReplyBody => &["reply", "replies", "response", "responses", "failure"],
        _ => &["request", "requests"],
    };
    likeness + isize::from(artifact.iter().any(|word| present.contains(word)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

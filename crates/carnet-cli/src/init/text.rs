//! The text of a `carnet.toml`, with comments for whoever reads it first.

use super::counted;
use super::group::{Group, Groups, Recordings};
use std::fmt::Write as _;

const HEAD: &str = "\
# Which files belong to which operation, for `carnet lint`. Written by `carnet init` from what the
# files look like: see that it is right. Of several entries that name a file, the last one counts.

# How the vendors' pages are read: \"strict\" for what you write, \"lenient\" for what is there.
profile = \"strict\"
";

const TAIL: &str = "
# Levels can be chosen by discrepancy, by rule and by place; `carnet explain` tells about each.
#
# [discrepancies]
# GN-01 = \"warning\"
#
# [rules]
# max-length = \"warning\"
#
# [places]
# \"/notes/**\" = \"allow\"
";

/// The whole file.
pub(super) fn config(groups: &Groups<'_>) -> String {
    let mut text = HEAD.to_owned();
    for group in &groups.recognised {
        let _ = writeln!(text, "\n# {}", state(group));
        let entries = group.globs.iter().map(|glob| entry(group, glob));
        text += &entries.collect::<Vec<_>>().join("\n");
    }
    for recordings in &groups.recorded {
        let _ = writeln!(text, "\n# {}", recorded_state(recordings));
        let entries = recordings.globs.iter();
        let entries = entries.map(|glob| recorded_entry(recordings, glob));
        text += &entries.collect::<Vec<_>>().join("\n");
    }
    if !groups.others.is_empty() {
        text.push_str("\n# Not recognised:\n");
        for (name, why) in &groups.others {
            let _ = writeln!(text, "#   {}: {why}", crate::render::paint::visible(name));
        }
    }
    text.push_str(TAIL);
    text
}

/// What is known of the files of a group.
fn state(group: &Group) -> String {
    let (files, summary) = (counted(group.files), group.contract.summary);
    let summary = summary.trim_end_matches('.');
    match (group.strict_failures, group.lenient_failures) {
        (0, _) => format!("{summary}: {files}, none with errors."),
        (strict, lenient) => format!(
            "{summary}: {files}, with errors: {strict} under the strict profile, {lenient} under the lenient one."
        ),
    }
}

/// What is known of recordings: every operation on a line of its own.
fn recorded_state(recordings: &Recordings) -> String {
    let Recordings {
        operations, others, ..
    } = recordings;
    let files = counted(recordings.files);
    let mut text = match (recordings.strict_failures, recordings.lenient_failures) {
        (0, _) => format!("Recorded calls: {files}, none with errors."),
        (strict, lenient) => format!(
            "Recorded calls: {files}, with errors: {strict} under the strict profile, {lenient} under the lenient one."
        ),
    };
    text.push_str("\n# Which operation each call is, is recognised:");
    for (id, calls) in operations {
        let _ = write!(text, "\n#   {id}: {calls}");
    }
    if *others > 0 {
        let _ = write!(text, "\n#   of no operation, and not checked: {others}");
    }
    text
}

fn recorded_entry(recordings: &Recordings, glob: &str) -> String {
    let (glob, format) = (quoted(glob), recordings.format);
    let mut text = format!("[[files]]\nglob = {glob}\nrecorded = \"{format}\"\n");
    if recordings.strict_failures > recordings.lenient_failures {
        text.push_str("# profile = \"lenient\"\n");
    }
    text
}

fn entry(group: &Group, glob: &str) -> String {
    let (glob, operation) = (quoted(glob), group.contract.id);
    let mut text = format!("[[files]]\nglob = {glob}\noperation = \"{operation}\"\n");
    if group.artifact != group.contract.request_artifact() {
        let _ = writeln!(text, "artifact = \"{}\"", group.artifact);
    }
    if group.strict_failures > group.lenient_failures {
        text.push_str("# profile = \"lenient\"\n");
    }
    text
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

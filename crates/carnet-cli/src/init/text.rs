//! The text of a `carnet.toml`, with comments for whoever reads it first.

use super::counted;
use super::group::{Group, Groups};
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

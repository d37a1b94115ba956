//! What fixing would change, as a unified diff for people: credentials are stars on both sides.

use crate::render::paint::visible;
use carnet_validate::masked::Masked;
use similar::{ChangeTag, TextDiff};
use std::io::{self, Write};

/// Prints how a text changes. Lines have the ends that they have in the text.
pub(super) fn print(
    out: &mut dyn Write,
    path: &str,
    before: &Masked<'_>,
    after: &Masked<'_>,
) -> io::Result<()> {
    let (mut old, mut new) = (before.whole(), after.whole());
    // What is a credential on one side is one on the other.
    after.hide(&mut old);
    before.hide(&mut new);
    let diff = TextDiff::from_lines(&old, &new);
    let path = visible(path);
    writeln!(out, "--- {path}\n+++ {path}")?;
    for hunk in diff.unified_diff().iter_hunks() {
        writeln!(out, "{}", hunk.header())?;
        for change in hunk.iter_changes() {
            let tag = match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            let line = change.value();
            let content = line.trim_end_matches(['\r', '\n']);
            let end = &line[content.len()..];
            // A byte order mark is what the line is about.
            let shown = content
                .split('\t')
                .map(|part| visible(part).replace('\u{FEFF}', "\\u{feff}"));
            let shown = shown.collect::<Vec<_>>().join("\t");
            match end {
                "\n" | "\r\n" => write!(out, "{tag}{shown}{end}")?,
                "" => writeln!(out, "{tag}{shown}\n\\ No newline at end of file")?,
                end => writeln!(out, "{tag}{shown}{}", visible(end))?,
            }
        }
    }
    Ok(())
}

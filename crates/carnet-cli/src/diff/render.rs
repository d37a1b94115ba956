//! Changes as text.
//!
//! For programs one document, version 1, a file on a line:
//! ```json
//! {"version":1,"files":[
//! {"path":null,"directions":["request"],"verdict":"breaking","changes":[…]}
//! ],"added":[],"removed":[],"summary":{"files":1,"breaking":1,"unknown":0,"compatible":0}}
//! ```
//! A change has `place`, `keyword`, `what`, and a verdict in `request` and `reply`, whichever was
//! asked for.

use super::{Compared, DiffArgs, Told};
use crate::Streams;
use crate::args::ListFormat;
use crate::render::paint::{Paint, visible};
use carnet_compat::{Change, Direction, Verdict};
use carnet_core::Severity;
use serde::Serialize;
use std::io::{self, Write};

/// Writes everything in the format that was asked for.
pub(super) fn write(told: &Told, args: &DiffArgs, streams: &mut Streams<'_>) -> io::Result<()> {
    let paint = Paint::when(streams.style.colour_output);
    match args.format {
        ListFormat::Human => human(told, paint, streams.output),
        ListFormat::Json => json(told, streams.output),
    }
}

fn human(told: &Told, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    for file in &told.files {
        if let Some(name) = file.name.as_deref().filter(|_| !is_same(file)) {
            writeln!(out, "{}", paint.bold(&visible(name)))?;
        }
        for change in &file.comparison.changes {
            let verdict = change.verdict(&file.directions);
            let word = word(paint, verdict);
            let line = change.line(&file.directions);
            writeln!(out, "{word}  {}", visible(&line))?;
        }
    }
    for (word, names) in [("added", &told.added), ("removed", &told.removed)] {
        for name in names {
            writeln!(out, "{word:<10}  {}", visible(name))?;
        }
    }
    let [breaking, unknown, compatible] = counts(told);
    let files = match told.files.len() {
        1 => "1 file".to_owned(),
        number => format!("{number} files"),
    };
    writeln!(
        out,
        "{files} compared: {breaking} breaking, {unknown} unknown, {compatible} compatible"
    )
}

fn is_same(file: &Compared) -> bool {
    file.comparison.changes.is_empty()
}

fn word(paint: Paint, verdict: Verdict) -> String {
    let word = format!("{verdict:<10}");
    match verdict {
        Verdict::Breaking => paint.severity(Severity::Error, &word),
        Verdict::Unknown => paint.severity(Severity::Warning, &word),
        Verdict::Compatible => word,
    }
}

fn counts(told: &Told) -> [usize; 3] {
    [Verdict::Breaking, Verdict::Unknown, Verdict::Compatible].map(|it| told.count(it))
}

#[derive(Serialize)]
struct FileObject<'a> {
    path: Option<&'a str>,
    directions: Vec<&'a str>,
    verdict: &'a str,
    changes: Vec<ChangeObject<'a>>,
}

#[derive(Serialize)]
struct ChangeObject<'a> {
    place: &'a str,
    keyword: &'a str,
    what: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply: Option<&'a str>,
}

#[derive(Serialize)]
struct SummaryObject {
    files: usize,
    breaking: usize,
    unknown: usize,
    compatible: usize,
}

fn json(told: &Told, out: &mut dyn Write) -> io::Result<()> {
    write!(out, r#"{{"version":1,"files":["#)?;
    for (index, file) in told.files.iter().enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &FileObject::from(file))?;
    }
    if !told.files.is_empty() {
        writeln!(out)?;
    }
    let [breaking, unknown, compatible] = counts(told);
    let summary = SummaryObject {
        files: told.files.len(),
        breaking,
        unknown,
        compatible,
    };
    write!(out, r#"],"added":"#)?;
    serde_json::to_writer(&mut *out, &told.added)?;
    write!(out, r#","removed":"#)?;
    serde_json::to_writer(&mut *out, &told.removed)?;
    write!(out, r#","summary":"#)?;
    serde_json::to_writer(&mut *out, &summary)?;
    writeln!(out, "}}")
}

impl<'a> From<&'a Compared> for FileObject<'a> {
    fn from(file: &'a Compared) -> Self {
        let directions = &file.directions;
        let verdicts = directions.iter().map(|it| file.comparison.verdict(*it));
        let changes = file.comparison.changes.iter();
        Self {
            path: file.name.as_deref(),
            directions: directions.iter().map(|it| it.as_str()).collect(),
            verdict: verdicts.max().unwrap_or_default().as_str(),
            changes: changes.map(|it| change(it, directions)).collect(),
        }
    }
}

fn change<'a>(change: &'a Change, directions: &[Direction]) -> ChangeObject<'a> {
    let verdict = |direction| {
        let verdict = change.effect.verdict(direction);
        directions.contains(&direction).then(|| verdict.as_str())
    };
    ChangeObject {
        place: &change.place,
        keyword: &change.keyword,
        what: &change.what,
        request: verdict(Direction::Request),
        reply: verdict(Direction::Reply),
    }
}

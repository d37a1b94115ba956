//! `carnet diff`: what the change from one schema to another breaks.

mod args;
mod pairs;
mod render;

pub(crate) use args::DiffArgs;

use crate::complaint::{Complaint, Outcome};
use crate::{Exit, Streams};
use carnet_compat::{Comparison, Direction, Side, Unreadable, Verdict, compare};
use carnet_core::Span;
use carnet_validate::masked::Masked;
use pairs::Pairs;
use std::path::Path;

/// Two files that were compared.
#[derive(Debug)]
struct Compared {
    /// The name that both have in their folders; `None` where two files were named.
    name: Option<String>,
    directions: Vec<Direction>,
    comparison: Comparison,
}

impl Compared {
    fn count(&self, verdict: Verdict) -> usize {
        let changes = self.comparison.changes.iter();
        changes
            .filter(|it| it.verdict(&self.directions) == verdict)
            .count()
    }
}

/// Everything that there is to tell.
#[derive(Debug, Default)]
struct Told {
    files: Vec<Compared>,
    added: Vec<String>,
    removed: Vec<String>,
}

impl Told {
    /// How many changes there are of a sort. Nobody knows what still needs a schema that is gone.
    fn count(&self, verdict: Verdict) -> usize {
        let changes: usize = self.files.iter().map(|file| file.count(verdict)).sum();
        match verdict {
            Verdict::Unknown => changes + self.removed.len(),
            _ => changes,
        }
    }
}

/// Runs `carnet diff`.
pub(crate) fn run(args: &DiffArgs, streams: &mut Streams<'_>) -> Outcome {
    let Pairs {
        both,
        added,
        removed,
    } = pairs::find(args, streams.input)?;
    let mut told = Told {
        added,
        removed,
        ..Told::default()
    };
    for pair in both {
        let comparison = compare(&pair.old.text, &pair.new.text).map_err(|error| {
            let file = match error.side {
                Side::Old => &pair.old,
                Side::New => &pair.new,
            };
            unreadable(&file.path, &file.text, &error)
        })?;
        told.files.push(Compared {
            directions: args.directions([&pair.new.path, &pair.old.path]),
            name: pair.name,
            comparison,
        });
    }
    render::write(&told, args, streams)?;
    let fails = told.count(Verdict::Breaking) > 0
        || args.denies_unknown() && told.count(Verdict::Unknown) > 0;
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}

/// A text that is no schema.
fn unreadable(path: &Path, text: &[u8], error: &Unreadable) -> Complaint {
    let span = Span {
        start: error.position,
        end: error.position,
    };
    let excerpt = Masked::open(text).excerpt(span);
    Complaint {
        exit: Exit::Io,
        ..Complaint::configuration(path, excerpt, error.to_string())
    }
}

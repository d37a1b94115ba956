//! `carnet operations --discrepancies`: the register as a table.

use crate::args::ListFormat;
use crate::catalog;
use crate::render::paint::Paint;
use carnet_core::{Contract, Discrepancy};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct DiscrepancyObject<'a> {
    id: &'a str,
    kind: &'a str,
    readings: [&'a str; 2],
    strict: Choice<'a>,
    lenient: Choice<'a>,
    reason: &'a str,
    evidence: &'a [&'a str],
    note: Option<&'a str>,
}

/// What a profile takes, and what it does about the other reading; `null` where no check exists.
#[derive(Serialize)]
struct Choice<'a> {
    takes: &'a str,
    level: Option<&'a str>,
}

/// Prints every discrepancy of the catalog's vendors and the general ones.
pub(super) fn print(
    all: &[&'static Contract],
    format: ListFormat,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let register = catalog::register(all);
    match format {
        ListFormat::Human => table(&register, paint, out),
        ListFormat::Json => {
            let objects = register.iter().map(|discrepancy| object(discrepancy));
            super::json(out, "discrepancies", objects)
        }
    }
}

fn table(register: &[&Discrepancy], paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let heading = format!(
        "{:<6} {:<8} {:<8} {:<15} strict takes",
        "id", "strict", "lenient", "kind"
    );
    writeln!(out, "{}", paint.bold(&heading))?;
    for discrepancy in register {
        let Discrepancy {
            id,
            kind,
            strict,
            levels,
            ..
        } = discrepancy;
        match discrepancy.note {
            None => writeln!(
                out,
                "{id:<6} {:<8} {:<8} {kind:<15} {strict}",
                levels.strict, levels.lenient
            )?,
            Some(note) => writeln!(out, "{id:<6} {:<17} {kind:<15} {note}", "note")?,
        }
    }
    Ok(())
}

fn object<'a>(discrepancy: &Discrepancy) -> DiscrepancyObject<'a> {
    let checked = discrepancy.note.is_none();
    let choice = |takes, level: carnet_core::Level| Choice {
        takes,
        level: checked.then(|| level.as_str()),
    };
    DiscrepancyObject {
        id: discrepancy.id,
        kind: discrepancy.kind,
        readings: discrepancy.readings,
        strict: choice(discrepancy.strict, discrepancy.levels.strict),
        lenient: choice(discrepancy.lenient, discrepancy.levels.lenient),
        reason: discrepancy.reason,
        evidence: discrepancy.evidence,
        note: discrepancy.note,
    }
}

//! `carnet operations`: what the catalog holds.

mod register;

use crate::args::{ListFormat, OperationsArgs};
use crate::complaint::Outcome;
use crate::render::paint::Paint;
use crate::{Exit, Streams};
use carnet_core::Contract;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct OperationObject<'a> {
    id: &'a str,
    vendor: &'a str,
    method: &'a str,
    url: &'a str,
    summary: &'a str,
    page: &'a str,
}

/// Runs `carnet operations`.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &OperationsArgs,
    streams: &mut Streams<'_>,
) -> Outcome {
    let paint = Paint::when(streams.style.colour_output);
    if args.discrepancies {
        register::print(catalog, args.format, paint, streams.output)?;
        return Ok(Exit::Clean);
    }
    let mut contracts = catalog.to_vec();
    contracts.sort_by_key(|contract| contract.id);
    let out = &mut *streams.output;
    match args.format {
        ListFormat::Human => {
            for contract in contracts {
                let Contract {
                    method,
                    url,
                    summary,
                    ..
                } = contract;
                writeln!(
                    out,
                    "{}\n  {method} {url}\n  {summary}",
                    paint.bold(contract.id)
                )?;
            }
        }
        ListFormat::Json => {
            let objects = contracts.into_iter().map(|contract| OperationObject {
                id: contract.id,
                vendor: contract.vendor.name,
                method: contract.method,
                url: contract.url,
                summary: contract.summary,
                page: contract.page,
            });
            json(out, "operations", objects)?;
        }
    }
    Ok(Exit::Clean)
}

/// Writes a list for programs: version 1, one document, an object on a line.
fn json<T: Serialize>(
    out: &mut dyn Write,
    name: &str,
    objects: impl Iterator<Item = T>,
) -> io::Result<()> {
    write!(out, r#"{{"version":1,"{name}":["#)?;
    for (index, object) in objects.enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &object)?;
    }
    writeln!(out, "\n]}}")
}

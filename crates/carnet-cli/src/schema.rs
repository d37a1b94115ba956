//! `carnet schema`: the JSON Schema of one side of a call.

use crate::args::{SchemaArgs, SideName};
use crate::catalog;
use crate::complaint::Outcome;
use crate::{Exit, Streams};
use carnet_core::Contract;
use carnet_schema::{Side, document, to_text};

/// Runs `carnet schema`.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &SchemaArgs,
    streams: &mut Streams<'_>,
) -> Outcome {
    let contract = catalog::find(catalog, &args.operation)?;
    let side = match args.side {
        SideName::Request => Side::Request,
        SideName::Response => Side::Response,
    };
    let text = to_text(&document(contract, side));
    streams.output.write_all(text.as_bytes())?;
    Ok(Exit::Clean)
}

//! What a change of a JSON Schema breaks: two schemas in, a list of changes out.
//!
//! A change has an effect in each [`Direction`]. Of what one **sends**, tightening breaks: a payload
//! that was valid is refused. Of what one **receives**, loosening breaks: a reader meets what it did
//! not expect. [`Verdict::Compatible`] is a proof: the keywords are compared one by one, and what
//! that cannot decide is asked of the set algebra of the `jsonschema` crate. Where neither proves
//! anything the verdict is [`Verdict::Unknown`].
//!
//! A verdict of [`Verdict::Breaking`] is about the keyword at its place: it accepts less, or more,
//! than before. Whether a payload exists that meets it is not asked.
//!
//! Deliberately absent: files, output, and references to other documents, which are never fetched.
//!
//! # Example
//! ```
//! use carnet_compat::{Direction, Verdict, compare};
//!
//! let old = br#"{"properties": {"name": {"type": "string", "maxLength": 50}}}"#;
//! let new = br#"{"properties": {"name": {"type": "string", "maxLength": 40}}}"#;
//! let comparison = compare(old, new)?;
//! let change = &comparison.changes[0];
//! assert_eq!(change.place, "/name");
//! assert_eq!(change.keyword, "/properties/name/maxLength");
//! assert_eq!(change.what, "maxLength 50 → 40");
//! assert_eq!(comparison.verdict(Direction::Request), Verdict::Breaking);
//! assert_eq!(comparison.verdict(Direction::Reply), Verdict::Compatible);
//! # Ok::<(), carnet_compat::Unreadable>(())
//! ```

mod bound;
mod branch;
mod change;
mod document;
mod items;
mod keywords;
mod kind;
mod members;
mod proof;
mod read;
mod text;
mod value;
mod walk;
mod words;

pub use change::{Change, Comparison, Direction, Effect, Verdict};
pub use read::{Side, Unreadable};

use proof::Prover;
use walk::Walker;

/// Compares two JSON Schemas, given as texts.
///
/// Made for the 2020-12 schemas that Carnet emits; of any other schema what is not understood is
/// [`Verdict::Unknown`]. Numbers are compared as they are written. Work is bounded: what is too large
/// or too deep to compare is [`Verdict::Unknown`] as well.
///
/// # Errors
/// When a text is no JSON, or neither an object nor a boolean.
///
/// # Example
/// See the [crate's](crate) documentation.
pub fn compare(old: &[u8], new: &[u8]) -> Result<Comparison, Unreadable> {
    let old = read::schema(old, Side::Old)?;
    let new = read::schema(new, Side::New)?;
    if old == new {
        return Ok(Comparison::default());
    }
    let values = [&old, &new].map(proof::provable);
    let prover = Prover::new(&values);
    Ok(Comparison {
        changes: Walker::new(&old, &new, prover).changes(),
    })
}

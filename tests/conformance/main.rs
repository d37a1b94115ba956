//! What a change may not break, as one test binary.
//!
//! - [`cases`]: payloads of our own in `tests/cases`, with everything that must be found in them;
//! - [`samples`]: the vendors' printed payloads in `tests/samples`;
//! - [`agreement`]: validator, emitted schema and decoding say the same of all of these and of
//!   payloads that `carnet-testing` makes from the contracts, and what is found in those underlines
//!   what it speaks of;
//! - [`clean_pass`]: what the clean pass calls clean, the validator finds nothing in;
//! - [`encoding`] and [`decoding`]: exact bytes of requests, and what replies are taken for;
//! - [`fixing`]: what is changed without asking;
//! - [`mapped`]: structs of one's own that are mapped to operations make the same requests;
//! - [`necessity`] and [`deletion`]: every assertion of the emitted schemas, and every statement of
//!   the contracts, is one that a case needs;
//! - [`coverage`]: the cases reach every rule and every discrepancy of the contracts.
//!
//! Deliberately absent: a second statement of any constraint. What a vendor demands stands in the
//! contract, and in the cases as payloads that break it.

#![allow(
    clippy::cmp_owned,
    clippy::format_collect,
    clippy::needless_for_each,
    clippy::too_many_lines,
    reason = "tests read best when they say plainly what they mean"
)]

mod agreement;
mod case;
mod cases;
mod clean_pass;
mod coverage;
mod decoding;
mod deletion;
mod encoding;
mod expectation;
mod fixing;
mod mapped;
mod necessity;
mod query;
mod sample;
mod samples;
mod subject;
mod watched;

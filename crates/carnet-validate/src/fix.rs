//! Fixing: the safe fixes of the findings, applied to the text that they are about.
//!
//! A finding carries a [`Fix`](carnet_core::Fix) where its rule is certain of what was meant; the
//! rule's [documentation](crate::rule::FixDoc) says when. [`apply`] writes those of one report.
//! [`fix`] goes on until nothing is left to fix, since what stood behind a slip may only now be
//! judged, and keeps nothing that the validator does not confirm.
//!
//! Deliberately absent: fixes that a person would have to look at, and files.
//!
//! # Example
//! ```
//! use carnet_core::auth::Auth;
//! use carnet_core::contract::{Body, Carrier};
//! use carnet_core::shape::{Kind, Shape};
//! use carnet_core::{Artifact, Contract, Vendor};
//! use carnet_validate::{Settings, fix};
//!
//! const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };
//! const PING: Contract = Contract {
//!     id: "acme.ping.send",
//!     vendor: &ACME,
//!     summary: "Sends a number",
//!     page: "https://example.com/ping",
//!     method: "POST",
//!     url: "https://example.com/ping",
//!     auth: Auth::None,
//!     carrier: Carrier::JsonBody,
//!     request: Body {
//!         media_type: "application/json",
//!         shape: Shape::of(Kind::Integer),
//!         text: &[],
//!     },
//!     replies: &[],
//! };
//!
//! let fixed = fix::fix(&PING, Artifact::RequestBody, b"7.0\n", &Settings::default());
//! assert_eq!(fixed.text, b"7\n");
//! assert_eq!(fixed.applied.len(), 1);
//! assert!(fixed.report.is_clean());
//! ```

mod round;

use crate::report::Report;
use crate::settings::Settings;
use carnet_core::{Artifact, Contract, Edit, Finding};
use round::Round;

/// After so many rounds nothing more is fixed: an object in an object is one round each.
const MOST_ROUNDS: usize = 16;

/// A text with some of its findings fixed.
#[derive(Clone, Debug)]
pub struct Applied<'r> {
    /// The text as it is now.
    pub text: Vec<u8>,
    /// The findings whose fixes were written, in their order in the report.
    pub applied: Vec<&'r Finding>,
    /// Those with a safe fix that overlaps one which was written.
    pub left: Vec<&'r Finding>,
}

/// Writes the safe fixes of a report on `text`: those that stand first in the text first, and none
/// that overlaps one which was written. All edits of a fix are written, or none. Bytes that no edit
/// covers stay as they are.
///
/// What comes out was not judged again; [`fix`] does that.
#[must_use]
pub fn apply<'r>(text: &[u8], report: &'r Report) -> Applied<'r> {
    let findings: Vec<&Finding> = report.findings.iter().collect();
    let (text, taken) = write(text, &findings);
    let mut applied = Applied {
        text,
        applied: Vec::new(),
        left: Vec::new(),
    };
    for (finding, taken) in findings.into_iter().zip(taken) {
        if taken {
            applied.applied.push(finding);
        } else if is_fixable(finding) {
            applied.left.push(finding);
        }
    }
    applied
}

/// A text in which everything is fixed that is certain.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The text as it is now.
    pub text: Vec<u8>,
    /// What was fixed, in the order it was; the spans are those in the text of its round.
    pub applied: Vec<Finding>,
    /// What is to be said of the text as it is now.
    pub report: Report,
}

/// Fixes everything in `text` that is certain, and judges the result.
///
/// Every fix is confirmed: what it was for is no longer found afterwards, and nothing is found that
/// is graver than that, and a reply is taken for the same as before. One that is not confirmed is
/// not kept. A finding that could not be made
/// before, such as one about the value of a misspelt key, may come to light.
///
/// The same text comes out when it is fixed again. Work grows with the length of the text times the
/// number of rounds, which is bounded.
#[must_use]
pub fn fix(contract: &Contract, artifact: Artifact, text: &[u8], settings: &Settings) -> Fixed {
    let mut round = Round::new(contract, artifact, text, settings);
    for _ in 0..MOST_ROUNDS {
        if !round.run() {
            break;
        }
    }
    round.fixed()
}

fn is_fixable(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(carnet_core::Fix::is_safe)
}

/// Writes the safe fixes of findings, and tells which of the findings were fixed.
fn write(text: &[u8], findings: &[&Finding]) -> (Vec<u8>, Vec<bool>) {
    let mut chosen: Vec<&Edit> = Vec::new();
    let taken = findings.iter().map(|finding| {
        let fix = finding.fix.as_ref().filter(|fix| fix.is_safe());
        let edits = fix.map_or(&[][..], |fix| &fix.edits);
        let fits = !edits.is_empty() && edits.iter().all(|edit| fits(edit, &chosen, text));
        if fits {
            let is_behind = chosen
                .last()
                .is_none_or(|last| last.bytes.end <= edits[0].bytes.start);
            chosen.extend(edits);
            // Few fixes reach over others.
            if !is_behind {
                chosen.sort_by_key(|edit| edit.bytes.start);
            }
        }
        fits
    });
    let taken = taken.collect();
    let mut written = Vec::with_capacity(text.len());
    let mut end = 0;
    for edit in chosen {
        written.extend(&text[end..edit.bytes.start]);
        written.extend(edit.text.as_bytes());
        end = edit.bytes.end;
    }
    written.extend(&text[end..]);
    (written, taken)
}

/// Whether an edit stands in the text, apart from those that were chosen, which are in order.
fn fits(edit: &Edit, chosen: &[&Edit], text: &[u8]) -> bool {
    let after = chosen.partition_point(|other| other.bytes.start < edit.bytes.start);
    let is_before = |at: usize| {
        chosen
            .get(at)
            .is_none_or(|next| edit.bytes.end <= next.bytes.start)
    };
    let is_behind = after
        .checked_sub(1)
        .is_none_or(|last| chosen[last].bytes.end <= edit.bytes.start);
    edit.bytes.start <= edit.bytes.end
        && edit.bytes.end <= text.len()
        && is_before(after)
        && is_behind
}

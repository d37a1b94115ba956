//! The clean pass: one question about a text, answered in a single pass over its bytes once these
//! are known to be UTF-8.
//!
//! Most payloads are right, and of those nobody wants to hear. A [`CleanPass`] is made once of a
//! contract and [`Settings`], and then tells of any number of texts whether [`lint`](crate::lint)
//! would find nothing of any severity. It builds no tree and allocates nothing. Where it says no,
//! [`lint`](crate::lint) explains; that may turn out to be nothing, since the pass rather says no
//! where an answer would take longer than that.
//!
//! Deliberately absent: places, messages, repairs, and what a clean text has seldom, such as escapes
//! in keys.

#![allow(
    clippy::inline_always,
    reason = "what is read for every byte and member is measured: a call costs more than the work"
)]

mod escape;
mod key;
mod make;
mod number;
mod object;
mod parameters;
mod percent;
mod program;
mod reply;
mod scan;
mod slot;
mod statement;
mod text;
mod value;
mod watch;

pub use watch::Watch;

use crate::settings::Settings;
use crate::utf8;
use carnet_core::{Artifact, Contract};
use parameters::Parameters;
use program::Program;
use scan::Scan;

/// Whether texts are clean, for one artifact of a contract.
///
/// # Example
/// ```
/// use carnet_core::auth::Auth;
/// use carnet_core::contract::{Body, Carrier};
/// use carnet_core::shape::{Kind, Shape};
/// use carnet_core::{Artifact, Contract, Vendor};
/// use carnet_validate::{CleanPass, Settings};
///
/// # const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };
/// # const PING: Contract = Contract {
/// #     id: "acme.ping.send",
/// #     vendor: &ACME,
/// #     summary: "Sends a number",
/// #     page: "https://example.com/ping",
/// #     method: "POST",
/// #     url: "https://example.com/ping",
/// #     auth: Auth::None,
/// #     carrier: Carrier::JsonBody,
/// #     request: Body {
/// #         media_type: "application/json",
/// #         shape: Shape::of(Kind::Integer),
/// #         text: &[],
/// #     },
/// #     replies: &[],
/// # };
/// let pass = CleanPass::new(&PING, Artifact::RequestBody, &Settings::default());
/// assert!(pass.is_clean(b" 7 "));
/// assert!(!pass.is_clean(b"\"7\""));
/// ```
#[derive(Debug)]
pub struct CleanPass {
    reads: Reads,
}

/// What is read, and what a clean text is then.
#[derive(Debug)]
enum Reads {
    /// JSON: of several programs the first that a text is clean by.
    Json(Vec<Program>),
    Url(Parameters),
    Form(Parameters),
    /// Only the other pass can tell.
    Nothing,
}

impl CleanPass {
    /// Prepares the pass. It says no to every text where the settings ask for more than the text: a
    /// URL or a method beside it, selections, another reading.
    #[must_use]
    pub fn new(contract: &Contract, artifact: Artifact, settings: &Settings) -> Self {
        let reads = make::reads(contract, artifact, settings);
        Self {
            reads: reads.unwrap_or(Reads::Nothing),
        }
    }

    /// Whether [`lint`](crate::lint) finds nothing at all in a text. `false` where it would, and
    /// where this pass does not know.
    #[must_use]
    pub fn is_clean(&self, text: &[u8]) -> bool {
        match &self.reads {
            Reads::Json(programs) => {
                let Some(text) = utf8::text(text) else {
                    return false;
                };
                let mut programs = programs.iter();
                programs.any(|program| Scan::new(text).whole(program))
            }
            Reads::Url(parameters) => parameters.is_clean_url(text),
            Reads::Form(parameters) => parameters.is_clean_form(text),
            Reads::Nothing => false,
        }
    }
}

//! Checks a text against a vendor contract: bytes in, findings out.
//!
//! [`lint`] reads the text with a [`tree`] reader that survives broken JSON, walks the contract's
//! shape beside the tree, and explains everything it finds: rule, place, span, what to type, who
//! says so. Every [`rule`] is documented beside its code. [`decode`] turns the same tree into Rust
//! types.
//!
//! Deliberately absent: any vendor's knowledge (the contract is an argument), files, output
//! formats, a schema engine. Nothing here prints, and no input makes it panic.
//!
//! # Example
//! ```
//! use carnet_core::auth::Auth;
//! use carnet_core::contract::{Body, Carrier};
//! use carnet_core::shape::{Kind, Shape};
//! use carnet_core::{Artifact, Contract, Vendor};
//! use carnet_validate::{Settings, lint};
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
//! let report = lint(&PING, Artifact::RequestBody, b"\"7\"", &Settings::default());
//! assert!(!report.passes());
//! assert_eq!(report.findings[0].message, "expected an integer, found a string");
//! assert_eq!(report.findings[0].help.as_deref(), Some("write 7 without quotes"));
//! ```

mod clean;
pub mod decode;
pub mod fix;
mod judge;
mod keys;
pub mod lines;
#[cfg(feature = "masked")]
pub mod masked;
mod meaning;
pub mod parameters;
mod redact;
mod reply;
mod report;
pub mod rule;
mod settings;
pub mod suggest;
pub mod tree;
mod utf8;
mod walk;

pub use clean::{CleanPass, Watch};
pub use report::Report;
pub use settings::{Choice, Context, Settings, Surface};

use carnet_core::contract::{Body, Outcome, Reply};
use carnet_core::shape::Shape;
use carnet_core::{Artifact, Contract};
use judge::Judge;

/// What a reply is judged by when its contract documents none.
const UNDOCUMENTED: Body = Body {
    media_type: "application/json",
    shape: Shape::ANY,
    text: &[],
};

/// Checks `text` against the part of `contract` that `artifact` names, and reports everything.
///
/// A text is JSON, or one URL, or the parameters in a form body. What the context knows of a
/// request besides, its method and its URL, is judged with it; findings about that URL have no span.
///
/// Takes any bytes. Work and memory grow linearly with the text; nesting beyond 127 levels is a
/// finding and is not followed. Of several members with one key the last is judged, as most
/// readers take it; that there are several is a finding of its own.
///
/// # Example
/// See the [crate's](crate) documentation.
#[must_use]
pub fn lint(contract: &Contract, artifact: Artifact, text: &[u8], settings: &Settings) -> Report {
    match artifact {
        Artifact::RequestUrl => parameters::lint_url(contract, text, settings),
        Artifact::RequestForm => parameters::lint_form(contract, text, settings),
        Artifact::RequestBody | Artifact::ReplyBody => {
            lint_json(contract, artifact, text, settings)
        }
    }
}

fn lint_json(contract: &Contract, artifact: Artifact, text: &[u8], settings: &Settings) -> Report {
    let document = tree::parse(text);
    let (body, outcome) = match artifact {
        Artifact::ReplyBody => {
            let root = document.root.as_ref();
            match reply::choose(contract.replies, root, settings.context.http_status) {
                Some(reply) => (&reply.body, Some(reply.outcome)),
                None => (&UNDOCUMENTED, None),
            }
        }
        _ => (&contract.request, None),
    };
    let secrets = redact::ranges(contract, text, &document, &body.shape);
    let judge = Judge {
        page: contract.page,
        rulings: body.text,
        reply: artifact == Artifact::ReplyBody,
        settings,
    };
    let mut drafts = match rule::shell_variable::whole_text(text, &judge) {
        Some(drafts) => drafts,
        None => walk::document(&document, text, &body.shape, &judge, &secrets),
    };
    if artifact == Artifact::RequestBody {
        drafts.extend(parameters::around_body(contract, text, settings));
    }
    Report::new(text, drafts, secrets, outcome)
}

/// Which documented reply a text is, by the HTTP status where it is known, and by the body.
///
/// `None` for a contract that documents no reply.
#[must_use]
pub fn reply_of(
    contract: &Contract,
    document: &tree::Document<'_>,
    http_status: Option<u16>,
) -> Option<&'static Reply> {
    reply::choose(contract.replies, document.root.as_ref(), http_status)
}

/// What the [reply](reply_of) means that a text is. [`lint`] tells the same as [`Report::outcome`].
#[must_use]
pub fn outcome(
    contract: &Contract,
    document: &tree::Document<'_>,
    http_status: Option<u16>,
) -> Option<Outcome> {
    reply_of(contract, document, http_status).map(|reply| reply.outcome)
}

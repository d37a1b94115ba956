//! A payload that is watched while it is written, in place of being read afterwards.
//!
//! Who writes a payload from typed values says what each of them is. Syntax, types and most keys are
//! right then by the way it is made; what is left is held against the same programs.

mod cursor;
mod frame;
mod value;

use super::{CleanPass, Reads};
use carnet_core::json::{Event, Key, Sink, Token};
use cursor::Cursor;

/// A sink that passes everything on to another one, and is told on the way what it is.
///
/// # Example
/// ```
/// use carnet_core::json::Writer;
/// # use carnet_core::auth::Auth;
/// # use carnet_core::contract::{Body, Carrier};
/// # use carnet_core::shape::{Kind, Shape};
/// # use carnet_core::{Artifact, Contract, Vendor};
/// # use carnet_validate::{CleanPass, Settings};
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
/// let mut text = Vec::new();
/// let mut watch = pass.watch(&mut text);
/// Writer::new(&mut watch).raw("7");
///
/// assert!(watch.is_clean());
/// assert_eq!(text, b"7");
/// ```
#[derive(Debug)]
pub struct Watch<'p, S> {
    sink: &'p mut S,
    /// How far it is written; `None` where something is not clean.
    cursor: Option<Cursor<'p>>,
}

impl CleanPass {
    /// Watches the request that is written to `sink`: a JSON body, or the parameters of a query or
    /// a form body.
    #[must_use]
    pub fn watch<'p, S: Sink>(&'p self, sink: &'p mut S) -> Watch<'p, S> {
        let cursor = match &self.reads {
            Reads::Json(programs) => match &programs[..] {
                [only] => Some(Cursor::of_json(only)),
                _ => None,
            },
            Reads::Url(parameters) | Reads::Form(parameters) => Cursor::of_parameters(parameters),
            Reads::Nothing => None,
        };
        Watch { sink, cursor }
    }
}

impl<S> Watch<'_, S> {
    /// Whether [`lint`](crate::lint) finds nothing at all in what was written since. `false` where
    /// it would, and where this does not know.
    ///
    /// Of parameters it says nothing about the URL in front of them.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.cursor.as_ref().is_some_and(Cursor::is_clean)
    }

    #[cold]
    fn give_up(&mut self) {
        self.cursor = None;
    }
}

impl<S: Sink> Sink for Watch<'_, S> {
    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.sink.put(bytes);
    }

    #[inline]
    fn put_token(&mut self, token: Token) {
        self.sink.put_token(token);
    }

    #[inline]
    fn put_key(&mut self, key: &Key, is_first: bool) {
        self.sink.put_key(key, is_first);
    }

    #[inline]
    fn put_unreserved(&mut self, bytes: &[u8]) {
        self.sink.put_unreserved(bytes);
    }

    #[inline]
    fn put_string(&mut self, text: &str) {
        self.sink.put_string(text);
    }

    #[inline(always)]
    fn note(&mut self, event: Event<'_>) {
        if let Some(cursor) = &mut self.cursor
            && cursor.note(event).is_none()
        {
            self.give_up();
        }
    }
}

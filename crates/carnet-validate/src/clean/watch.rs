//! A payload that is watched while it is written, in place of being read afterwards.
//!
//! Who writes a payload from typed values says what each of them is. Syntax, types and most keys are
//! right then by the way it is made; what is left is held against the same programs.

mod cursor;
mod place;
mod single;

use super::{CleanPass, Reads};
use carnet_core::json::{Key, Sink, Token, Watcher};
use cursor::{Cursor, Whole};
use place::{Items, Members, Place};

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
    /// How far it is written.
    cursor: Cursor<'p>,
}

impl CleanPass {
    /// Watches the request that is written to `sink`: a JSON body, or the parameters of a query or
    /// a form body.
    #[must_use]
    pub fn watch<'p, S: Sink>(&'p self, sink: &'p mut S) -> Watch<'p, S> {
        let whole = match &self.reads {
            Reads::Json(programs) => match &programs[..] {
                [only] => Whole::Json(only),
                _ => Whole::Unknown,
            },
            Reads::Url(parameters) | Reads::Form(parameters) => Whole::Parameters(parameters),
            Reads::Nothing => Whole::Unknown,
        };
        let cursor = Cursor::new(whole);
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
        self.cursor.is_clean()
    }
}

impl<'p, S> Watcher for Watch<'p, S> {
    type Place = Place<'p>;
    type Members = Members<'p>;
    type Items = Items<'p>;

    #[inline]
    fn root(&mut self) -> Place<'p> {
        self.cursor.root()
    }

    #[inline]
    fn parameters(&mut self, members: &mut Members<'p>) {
        self.cursor.parameters(members);
    }

    #[inline]
    fn parameters_end(&mut self, members: &mut Members<'p>) {
        self.cursor.parameters_end(members);
    }

    #[inline]
    fn object(&mut self, place: Place<'p>, members: &mut Members<'p>) {
        self.cursor.object(place, members);
    }

    #[inline]
    fn member(&mut self, members: &mut Members<'p>, name: &str) -> Place<'p> {
        self.cursor.member(members, name)
    }

    #[inline]
    fn known_member(&mut self, members: &mut Members<'p>, key: &Key) -> Place<'p> {
        self.cursor.known_member(members, key)
    }

    #[inline]
    fn object_end(&mut self, members: &mut Members<'p>) {
        self.cursor.object_end(members);
    }

    #[inline]
    fn array(&mut self, place: Place<'p>) -> Items<'p> {
        self.cursor.array(place)
    }

    #[inline]
    fn item(&mut self, items: &mut Items<'p>) -> Place<'p> {
        self.cursor.item(items)
    }

    #[inline]
    fn array_end(&mut self, items: &mut Items<'p>) {
        self.cursor.array_end(items);
    }

    #[inline]
    fn text(&mut self, place: Place<'p>, text: &str) {
        self.cursor.text(place, text);
    }

    #[inline]
    fn integer(&mut self, place: Place<'p>, value: Option<i64>, digits: &str) {
        self.cursor.integer(place, value, digits);
    }

    #[inline]
    fn boolean(&mut self, place: Place<'p>, value: bool) {
        self.cursor.boolean(place, value);
    }

    #[inline]
    fn null(&mut self, place: Place<'p>) {
        self.cursor.null(place);
    }

    #[inline]
    fn json(&mut self, place: Place<'p>, json: &str) {
        self.cursor.json(place, json);
    }

    #[inline]
    fn unknown(&mut self, _: Place<'p>) {
        self.cursor.unknown();
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
    fn put_encoded_key(&mut self, key: &Key, is_first: bool) {
        self.sink.put_encoded_key(key, is_first);
    }

    #[inline]
    fn put_encoded_string(&mut self, text: &str) {
        self.sink.put_encoded_string(text);
    }

    #[inline]
    fn put_unreserved(&mut self, bytes: &[u8]) {
        self.sink.put_unreserved(bytes);
    }

    #[inline]
    fn put_string(&mut self, text: &str) {
        self.sink.put_string(text);
    }
}

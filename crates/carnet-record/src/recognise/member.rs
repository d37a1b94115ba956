//! What a request holds: its parameters and the members of its JSON.

use crate::exchange::Request;
use crate::json::Walk;
use carnet_core::shape::{Field, Kind};
use carnet_core::{Contract, Level, Profile, Ruling};
use percent_encoding::percent_decode;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The names and values that a request holds at its outermost level.
pub(super) struct Members<'r> {
    found: BTreeMap<Cow<'r, [u8]>, Cow<'r, [u8]>>,
}

impl<'r> Members<'r> {
    pub(super) fn of(request: &'r Request<'_>) -> Self {
        let mut found = BTreeMap::new();
        let url = request.url.text();
        if let Some(question) = memchr::memchr(b'?', url) {
            let query = &url[question + 1..];
            let end = memchr::memchr(b'#', query).unwrap_or(query.len());
            parameters(&query[..end], &mut found);
        }
        if let Some(body) = &request.body {
            if body.looks_like_json() {
                json(body.text.text(), &mut found);
            } else if body.is_form() || body.media_type.is_none() {
                parameters(body.text.text(), &mut found);
            }
        }
        Self { found }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Names and values.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        self.found.iter().map(|(name, value)| (&**name, &**value))
    }

    /// The member that has one value only in the contract, and another here.
    pub(super) fn refused_by(&self, contract: &'static Contract) -> Option<&'static str> {
        let refused = fields(contract).iter().find(|field| {
            let constant = constant(field);
            let value = self.found.get(field.name.as_bytes());
            let other = |(constant, value): (&str, &Cow<'_, [u8]>)| {
                !value.trim_ascii().eq_ignore_ascii_case(constant.as_bytes())
            };
            constant.zip(value).is_some_and(other)
        });
        refused.map(|field| field.name)
    }

    /// What speaks against a contract, beside others with the same address.
    pub(super) fn against(
        &self,
        contract: &'static Contract,
        all: &[&'static Contract],
    ) -> Against {
        let unknown = self.found.keys().filter(|name| !knows(contract, name));
        let unknown: Vec<_> = unknown.collect();
        let required_elsewhere = |name: &&&Cow<'_, [u8]>| {
            let mut fields = all.iter().flat_map(|other| fields(other));
            fields.any(|field| field.name.as_bytes() == &****name && field.is_required())
        };
        let missing = fields(contract).iter().filter(|field| {
            let aliases = field.aliases.iter().map(|alias| alias.name);
            let mut names = aliases.chain([field.name]);
            !names.any(|name| self.found.contains_key(name.as_bytes()))
        });
        let missing: Vec<_> = missing.collect();
        let lacks = |profile| {
            let levels = missing
                .iter()
                .map(|field| field.required.levels.of(profile));
            levels.filter(|level| *level == Level::Error).count()
        };
        Against {
            foreign: unknown.iter().filter(required_elsewhere).count(),
            surely_missing: lacks(Profile::Lenient),
            missing: lacks(Profile::Strict),
            unknown: unknown.len(),
        }
    }
}

/// What speaks against a contract; what says more stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Against {
    /// Members that another contract requires and this one does not know.
    foreign: usize,
    /// Members that are required by every reading of the vendor's page, and missing.
    surely_missing: usize,
    /// Members that are required by a careful author, and missing.
    missing: usize,
    /// Members that the contract does not know.
    unknown: usize,
}

fn fields(contract: &'static Contract) -> &'static [Field] {
    let object = match contract.request.shape.kind {
        Kind::Array(items) => items.shape.object(),
        _ => contract.request.shape.object(),
    };
    let mut readings = contract.request.shape.readings.iter();
    let object = object.or_else(|| readings.find_map(|it| it.shape.object()));
    object.map_or(&[][..], |object| object.fields)
}

/// Whether the contract documents a member of this name.
fn knows(contract: &'static Contract, name: &[u8]) -> bool {
    fields(contract).iter().any(|field| {
        let documented = is_allowed(&field.undocumented);
        let aliases = field.aliases.iter().map(|alias| alias.name);
        let mut names = aliases.chain([field.name]);
        documented && names.any(|own| own.as_bytes() == name)
    })
}

fn is_allowed(ruling: &Ruling) -> bool {
    matches!(ruling.levels.strict, Level::Allow)
}

/// The one value that a member may have.
fn constant(field: &Field) -> Option<&'static str> {
    match field.shape.kind {
        Kind::Enum(list) => match list.values {
            [only] => Some(only),
            _ => None,
        },
        _ => None,
    }
}

/// The parameters of a query or a form.
fn parameters<'r>(text: &'r [u8], found: &mut BTreeMap<Cow<'r, [u8]>, Cow<'r, [u8]>>) {
    for pair in text.split(|&byte| byte == b'&') {
        let equals = memchr::memchr(b'=', pair).unwrap_or(pair.len());
        let (name, value) = pair.split_at(equals);
        let value = value.strip_prefix(b"=").unwrap_or_default();
        if !name.is_empty() {
            let decode = |text: &'r [u8]| Cow::from(percent_decode(text));
            found.insert(decode(name), decode(value));
        }
    }
}

/// The members of an object, or of the first object of an array, as far as it can be read.
fn json<'r>(text: &'r [u8], found: &mut BTreeMap<Cow<'r, [u8]>, Cow<'r, [u8]>>) {
    let start = if text.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    };
    let mut walk = Walk::new(text, start..text.len());
    if walk.peek() == Some(b'[') {
        walk.at += 1;
    }
    // What is broken ends the walk; what was read until then counts.
    let _ = walk.object(|walk, key| {
        let value = walk.value()?;
        let value = text.get(value).unwrap_or_default();
        let bare = value
            .strip_prefix(b"\"")
            .and_then(|value| value.strip_suffix(b"\""));
        found.insert(
            Cow::Borrowed(&text[key]),
            Cow::Borrowed(bare.unwrap_or(value)),
        );
        Ok(())
    });
}

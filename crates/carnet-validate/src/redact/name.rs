//! What credentials are called, and everything else that a contract knows.

use crate::rule::key_spelling::same_but_for_case_and_blanks;
use crate::suggest;
use carnet_core::Contract;
use carnet_core::auth;
use carnet_core::shape::{Field, Kind, Shape};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// A contract may refer to itself; no documented payload nests as deep as this.
const DEEPEST_SHAPE: usize = 24;

/// What has more bytes than this is no name with a slip in it.
const LONGEST: usize = 256;

/// The wire names of a contract.
#[derive(Debug)]
pub(super) struct Names<'c> {
    /// In order, each once.
    pub(super) sensitive: Vec<&'static str>,
    /// The [ends](ends_of) of these.
    ends: u32,
    contract: &'c Contract,
    /// Asked for only where something looks like the name of a credential, which little does.
    known: OnceCell<BTreeSet<&'static str>>,
}

impl<'c> Names<'c> {
    pub(super) fn of(contract: &'c Contract) -> Self {
        let mut sensitive = Vec::new();
        for_each_field(contract, &mut |field, depth| {
            if is_sensitive(&field.shape, depth) {
                sensitive.push(field.name);
            }
        });
        sensitive.sort_unstable();
        sensitive.dedup();
        let ends = sensitive.iter().map(|name| ends_of(name));
        Self {
            ends: ends.fold(0, |all, ends| all | ends),
            sensitive,
            contract,
            known: OnceCell::new(),
        }
    }

    /// Whether the contract has no credentials that stand in a text.
    pub(super) fn are_harmless(&self) -> bool {
        self.sensitive.is_empty()
    }

    /// Whether a key is that of a credential, or was probably meant to be.
    pub(super) fn are_meant_by(&self, key: &str) -> bool {
        self.are_spelt_by(key)
            || (key.len() <= LONGEST
                && suggest::closest(key, self.sensitive.iter().copied()).is_some()
                && !self.is_known(key))
    }

    /// Whether a key is that of a credential but for blanks and case.
    #[inline]
    pub(super) fn are_spelt_by(&self, key: &str) -> bool {
        // Most begin or end with another letter.
        let mut sensitive = self.sensitive.iter();
        ends_of(key) & self.ends != 0
            && sensitive.any(|name| same_but_for_case_and_blanks(key, name))
    }

    /// Whether a key is known, and not as that of a credential.
    pub(super) fn are_harmless_by(&self, key: &str) -> bool {
        !key.is_empty() && !self.sensitive.contains(&key) && self.is_known(key)
    }

    fn is_known(&self, key: &str) -> bool {
        let known = || {
            let mut known = BTreeSet::new();
            for_each_field(self.contract, &mut |field, _| {
                known.insert(field.name);
            });
            known
        };
        self.known.get_or_init(known).contains(key)
    }
}

/// A bit of 32, by the letters that a key begins and ends with in any case; all of them where there may
/// be a blank, or something that has other cases.
#[inline]
fn ends_of(key: &str) -> u32 {
    let bytes = key.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic() => {
            1 << ((u32::from(*first) + 5 * u32::from(*last)) % 32)
        }
        _ => u32::MAX,
    }
}

/// Shows every field of a contract, with the depth at which it stands.
fn for_each_field(contract: &Contract, show: &mut impl FnMut(&Field, usize)) {
    in_fields(auth::fields(contract.auth), 0, show);
    in_shape(&contract.request.shape, 0, show);
    for reply in contract.replies {
        in_shape(&reply.body.shape, 0, show);
    }
}

fn in_fields(fields: &[Field], depth: usize, show: &mut impl FnMut(&Field, usize)) {
    for field in fields {
        show(field, depth);
        if holds_others(&field.shape) {
            in_shape(&field.shape, depth + 1, show);
        }
    }
}

fn in_shape(shape: &Shape, depth: usize, show: &mut impl FnMut(&Field, usize)) {
    if depth > DEEPEST_SHAPE {
        return;
    }
    for reading in shape.readings {
        in_shape(&reading.shape, depth + 1, show);
    }
    match shape.kind {
        Kind::Array(items) => in_shape(&items.shape, depth + 1, show),
        Kind::Object(object) => in_fields(object.fields, depth, show),
        Kind::Map(map) => in_shape(&map.value, depth + 1, show),
        Kind::Union(union) => {
            for variant in union.variants {
                in_shape(&variant.shape, depth + 1, show);
            }
        }
        _ => {}
    }
}

/// Whether values of a shape hold others, or may be of another shape.
#[inline]
const fn holds_others(shape: &Shape) -> bool {
    let may_hold = matches!(
        shape.kind,
        Kind::Array(_) | Kind::Object(_) | Kind::Map(_) | Kind::Union(_)
    );
    may_hold || !shape.readings.is_empty()
}

/// Whether values of a shape are credentials, or hold some that no key names.
#[inline]
fn is_sensitive(shape: &Shape, depth: usize) -> bool {
    shape.sensitive || holds_others(shape) && holds_sensitive(shape, depth)
}

fn holds_sensitive(shape: &Shape, depth: usize) -> bool {
    let inner = |shape: &Shape| depth <= DEEPEST_SHAPE && is_sensitive(shape, depth + 1);
    match shape.kind {
        Kind::Array(items) => inner(&items.shape),
        Kind::Map(map) => inner(&map.value),
        Kind::Union(union) => union.variants.iter().any(|variant| inner(&variant.shape)),
        _ => false,
    }
}

//! What credentials are called, and everything else that a contract knows.

use crate::rule::key_spelling::same_but_for_case_and_blanks;
use crate::suggest;
use carnet_core::Contract;
use carnet_core::auth;
use carnet_core::shape::{Field, Kind, Shape};
use std::collections::BTreeSet;

/// A contract may refer to itself; no documented payload nests as deep as this.
const DEEPEST_SHAPE: usize = 24;

/// What has more bytes than this is no name with a slip in it.
const LONGEST: usize = 256;

/// The wire names of a contract.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) sensitive: BTreeSet<&'static str>,
    known: BTreeSet<&'static str>,
}

impl Names {
    pub(super) fn of(contract: &Contract) -> Self {
        let mut names = Self::default();
        names.fields(auth::fields(contract.auth), 0);
        names.shape(&contract.request.shape, 0);
        for reply in contract.replies {
            names.shape(&reply.body.shape, 0);
        }
        names
    }

    /// Whether a key is that of a credential, or was probably meant to be.
    pub(super) fn are_meant_by(&self, key: &str) -> bool {
        let sensitive = || self.sensitive.iter().copied();
        sensitive().any(|name| same_but_for_case_and_blanks(key, name))
            || (key.len() <= LONGEST
                && !self.known.contains(key)
                && suggest::closest(key, sensitive()).is_some())
    }

    /// Whether a key is known, and not as that of a credential.
    pub(super) fn are_harmless_by(&self, key: &str) -> bool {
        self.known.contains(key) && !self.sensitive.contains(key)
    }

    fn fields(&mut self, fields: &[Field], depth: usize) {
        for field in fields {
            self.known.insert(field.name);
            if is_sensitive(&field.shape, depth) {
                self.sensitive.insert(field.name);
            }
            self.shape(&field.shape, depth + 1);
        }
    }

    fn shape(&mut self, shape: &Shape, depth: usize) {
        if depth > DEEPEST_SHAPE {
            return;
        }
        for reading in shape.readings {
            self.shape(&reading.shape, depth + 1);
        }
        match shape.kind {
            Kind::Array(items) => self.shape(&items.shape, depth + 1),
            Kind::Object(object) => self.fields(object.fields, depth),
            Kind::Map(map) => self.shape(&map.value, depth + 1),
            Kind::Union(union) => {
                for variant in union.variants {
                    self.shape(&variant.shape, depth + 1);
                }
            }
            _ => {}
        }
    }
}

/// Whether values of a shape are credentials, or hold some that no key names.
fn is_sensitive(shape: &Shape, depth: usize) -> bool {
    let inner = |shape: &Shape| depth <= DEEPEST_SHAPE && is_sensitive(shape, depth + 1);
    shape.sensitive
        || match shape.kind {
            Kind::Array(items) => inner(&items.shape),
            Kind::Map(map) => inner(&map.value),
            Kind::Union(union) => union.variants.iter().any(|variant| inner(&variant.shape)),
            _ => false,
        }
}

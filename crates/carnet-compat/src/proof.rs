//! What the set algebra of the `jsonschema` crate proves.

use crate::value;
use carnet_core::decimal::Number;
use carnet_core::json_schema::Tree;
use jsonschema::canonical::{Containment, PreparedDocument, Satisfiability, options};
use serde_json::Value;

/// Larger schemas are not asked about: the algebra multiplies alternatives out.
const LARGEST: usize = 20_000;
/// Questions that are asked of one pair of schemas.
const QUESTIONS: usize = 48;

/// Proves that one schema accepts all that another does.
pub(crate) struct Prover<'v> {
    documents: Option<[PreparedDocument<'v>; 2]>,
    left: usize,
}

/// What is proven of two schemas.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Proof {
    /// The new one accepts all that the old one does.
    pub(crate) nothing_lost: bool,
    /// The old one accepts all that the new one does.
    pub(crate) nothing_gained: bool,
}

/// The schema for the algebra; `None` where it would forget digits, or is too large.
pub(crate) fn provable(schema: &Tree) -> Option<Value> {
    let mut left = LARGEST;
    is_exact(schema, &mut left).then(|| schema.to_value())
}

/// Whether every number is one that a double, or a 64-bit integer, holds to the last digit.
fn is_exact(tree: &Tree, left: &mut usize) -> bool {
    let Some(rest) = left.checked_sub(1) else {
        return false;
    };
    *left = rest;
    match tree {
        Tree::Number(text) => {
            let held = Tree::to_value(tree).to_string();
            Number::parse(text) == Number::parse(&held)
        }
        Tree::Array(items) => items.iter().all(|it| is_exact(it, left)),
        Tree::Object(members) => members.iter().all(|(_, it)| is_exact(it, left)),
        _ => true,
    }
}

impl<'v> Prover<'v> {
    pub(crate) fn new(values: &'v [Option<Value>; 2]) -> Self {
        let prepare = |value: &'v Option<Value>| {
            let options = options().offline().should_validate_formats(true);
            options.prepare(value.as_ref()?).ok()
        };
        let documents = prepare(&values[0]).zip(prepare(&values[1]));
        Self {
            documents: documents.map(|(old, new)| [old, new]),
            left: QUESTIONS,
        }
    }

    /// What is proven of the schemas at these JSON Pointers.
    pub(crate) fn prove(&mut self, old: &str, new: &str) -> Proof {
        let Some([old_document, new_document]) = self.ask() else {
            return Proof::default();
        };
        let (Ok(old), Ok(new)) = (
            old_document.canonicalize_at(old),
            new_document.canonicalize_at(new),
        ) else {
            return Proof::default();
        };
        Proof {
            nothing_lost: matches!(new.covers(&old), Ok(Containment::Yes)),
            nothing_gained: matches!(old.covers(&new), Ok(Containment::Yes)),
        }
    }

    /// Whether no value fits two of these schemas of one document; the second where `is_new`.
    pub(crate) fn are_apart(&mut self, is_new: bool, pointers: &[String]) -> bool {
        let Some(documents) = self.ask() else {
            return false;
        };
        let document = &documents[usize::from(is_new)];
        let canonical: Result<Vec<_>, _> = pointers
            .iter()
            .map(|pointer| document.canonicalize_at(pointer))
            .collect();
        canonical.is_ok_and(|all| {
            (1..all.len()).all(|i| {
                all[..i].iter().all(|other| {
                    let both = all[i].intersect(other);
                    both.is_ok_and(|both| both.satisfiability() == Satisfiability::No)
                })
            })
        })
    }

    fn ask(&mut self) -> Option<&[PreparedDocument<'v>; 2]> {
        self.left = self.left.checked_sub(1)?;
        self.documents.as_ref()
    }
}

/// Formats that the algebra knows; others it takes for annotations.
pub(crate) fn knows_format(format: Option<&Tree>) -> bool {
    const KNOWN: [&str; 14] = [
        "date",
        "date-time",
        "time",
        "duration",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uri-reference",
        "uuid",
        "regex",
        "json-pointer",
        "relative-json-pointer",
    ];
    format.is_none_or(|format| {
        KNOWN
            .iter()
            .any(|known| value::same(format, &(*known).into()))
    })
}

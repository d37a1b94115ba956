//! serde's attributes, which the contract follows.

use super::value;
use super::word::{Word, attributes, skip};
use crate::case::Case;
use crate::errors::Errors;
use crate::nearest::{did_you_mean, one_of};
use crate::raw::{ContainerSerde, FieldSerde, Slot};
use crate::symbol;
use syn::parse::ParseStream;
use syn::{Attribute, Error, ExprPath, LitStr, Result, token};

/// Reads every `#[serde(…)]` of a type.
pub(crate) fn container(errors: &Errors, attrs: &[Attribute]) -> ContainerSerde {
    let mut serde = ContainerSerde::default();
    attributes(errors, attrs, symbol::SERDE, |word| {
        match word.name.as_str() {
            symbol::RENAME_ALL => word.once(errors, &mut serde.rename_all, || one_way(word, case)),
            symbol::TRANSPARENT => word.once(errors, &mut serde.transparent, || word.nothing()),
            symbol::UNTAGGED => word.once(errors, &mut serde.untagged, || word.nothing()),
            // The name of a type does not reach JSON.
            symbol::RENAME => {
                skip(word.input);
                Ok(())
            }
            _ => opaque(word, "the type"),
        }
    });
    serde
}

/// Reads every `#[serde(…)]` of a field.
pub(crate) fn field(errors: &Errors, attrs: &[Attribute]) -> FieldSerde {
    let mut serde = FieldSerde::default();
    attributes(errors, attrs, symbol::SERDE, |word| {
        match word.name.as_str() {
            symbol::RENAME => word.once(errors, &mut serde.rename, || one_way(word, value::text)),
            symbol::FLATTEN => word.once(errors, &mut serde.flatten, || word.nothing()),
            symbol::SKIP => word.once(errors, &mut serde.skip, || word.nothing()),
            symbol::SKIP_SERIALIZING_IF => word.once(errors, &mut serde.skip_if, || {
                word.value("\"Option::is_none\"", |input| {
                    value::text(input)?.parse::<ExprPath>()
                })
            }),
            _ => opaque(word, "this field"),
        }
    });
    serde
}

/// Reads every `#[serde(…)]` of a variant: its name.
pub(crate) fn variant(errors: &Errors, attrs: &[Attribute]) -> Slot<LitStr> {
    let mut rename = Slot::default();
    attributes(errors, attrs, symbol::SERDE, |word| {
        match word.name.as_str() {
        symbol::RENAME => word.once(errors, &mut rename, || one_way(word, value::text)),
        symbol::SKIP => Err(word.error(
            "a variant that is skipped has no place in the contract; move it to a type of its own",
        )),
        symbol::OTHER => Err(word.error(
            "`other` takes any text, which a closed list of texts cannot; use a `String`, or an \
             untagged enum of the list and a `String`",
        )),
        _ => opaque(word, "this variant"),
    }
    });
    rename
}

/// Reads a name that must be the same in both directions.
fn one_way<T>(word: &Word<'_>, read: impl FnOnce(ParseStream<'_>) -> Result<T>) -> Result<T> {
    let name = &word.name;
    if word.input.peek(token::Paren) {
        return Err(word.error(format!(
            "a payload has the same names in both directions; write `{name} = \"…\"`, or use one \
             type for what is sent and another for what comes back"
        )));
    }
    word.value("\"…\"", read)
}

fn case(input: ParseStream<'_>) -> Result<Case> {
    let literal = value::text(input)?;
    let name = literal.value();
    Case::ALL
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, case)| *case)
        .ok_or_else(|| {
            let known = || Case::ALL.iter().map(|(name, _)| *name);
            let hint = did_you_mean(&name, known(), || format!("known are {}", one_of(known())));
            Error::new(literal.span(), format!("unknown case `{name}`; {hint}"))
        })
}

/// Passes over a word that does not change the JSON, and refuses one that does.
fn opaque(word: &Word<'_>, place: &str) -> Result<()> {
    let name = &word.name;
    let instead = match name.as_str() {
        symbol::WITH | symbol::SERIALIZE_WITH | symbol::DESERIALIZE_WITH | symbol::GETTER => {
            "wrap the value in a newtype that implements `Payload`"
        }
        symbol::SKIP_SERIALIZING | symbol::SKIP_DESERIALIZING => {
            "write `skip` for a field that is not part of the payload, or use one type for what is \
             sent and another for what comes back"
        }
        symbol::TAG | symbol::CONTENT => {
            "use `#[serde(untagged)]`, or a struct with a field for the tag"
        }
        symbol::FROM | symbol::TRY_FROM | symbol::INTO | symbol::REMOTE => {
            "derive `Payload` on the type that stands for the JSON"
        }
        _ if symbol::SERDE_OPAQUE.contains(&name.as_str()) => "write `rename` where a name differs",
        _ => {
            skip(word.input);
            return Ok(());
        }
    };
    Err(word.error(format!(
        "Carnet cannot see what serde's `{name}` makes of {place}; {instead}"
    )))
}

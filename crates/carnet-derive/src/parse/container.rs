//! What stands on a type.

use super::constraint::constraint;
use super::ruling::{self, alone, ruled};
use super::value;
use super::word::{Word, attributes, skip, words};
use crate::errors::Errors;
use crate::raw::{Container, Select};
use crate::symbol;
use syn::{Attribute, Result};

/// Reads every `#[carnet(…)]` of a type. The words of the other derives are passed over.
pub(crate) fn container(errors: &Errors, attrs: &[Attribute]) -> Container {
    let mut container = Container::default();
    attributes(errors, attrs, symbol::CARNET, |word| {
        read(errors, word, &mut container)
    });
    container
}

fn read(errors: &Errors, word: &Word<'_>, into: &mut Container) -> Result<()> {
    let name = word.name.as_str();
    if [
        symbol::OPERATION_OWN,
        symbol::METHOD,
        symbol::AUTHENTICATION,
    ]
    .concat()
    .contains(&name)
    {
        skip(word.input);
        return Ok(());
    }
    if name != symbol::CRATE && !symbol::SOURCE.contains(&name) {
        into.words.push(word.ident.clone());
    }
    match name {
        symbol::CRATE => word.once(errors, &mut into.root, || {
            word.value("::carnet", |input| {
                value::path(input, "the path of the `carnet` crate")
            })
        }),
        symbol::OPEN => word.once(errors, &mut into.open, || word.nothing()),
        symbol::REPLY => word.once(errors, &mut into.reply, || word.nothing()),
        symbol::UNKNOWN_KEYS => word.once(errors, &mut into.unknown_keys, || alone(errors, word)),
        symbol::KEY_SPELLING => word.once(errors, &mut into.key_spelling, || alone(errors, word)),
        symbol::NULL => word.once(errors, &mut into.null, || alone(errors, word)),
        symbol::EMPTY => word.once(errors, &mut into.empty, || alone(errors, word)),
        symbol::LENGTH_DECIDED_BY => word.once(errors, &mut into.length_decided_by, || {
            word.value("RV_01", value::discrepancy)
        }),
        symbol::REQUIRED_TOGETHER | symbol::AT_LEAST_ONE => {
            into.rules
                .push(ruling::rule(errors, word, "one_field, another_field")?);
            Ok(())
        }
        symbol::OTHER_CASE => word.once(errors, &mut into.other_case, || alone(errors, word)),
        symbol::SELECT => word.once(errors, &mut into.select, || select(errors, word)),
        symbol::DISPUTED => {
            into.disputed.push(ruled(errors, word, "\"…\"", |input| {
                value::text(input).map(|text| text.value())
            })?);
            Ok(())
        }
        _ if ruling::source(errors, word, &mut into.source)? => Ok(()),
        _ if constraint(errors, word, &mut into.constraints)? => Ok(()),
        _ => {
            into.words.pop();
            Err(word.unknown("a type", &symbol::on_type()))
        }
    }
}

/// Reads `(context = "…", key = "…")`.
fn select(errors: &Errors, word: &Word<'_>) -> Result<Select> {
    let mut select = Select::default();
    word.parens("context = \"…\", key = \"…\"", |input| {
        select.complete = words(errors, input, |item| match item.name.as_str() {
            symbol::CONTEXT => item.once(errors, &mut select.context, || {
                item.value("\"…\"", value::text)
            }),
            symbol::KEY => item.once(errors, &mut select.key, || item.value("\"…\"", value::text)),
            _ => Err(item.unknown("`select`", symbol::SELECTION)),
        });
        Ok(())
    })?;
    Ok(select)
}

//! What stands on a type.

use super::constraint::constraint;
use super::ruling::{self, alone, ruled};
use super::value;
use super::word::{Word, attributes, comma, skip, words};
use crate::errors::Errors;
use crate::raw::{Constant, Container, Ruling, Select, Slot};
use crate::symbol;
use syn::parse::ParseStream;
use syn::{Attribute, LitStr, Result, Token};

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
    if symbol::of_operation(name) {
        if name == symbol::OPERATION {
            into.operation = operation_id(word.input);
        }
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
        symbol::ADOPTS => word.once(errors, &mut into.adopts, || word.nothing()),
        symbol::EMPTY_IS_ABSENT => word.once(errors, &mut into.empty_is_absent, || word.nothing()),
        symbol::CONSTANT => {
            into.constants.push(constant(errors, word)?);
            Ok(())
        }
        symbol::LABELS => word.once(errors, &mut into.labels, || alone(errors, word)),
        symbol::REQUIRED => word.once(errors, &mut into.required, || alone(errors, word)),
        symbol::NULL => word.once(errors, &mut into.null, || alone(errors, word)),
        symbol::EMPTY => word.once(errors, &mut into.empty, || alone(errors, word)),
        symbol::LENGTH_DECIDED_BY => word.once(errors, &mut into.length_decided_by, || {
            word.value("RV_01", value::discrepancy)
        }),
        _ if symbol::RULE.contains(&name) => {
            into.rules
                .push(ruling::rule(errors, word, symbol::rule_example(name))?);
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

/// The id of the operation that the type is the request of. The derive `Operation` tells what is
/// wrong with it.
fn operation_id(input: ParseStream<'_>) -> Option<String> {
    let ahead = input.fork();
    ahead.parse::<Token![=]>().ok()?;
    Some(ahead.parse::<LitStr>().ok()?.value())
}

/// Reads `(name = "value", …)`.
fn constant(errors: &Errors, word: &Word<'_>) -> Result<Constant> {
    let example = "member = \"text\"";
    word.parens(example, |input| {
        let unread = word.error(format!(
            "`constant` is about a member and its text: write `constant({example})`"
        ));
        let span = input.span();
        if input.is_empty() {
            return Err(unread);
        }
        let name = value::member(input)?;
        input.parse::<Token![=]>().map_err(|_| unread)?;
        let mut constant = Constant {
            name,
            span,
            value: value::text(input)?.value(),
            description: Slot::default(),
            required: Slot::default(),
            see: Vec::new(),
            ruling: Ruling::default(),
        };
        if !input.is_empty() {
            comma(input)?;
            words(errors, input, |item| {
                of_constant(errors, item, &mut constant)
            });
        }
        Ok(constant)
    })
}

fn of_constant(errors: &Errors, item: &Word<'_>, into: &mut Constant) -> Result<()> {
    match item.name.as_str() {
        symbol::DESCRIPTION => item.once(errors, &mut into.description, || {
            item.value("\"…\"", value::text)
        }),
        symbol::REQUIRED => item.once(errors, &mut into.required, || alone(errors, item)),
        symbol::SEE => {
            into.see.extend(value::see(item)?);
            Ok(())
        }
        name if symbol::in_ruling().contains(&name) => ruling::word(errors, item, &mut into.ruling),
        _ => Err(item.unknown("`constant`", &symbol::in_constant())),
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

//! What may stand in the parentheses of any constraint: levels, discrepancy, source.

use super::value;
use super::word::{Word, comma, items, words};
use crate::errors::Errors;
use crate::raw::{Argument, Rule, Ruled, Ruling, Slot, Source};
use crate::symbol;
use syn::parse::ParseStream;
use syn::{LitStr, Result, Token, token};

/// Reads one word of a ruling.
pub(crate) fn word(errors: &Errors, word: &Word<'_>, ruling: &mut Ruling) -> Result<()> {
    match word.name.as_str() {
        symbol::STRICT => word.once(errors, &mut ruling.strict, || {
            word.value("warning", |input| value::level(word, input))
        }),
        symbol::LENIENT => word.once(errors, &mut ruling.lenient, || {
            word.value("allow", |input| value::level(word, input))
        }),
        symbol::DECIDED_BY => word.once(errors, &mut ruling.decided_by, || {
            word.value("RV_01", value::discrepancy)
        }),
        _ if source(errors, word, &mut ruling.source)? => Ok(()),
        _ => Err(word.unknown("a constraint", &symbol::in_ruling())),
    }
}

/// Reads a word of a source, if it is one.
pub(crate) fn source(errors: &Errors, word: &Word<'_>, source: &mut Source) -> Result<bool> {
    match word.name.as_str() {
        symbol::PAGE => word.once(errors, &mut source.page, || {
            word.value("\"https://…\"", value::page)
        })?,
        symbol::SECTION => word.once(errors, &mut source.section, || {
            word.value("\"…\"", |input| {
                value::text(input).map(|text| text.value())
            })
        })?,
        symbol::STRENGTH => word.once(errors, &mut source.strength, || {
            word.value("sample", |input| value::strength(word, input))
        })?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Reads what follows the value in the parentheses of a constraint.
pub(crate) fn rest(errors: &Errors, input: ParseStream<'_>) -> Result<Ruling> {
    let mut ruling = Ruling::default();
    if !input.is_empty() {
        comma(input)?;
        words(errors, input, |item| word(errors, item, &mut ruling));
    }
    Ok(ruling)
}

/// Reads `(field, field, ruling)`.
pub(crate) fn rule(errors: &Errors, item: &Word<'_>, example: &str) -> Result<Rule> {
    let mut rule = Rule {
        word: item.ident.clone(),
        arguments: Vec::new(),
        january: Slot::default(),
        ruling: Ruling::default(),
        complete: true,
    };
    item.parens(example, |input| {
        rule.complete = items(errors, input, |input| argument(errors, input, &mut rule));
        Ok(())
    })?;
    Ok(rule)
}

/// Reads one thing that a rule is about, or one word of its ruling.
fn argument(errors: &Errors, input: ParseStream<'_>, rule: &mut Rule) -> Result<()> {
    if input.peek(LitStr) {
        rule.arguments.push(Argument::Text(input.parse()?));
        return Ok(());
    }
    let item = &super::word::word(input)?;
    if !item.input.peek(Token![=]) {
        rule.arguments.push(Argument::Field(item.ident.clone()));
        Ok(())
    } else if item.name == symbol::JANUARY && rule.word == symbol::CALENDAR_DAY {
        item.once(errors, &mut rule.january, || {
            item.value("0", value::january)
        })
    } else {
        word(errors, item, &mut rule.ruling)
    }
}

/// Reads `name`, or `name(ruling)`.
pub(crate) fn alone(errors: &Errors, item: &Word<'_>) -> Result<Ruling> {
    let mut ruling = Ruling::default();
    if item.is_bare() {
        return Ok(ruling);
    }
    let name = &item.name;
    if !item.input.peek(token::Paren) {
        return Err(item.error(format!(
            "`{name}` takes no value: write `{name}`, or `{name}(strict = …, lenient = …)`"
        )));
    }
    item.parens("…", |input| {
        words(errors, input, |item| word(errors, item, &mut ruling));
        Ok(ruling)
    })
}

/// Reads `name = value`, or `name(value, ruling)`.
pub(crate) fn ruled<T>(
    errors: &Errors,
    word: &Word<'_>,
    example: &str,
    read: impl FnOnce(ParseStream<'_>) -> Result<T>,
) -> Result<Ruled<T>> {
    let spanned = |input: ParseStream<'_>| {
        let begin = input.span();
        let value = read(input)?;
        Ok((value, begin))
    };
    if word.input.peek(token::Paren) {
        word.parens(example, |input| {
            let (value, span) = spanned(input)?;
            let ruling = rest(errors, input)?;
            Ok(Ruled {
                value,
                span,
                ruling,
            })
        })
    } else if word.input.peek(Token![=]) {
        let (value, span) = word.value(example, spanned)?;
        Ok(Ruled {
            value,
            span,
            ruling: Ruling::default(),
        })
    } else {
        let name = &word.name;
        Err(syn::Error::new(
            word.ident.span(),
            format!("`{name}` needs a value: write `{name} = {example}` or `{name}({example}, …)`"),
        ))
    }
}

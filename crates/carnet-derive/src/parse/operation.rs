//! What a documented call says of itself.

use super::reply::reply;
use super::ruling::{alone, rest};
use super::word::{Word, attributes, parens, skip};
use super::{doc, is_struct, root, target, value};
use crate::errors::Errors;
use crate::model::Outcome;
use crate::nearest::{did_you_mean, one_of};
use crate::raw::{Method, Operation, Ruling, Slot, Text};
use crate::symbol;
use syn::punctuated::Punctuated;
use syn::{DeriveInput, Error, Ident, LitStr, Result, Token, token};

/// Reads the input of the `Operation` derive. What is wrong with other words is told by `Payload`.
pub(crate) fn operation(errors: &Errors, input: &DeriveInput) -> Operation {
    let mut operation = Operation {
        target: target(input, root(input)),
        description: doc::description(&input.attrs),
        is_struct: is_struct(input),
        id: Slot::default(),
        vendor: Slot::default(),
        page: Slot::default(),
        method: Slot::default(),
        auth: Slot::default(),
        parameters: Slot::default(),
        media_type: Slot::default(),
        batch: Slot::default(),
        success: Slot::default(),
        failure: Slot::default(),
        order: Vec::new(),
        text: Vec::new(),
        reply_text: Vec::new(),
    };
    let quiet = Errors::new();
    attributes(&quiet, &input.attrs, symbol::CARNET, |word| {
        if let Err(error) = read(errors, word, &mut operation) {
            errors.push(error);
            skip(word.input);
        }
        Ok(())
    });
    quiet.finish();
    operation
}

fn read(errors: &Errors, word: &Word<'_>, into: &mut Operation) -> Result<()> {
    match word.name.as_str() {
        symbol::OPERATION => word.once(errors, &mut into.id, || {
            word.value("\"vendor.resource.action\"", value::text)
        }),
        symbol::VENDOR => word.once(errors, &mut into.vendor, || {
            word.value("VENDOR", |input| {
                value::path(input, "the path of a `Vendor` constant")
            })
        }),
        symbol::PAGE => {
            into.page.word.get_or_insert_with(|| word.ident.clone());
            into.page.value = word.value("", value::page).ok();
            skip(word.input);
            Ok(())
        }
        symbol::POST => method(errors, word, "POST", into),
        symbol::GET => method(errors, word, "GET", into),
        symbol::PUT => method(errors, word, "PUT", into),
        symbol::PATCH => method(errors, word, "PATCH", into),
        symbol::DELETE => method(errors, word, "DELETE", into),
        symbol::AUTH => word.once(errors, &mut into.auth, || word.value("Bearer", value::ty)),
        symbol::PARAMETERS => word.once(errors, &mut into.parameters, || word.nothing()),
        symbol::BATCH => word.once(errors, &mut into.batch, || alone(errors, word)),
        symbol::MEDIA_TYPE => word.once(errors, &mut into.media_type, || {
            word.value("\"application/json\"", value::text)
        }),
        symbol::SUCCESS => {
            into.order.push(Outcome::Success);
            word.once(errors, &mut into.success, || reply(errors, word))
        }
        symbol::FAILURE => {
            into.order.push(Outcome::Failure);
            word.once(errors, &mut into.failure, || reply(errors, word))
        }
        symbol::TEXT => {
            into.text.push(text(errors, word, &symbol::on_text())?);
            Ok(())
        }
        symbol::REPLY_TEXT => {
            into.reply_text
                .push(text(errors, word, symbol::TEXT_RULES)?);
            Ok(())
        }
        _ => {
            skip(word.input);
            Ok(())
        }
    }
}

fn method(
    errors: &Errors,
    word: &Word<'_>,
    name: &'static str,
    into: &mut Operation,
) -> Result<()> {
    if let Some(first) = into
        .method
        .word
        .as_ref()
        .filter(|first| **first != word.name)
    {
        let second = &word.name;
        errors.at(
            &word.ident,
            format!("a call has one method, and `{first}` is given already; remove `{second}`"),
        );
        skip(word.input);
        return Ok(());
    }
    word.once(errors, &mut into.method, || {
        let url = word.value("\"https://{base_url}/…\"", value::text)?;
        Ok(Method { name, url })
    })
}

/// Reads `(rule, ruling)` or `(rule("word", …), ruling)`.
fn text(errors: &Errors, word: &Word<'_>, known: &[&'static str]) -> Result<Text> {
    word.parens("trailing_comma", |input| {
        let ident = value::ident(input, "the name of a rule about the text")?;
        let mut replaced = Vec::new();
        if input.peek(token::Paren) {
            replaced = parens(input, |input| {
                let texts =
                    Punctuated::<LitStr, Token![,]>::parse_terminated_with(input, value::text)?;
                Ok(texts.iter().map(LitStr::value).collect())
            })?;
        }
        let ruling = if input.is_empty() {
            Ruling::default()
        } else {
            rest(errors, input)?
        };
        Ok(Text {
            rule: text_rule(&ident, known)?,
            word: ident,
            words: replaced,
            ruling,
        })
    })
}

/// One of the rules that may be ruled upon here.
fn text_rule(ident: &Ident, known: &[&'static str]) -> Result<&'static str> {
    let name = ident.to_string();
    if let Some(rule) = known.iter().find(|rule| **rule == name) {
        return Ok(rule);
    }
    if symbol::CALL_RULES.contains(&name.as_str()) {
        return Err(Error::new_spanned(
            ident,
            format!(
                "`{name}` is about what is sent: write it in `{}`",
                symbol::TEXT
            ),
        ));
    }
    let hint = did_you_mean(&name, known.iter().copied(), || {
        format!("known are {}", one_of(known.iter().copied()))
    });
    Err(Error::new_spanned(
        ident,
        format!("unknown rule `{name}` about the text; {hint}"),
    ))
}

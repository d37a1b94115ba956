//! What a documented call, or credentials, say of themselves.

use super::ruling::rest;
use super::word::{Word, attributes, comma, expected, parens, skip, words};
use super::{doc, target, value};
use crate::errors::Errors;
use crate::model::{Condition, Outcome, Target};
use crate::nearest::{did_you_mean, one_of};
use crate::raw::{Method, Operation, Reply, Ruling, Slot, Text};
use crate::symbol;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Data, DeriveInput, Error, Fields, Lit, LitStr, Path, Result, Token, token};

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
        media_type: Slot::default(),
        success: Slot::default(),
        failure: Slot::default(),
        order: Vec::new(),
        text: Vec::new(),
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

/// Reads the input of the `Authentication` derive.
pub(crate) fn authentication(errors: &Errors, input: &DeriveInput) -> Target {
    let mut body = Slot::default();
    let quiet = Errors::new();
    attributes(&quiet, &input.attrs, symbol::CARNET, |word| {
        if word.name == symbol::BODY
            && let Err(error) = word.once(errors, &mut body, || word.nothing())
        {
            errors.push(error);
        }
        skip(word.input);
        Ok(())
    });
    quiet.finish();
    if !body.is_given() {
        errors.at(
            &input.ident,
            "where do these credentials travel? Write `#[carnet(body)]` for members of the JSON \
             body; for the `Authorization` header use `carnet::auth::Bearer` or `Basic`, or \
             implement `Authentication` by hand",
        );
    }
    if !is_struct(input) {
        errors.at(
            &input.ident,
            format!(
                "credentials that travel in the body are a struct with named fields: write \
                 `struct {} {{ … }}`",
                input.ident
            ),
        );
    }
    target(input, root(input))
}

fn is_struct(input: &DeriveInput) -> bool {
    matches!(&input.data, Data::Struct(data) if matches!(data.fields, Fields::Named(_)))
}

/// The path of the `carnet` crate, whose errors the `Payload` derive tells.
fn root(input: &DeriveInput) -> Option<Path> {
    let quiet = Errors::new();
    let mut root = None;
    attributes(&quiet, &input.attrs, symbol::CARNET, |word| {
        if word.name == symbol::CRATE {
            root = word
                .value("::carnet", |input| input.call(Path::parse_mod_style))
                .ok();
        }
        skip(word.input);
        Ok(())
    });
    quiet.finish();
    root
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
            into.text.push(text(errors, word)?);
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

/// Reads `(Type, condition, …)`.
fn reply(errors: &Errors, word: &Word<'_>) -> Result<Reply> {
    word.parens("ReplyType, status = \"2xx\"", |input| {
        let ty = value::ty(input)?;
        let mut when = Vec::new();
        if !input.is_empty() {
            comma(input)?;
            words(errors, input, |item| {
                when.push(condition(item)?);
                Ok(())
            });
        }
        Ok(Reply { ty, when })
    })
}

fn condition(word: &Word<'_>) -> Result<Condition> {
    match word.name.as_str() {
        symbol::STATUS => word.value("\"2xx\"", status),
        symbol::PREFIX => word.parens("Member = \"2\"", |input| {
            let member = value::member(input)?;
            input.parse::<Token![=]>()?;
            Ok(Condition::Prefix(member, value::text(input)?.value()))
        }),
        symbol::PRESENT => word.parens("Member", |input| {
            Ok(Condition::Present(value::member(input)?))
        }),
        _ => Err(word.unknown("a reply", symbol::CONDITION)),
    }
}

/// `"2xx"`, `"300-599"` or `404`.
fn status(input: ParseStream<'_>) -> Result<Condition> {
    if !input.peek(Lit) {
        return Err(expected(input, "an HTTP status"));
    }
    let literal: Lit = input.parse()?;
    let text = match &literal {
        Lit::Str(text) => text.value(),
        Lit::Int(number) => number.base10_digits().to_owned(),
        _ => String::new(),
    };
    statuses(&text).ok_or_else(|| {
        Error::new_spanned(
            literal,
            "expected an HTTP status such as `404`, a class of them such as `\"2xx\"`, or a range \
             such as `\"300-599\"`",
        )
    })
}

fn statuses(text: &str) -> Option<Condition> {
    let known = |status: &str| {
        status
            .parse()
            .ok()
            .filter(|it: &u16| (100..=599).contains(it))
    };
    if let Some(class) = text.strip_suffix("xx") {
        let class: u16 = class.parse().ok().filter(|class| (1..=5).contains(class))?;
        return Some(Condition::Status(class * 100, class * 100 + 99));
    }
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (known(first)?, known(last)?);
    (first <= last).then_some(Condition::Status(first, last))
}

/// Reads `(rule, ruling)` or `(rule("word", …), ruling)`.
fn text(errors: &Errors, word: &Word<'_>) -> Result<Text> {
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
        let name = ident.to_string();
        let known = || symbol::TEXT_RULES.iter().copied();
        let rule = known().find(|rule| *rule == name).ok_or_else(|| {
            let hint = did_you_mean(&name, known(), || format!("known are {}", one_of(known())));
            Error::new_spanned(
                &ident,
                format!("unknown rule `{name}` about the text; {hint}"),
            )
        })?;
        Ok(Text {
            word: ident,
            rule,
            words: replaced,
            ruling,
        })
    })
}

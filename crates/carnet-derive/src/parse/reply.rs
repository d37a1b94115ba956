//! What may come back, and how it is told from what else may.

use super::value;
use super::word::{Word, comma, expected, words};
use crate::errors::Errors;
use crate::model::Condition;
use crate::raw::Reply;
use crate::symbol;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Error, Lit, LitStr, Result, Token};

/// Reads `(Type, condition, …)`.
pub(crate) fn reply(errors: &Errors, word: &Word<'_>) -> Result<Reply> {
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
        symbol::WORD => word.parens("Member, \"word\"", |input| {
            let member = value::member(input)?;
            if !input.is_empty() {
                comma(input)?;
            }
            let words = Punctuated::<LitStr, Token![,]>::parse_terminated_with(input, value::text)?;
            if words.is_empty() {
                return Err(word.error(format!(
                    "`word` needs what `{member}` may be: write `word({member}, \"text\")`"
                )));
            }
            Ok(Condition::Word(
                member,
                words.iter().map(LitStr::value).collect(),
            ))
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

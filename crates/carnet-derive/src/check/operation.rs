//! Documented calls.

use super::ruling::ruling;
use crate::errors::Errors;
use crate::model::{Base, Operation, Outcome, Reply, Source, TextRuling};
use crate::raw;
use quote::ToTokens;
use syn::{Ident, LitStr};

/// Checks the input of the `Operation` derive. `None` when something that it needs is missing.
pub(crate) fn operation(errors: &Errors, raw: &raw::Operation) -> Option<Operation> {
    let ident = &raw.target.ident;
    if !raw.is_struct {
        errors.at(
            ident,
            format!(
                "the request of a call is a struct with named fields: write `struct {ident} {{ … }}`"
            ),
        );
    }
    if let Some(parameter) = raw.target.generics.type_params().next() {
        errors.at(
            parameter,
            "the request of a call has one contract, so it has no type parameters; make the field \
             concrete",
        );
    }
    if let Some(parameter) = raw.target.generics.const_params().next() {
        errors.at(
            parameter,
            "the request of a call has one contract, so it has no parameters",
        );
    }
    missing(errors, raw);
    if let Some(id) = raw.id.get() {
        check_id(errors, id);
    }
    if let Some(method) = raw.method.get() {
        check_url(errors, &method.url);
    }
    twice(errors, &raw.text);
    twice(errors, &raw.reply_text);
    if let (Some(batch), true) = (&raw.batch.word, raw.parameters.is_given()) {
        errors.at(
            batch,
            "parameters are never sent in batches; remove this, or `parameters`",
        );
    }
    let (success, failure) = (raw.success.get()?, raw.failure.get()?);
    let method = raw.method.get()?;
    Some(Operation {
        id: raw.id.get()?.value(),
        vendor: raw.vendor.get()?.clone(),
        summary: raw
            .description
            .split("\n\n")
            .next()
            .unwrap_or_default()
            .to_owned(),
        page: raw.page.get()?.clone(),
        method: method.name,
        url: method.url.value(),
        auth: raw.auth.get().cloned(),
        parameters: raw.parameters.is_given(),
        media_type: raw
            .media_type
            .get()
            .map_or_else(|| media_type(raw).to_owned(), LitStr::value),
        batch: (raw.batch.get()).map(|raw| ruling(raw, Base::Error, &Source::default())),
        text: raw.text.iter().map(text_ruling).collect(),
        reply_text: raw.reply_text.iter().map(text_ruling).collect(),
        replies: raw
            .order
            .iter()
            .map(|outcome| reply(*outcome, success, failure))
            .collect(),
        success: success.ty.clone(),
        failure: failure.ty.clone(),
    })
}

/// The media type of the body, unless the call says another one.
fn media_type(raw: &raw::Operation) -> &'static str {
    if raw.parameters.is_given() {
        "application/x-www-form-urlencoded"
    } else {
        "application/json"
    }
}

fn text_ruling(text: &raw::Text) -> TextRuling {
    TextRuling {
        rule: text.rule,
        words: text.words.clone(),
        ruling: ruling(&text.ruling, Base::Error, &Source::default()),
    }
}

fn reply(outcome: Outcome, success: &raw::Reply, failure: &raw::Reply) -> Reply {
    let reply = match outcome {
        Outcome::Success => success,
        Outcome::Failure => failure,
    };
    Reply {
        outcome,
        ty: reply.ty.clone(),
        when: reply.when.clone(),
    }
}

/// Reports what every call says of itself and this one does not.
fn missing(errors: &Errors, raw: &raw::Operation) {
    let absent: Vec<_> = [
        (raw.id.is_given(), "operation = \"vendor.resource.action\""),
        (raw.vendor.is_given(), "vendor = VENDOR"),
        (raw.page.is_given(), "page = \"https://…\""),
        (raw.method.is_given(), "post = \"https://{base_url}/…\""),
        (
            raw.success.is_given(),
            "success(ReplyType, status = \"2xx\")",
        ),
        (raw.failure.is_given(), "failure(RefusalType)"),
    ]
    .into_iter()
    .filter(|(is_given, _)| !is_given)
    .map(|(_, example)| example)
    .collect();
    if !absent.is_empty() {
        errors.at(
            &raw.target.ident,
            format!(
                "a documented call also says: `#[carnet({})]`",
                absent.join(", ")
            ),
        );
    }
}

fn check_id(errors: &Errors, literal: &LitStr) {
    let id = literal.value();
    let word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    if id.split('.').count() != 3 || !id.split('.').all(word) {
        errors.at(
            literal,
            format!(
                "`{id}` is no operation id; write three words in snake case joined with dots, \
                 such as `revnue.customer.create`"
            ),
        );
    }
}

fn check_url(errors: &Errors, literal: &LitStr) {
    let url = literal.value();
    let fault = if !url.starts_with("https://") {
        Some("begins with `https://`")
    } else if url.contains(char::is_whitespace) || url.len() == "https://".len() {
        Some("names a host and has no blanks")
    } else if !braces_name_something(&url) {
        Some("has `{name}` in single braces for what the caller supplies")
    } else {
        None
    };
    if let Some(fault) = fault {
        errors.at(
            literal,
            format!(
                "`{url}` is no URL of a call: one {fault}, such as `https://{{base_url}}/api/v2/customer`"
            ),
        );
    }
}

/// Whether every brace belongs to a `{name}`.
fn braces_name_something(url: &str) -> bool {
    let mut rest = url;
    while let Some(at) = rest.find(['{', '}']) {
        let Some((name, after)) = rest[at..]
            .strip_prefix('{')
            .and_then(|open| open.split_once('}'))
        else {
            return false;
        };
        let letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if name.is_empty() || !name.chars().all(letter) {
            return false;
        }
        rest = after;
    }
    true
}

/// Reports two rulings on one rule.
fn twice(errors: &Errors, text: &[raw::Text]) {
    for (i, ruling) in text.iter().enumerate() {
        if text[..i].iter().any(|earlier| earlier.rule == ruling.rule) {
            let rule: &Ident = &ruling.word;
            errors.at(
                rule.to_token_stream(),
                format!("`{rule}` is ruled upon twice; keep one of the two"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::braces_name_something;

    #[test]
    fn braces_hold_names() {
        for (url, good) in [
            ("https://api.example.com/a", true),
            ("https://{base_url}/a/{id}", true),
            ("https://{{base_url}}/a", false),
            ("https://{base_url/a", false),
            ("https://base_url}/a", false),
            ("https://{}/a", false),
        ] {
            assert_eq!(braces_name_something(url), good, "{url}");
        }
    }
}

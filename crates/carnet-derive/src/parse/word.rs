//! The grammar that all attributes share: words, separated by commas.

use crate::errors::Errors;
use crate::nearest::{did_you_mean, one_of};
use crate::raw::Slot;
use crate::symbol;
use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Error, Ident, LitStr, Meta, Result, Token, parenthesized, token};

/// A word of an attribute, with whatever follows it.
pub(crate) struct Word<'a> {
    pub(crate) ident: Ident,
    /// The word's text.
    pub(crate) name: String,
    pub(crate) input: ParseStream<'a>,
}

impl Word<'_> {
    /// Whether nothing follows the word.
    pub(crate) fn is_bare(&self) -> bool {
        self.input.is_empty() || self.input.peek(Token![,])
    }

    pub(crate) fn error(&self, message: impl std::fmt::Display) -> Error {
        Error::new_spanned(&self.ident, message)
    }

    /// Reads `= value`.
    pub(crate) fn value<T>(
        &self,
        example: &str,
        read: impl FnOnce(ParseStream<'_>) -> Result<T>,
    ) -> Result<T> {
        if !self.input.peek(Token![=]) {
            let name = &self.name;
            return Err(self.error(format!(
                "`{name}` needs a value: write `{name} = {example}`"
            )));
        }
        self.input.parse::<Token![=]>()?;
        read(self.input)
    }

    /// Reads `(…)`.
    pub(crate) fn parens<T>(
        &self,
        example: &str,
        read: impl FnOnce(ParseStream<'_>) -> Result<T>,
    ) -> Result<T> {
        if !self.input.peek(token::Paren) {
            let name = &self.name;
            return Err(self.error(format!(
                "`{name}` needs parentheses: write `{name}({example})`"
            )));
        }
        parens(self.input, read)
    }

    /// Refuses a value after a word that takes none.
    pub(crate) fn nothing(&self) -> Result<()> {
        if self.is_bare() {
            Ok(())
        } else {
            Err(self.error(format!(
                "`{0}` takes no value: write `{0}` alone",
                self.name
            )))
        }
    }

    /// Reads the value of a word that may stand once.
    pub(crate) fn once<T>(
        &self,
        errors: &Errors,
        slot: &mut Slot<T>,
        read: impl FnOnce() -> Result<T>,
    ) -> Result<()> {
        if slot.is_given() {
            errors.push(self.error(format!(
                "`{}` is given twice; keep one of the two",
                self.name
            )));
            return read().map(drop);
        }
        slot.word = Some(self.ident.clone());
        slot.value = Some(read()?);
        Ok(())
    }

    /// The word is none that `place` takes.
    pub(crate) fn unknown(&self, place: &str, known: &[&str]) -> Error {
        let name = self.name.as_str();
        let of_serde = [symbol::SERDE_READ, symbol::SERDE_OTHER].concat();
        if of_serde.contains(&name) {
            return self.error(format!(
                "`{name}` is serde's: write it in an attribute of its own, `#[serde({name}…)]`"
            ));
        }
        if let Some(home) = home(name) {
            return self.error(format!("`{name}` belongs {home}; {place} does not take it"));
        }
        let hint = did_you_mean(name, known.iter().copied(), || {
            // The words of operations are many, and seldom what was meant.
            let telling = known
                .iter()
                .copied()
                .filter(|word| !symbol::of_operation(word));
            format!("{place} takes {}", one_of(telling))
        });
        self.error(format!("unknown word `{name}`; {hint}"))
    }
}

/// Where a word belongs that is known but stands in the wrong place.
fn home(name: &str) -> Option<&'static str> {
    if symbol::MEMBER.contains(&name) {
        Some("on a field")
    } else if symbol::CONSTRAINT.contains(&name) {
        Some("on a field, a variant or a newtype struct")
    } else if symbol::on_type().contains(&name) {
        Some("on the type")
    } else if symbol::RULING.contains(&name) {
        Some("in the parentheses of a constraint, as in `max_length(50, strict = warning)`")
    } else {
        None
    }
}

/// Reads every word of every `#[name(…)]`.
pub(crate) fn attributes(
    errors: &Errors,
    attrs: &[Attribute],
    name: &str,
    mut read: impl FnMut(&Word<'_>) -> Result<()>,
) {
    for attr in attrs.iter().filter(|attr| attr.path().is_ident(name)) {
        let result = match &attr.meta {
            Meta::List(list) => (|input: ParseStream<'_>| {
                words(errors, input, &mut read);
                Ok(())
            })
            .parse2(list.tokens.clone()),
            Meta::Path(path) => Err(Error::new_spanned(
                path,
                format!("nothing is said here; write `#[{name}(…)]` or remove the attribute"),
            )),
            Meta::NameValue(meta) => Err(Error::new_spanned(
                meta,
                format!("expected parentheses: write `#[{name}(…)]`"),
            )),
        };
        if let Err(error) = result {
            errors.push(error);
        }
    }
}

/// Reads words up to the end of `input`. What `read` refuses is reported and skipped.
///
/// Returns whether all went well.
pub(crate) fn words(
    errors: &Errors,
    input: ParseStream<'_>,
    mut read: impl FnMut(&Word<'_>) -> Result<()>,
) -> bool {
    items(errors, input, |input| {
        word(input).and_then(|word| read(&word))
    })
}

/// Reads what commas part, like [`words`].
pub(crate) fn items(
    errors: &Errors,
    input: ParseStream<'_>,
    mut read: impl FnMut(ParseStream<'_>) -> Result<()>,
) -> bool {
    let mut all_well = true;
    let mut report = |error| {
        errors.push(error);
        all_well = false;
    };
    while !input.is_empty() {
        if let Err(error) = read(input) {
            report(error);
            skip(input);
        }
        if input.is_empty() {
            break;
        }
        if let Err(error) = comma(input) {
            report(error);
            if !input.peek(Ident::peek_any) {
                skip(input);
                // The comma, or nothing, is next.
                let _ = comma(input);
            }
        }
    }
    all_well
}

pub(crate) fn word(input: ParseStream<'_>) -> Result<Word<'_>> {
    if input.peek(LitStr) {
        return Err(quoted(&input.parse()?));
    }
    let ident = input
        .call(Ident::parse_any)
        .map_err(|_| expected(input, "a word"))?;
    let name = ident.unraw().to_string();
    Ok(Word { ident, name, input })
}

/// An error at a text that should be a word.
pub(crate) fn quoted(text: &LitStr) -> Error {
    let message = format!("a word stands without quotes: write `{}`", text.value());
    Error::new(text.span(), message)
}

/// An error at what stands next, which is not what was expected.
pub(crate) fn expected(input: ParseStream<'_>, what: &str) -> Error {
    match input.fork().parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) => Error::new(
            group.span_open(),
            format!("expected {what}, found a group of tokens"),
        ),
        Ok(token) => Error::new(token.span(), format!("expected {what}, found `{token}`")),
        // An error of the stream itself would say twice that nothing is left.
        Err(_) => Error::new(input.span(), format!("expected {what}, found nothing")),
    }
}

/// Reads what stands in parentheses, to its end.
pub(crate) fn parens<T>(
    input: ParseStream<'_>,
    read: impl FnOnce(ParseStream<'_>) -> Result<T>,
) -> Result<T> {
    let content;
    parenthesized!(content in input);
    let mut result = read(&content);
    if result.is_ok() && !content.is_empty() {
        result = Err(content.error("nothing more is expected here; remove this"));
    }
    // What is left unread would be told as an error of its own.
    content.parse::<TokenStream>()?;
    result
}

/// Reads the comma between two words.
pub(crate) fn comma(input: ParseStream<'_>) -> Result<()> {
    if input.peek(Token![,]) {
        input.parse::<Token![,]>()?;
        Ok(())
    } else {
        Err(input.error("expected a comma before this"))
    }
}

/// Skips to the next comma that is not between angle brackets.
pub(crate) fn skip(input: ParseStream<'_>) {
    let mut depth = 0_usize;
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        match input.parse::<TokenTree>() {
            Ok(TokenTree::Punct(punct)) if punct.as_char() == '<' => depth += 1,
            Ok(TokenTree::Punct(punct)) if punct.as_char() == '>' => {
                depth = depth.saturating_sub(1);
            }
            Ok(_) => {}
            Err(_) => break,
        }
    }
}

//! Values that stand after a word.

use super::word::{Word, expected};
use crate::model::{Format, Level, ReadingKind, Strength};
use crate::nearest::{did_you_mean, one_of};
use crate::symbol;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Error, Ident, Lit, LitStr, Path, Result, Token, Type};

/// A text in quotes.
pub(crate) fn text(input: ParseStream<'_>) -> Result<LitStr> {
    if input.peek(LitStr) {
        input.parse()
    } else {
        Err(expected(input, "a text in quotes"))
    }
}

/// The path of a constant that is a `Discrepancy`.
pub(crate) fn discrepancy(input: ParseStream<'_>) -> Result<Path> {
    if input.peek(LitStr) {
        let id: LitStr = input.parse()?;
        let constant = id.value().replace('-', "_").to_uppercase();
        return Err(Error::new(
            id.span(),
            format!(
                "expected the path of a `Discrepancy` constant, found a text; write `{constant}` \
                 without quotes"
            ),
        ));
    }
    input.call(Path::parse_mod_style).map_err(|_| {
        expected(
            input,
            "the path of a `Discrepancy` constant, such as `RV_01`",
        )
    })
}

/// Reads `(RV_01, RV_02)`.
pub(crate) fn see(word: &Word<'_>) -> Result<Punctuated<Path, Token![,]>> {
    word.parens("RV_01", |input| {
        Punctuated::parse_terminated_with(input, discrepancy)
    })
}

/// The path of a constant.
pub(crate) fn path(input: ParseStream<'_>, what: &str) -> Result<Path> {
    if input.peek(Ident::peek_any) || input.peek(Token![::]) {
        input.call(Path::parse_mod_style)
    } else {
        Err(expected(input, what))
    }
}

pub(crate) fn ty(input: ParseStream<'_>) -> Result<Type> {
    let unread = expected(input, "a type");
    input.parse().map_err(|_| unread)
}

pub(crate) fn ident(input: ParseStream<'_>, what: &str) -> Result<Ident> {
    input
        .call(Ident::parse_any)
        .map_err(|_| expected(input, what))
}

/// The wire name of a member, with or without quotes.
pub(crate) fn member(input: ParseStream<'_>) -> Result<String> {
    if input.peek(LitStr) {
        return Ok(input.parse::<LitStr>()?.value());
    }
    Ok(ident(input, "the name of a member")?.unraw().to_string())
}

/// A whole number from 0 to 4294967295.
pub(crate) fn count(input: ParseStream<'_>) -> Result<u32> {
    let what = "a whole number of at least 0";
    if input.peek(Token![-]) {
        return Err(input.error(format!("expected {what}, found a negative number")));
    }
    if !input.peek(Lit) {
        return Err(expected(input, what));
    }
    match input.parse()? {
        Lit::Int(number) if number.suffix().is_empty() => number
            .base10_parse()
            .map_err(|_| Error::new(number.span(), "expected a number up to 4294967295")),
        Lit::Str(text) if text.value().parse::<u32>().is_ok() => Err(Error::new(
            text.span(),
            format!(
                "expected {what}, found a text; write `{}` without quotes",
                text.value()
            ),
        )),
        other => Err(Error::new_spanned(
            &other,
            format!("expected {what}, found `{}`", other.to_token_stream()),
        )),
    }
}

/// The number that stands for January: the first of those that months have.
pub(crate) fn january(input: ParseStream<'_>) -> Result<u8> {
    let span = input.span();
    match count(input)? {
        0 => Ok(0),
        1 => Ok(1),
        other => Err(Error::new(
            span,
            format!("months count from 0 or from 1, not from {other}"),
        )),
    }
}

/// A number as JSON writes it, its text kept.
pub(crate) fn number(input: ParseStream<'_>) -> Result<String> {
    let what = "a number, such as `100` or `-0.5`";
    let minus = if input.peek(Token![-]) {
        input.parse::<Option<Token![-]>>()?
    } else {
        None
    };
    if !input.peek(Lit) {
        return Err(expected(input, what));
    }
    let literal: Lit = input.parse()?;
    let (digits, suffix) = match &literal {
        Lit::Int(number) => (number.base10_digits().to_owned(), number.suffix()),
        Lit::Float(number) => (number.base10_digits().to_owned(), number.suffix()),
        other => {
            return Err(Error::new_spanned(
                other,
                format!("expected {what}, found `{}`", other.to_token_stream()),
            ));
        }
    };
    if !suffix.is_empty() {
        return Err(Error::new_spanned(
            &literal,
            format!("write `{digits}` without `{suffix}`"),
        ));
    }
    let sign = if minus.is_some() { "-" } else { "" };
    // Rust allows `1.`, JSON does not.
    let zero = if digits.ends_with('.') { "0" } else { "" };
    Ok(format!("{sign}{digits}{zero}"))
}

/// The name of a format, or the path of a `Format` constant.
pub(crate) fn format(input: ParseStream<'_>) -> Result<Format> {
    if !input.peek(LitStr) {
        let path = path(input, "the name of a format in quotes, such as `\"date\"`")?;
        let name = path
            .get_ident()
            .map(|ident| ident.unraw().to_string().replace('_', "-"));
        return match name {
            Some(name) if symbol::FORMATS.contains(&name.as_str()) => Err(Error::new_spanned(
                path,
                format!("the name of a format stands in quotes: write `\"{name}\"`"),
            )),
            _ => Ok(Format::Path(path)),
        };
    }
    let literal: LitStr = input.parse()?;
    let name = literal.value();
    symbol::FORMATS
        .iter()
        .find(|format| **format == name)
        .map(|format| Format::Named(format))
        .ok_or_else(|| {
            let hint = did_you_mean(&name, symbol::FORMATS.iter().copied(), || {
                format!(
                    "known are {}; a format of your own is the path of a constant",
                    one_of(symbol::FORMATS.iter().copied())
                )
            });
            Error::new(literal.span(), format!("unknown format `{name}`; {hint}"))
        })
}

/// A JSON type by its name, or a Rust type.
pub(crate) fn reading_kind(input: ParseStream<'_>) -> Result<ReadingKind> {
    let ty = ty(input)?;
    let name = match &ty {
        Type::Path(path) if path.qself.is_none() => {
            path.path.get_ident().map(|ident| ident.unraw().to_string())
        }
        _ => None,
    };
    let Some(name) = name.filter(|name| name.starts_with(|c: char| c.is_lowercase())) else {
        return Ok(ReadingKind::Type(Box::new(ty)));
    };
    Ok(match name.as_str() {
        symbol::STRING => ReadingKind::String,
        symbol::INTEGER => ReadingKind::Integer,
        symbol::NUMBER => ReadingKind::Number,
        symbol::BOOLEAN => ReadingKind::Boolean,
        symbol::OBJECT => ReadingKind::Object,
        symbol::ARRAY => ReadingKind::Array,
        symbol::ANY => ReadingKind::Any,
        "bool" | "i64" => ReadingKind::Type(Box::new(ty)),
        _ => {
            let known = || symbol::READING_KIND.iter().copied();
            let hint = did_you_mean(&name, known(), || {
                format!("expected a Rust type, or {}", one_of(known()))
            });
            return Err(Error::new(
                ty.span(),
                format!("unknown JSON type `{name}`; {hint}"),
            ));
        }
    })
}

/// One word of a closed list.
fn choice<'a>(
    word: &Word<'_>,
    input: ParseStream<'_>,
    known: &'static [&'static str],
) -> Result<&'a str> {
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let bare = text.value();
        let hint = did_you_mean(&bare, known.iter().copied(), || {
            format!("expected {}", one_of(known.iter().copied()))
        });
        return Err(Error::new(
            text.span(),
            format!("the value of `{}` stands without quotes; {hint}", word.name),
        ));
    }
    let Ok(ident) = input.call(Ident::parse_any) else {
        return Err(expected(input, &one_of(known.iter().copied())));
    };
    let name = ident.unraw().to_string();
    known
        .iter()
        .find(|known| **known == name)
        .copied()
        .ok_or_else(|| {
            let kind = if word.name == symbol::STRENGTH {
                "strength"
            } else {
                "level"
            };
            let hint = did_you_mean(&name, known.iter().copied(), || {
                format!("expected {}", one_of(known.iter().copied()))
            });
            Error::new_spanned(&ident, format!("unknown {kind} `{name}`; {hint}"))
        })
}

pub(crate) fn level(word: &Word<'_>, input: ParseStream<'_>) -> Result<Level> {
    Ok(match choice(word, input, symbol::LEVEL)? {
        symbol::ALLOW => Level::Allow,
        symbol::INFO => Level::Info,
        symbol::WARNING => Level::Warning,
        _ => Level::Error,
    })
}

pub(crate) fn strength(word: &Word<'_>, input: ParseStream<'_>) -> Result<Strength> {
    Ok(match choice(word, input, symbol::STRENGTHS)? {
        symbol::SKELETON => Strength::Skeleton,
        symbol::SAMPLE => Strength::Sample,
        symbol::OUTSIDE => Strength::Outside,
        symbol::INFERRED => Strength::Inferred,
        _ => Strength::Normative,
    })
}

/// The URL of a vendor's page.
pub(crate) fn page(input: ParseStream<'_>) -> Result<String> {
    let literal = text(input)?;
    let url = literal.value();
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.is_empty() && !url.contains(char::is_whitespace) => Ok(url),
        _ => Err(Error::new(
            literal.span(),
            format!("`{url}` is no URL of a page; write one that begins with `https://`"),
        )),
    }
}

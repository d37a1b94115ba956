//! What stands on a type that derives `Encode`, on its fields and variants.

use super::value;
use super::word::{Word, attributes, comma, expected, items, skip, words};
use crate::errors::Errors;
use crate::model::encode::{Constant, Profile};
use crate::raw::Slot;
use crate::raw::encode::{Data, Encode, Field, Path, Place, Set, To, Variant};
use crate::{raw, symbol};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{
    Attribute, DeriveInput, Error, Expr, ExprPath, Fields, Index, Lit, LitStr, Member, Result,
    Token, bracketed, token,
};

/// Reads the input of the `Encode` derive.
pub(crate) fn encode(errors: &Errors, input: &DeriveInput) -> Encode {
    let before = errors.count();
    let (root, to, lacks_target) = container(errors, &input.attrs);
    let data = match &input.data {
        syn::Data::Struct(data) => structure(errors, &data.fields),
        syn::Data::Enum(data) => {
            let variants = data.variants.iter();
            Data::Enum(variants.map(|it| variant(errors, it)).collect())
        }
        syn::Data::Union(_) => {
            Data::Other("a union cannot be encoded: which of its fields is valid is not known")
        }
    };
    Encode {
        target: super::target(input, root),
        to,
        lacks_target,
        data,
        is_torn: errors.count() > before,
    }
}

fn structure(errors: &Errors, fields: &Fields) -> Data {
    match fields {
        Fields::Named(fields) => {
            let fields = fields.named.iter().filter_map(|it| field(errors, it));
            Data::Struct(fields.collect())
        }
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let field = &fields.unnamed[0];
            attributes(errors, &field.attrs, symbol::CARNET, |word| {
                skip(word.input);
                Err(word.error(
                    "a struct around one value is what the value is: where it goes is said where \
                     the struct is a field; remove this",
                ))
            });
            let ty = Box::new(field.ty.clone());
            Data::Newtype(Member::Unnamed(Index::from(0)), ty)
        }
        Fields::Unnamed(fields) if !fields.unnamed.is_empty() => {
            Data::Other("a tuple struct of several fields has no names to map: name the fields")
        }
        Fields::Unnamed(_) | Fields::Unit => {
            Data::Other("a struct without fields has nothing to encode")
        }
    }
}

/// Reads where `carnet` is, the targets, and whether there are more that could not be read.
fn container(errors: &Errors, attrs: &[Attribute]) -> (Option<syn::Path>, Vec<To>, bool) {
    let mut root = Slot::default();
    let mut all = Vec::new();
    let mut lacks_target = false;
    attributes(errors, attrs, symbol::CARNET, |word| {
        match word.name.as_str() {
            symbol::CRATE => word.once(errors, &mut root, || {
                word.value("::carnet", |input| {
                    value::path(input, "the path of the `carnet` crate")
                })
            }),
            symbol::TO => {
                let to = to(errors, word);
                lacks_target |= to.is_err();
                all.push(to?);
                Ok(())
            }
            _ => {
                lacks_target = true;
                Err(word.unknown("a type that is mapped", symbol::ENCODE_TYPE))
            }
        }
    });
    (root.value, all, lacks_target)
}

/// Reads `(revnue::CreateCustomer, set(company = 1))`.
fn to(errors: &Errors, word: &Word<'_>) -> Result<To> {
    word.parens("vendor::Operation", |input| {
        let mut to = To {
            ty: value::ty(input)?,
            name: Slot::default(),
            profile: Slot::default(),
            set: Vec::new(),
        };
        if !input.is_empty() {
            comma(input)?;
            words(errors, input, |word| of_target(errors, word, &mut to));
        }
        Ok(to)
    })
}

fn of_target(errors: &Errors, word: &Word<'_>, into: &mut To) -> Result<()> {
    match word.name.as_str() {
        symbol::AS => word.once(errors, &mut into.name, || {
            word.value("vendor", |input| value::ident(input, "a name"))
        }),
        symbol::PROFILE => word.once(errors, &mut into.profile, || word.value("lenient", profile)),
        symbol::SET => word.parens("member = 1", |input| {
            items(errors, input, |input| {
                into.set.push(set(input)?);
                Ok(())
            });
            Ok(())
        }),
        _ => Err(word.unknown("`to`", symbol::ENCODE_TO)),
    }
}

fn profile(input: ParseStream<'_>) -> Result<Profile> {
    let ident = value::ident(input, "`strict` or `lenient`")?;
    if ident == symbol::STRICT {
        Ok(Profile::Strict)
    } else if ident == symbol::LENIENT {
        Ok(Profile::Lenient)
    } else {
        let message = format!("unknown profile `{ident}`; write `strict` or `lenient`");
        Err(Error::new_spanned(ident, message))
    }
}

/// Reads `contact_person.type = "billing"`.
fn set(input: ParseStream<'_>) -> Result<Set> {
    let path = set_path(input)?;
    input
        .parse::<Token![=]>()
        .map_err(|_| expected(input, "`=` and a value"))?;
    let span = input.span();
    let value = constant(input)?;
    Ok(Set { path, value, span })
}

/// Reads a path without quotes, or in quotes where a name is none of Rust's.
fn set_path(input: ParseStream<'_>) -> Result<Path> {
    if input.peek(LitStr) {
        return path(&input.parse()?);
    }
    let mut segments = Vec::new();
    let mut tokens = TokenStream::new();
    loop {
        if input.peek(Lit) {
            return Err(Error::new(
                input.span(),
                "write a path with the number of an item in quotes: `\"items.0.name\" = …`",
            ));
        }
        let name = value::ident(input, "the name of a member")?;
        segments.push(name.unraw().to_string());
        name.to_tokens(&mut tokens);
        if !input.peek(Token![.]) {
            return Ok(Path { segments, tokens });
        }
        input.parse::<Token![.]>()?.to_tokens(&mut tokens);
    }
}

/// Takes a path apart: names parted by dots, or a JSON Pointer where a name has a dot itself.
fn path(text: &LitStr) -> Result<Path> {
    let written = text.value();
    let segments: Vec<String> = match written.strip_prefix('/') {
        Some(pointer) => pointer
            .split('/')
            .map(|token| token.replace("~1", "/").replace("~0", "~"))
            .collect(),
        None => written.split('.').map(str::to_owned).collect(),
    };
    if segments.iter().any(String::is_empty) {
        let message = "expected names parted by single dots, such as `\"contact_person.email\"`";
        return Err(Error::new(text.span(), message));
    }
    Ok(Path {
        segments,
        tokens: text.to_token_stream(),
    })
}

/// Reads a value as JSON has it, or the path of a constant.
fn constant(input: ParseStream<'_>) -> Result<Constant> {
    if input.peek(LitStr) {
        return Ok(Constant::Text(input.parse::<LitStr>()?.value()));
    }
    if input.peek(syn::LitBool) {
        return Ok(Constant::Boolean(input.parse::<syn::LitBool>()?.value));
    }
    if input.peek(Token![-]) || input.peek(Lit) {
        return Ok(Constant::Number(value::number(input)?));
    }
    if input.peek(token::Bracket) {
        let content;
        bracketed!(content in input);
        let items = constants(&content);
        // What is left unread would be told as an error of its own.
        content.parse::<TokenStream>()?;
        return Ok(Constant::Array(items?));
    }
    let unread = expected(
        input,
        "a value as JSON has it, or the path of a constant of your own",
    );
    // Of what is no path nothing is read: what is left open in it would be an error of its own.
    let path: ExprPath = match input.fork().parse::<ExprPath>() {
        Ok(_) => input.parse()?,
        Err(_) => return Err(unread),
    };
    if path.path.is_ident("null") {
        Ok(Constant::Null)
    } else {
        Ok(Constant::Expression(Box::new(Expr::Path(path))))
    }
}

fn constants(input: ParseStream<'_>) -> Result<Vec<Constant>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        items.push(constant(input)?);
        if !input.is_empty() {
            comma(input)?;
        }
    }
    Ok(items)
}

fn field(errors: &Errors, input: &syn::Field) -> Option<Field> {
    let before = errors.count();
    let mut field = Field {
        member: input.ident.clone()?,
        ty: input.ty.clone(),
        skip: Slot::default(),
        places: Vec::new(),
        is_torn: false,
    };
    attributes(errors, &input.attrs, symbol::CARNET, |word| {
        if word.name == symbol::SKIP && !has_place(word.input) {
            return word.once(errors, &mut field.skip, || word.nothing());
        }
        field.places.push(place(errors, word)?);
        Ok(())
    });
    field.is_torn = errors.count() > before;
    Some(field)
}

/// Whether a word is what a target is called: it is followed by a place in it.
fn has_place(input: ParseStream<'_>) -> bool {
    input.peek(token::Paren) || input.peek(Token![=]) && input.peek2(LitStr)
}

/// Reads `= "path"`, or `("path", with = function, undocumented)`.
fn place(errors: &Errors, word: &Word<'_>) -> Result<Place> {
    let mut place = Place {
        key: word.ident.clone(),
        path: Path {
            segments: Vec::new(),
            tokens: TokenStream::new(),
        },
        with: Slot::default(),
        undocumented: Slot::default(),
    };
    if word.input.peek(token::Paren) {
        word.parens("\"member\"", |input| {
            place.path = path(&value::text(input)?)?;
            if !input.is_empty() {
                comma(input)?;
                words(errors, input, |word| of_place(errors, word, &mut place));
            }
            Ok(())
        })?;
    } else {
        place.path = path(&word.value("\"member\"", value::text)?)?;
    }
    Ok(place)
}

fn of_place(errors: &Errors, word: &Word<'_>, into: &mut Place) -> Result<()> {
    match word.name.as_str() {
        symbol::WITH => word.once(errors, &mut into.with, || word.value("function", function)),
        symbol::UNDOCUMENTED => word.once(errors, &mut into.undocumented, || word.nothing()),
        _ => Err(word.unknown("a mapped field", symbol::ENCODE_PLACE)),
    }
}

fn function(input: ParseStream<'_>) -> Result<Expr> {
    if input.is_empty() || input.peek(Token![,]) {
        return Err(expected(input, "a function or a closure"));
    }
    input.parse()
}

fn variant(errors: &Errors, input: &syn::Variant) -> Variant {
    let mut words = Vec::new();
    attributes(errors, &input.attrs, symbol::CARNET, |word| {
        if word.name == symbol::SKIP && word.is_bare() {
            return Err(
                word.error("no variant is skipped: every one needs a word, `vendor = \"word\"`")
            );
        }
        let (span, value) = word.value("\"word\"", |input| Ok((input.span(), constant(input)?)))?;
        words.push(raw::encode::Word {
            key: word.ident.clone(),
            value,
            span,
        });
        Ok(())
    });
    Variant {
        ident: input.ident.clone(),
        has_fields: !matches!(input.fields, Fields::Unit),
        words,
    }
}

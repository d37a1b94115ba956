//! Checks what stands on a type that derives `Encode`, as far as no contract is needed for it.

use crate::errors::Errors;
use crate::model::encode::{Encode, Field, Form, Link, Mapping, Origin, Profile, Words};
use crate::nearest::{did_you_mean, one_of};
use crate::raw::encode::{self as raw, Data, Place, To};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::cmp::Ordering;
use syn::ext::IdentExt;
use syn::{Error, Ident, Type};

/// Checks the input of the `Encode` derive.
pub(crate) fn encode(errors: &Errors, raw: &raw::Encode) -> Option<Encode> {
    let keys = keys(errors, raw);
    match &raw.data {
        Data::Struct(fields) => Some(Encode::Struct(mappings(errors, raw, &keys, fields))),
        Data::Newtype(member, ty) => {
            for to in &raw.to {
                errors.at(
                    &to.ty,
                    "a struct around one value is what the value is; name its field to map it",
                );
            }
            Some(Encode::Newtype(member.clone(), ty.clone()))
        }
        Data::Enum(variants) => words(errors, raw, &keys, variants).map(Encode::Enum),
        Data::Other(why) => {
            errors.at(&raw.target.ident, why);
            None
        }
    }
}

/// What attributes call a target.
struct Key {
    /// `revnue` for `revnue::CreateCustomer`; empty where nothing says.
    name: String,
    /// Whether no other target is called so.
    is_own: bool,
    /// Whether the type is that of no target before it.
    is_new: bool,
}

/// What attributes call each target.
fn keys(errors: &Errors, raw: &raw::Encode) -> Vec<Key> {
    let root = raw.target.root.segments.last();
    let root = root.map(|segment| segment.ident.unraw().to_string());
    let mut keys: Vec<Key> = Vec::new();
    for (i, to) in raw.to.iter().enumerate() {
        let (name, tokens) = match to.name.get() {
            Some(name) => (name.unraw().to_string(), name.to_token_stream()),
            None if to.name.is_given() => (String::new(), TokenStream::new()),
            None => (key(&to.ty, root.as_deref()), to.ty.to_token_stream()),
        };
        let ty = shown(&to.ty);
        let is_new = !raw.to[..i].iter().any(|other| shown(&other.ty) == ty);
        let is_own = !name.is_empty() && !keys.iter().any(|key| key.name == name);
        if !is_new {
            errors.at(&to.ty, format!("`{ty}` is a target already; remove one"));
        } else if name.is_empty() && !to.name.is_given() {
            errors.at(
                tokens,
                format!(
                    "nothing says what fields call this target: give it a name, \
                     `to({ty}, as = name)`"
                ),
            );
        } else if !is_own && !name.is_empty() {
            errors.at(
                tokens,
                format!(
                    "two targets are called `{name}`; give this one a name of its own: \
                     `to({ty}, as = other_name)`"
                ),
            );
        }
        keys.push(Key {
            name,
            is_own,
            is_new,
        });
    }
    keys
}

/// The first part of a path that says more than where it begins; of a single name the name.
fn key(ty: &Type, root: Option<&str>) -> String {
    let Type::Path(path) = ty else {
        return String::new();
    };
    let segments: Vec<String> = path
        .path
        .segments
        .iter()
        .map(|segment| segment.ident.unraw().to_string())
        .collect();
    let telling = |name: &&String| {
        !matches!(name.as_str(), "crate" | "self" | "super") && Some(name.as_str()) != root
    };
    let first = segments.iter().find(telling);
    first.map_or_else(String::new, |name| snake(name))
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (i, c) in name.char_indices() {
        if c.is_uppercase() && i > 0 && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

fn shown(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(" :: ", "::")
}

fn mappings(
    errors: &Errors,
    raw: &raw::Encode,
    keys: &[Key],
    fields: &[raw::Field],
) -> Vec<Mapping> {
    if raw.to.is_empty() && !raw.is_torn {
        errors.at(
            &raw.target.ident,
            "say what it is mapped to: `#[carnet(to(vendor::Operation))]`",
        );
    }
    let mut is_whole = !raw.is_torn;
    // What is called so that cannot be read may be any of the targets.
    let lacks_key = raw.lacks_target
        || keys.iter().any(|key| key.name.is_empty())
        || raw
            .to
            .iter()
            .any(|to| to.name.is_given() && to.name.get().is_none());
    let names: Vec<&str> = keys.iter().map(|key| key.name.as_str()).collect();
    for field in fields {
        is_whole &= known_keys(errors, field, &names, lacks_key);
        unmapped(errors, field, &raw.to);
    }
    let parameters: Vec<String> = parameters(raw);
    let targets = raw.to.iter().zip(keys).filter(|(_, key)| key.is_new);
    targets
        .map(|(to, key)| {
            // Which of two targets of one name a field means is not known.
            let fields = if key.is_own { fields } else { &[] };
            Mapping {
                ty: to.ty.clone(),
                key: key.name.clone(),
                profile: to.profile.get().copied().unwrap_or(Profile::Strict),
                links: distinct(errors, links(to, &key.name, fields, &parameters)),
                is_whole: is_whole && key.is_own,
            }
        })
        .collect()
}

/// Whether every key on a field is that of a target, or was probably meant to be one.
fn known_keys(errors: &Errors, field: &raw::Field, keys: &[&str], lacks_key: bool) -> bool {
    let mut all_known = true;
    for place in &field.places {
        let found = place.key.unraw().to_string();
        if keys.contains(&found.as_str()) || keys.is_empty() {
            continue;
        }
        all_known = false;
        if lacks_key {
            continue;
        }
        let hint = did_you_mean(&found, keys.iter().copied(), || match keys {
            [only] => format!("the one target is `{only}`"),
            _ => format!("targets are {}", one_of(keys.iter().copied())),
        });
        errors.at(&place.key, format!("no target is called `{found}`; {hint}"));
    }
    all_known
}

/// Reports a field that is neither mapped nor skipped, or both.
fn unmapped(errors: &Errors, field: &raw::Field, to: &[To]) {
    let name = field.member.unraw();
    if field.skip.is_given() && !field.places.is_empty() {
        errors.at(
            &field.skip.word,
            format!("`{name}` is mapped, so it is not skipped; remove one of the two"),
        );
    } else if !field.skip.is_given() && field.places.is_empty() && !field.is_torn && !to.is_empty()
    {
        errors.at(
            &field.member,
            format!(
                "`{name}` is mapped to nothing: say where it goes, `#[carnet(vendor = \
                 \"member\")]`, or that it goes nowhere, `#[carnet(skip)]`"
            ),
        );
    }
}

fn links(to: &To, key: &str, fields: &[raw::Field], parameters: &[String]) -> Vec<Link> {
    let of_fields = fields.iter().flat_map(|field| {
        let places = field.places.iter();
        let own = places.filter(move |place| place.key.unraw() == key);
        own.map(move |place| link(field, place, parameters))
    });
    let set = to.set.iter().map(|set| Link {
        path: set.path.segments.clone(),
        tokens: set.path.tokens.clone(),
        origin: Origin::Set(set.value.clone(), set.span),
    });
    of_fields.chain(set).collect()
}

fn link(field: &raw::Field, place: &Place, parameters: &[String]) -> Link {
    Link {
        path: place.path.segments.clone(),
        tokens: place.path.tokens.clone(),
        origin: Origin::Field(Box::new(Field {
            member: field.member.clone(),
            ty: field.ty.clone(),
            with: place.with.get().cloned(),
            undocumented: place.undocumented.is_given(),
            is_generic: mentions(field.ty.to_token_stream(), parameters),
        })),
    }
}

/// The names of the type's parameters, lifetimes aside.
fn parameters(raw: &raw::Encode) -> Vec<String> {
    let generics = &raw.target.generics;
    let types = generics.type_params().map(|it| it.ident.to_string());
    let constants = generics.const_params().map(|it| it.ident.to_string());
    types.chain(constants).collect()
}

fn mentions(tokens: TokenStream, names: &[String]) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.iter().any(|name| ident == name),
        TokenTree::Group(group) => mentions(group.stream(), names),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Reports two values for one place, and a value inside of what another one is the whole of; the
/// first of them stays.
fn distinct(errors: &Errors, links: Vec<Link>) -> Vec<Link> {
    let mut kept: Vec<Link> = Vec::new();
    for link in links {
        let overlaps = |other: &&Link| {
            let length = other.path.len().min(link.path.len());
            other.path[..length] == link.path[..length]
        };
        let Some(first) = kept.iter().find(overlaps) else {
            kept.push(link);
            continue;
        };
        let value = match &first.origin {
            Origin::Field(field) => format!("`{}`", field.member.unraw()),
            Origin::Set(..) => "`set`".to_owned(),
        };
        let (place, whole) = (link.path.join("."), first.path.join("."));
        let message = match first.path.len().cmp(&link.path.len()) {
            Ordering::Equal => {
                format!("two values for `{place}`: {value} gives it one already; remove one")
            }
            Ordering::Less => format!(
                "{value} gives all of `{whole}` already, and `{place}` is inside; remove one"
            ),
            Ordering::Greater => {
                format!("{value} gives `{whole}` already, which is inside `{place}`; remove one")
            }
        };
        errors.at(&link.tokens, message);
    }
    kept
}

/// Checks an enum: a word for every variant and vendor.
fn words(
    errors: &Errors,
    raw: &raw::Encode,
    keys: &[Key],
    variants: &[raw::Variant],
) -> Option<Words> {
    if variants.is_empty() {
        errors.at(
            &raw.target.ident,
            "an enum without variants has nothing to encode",
        );
        return None;
    }
    for to in &raw.to {
        for set in &to.set {
            errors.at(
                &set.path.tokens,
                "an enum has no members to set; remove this",
            );
        }
        if let Some(word) = &to.profile.word {
            errors.at(
                word,
                "the words of an enum are those of both profiles; remove this",
            );
        }
    }
    for variant in variants.iter().filter(|it| it.has_fields) {
        errors.at(
            &variant.ident,
            "a variant that stands for a word has no fields; where it has, convert the enum with a \
             function: `#[carnet(vendor(\"member\", with = function))]`",
        );
    }
    let mut names: Vec<String> = keys.iter().map(|key| key.name.clone()).collect();
    for word in variants.iter().flat_map(|variant| &variant.words) {
        let key = word.key.unraw().to_string();
        if !names.contains(&key) {
            names.push(key);
        }
    }
    if names.is_empty() && !raw.is_torn {
        errors.at(
            &raw.target.ident,
            "say which words its variants stand for: `#[carnet(vendor = \"word\")]` on every one",
        );
    }
    let forms: Vec<Option<Form>> = names
        .iter()
        .enumerate()
        .filter(|(_, key)| !key.is_empty())
        .map(|(i, key)| form(errors, raw, key, raw.to.get(i), variants))
        .collect();
    if names.iter().all(String::is_empty) || variants.iter().any(|variant| variant.has_fields) {
        return None;
    }
    Some(Words {
        variants: variants.iter().map(|it| it.ident.clone()).collect(),
        forms: forms.into_iter().collect::<Option<_>>()?,
    })
}

/// The words of one vendor.
fn form(
    errors: &Errors,
    raw: &raw::Encode,
    key: &str,
    to: Option<&To>,
    variants: &[raw::Variant],
) -> Option<Form> {
    let mut words = Vec::new();
    let mut is_complete = true;
    for variant in variants {
        let mut own = variant.words.iter().filter(|word| word.key.unraw() == key);
        if let Some(word) = own.next() {
            words.push((word.value.clone(), word.span));
        } else {
            is_complete = false;
            if !raw.is_torn {
                missing(errors, &raw.target.ident, &variant.ident, key);
            }
        }
        for again in own {
            errors.push(Error::new_spanned(
                &again.key,
                format!("`{key}` is given twice; keep one of the two"),
            ));
        }
    }
    is_complete.then(|| Form {
        key: key.to_owned(),
        ty: to.map(|to| to.ty.clone()),
        words,
    })
}

fn missing(errors: &Errors, name: &Ident, variant: &Ident, key: &str) {
    errors.at(
        variant,
        format!("`{name}::{variant}` has no word for `{key}`: add `#[carnet({key} = \"word\")]`"),
    );
}

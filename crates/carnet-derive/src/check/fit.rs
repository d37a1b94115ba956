//! Constraints against types that can be told by their name.

use crate::errors::Errors;
use crate::symbol;
use syn::{GenericArgument, Ident, PathArguments, Type};

/// A JSON type that the name of a Rust type tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Json {
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Map,
}

impl Json {
    fn describe(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::String => "a text",
            Self::Array => "an array",
            Self::Map => "an object",
        }
    }
}

/// Reports constraints that values of this type cannot break.
pub(crate) fn fit(errors: &Errors, words: &[Ident], ty: &Type) {
    let Some(json) = json(ty) else { return };
    for word in words {
        let (of, fits) = match word.to_string().as_str() {
            symbol::MIN_LENGTH | symbol::MAX_LENGTH | symbol::FORMAT | symbol::SECRET => {
                ("texts", json == Json::String)
            }
            symbol::MINIMUM | symbol::MAXIMUM | symbol::CONST => {
                ("numbers", matches!(json, Json::Integer | Json::Number))
            }
            symbol::MAX_DECIMALS => ("numbers", json == Json::Number),
            symbol::MIN_ITEMS | symbol::MAX_ITEMS => ("arrays", json == Json::Array),
            _ => continue,
        };
        if !fits {
            let hint = match (of, json) {
                ("texts", Json::Array) => "; for the number of items write `max_items`",
                ("arrays", Json::String) => "; for the length of a text write `max_length`",
                ("numbers", Json::String) if *word == symbol::CONST => {
                    "; for a member that is always the same text write `constant(…)` on the type"
                }
                ("texts", Json::Integer) => "; for the size of a number write `maximum`",
                _ => "",
            };
            errors.at(
                word,
                format!(
                    "`{word}` is about {of}, and this is {}{hint}",
                    json.describe()
                ),
            );
        }
    }
}

/// Whether a value of this type can be `null`, as its name tells.
pub(crate) fn may_be_null(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => (path.path.segments.last()).is_some_and(|last| last.ident == "Member"),
        _ => false,
    }
}

/// The JSON type of a Rust type, where its name tells.
pub(crate) fn json(ty: &Type) -> Option<Json> {
    match ty {
        Type::Reference(reference) => json(&reference.elem),
        Type::Paren(paren) => json(&paren.elem),
        Type::Group(group) => json(&group.elem),
        Type::Path(path) if path.qself.is_none() => {
            let last = path.path.segments.last()?;
            match last.ident.to_string().as_str() {
                "Option" | "Member" | "Box" => match &last.arguments {
                    PathArguments::AngleBracketed(arguments) if arguments.args.len() == 1 => {
                        match &arguments.args[0] {
                            GenericArgument::Type(inner) => json(inner),
                            _ => None,
                        }
                    }
                    _ => None,
                },
                "bool" => Some(Json::Boolean),
                "i64" => Some(Json::Integer),
                "Decimal" => Some(Json::Number),
                "String" | "str" | "Secret" => Some(Json::String),
                "Vec" => Some(Json::Array),
                "BTreeMap" => Some(Json::Map),
                _ => None,
            }
        }
        _ => None,
    }
}

//! The members that a rule, or another member, can name.

use crate::errors::Errors;
use crate::nearest::{did_you_mean, one_of};
use crate::raw::{Argument, Constant, Field};
use syn::ext::IdentExt;
use syn::{Error, Ident, LitStr, Member};

/// The members of one struct.
pub(crate) struct Names<'a> {
    fields: Vec<Name<'a>>,
    constants: &'a [Constant],
}

/// A field under its two names.
struct Name<'a> {
    field: &'a Field,
    rust: String,
    wire: String,
}

impl Name<'_> {
    /// Whether it is one member under its wire name.
    fn is_member(&self) -> bool {
        let field = self.field;
        !field.serde.skip.is_given() && !field.serde.flatten.is_given() && !field.dynamic.is_given()
    }
}

impl<'a> Names<'a> {
    /// The fields, each with its wire name, and the members without a field.
    pub(crate) fn new(
        fields: impl IntoIterator<Item = (&'a Field, String)>,
        constants: &'a [Constant],
    ) -> Self {
        let named = fields
            .into_iter()
            .filter_map(|(field, wire)| match &field.member {
                Member::Named(ident) => Some(Name {
                    field,
                    rust: ident.unraw().to_string(),
                    wire,
                }),
                Member::Unnamed(_) => None,
            });
        Self {
            fields: named.collect(),
            constants,
        }
    }

    /// The wire names, as far as this struct alone tells.
    pub(crate) fn wires(&self) -> impl Iterator<Item = &str> + Clone {
        let constants = self.constants.iter().map(|constant| constant.name.as_str());
        let members = self.fields.iter().filter(|name| name.is_member());
        constants.chain(members.map(|name| name.wire.as_str()))
    }

    /// The field that an argument names, with its wire name.
    pub(crate) fn argument(
        &self,
        errors: &Errors,
        argument: &Argument,
    ) -> Option<(&'a Field, &str)> {
        match argument {
            Argument::Field(name) => self.find(errors, name),
            Argument::Text(text) => {
                errors.push(crate::parse::quoted(text));
                None
            }
        }
    }

    /// The field of this Rust name, with its wire name.
    pub(crate) fn find(&self, errors: &Errors, name: &Ident) -> Option<(&'a Field, &str)> {
        let text = name.unraw().to_string();
        let Some(Name { field, wire, .. }) = self.fields.iter().find(|name| name.rust == text)
        else {
            errors.at(name, self.unknown(&text));
            return None;
        };
        for (is_given, what) in [
            (
                field.serde.skip.is_given(),
                "is skipped, so that it never reaches the payload",
            ),
            (
                field.serde.flatten.is_given(),
                "is flattened, so that it is no single member",
            ),
            (
                field.dynamic.is_given(),
                "is dynamic, so that its key is not known",
            ),
        ] {
            if is_given {
                errors.at(
                    name,
                    format!("`{text}` {what}; name a field that is one member"),
                );
                return None;
            }
        }
        Some((field, wire))
    }

    fn unknown(&self, name: &str) -> String {
        if let Some(Name { rust, .. }) = self.fields.iter().find(|field| field.wire == name) {
            return format!(
                "`{name}` is the name on the wire; rules name the Rust field: write `{rust}`"
            );
        }
        let known = || self.fields.iter().map(|name| name.rust.as_str());
        let hint = did_you_mean(name, known(), || {
            if self.fields.is_empty() {
                "the struct has none".to_owned()
            } else {
                format!("the fields are {}", one_of(known()))
            }
        });
        format!("no field `{name}` in this struct; {hint}")
    }

    /// The member that a path begins with: `/member/inner`.
    pub(crate) fn begins(&self, errors: &Errors, path: &LitStr) -> Option<String> {
        let text = path.value();
        let Some(rest) = text.strip_prefix('/') else {
            errors.push(Error::new(
                path.span(),
                format!("a path begins with a slash: write `\"/{text}\"`"),
            ));
            return None;
        };
        let first = rest.split('/').next().unwrap_or_default();
        let member = first.replace("~1", "/").replace("~0", "~");
        // The members of a flattened struct are not known here.
        let flattens = (self.fields.iter()).any(|name| name.field.serde.flatten.is_given());
        if flattens || self.wires().any(|wire| wire == member) {
            return Some(member);
        }
        let hint = match self.fields.iter().find(|name| name.rust == member) {
            Some(Name { wire, .. }) => {
                format!("paths have the names of the wire: write `/{wire}`")
            }
            None => did_you_mean(&member, self.wires(), || {
                format!("the members are {}", one_of(self.wires()))
            }),
        };
        errors.push(Error::new(
            path.span(),
            format!("no member `{member}` in this struct; {hint}"),
        ));
        None
    }
}

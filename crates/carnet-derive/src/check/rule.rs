//! Rules about several members of one object.

use super::fit::{Json, json};
use super::ruling::{ruling, source};
use crate::errors::Errors;
use crate::model::{Base, MemberAssertion, MemberRule, Source};
use crate::nearest::{did_you_mean, one_of};
use crate::raw::{Field, Rule};
use crate::symbol;
use syn::ext::IdentExt;
use syn::{Ident, Member};

/// The fields that a rule can name.
pub(crate) struct Names<'a> {
    fields: Vec<(&'a Field, String, String)>,
}

impl<'a> Names<'a> {
    /// The fields, each with its wire name.
    pub(crate) fn new(fields: impl IntoIterator<Item = (&'a Field, String)>) -> Self {
        let named = fields
            .into_iter()
            .filter_map(|(field, wire)| match &field.member {
                Member::Named(ident) => Some((field, ident.unraw().to_string(), wire)),
                Member::Unnamed(_) => None,
            });
        Self {
            fields: named.collect(),
        }
    }

    /// The field of this Rust name, with its wire name.
    fn find(&self, errors: &Errors, name: &Ident) -> Option<(&'a Field, &str)> {
        let text = name.unraw().to_string();
        let Some((field, _, wire)) = self.fields.iter().find(|(_, rust, _)| *rust == text) else {
            errors.at(name, self.unknown(&text));
            return None;
        };
        for (slot, what) in [
            (
                &field.serde.skip,
                "is skipped, so that it never reaches the payload",
            ),
            (
                &field.serde.flatten,
                "is flattened, so that it is no single member",
            ),
        ] {
            if slot.is_given() {
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
        if let Some((_, rust, _)) = self.fields.iter().find(|(_, _, wire)| wire == name) {
            return format!(
                "`{name}` is the name on the wire; rules name the Rust field: write `{rust}`"
            );
        }
        let known = || self.fields.iter().map(|(_, rust, _)| rust.as_str());
        let hint = did_you_mean(name, known(), || {
            if self.fields.is_empty() {
                "the struct has none".to_owned()
            } else {
                format!("the fields are {}", one_of(known()))
            }
        });
        format!("no field `{name}` in this struct; {hint}")
    }
}

/// Checks a rule of the container.
pub(crate) fn container_rule(
    errors: &Errors,
    rule: &Rule,
    names: &Names<'_>,
    place: &Source,
) -> MemberRule {
    let word = &rule.word;
    let mut wires: Vec<String> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for name in &rule.names {
        let text = name.unraw().to_string();
        if seen.contains(&text) {
            errors.at(
                name,
                format!("`{text}` is named twice in one rule; remove one of the two"),
            );
            continue;
        }
        seen.push(text);
        wires.extend(names.find(errors, name).map(|(_, wire)| wire.to_owned()));
    }
    if rule.names.len() < 2 && rule.complete {
        errors.at(
            word,
            format!(
                "`{word}` is about two fields or more: write `{word}(one_field, another_field)`"
            ),
        );
    }
    let place = &Source {
        section: wires.join(", "),
        ..place.clone()
    };
    let assertion = if *word == symbol::AT_LEAST_ONE {
        MemberAssertion::AtLeastOne(wires)
    } else {
        MemberAssertion::RequiredTogether(wires)
    };
    MemberRule {
        assertion,
        ruling: ruling(&rule.ruling, Base::Error, place),
        source: source(&rule.ruling.source, place),
    }
}

/// Checks a rule that a field says of itself.
pub(crate) fn requires(
    errors: &Errors,
    this: &Field,
    wire: &str,
    raw: &Rule,
    names: &Names<'_>,
    place: &Source,
) -> Option<MemberRule> {
    let [name] = raw.names.as_slice() else {
        if raw.complete {
            let word = &raw.word;
            errors.at(
                word,
                format!("`{word}` names one field, the flag: write `{word}(other_field)`"),
            );
        }
        return None;
    };
    let (other, flag) = names.find(errors, name)?;
    if other.member == this.member {
        errors.at(
            name,
            "a field cannot require itself; name the field that is the flag",
        );
    } else if json(&other.ty).is_some_and(|json| json != Json::Boolean) {
        errors.at(
            name,
            format!("`{name}` is no boolean, so it can never be `true`"),
        );
    }
    Some(MemberRule {
        assertion: MemberAssertion::RequiresTrue(wire.to_owned(), flag.to_owned()),
        ruling: ruling(&raw.ruling, Base::Error, place),
        source: source(&raw.ruling.source, place),
    })
}

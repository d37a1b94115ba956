//! Structs with named fields.

use super::constant::constant;
use super::dynamic::dynamic;
use super::member::{Surroundings, member};
use super::names::Names;
use super::rule::{container_rule, requires};
use super::ruling::{ruling, source};
use crate::errors::Errors;
use crate::model::{Base, Entry, Flatten, MemberRule, Object, Ruling, Source};
use crate::raw;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Error, Member};

/// Checks a struct with named fields.
pub(crate) fn object(errors: &Errors, raw: &raw::Payload, fields: &[raw::Field]) -> Object {
    let container = &raw.container;
    let place = source(&container.source, &Source::default());
    let named: Vec<_> = fields
        .iter()
        .map(|field| (field, wire_name(raw, field)))
        .collect();
    distinct(errors, &container.constants, &named);
    let known = &Names::new(named.iter().cloned(), &container.constants);
    let around = &Surroundings {
        container,
        source: &place,
        names: known,
    };

    let own = container.rules.iter();
    let mut rules: Vec<MemberRule> = own
        .filter_map(|rule| container_rule(errors, rule, known, &place))
        .collect();
    let mut entries = Vec::new();
    for (field, wire) in &named {
        if field.serde.flatten.is_given() {
            entries.extend(flatten(errors, raw, field));
        } else {
            let (entry, its_rules) = single(errors, field, wire, around);
            entries.extend(entry);
            rules.extend(its_rules);
        }
    }
    one_dynamic(errors, fields);

    let constants = container.constants.iter();
    Object {
        name: raw.target.ident.unraw().to_string(),
        operation: container.operation.clone(),
        description: raw.description.clone(),
        constants: constants.map(|raw| constant(raw, &place)).collect(),
        entries,
        unknown_keys: with_default(
            &container.unknown_keys,
            unknown_keys(errors, container),
            &place,
        ),
        key_spelling: with_default(&container.key_spelling, Base::KeySpelling, &place),
        adopts: container.adopts.is_given(),
        empty_is_absent: container.empty_is_absent.is_given(),
        mismatch: (container.constraints.mismatch.get())
            .map(|raw| ruling(raw, Base::Error, &place)),
        rules,
        source: place,
    }
}

/// Checks a field that is not flattened, and the rules that it says of itself.
fn single(
    errors: &Errors,
    field: &raw::Field,
    wire: &str,
    around: &Surroundings<'_>,
) -> (Option<Entry>, Vec<MemberRule>) {
    let checked = member(errors, field, wire, around);
    let own = field.requires.iter();
    let rules = own
        .filter_map(|rule| requires(errors, field, wire, rule, around.names, &checked.source))
        .collect();
    if field.serde.skip.is_given() {
        unused(errors, field, "skipped");
        return (None, rules);
    }
    let entry = match (field.dynamic.get(), field.dynamic.is_given()) {
        (Some(rule), _) => Some(Entry::Dynamic(Box::new(dynamic(
            errors,
            field,
            rule,
            checked,
            around.names,
        )))),
        // What could not be read is told already.
        (None, true) => None,
        (None, false) => Some(Entry::Field(Box::new(checked))),
    };
    (entry, rules)
}

/// Reports a second member without a name of its own: which of the two a key means is not known.
fn one_dynamic(errors: &Errors, fields: &[raw::Field]) {
    let words = fields
        .iter()
        .filter_map(|field| field.dynamic.word.as_ref());
    for word in words.skip(1) {
        errors.at(
            word,
            "a struct has at most one dynamic member; which of two a key means is not known",
        );
    }
}

/// What happens to unknown members, by what the struct is.
fn unknown_keys(errors: &Errors, container: &raw::Container) -> Base {
    match (&container.open, &container.reply) {
        (open, reply) if open.is_given() && reply.is_given() => {
            errors.at(
                &open.word,
                "a reply may grow, so `open` says nothing new beside `reply`; remove one of the \
                 two",
            );
            Base::UnknownKeysReply
        }
        (open, _) if open.is_given() => Base::UnknownKeysOpen,
        (_, reply) if reply.is_given() => Base::UnknownKeysReply,
        _ => Base::UnknownKeysClosed,
    }
}

fn with_default(slot: &raw::Slot<raw::Ruling>, base: Base, place: &Source) -> Ruling {
    match slot.get() {
        Some(raw) => ruling(raw, base, place),
        None => Ruling::plain(base),
    }
}

/// The name by serde's rules.
fn wire_name(raw: &raw::Payload, field: &raw::Field) -> String {
    if let Some(name) = field.serde.rename.get() {
        return name.value();
    }
    let name = match &field.member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    };
    raw.serde
        .rename_all
        .get()
        .map_or_else(|| name.clone(), |case| case.of_field(&name))
}

/// Reports two members of one name.
fn distinct(errors: &Errors, constants: &[raw::Constant], named: &[(&raw::Field, String)]) {
    for (i, constant) in constants.iter().enumerate() {
        let name = &constant.name;
        if constants[..i].iter().any(|earlier| earlier.name == *name) {
            errors.push(Error::new(
                constant.span,
                format!("`{name}` is given twice; keep one of the two"),
            ));
        }
    }
    let on_wire: Vec<_> = named
        .iter()
        .filter(|(field, _)| {
            !field.serde.skip.is_given()
                && !field.serde.flatten.is_given()
                && !field.dynamic.is_given()
        })
        .collect();
    for (i, (field, wire)) in on_wire.iter().enumerate() {
        let first = on_wire[..i].iter().find(|(_, earlier)| earlier == wire);
        let taken = match first {
            Some((first, _)) => format!("the field `{}`", first.member.to_token_stream()),
            None if constants.iter().any(|constant| constant.name == *wire) => {
                "a `constant`".to_owned()
            }
            None => continue,
        };
        let tokens = match field.serde.rename.get() {
            Some(rename) => rename.to_token_stream(),
            None => field.member.to_token_stream(),
        };
        let message = format!("`{wire}` is already the wire name of {taken}; rename one");
        errors.at(tokens, message);
    }
}

/// Checks a field whose members stand among those of its container.
fn flatten(errors: &Errors, raw: &raw::Payload, field: &raw::Field) -> Option<Entry> {
    unused(errors, field, "flattened");
    if raw.target.generics.type_params().next().is_some()
        || raw.target.generics.const_params().next().is_some()
    {
        errors.at(
            &field.serde.flatten.word,
            "a generic struct cannot flatten: how many members it has would depend on its \
             parameters; list the members here, or make the struct concrete",
        );
        return None;
    }
    Some(Entry::Flatten(Box::new(Flatten {
        member: field.member.clone(),
        ty: field.ty.clone(),
        skip_if: field.serde.skip_if.get().cloned(),
    })))
}

/// Reports what is said of a field that is no member.
fn unused(errors: &Errors, field: &raw::Field, how: &str) {
    if let Some(word) = &field.first_word {
        errors.at(
            word,
            format!("this field is {how} and is no member of its own; remove what is said of it"),
        );
    }
}

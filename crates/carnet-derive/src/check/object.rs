//! Structs with named fields.

use super::constraint::{Place, change};
use super::rule::{Names, container_rule, requires};
use super::ruling::{ruling, source};
use crate::errors::Errors;
use crate::model::{Base, Empty, Entry, Field, Flatten, MemberRule, Null, Object, Ruling, Source};
use crate::raw;
use quote::ToTokens;
use syn::Member;
use syn::ext::IdentExt;

/// Checks a struct with named fields.
pub(crate) fn object(errors: &Errors, raw: &raw::Payload, fields: &[raw::Field]) -> Object {
    let container = &raw.container;
    let place = source(&container.source, &Source::default());
    let named: Vec<_> = fields
        .iter()
        .map(|field| (field, wire_name(raw, field)))
        .collect();
    distinct(errors, &named);
    let known = Names::new(named.iter().cloned());

    let mut rules: Vec<MemberRule> = container
        .rules
        .iter()
        .map(|rule| container_rule(errors, rule, &known, &place))
        .collect();
    let mut entries = Vec::new();
    for (field, wire) in &named {
        if field.serde.flatten.is_given() {
            entries.extend(flatten(errors, raw, field));
            continue;
        }
        let checked = member(errors, raw, field, wire, &place);
        rules.extend(
            field
                .requires
                .iter()
                .filter_map(|rule| requires(errors, field, wire, rule, &known, &checked.source)),
        );
        if field.serde.skip.is_given() {
            unused(errors, field, "skipped");
        } else {
            entries.push(Entry::Field(Box::new(checked)));
        }
    }

    let base = match (&container.open, &container.reply) {
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
    };
    Object {
        name: raw.target.ident.unraw().to_string(),
        description: raw.description.clone(),
        entries,
        unknown_keys: with_default(&container.unknown_keys, base, &place),
        key_spelling: with_default(&container.key_spelling, Base::KeySpelling, &place),
        mismatch: (container.constraints.mismatch.get())
            .map(|raw| ruling(raw, Base::Error, &place)),
        rules,
        source: place,
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
fn distinct(errors: &Errors, named: &[(&raw::Field, String)]) {
    let on_wire: Vec<_> = named
        .iter()
        .filter(|(field, _)| !field.serde.skip.is_given() && !field.serde.flatten.is_given())
        .collect();
    for (i, (field, wire)) in on_wire.iter().enumerate() {
        if let Some((first, _)) = on_wire[..i].iter().find(|(_, earlier)| earlier == wire) {
            let tokens = match field.serde.rename.get() {
                Some(rename) => rename.to_token_stream(),
                None => field.member.to_token_stream(),
            };
            let first = first.member.to_token_stream();
            errors.at(
                tokens,
                format!("`{wire}` is already the wire name of the field `{first}`; rename one"),
            );
        }
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

fn member(
    errors: &Errors,
    raw: &raw::Payload,
    field: &raw::Field,
    wire: &str,
    container_source: &Source,
) -> Field {
    let container = &raw.container;
    let place = source(
        &field.source,
        &Source {
            section: wire.to_owned(),
            ..container_source.clone()
        },
    );
    let mut change = change(
        errors,
        &field.constraints,
        &Place {
            source: &place,
            length: container.length_decided_by.get(),
            ty: &field.ty,
        },
    );
    if change.mismatch.is_none() {
        let default = container.constraints.mismatch.get();
        change.mismatch = default.map(|raw| ruling(raw, Base::Error, container_source));
    }
    let null_base = || Base::NullOf(Box::new(field.ty.clone()));
    let null = match (field.null.get(), container.null.get()) {
        (Some(own), _) => Null::Own(ruling(own, null_base(), &place)),
        (None, Some(all)) => Null::Optional(ruling(all, Base::NullOptional, container_source)),
        (None, None) => Null::Default,
    };
    let empty = match (field.empty.get(), container.empty.get()) {
        (Some(own), _) => Empty::Own(ruling(own, Base::EmptyRequired, &place)),
        (None, Some(all)) => Empty::Required(ruling(all, Base::EmptyRequired, container_source)),
        (None, None) if container.reply.is_given() => Empty::Required(Ruling::plain(Base::Allow)),
        (None, None) => Empty::Required(Ruling::plain(Base::EmptyRequired)),
    };
    Field {
        member: field.member.clone(),
        ty: field.ty.clone(),
        name: wire.to_owned(),
        description: field.description.clone(),
        change,
        required: field
            .required
            .get()
            .map(|raw| ruling(raw, Base::Error, &place)),
        null,
        empty,
        source: place,
        see: field.see.clone(),
        skip_if: field.serde.skip_if.get().cloned(),
    }
}

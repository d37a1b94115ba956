//! One member of an object.

use super::constraint::{Place, change};
use super::names::Names;
use super::ruling::{ruling, source};
use crate::errors::Errors;
use crate::model::{Alias, Base, Change, Empty, Field, Null, Required, Ruling, Source};
use crate::{case, raw};
use syn::Error;

/// What a member takes over from the struct that it stands in.
pub(crate) struct Surroundings<'a> {
    pub(crate) container: &'a raw::Container,
    pub(crate) source: &'a Source,
    pub(crate) names: &'a Names<'a>,
}

/// Checks a field that is one member.
pub(crate) fn member(
    errors: &Errors,
    field: &raw::Field,
    wire: &str,
    around: &Surroundings<'_>,
) -> Field {
    let place = source(
        &field.source,
        &Source {
            section: wire.to_owned(),
            ..around.source.clone()
        },
    );
    Field {
        member: field.member.clone(),
        ty: field.ty.clone(),
        name: wire.to_owned(),
        description: field.description.clone(),
        change: changed(errors, field, &place, around),
        required: required(errors, field, &place, around),
        null: null(field, &place, around),
        empty: empty(field, &place, around),
        undocumented: (field.undocumented.get()).map(|raw| ruling(raw, Base::Error, &place)),
        aliases: aliases(errors, field, wire, &place, around),
        source: place,
        see: field.see.clone(),
        skip_if: field.serde.skip_if.get().cloned(),
    }
}

fn changed(
    errors: &Errors,
    field: &raw::Field,
    place: &Source,
    around: &Surroundings<'_>,
) -> Change {
    let mut change = change(
        errors,
        &field.constraints,
        &Place {
            source: place,
            length: around.container.length_decided_by.get(),
            ty: &field.ty,
        },
    );
    if change.mismatch.is_none() {
        let default = around.container.constraints.mismatch.get();
        change.mismatch = default.map(|raw| ruling(raw, Base::Error, around.source));
    }
    change
}

fn required(
    errors: &Errors,
    field: &raw::Field,
    place: &Source,
    around: &Surroundings<'_>,
) -> Required {
    if field.required.is_given() && field.optional.is_given() {
        errors.at(
            &field.optional.word,
            "a member is `optional` or `required`; remove one of the two",
        );
    }
    if let Some(own) = field.required.get() {
        Required::Own(ruling(own, Base::Error, place))
    } else if field.optional.is_given() {
        Required::Own(Ruling::plain(Base::Allow))
    } else if let Some(all) = around.container.required.get() {
        Required::All(ruling(all, Base::Error, around.source))
    } else {
        Required::ByType
    }
}

fn null(field: &raw::Field, place: &Source, around: &Surroundings<'_>) -> Null {
    if let Some(own) = field.null.get() {
        let base = Base::NullOf(Box::new(field.ty.clone()));
        Null::Own(ruling(own, base, place))
    } else if let Some(all) = around.container.null.get() {
        Null::Optional(ruling(all, Base::NullOptional, around.source))
    } else if around.container.empty_is_absent.is_given() {
        Null::LikeAbsent
    } else {
        Null::Default
    }
}

fn empty(field: &raw::Field, place: &Source, around: &Surroundings<'_>) -> Empty {
    if let Some(own) = field.empty.get() {
        return Empty::Own(ruling(own, Base::EmptyRequired, place));
    }
    if let Some(all) = around.container.empty.get() {
        return Empty::Required(ruling(all, Base::EmptyRequired, around.source));
    }
    let default = Ruling::plain(if around.container.reply.is_given() {
        Base::Allow
    } else {
        Base::EmptyRequired
    });
    if around.container.empty_is_absent.is_given() {
        Empty::LikeAbsent(default)
    } else {
        Empty::Required(default)
    }
}

/// The label first, then what the member says of itself.
fn aliases(
    errors: &Errors,
    field: &raw::Field,
    wire: &str,
    place: &Source,
    around: &Surroundings<'_>,
) -> Vec<Alias> {
    let is_member = |name: &str| around.names.wires().any(|wire| wire == name);
    let label = case::label(wire);
    let own = || field.aliases.iter().map(|alias| alias.value.value());
    // What the member says of the same key wins.
    let has_label = !is_member(&label) && !own().any(|name| name == label);
    let labels = around.container.labels.get().filter(|_| has_label);
    let mut aliases: Vec<_> = labels
        .map(|raw| Alias {
            name: label,
            ruling: ruling(raw, Base::Error, around.source),
        })
        .into_iter()
        .collect();
    for (at, alias) in field.aliases.iter().enumerate() {
        let name = alias.value.value();
        if is_member(&name) {
            errors.push(Error::new(
                alias.span,
                format!("`{name}` is the wire name of a member, so it can stand for no other"),
            ));
        } else if own().take(at).any(|earlier| earlier == name) {
            errors.push(Error::new(
                alias.span,
                format!("`{name}` is given twice; keep one of the two"),
            ));
        }
        aliases.push(Alias {
            ruling: ruling(&alias.ruling, Base::Error, place),
            name,
        });
    }
    aliases
}

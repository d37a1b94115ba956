//! What stands on a field or a variant.

use super::constraint::constraint;
use super::ruling::{self, alone, ruled};
use super::word::{Word, attributes};
use super::{doc, serde, value};
use crate::errors::Errors;
use crate::raw::{Constraints, Field, Slot, Source, Variant, VariantPayload};
use crate::symbol;
use syn::punctuated::Punctuated;
use syn::{Fields, Index, Member, Result, Token};

/// Reads the fields of a struct.
pub(crate) fn fields(errors: &Errors, fields: &Punctuated<syn::Field, Token![,]>) -> Vec<Field> {
    fields
        .iter()
        .enumerate()
        .map(|(index, input)| field(errors, index, input))
        .collect()
}

fn field(errors: &Errors, index: usize, input: &syn::Field) -> Field {
    let member = match &input.ident {
        Some(ident) => Member::Named(ident.clone()),
        None => Member::Unnamed(Index::from(index)),
    };
    let mut field = Field {
        member,
        ty: input.ty.clone(),
        description: doc::description(&input.attrs),
        serde: serde::field(errors, &input.attrs),
        constraints: Constraints::default(),
        required: Slot::default(),
        optional: Slot::default(),
        null: Slot::default(),
        empty: Slot::default(),
        undocumented: Slot::default(),
        aliases: Vec::new(),
        dynamic: Slot::default(),
        requires: Vec::new(),
        see: Vec::new(),
        source: Source::default(),
        first_word: None,
    };
    attributes(errors, &input.attrs, symbol::CARNET, |word| {
        field.first_word.get_or_insert_with(|| word.ident.clone());
        read(errors, word, &mut field)
    });
    field
}

fn read(errors: &Errors, word: &Word<'_>, into: &mut Field) -> Result<()> {
    match word.name.as_str() {
        symbol::REQUIRED => word.once(errors, &mut into.required, || alone(errors, word)),
        symbol::NULL => word.once(errors, &mut into.null, || alone(errors, word)),
        symbol::OPTIONAL => word.once(errors, &mut into.optional, || word.nothing()),
        symbol::EMPTY => word.once(errors, &mut into.empty, || alone(errors, word)),
        symbol::UNDOCUMENTED => word.once(errors, &mut into.undocumented, || alone(errors, word)),
        symbol::ALIAS => {
            into.aliases
                .push(ruled(errors, word, "\"other_key\"", value::text)?);
            Ok(())
        }
        symbol::DYNAMIC => word.once(errors, &mut into.dynamic, || {
            ruling::rule(errors, word, "field_that_names_it")
        }),
        symbol::REQUIRES => {
            into.requires
                .push(ruling::rule(errors, word, "other_field")?);
            Ok(())
        }
        symbol::SEE => {
            into.see.extend(value::see(word)?);
            Ok(())
        }
        _ if ruling::source(errors, word, &mut into.source)? => Ok(()),
        _ if constraint(errors, word, &mut into.constraints)? => Ok(()),
        _ => Err(word.unknown("a field", &symbol::on_field())),
    }
}

/// Reads a variant of an enum.
pub(crate) fn variant(errors: &Errors, input: &syn::Variant) -> Variant {
    let payload = match &input.fields {
        Fields::Unit => VariantPayload::Unit,
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            VariantPayload::Newtype(Box::new(fields.unnamed[0].ty.clone()))
        }
        _ => VariantPayload::Other,
    };
    let mut variant = Variant {
        ident: input.ident.clone(),
        description: doc::description(&input.attrs),
        payload,
        rename: serde::variant(errors, &input.attrs),
        constraints: Constraints::default(),
        source: Source::default(),
        first_word: None,
    };
    attributes(errors, &input.attrs, symbol::CARNET, |word| {
        variant.first_word.get_or_insert_with(|| word.ident.clone());
        if ruling::source(errors, word, &mut variant.source)?
            || constraint(errors, word, &mut variant.constraints)?
        {
            return Ok(());
        }
        let known = &symbol::on_variant();
        Err(word.unknown("a variant", known))
    });
    variant
}

//! Members that are always the same text.

use super::ruling::{ruling, source};
use crate::model::{Base, Constant, Source};
use crate::raw;
use syn::LitStr;

/// Checks a member without a field.
pub(crate) fn constant(raw: &raw::Constant, container: &Source) -> Constant {
    let place = source(
        &raw.ruling.source,
        &Source {
            section: raw.name.clone(),
            ..container.clone()
        },
    );
    let own = || ruling(&raw.ruling, Base::Error, &place);
    Constant {
        name: raw.name.clone(),
        value: raw.value.clone(),
        description: raw
            .description
            .get()
            .map_or_else(|| format!("Always `{}`.", raw.value), LitStr::value),
        ruling: own(),
        required: match raw.required.get() {
            Some(required) => ruling(required, Base::Error, &place),
            None => own(),
        },
        see: raw.see.clone(),
        source: place,
    }
}

//! Rulings and sources, with their defaults filled in.

use crate::model::{Base, Ruling, Source};
use crate::raw;

/// A ruling that starts from `base`, or from the discrepancy that it names.
pub(crate) fn ruling(raw: &raw::Ruling, base: Base, place: &Source) -> Ruling {
    Ruling {
        base: raw
            .decided_by
            .get()
            .map_or(base, |path| Base::By(path.clone())),
        strict: raw.strict.get().copied(),
        lenient: raw.lenient.get().copied(),
        source: is_given(&raw.source).then(|| source(&raw.source, place)),
    }
}

/// A source whose missing parts are those of `default`.
pub(crate) fn source(raw: &raw::Source, default: &Source) -> Source {
    Source {
        page: raw.page.get().unwrap_or(&default.page).clone(),
        section: raw.section.get().unwrap_or(&default.section).clone(),
        strength: raw.strength.get().copied().unwrap_or(default.strength),
    }
}

fn is_given(raw: &raw::Source) -> bool {
    raw.page.get().is_some() || raw.section.get().is_some() || raw.strength.get().is_some()
}

//! Which of several alternatives was meant.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;

/// The alternative that the value at `place` is nearest to, by its index; `None` where the value has
/// the type of none of them, or where none says why.
///
/// An alternative of the value's type was meant rather than one of another; one whose constants (as
/// of a member `kind`) fit rather than one whose do not; then one that fails deeper inside; then one
/// that fails less often.
pub(crate) fn meant(place: &str, alternatives: &[Vec<ValidationError<'_>>]) -> Option<usize> {
    let far = |index: &usize| distance(place, &alternatives[*index]);
    let nearest = (0..alternatives.len()).min_by_key(far)?;
    let errors = &alternatives[nearest];
    let has_words = !errors.is_empty() && !errors.iter().any(|it| is_other_type(place, it));
    has_words.then_some(nearest)
}

/// Whether an error is that the value at `place` has another type.
fn is_other_type(place: &str, error: &ValidationError<'_>) -> bool {
    error.instance_path().as_str() == place
        && matches!(error.kind(), ValidationErrorKind::Type { .. })
}

/// How far a value is from an alternative.
fn distance(place: &str, errors: &[ValidationError<'_>]) -> (bool, usize, usize, usize) {
    let depth = |error: &ValidationError<'_>| error.instance_path().as_str().matches('/').count();
    let constants = errors.iter().filter(|it| {
        matches!(
            it.kind(),
            ValidationErrorKind::Constant { .. } | ValidationErrorKind::Enum { .. }
        )
    });
    (
        errors.iter().any(|it| is_other_type(place, it)),
        constants.count(),
        usize::MAX - errors.iter().map(depth).min().unwrap_or(0),
        errors.len(),
    )
}

//! The schema of a parameter: a text, bare or with JSON inside.

use super::annotation::Notes;
use super::reading::{Step, first_taking};
use super::value::{Null, placed, text};
use super::{Definitions, Keywords, Tree, asserts, check, pattern, types};
use crate::rule::RuleId;
use crate::shape::{Assertion, Field, Kind, Reading, Shape};

/// Whether a parameter of this kind stands bare; any other holds JSON.
///
/// # Example
/// ```
/// use carnet_core::{Kind, json_schema};
///
/// assert!(json_schema::is_bare(&Kind::Boolean));
/// assert!(!json_schema::is_bare(&Kind::Any));
/// ```
#[must_use]
pub const fn is_bare(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Boolean | Kind::Integer | Kind::Number | Kind::String | Kind::Enum(_)
    )
}

/// The value of a parameter, as a text. `inside` is what else is said of the JSON in it.
pub(super) fn value(
    field: &Field,
    inside: Vec<Keywords>,
    notes: &mut Notes,
    definitions: &mut dyn Definitions,
) -> Keywords {
    let keywords = if is_bare(&field.shape.kind) {
        let mut keywords = bare(&field.shape, definitions);
        notes.ruling(RuleId::Empty, &field.empty, None);
        if asserts(&field.empty) {
            check::at_least(&mut keywords, "minLength", 1);
        }
        notes.unsaid_of_text(&field.shape);
        keywords
    } else {
        if let Some(ruling) = &field.null {
            notes.ruling(RuleId::Null, ruling, None);
        }
        json(field, inside, definitions)
    };
    notes.shape(&field.shape);
    keywords
}

/// A text that is JSON; or, where JSON may be of several types, any other text as well.
fn json(field: &Field, inside: Vec<Keywords>, definitions: &mut dyn Definitions) -> Keywords {
    let mut content = placed(&field.shape, Null::by(field.null.as_ref()), definitions);
    for clause in inside {
        check::join(&mut content, clause);
    }
    let mut keywords = Keywords::default();
    keywords.set("type", "string");
    match field.shape.kind {
        Kind::Any => {}
        Kind::Union(_) => keywords.set("contentSchema", content),
        _ => {
            keywords.set("contentMediaType", "application/json");
            keywords.set("contentSchema", content);
        }
    }
    keywords
}

/// A text without quotes, digits, or a flag.
fn bare(shape: &Shape, definitions: &mut dyn Definitions) -> Keywords {
    if types(&shape.kind) == ["string"] {
        return text(shape, definitions);
    }
    let mut keywords: Keywords = first_taking(steps(shape, definitions), open(shape)).into();
    keywords.set("type", "string");
    keywords
}

/// Whether a text that is nothing else is no error.
fn open(shape: &Shape) -> bool {
    !asserts(&shape.mismatch)
}

/// A number is judged as one, and only what is none can follow a reading as a text.
fn steps(shape: &Shape, definitions: &mut dyn Definitions) -> Vec<Step> {
    let same = |reading: &&Reading| types(&reading.shape.kind) == types(&shape.kind);
    let is_text = |reading: &&Reading| types(&reading.shape.kind) == ["string"];
    let mut steps = vec![Step::taken(literal(shape), true)];
    for reading in shape.readings.iter().filter(same) {
        steps.push(Step::taken(
            literal(&reading.shape),
            !asserts(&reading.ruling),
        ));
    }
    steps.push(Step::taken(spelling(&shape.kind), false));
    if shape.readings.iter().any(|reading| is_text(&reading)) && is_number(&shape.kind) {
        steps.push(Step::taken(spelling(&Kind::Number), open(shape)));
    }
    for reading in shape.readings.iter().filter(is_text) {
        let takes = text(&reading.shape, definitions);
        steps.push(Step::taken(takes, !asserts(&reading.ruling)));
    }
    steps
}

const fn is_number(kind: &Kind) -> bool {
    matches!(kind, Kind::Integer | Kind::Number)
}

/// The texts that stand for values of a shape, as far as a pattern tells.
fn literal(shape: &Shape) -> Keywords {
    let mut keywords = spelling(&shape.kind);
    for check in shape.all_checks().filter(|check| asserts(&check.ruling)) {
        if let Assertion::Const(number) = check.assertion {
            let mut asserted = Keywords::default();
            let exactly = Tree::object([("const", pattern::plain(number).into())]);
            let other = pattern::other_spellings(number);
            asserted.push("anyOf", exactly);
            asserted.push("anyOf", Tree::object([("pattern", other.into())]));
            check::join(&mut keywords, asserted);
        }
    }
    keywords
}

/// How values of a kind are written.
fn spelling(kind: &Kind) -> Keywords {
    let mut keywords = Keywords::default();
    match kind {
        Kind::Boolean => keywords.set("enum", Tree::array(["true", "false"])),
        Kind::Integer => keywords.set("pattern", pattern::INTEGER),
        Kind::Number => keywords.set("pattern", pattern::NUMBER),
        _ => {}
    }
    keywords
}

/// The texts that count as no value.
pub(super) fn no_value(kind: &Kind, null: bool, empty: bool) -> Option<Tree> {
    if is_bare(kind) {
        return empty.then(|| Tree::object([("const", "".into())]));
    }
    null.then(|| Tree::object([("pattern", pattern::NULL.into())]))
}

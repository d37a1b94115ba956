//! The types that a value may have: its kind's, those of admitted readings, `null`.

use super::reading::{Step, Then, first_taking};
use super::value::{Null, own, placed};
use super::{Definitions, Keywords, Tree, asserts, check, pattern, types};
use crate::shape::{Enum, Kind, Reading, Shape};

/// What becomes of the values of some JSON types.
struct Branch<'a> {
    types: Vec<&'static str>,
    means: Means<'a>,
}

enum Means<'a> {
    /// They are refused.
    Refused,
    /// They are fine.
    Admitted,
    /// They follow a reading: an array or object does by its type alone, anything else if the
    /// reading takes it.
    Reading(&'a Reading),
}

impl Branch<'_> {
    /// Whether a value can be of one of these types and of one of its own.
    fn overlaps(&self, names: &[&str]) -> bool {
        self.types
            .iter()
            .any(|own| names.iter().any(|name| overlap(own, name)))
    }

    /// Whether no value of these types is refused.
    fn is_admitted(&self) -> bool {
        match self.means {
            Means::Refused => false,
            Means::Admitted => true,
            Means::Reading(reading) => !asserts(&reading.ruling),
        }
    }

    /// Whether a value of these types must satisfy a schema, whatever comes after.
    fn is_judged_inside(&self) -> bool {
        matches!(&self.means, Means::Reading(reading) if is_judged_inside(&reading.shape.kind))
    }

    /// The values that are admitted here.
    fn schema(&self, definitions: &mut dyn Definitions) -> Keywords {
        match self.means {
            Means::Reading(reading) => placed(&reading.shape, Null::Unruled, definitions),
            Means::Refused | Means::Admitted => only_types(&self.types),
        }
    }

    fn step(&self, definitions: &mut dyn Definitions) -> Step {
        let admitted = self.is_admitted();
        match self.means {
            Means::Reading(reading) if self.is_judged_inside() => Step {
                takes: only_types(&self.types),
                then: if admitted {
                    Then::Satisfy(placed(&reading.shape, Null::Unruled, definitions))
                } else {
                    Then::Refuse
                },
            },
            Means::Reading(reading) => Step::taken(taking(reading, definitions), admitted),
            Means::Refused | Means::Admitted => Step::taken(only_types(&self.types), admitted),
        }
    }
}

/// Adds the constraints, the readings, and `null` to the schema of a kind.
///
/// A value of the kind's own type is judged by the kind, or by the first reading of that type that
/// takes it. Any other value is judged by the first reading that it follows, and by the ruling on
/// mismatches where there is none.
pub(super) fn complete(
    mut main: Keywords,
    shape: &Shape,
    null: Null,
    definitions: &mut dyn Definitions,
) -> Keywords {
    check::assert(shape, &mut main);
    main = widened(main, shape, definitions);
    let known = types(&shape.kind);
    let mut open = known.is_empty() || !asserts(&shape.mismatch);
    let mut others = Vec::new();
    if null == Null::Refused {
        others.push(Branch {
            types: vec!["null"],
            means: Means::Refused,
        });
    }
    let readings = if known.is_empty() {
        &[]
    } else {
        shape.readings
    };
    for reading in readings {
        let types = types(&reading.shape.kind);
        if types.is_empty() {
            // It knows every type that is left.
            open = !asserts(&reading.ruling);
            break;
        }
        if types != known {
            others.push(Branch {
                types,
                means: Means::Reading(reading),
            });
        }
    }
    if null == Null::Admitted {
        others.push(Branch {
            types: vec!["null"],
            means: Means::Admitted,
        });
    }
    if open {
        lenient(main, &known, others, definitions)
    } else {
        closed(main, &known, others, definitions)
    }
}

/// Adds the constraints and the readings to the schema of a kind of texts, in a place where
/// everything is a text.
pub(super) fn texts(
    mut main: Keywords,
    shape: &Shape,
    definitions: &mut dyn Definitions,
) -> Keywords {
    check::assert(shape, &mut main);
    widened(main, shape, definitions)
}

/// The schema of a kind, and what readings of the same type take beside it.
fn widened(main: Keywords, shape: &Shape, definitions: &mut dyn Definitions) -> Keywords {
    let readings = same_type(shape);
    let Some(last) = readings
        .iter()
        .rposition(|reading| !asserts(&reading.ruling))
    else {
        return main;
    };
    let mut steps = vec![Step::taken(main, true)];
    for reading in &readings[..=last] {
        let admitted = !asserts(&reading.ruling);
        let takes = match reading.shape.kind {
            Kind::Enum(words) => listed(words, shape),
            _ if admitted => placed(&reading.shape, Null::Unruled, definitions),
            _ => taking(reading, definitions),
        };
        steps.push(Step::taken(takes, admitted));
    }
    first_taking(steps, false).into()
}

/// The readings of the documented type, but for those that the schema of a closed list holds.
fn same_type(shape: &Shape) -> Vec<&'static Reading> {
    let known = types(&shape.kind);
    let listed = matches!(shape.kind, Kind::Enum(_));
    shape
        .readings
        .iter()
        .filter(|reading| !known.is_empty() && types(&reading.shape.kind) == known)
        .filter(|reading| !(listed && is_any_text(&reading.shape)))
        .collect()
}

/// The texts of a reading's closed list, in any case; letter by letter where the documented list
/// has the same text in another case.
fn listed(list: &Enum, documented: &Shape) -> Keywords {
    let known = match documented.kind {
        Kind::Enum(documented) => documented.values,
        _ => &[],
    };
    let alternative = |value: &&str| {
        let folded = value.to_lowercase();
        if known.iter().any(|known| known.to_lowercase() == folded) {
            pattern::exactly(value)
        } else {
            pattern::any_case(value)
        }
    };
    let alternatives: Vec<_> = list.values.iter().map(alternative).collect();
    let mut keywords = Keywords::default();
    keywords.set("type", "string");
    keywords.set("pattern", format!("^(?:{})$", alternatives.join("|")));
    keywords
}

/// Whether every text has this shape.
pub(super) fn is_any_text(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::String)
        && !shape.all_checks().any(|check| asserts(&check.ruling))
        && shape.readings.is_empty()
}

/// Whether a value follows a reading of this kind by its type, and is then judged by it.
fn is_judged_inside(kind: &Kind) -> bool {
    let types = types(kind);
    types.contains(&"array") || types.contains(&"object")
}

/// The values that follow a reading, as a condition: nothing is said about them.
fn taking(reading: &Reading, definitions: &mut dyn Definitions) -> Keywords {
    let Tree::Object(members) = own(&reading.shape, Null::Unruled, definitions).into_tree() else {
        return Keywords::default();
    };
    let says = |key: &str| key == "description" || key.starts_with("x-carnet-");
    let members = members.into_iter().filter(|(key, _)| !says(key));
    Tree::Object(members.collect()).into()
}

/// Values of types that no branch knows are admitted.
fn lenient(
    mut main: Keywords,
    known: &[&'static str],
    others: Vec<Branch<'_>>,
    definitions: &mut dyn Definitions,
) -> Keywords {
    let others = needed(others, |branch| {
        !branch.is_admitted() || branch.is_judged_inside()
    });
    let plain = |branch: &Branch<'_>| match branch.means {
        Means::Refused => true,
        Means::Admitted => false,
        Means::Reading(reading) => {
            asserts(&reading.ruling) && (branch.is_judged_inside() || is_any(&reading.shape))
        }
    };
    // Every keyword of these types leaves values of other types alone.
    let inert = match known {
        [] => true,
        ["boolean" | "number" | "string" | "array" | "object"] => {
            ["$ref", "enum", "const", "anyOf", "not", "if"]
                .iter()
                .all(|keyword| main.get(keyword).is_none())
        }
        _ => false,
    };
    if inert && others.iter().all(plain) {
        main.remove("type");
        let apart = |name: &&str| !known.iter().any(|it| overlap(it, name));
        let refused = others
            .iter()
            .flat_map(|it| it.types.iter().copied())
            .filter(apart);
        let refused: Vec<_> = refused.collect();
        if !refused.is_empty() {
            check::join(&mut main, not_types(&refused));
        }
        return main;
    }
    decide(main, known, &others, true, definitions)
}

/// Whether every value of the kind's type has this shape.
fn is_any(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Boolean | Kind::Number) && shape.all_checks().next().is_none()
        || is_any_text(shape)
}

/// Values of types that no branch knows are refused.
fn closed(
    mut main: Keywords,
    known: &[&'static str],
    others: Vec<Branch<'_>>,
    definitions: &mut dyn Definitions,
) -> Keywords {
    let unknown = |branch: &Branch<'_>| !branch.types.iter().all(|name| known.contains(name));
    let others = others.into_iter().filter(unknown).collect();
    let more = needed(others, Branch::is_admitted);
    let apart = more.iter().enumerate().all(|(i, branch)| {
        !branch.overlaps(known) && !more[..i].iter().any(|it| it.overlaps(&branch.types))
    });
    if !apart {
        return decide(main, known, &more, false, definitions);
    }
    let more = more.iter().map(|branch| branch.schema(definitions));
    let more: Vec<Keywords> = more.collect();
    if more.is_empty() || (more == [only_types(&["null"])] && add_null(&mut main)) {
        return main;
    }
    if main.only("anyOf") {
        for schema in more {
            main.push("anyOf", schema);
        }
        return main;
    }
    let mut all = Keywords::default();
    all.push("anyOf", main);
    for schema in more {
        all.push("anyOf", schema);
    }
    all
}

/// The branches that change something, and those that keep a later one from deciding.
fn needed<'a>(branches: Vec<Branch<'a>>, changes: impl Fn(&Branch<'a>) -> bool) -> Vec<Branch<'a>> {
    let mut needed: Vec<Branch<'a>> = Vec::new();
    for branch in branches.into_iter().rev() {
        if changes(&branch) || needed.iter().any(|later| later.overlaps(&branch.types)) {
            needed.insert(0, branch);
        }
    }
    needed
}

/// The kind's own type first, then the branches in their order.
fn decide(
    main: Keywords,
    known: &[&'static str],
    others: &[Branch<'_>],
    otherwise: bool,
    definitions: &mut dyn Definitions,
) -> Keywords {
    let mut steps = vec![Step {
        takes: only_types(known),
        then: Then::Satisfy(main),
    }];
    steps.extend(others.iter().map(|branch| branch.step(definitions)));
    first_taking(steps, otherwise).into()
}

/// Admits `null` in a schema whose other keywords leave it alone.
fn add_null(main: &mut Keywords) -> bool {
    let speaks_of_all = ["$ref", "enum", "const", "anyOf", "allOf", "not", "if"];
    let Some(Tree::String(name)) = main.get("type").cloned() else {
        return false;
    };
    if speaks_of_all
        .iter()
        .any(|keyword| main.get(keyword).is_some())
    {
        return false;
    }
    main.set("type", Tree::array([Tree::String(name), "null".into()]));
    true
}

fn overlap(one: &str, other: &str) -> bool {
    one == other || matches!((one, other), ("integer", "number") | ("number", "integer"))
}

fn only_types(names: &[&str]) -> Keywords {
    let mut keywords = Keywords::default();
    match names {
        [only] => keywords.set("type", *only),
        all => keywords.set("type", Tree::array(all.iter().copied())),
    }
    keywords
}

fn not_types(names: &[&str]) -> Keywords {
    let mut keywords = Keywords::default();
    keywords.set("not", only_types(names));
    keywords
}

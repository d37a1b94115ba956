//! The types that a value may have: its kind's, those of admitted readings, `null`.

use super::value::{Null, placed};
use super::{Definitions, Keywords, Tree, asserts, check, types};
use crate::shape::Shape;

/// What becomes of the values of some JSON types: they fit a schema, or they are refused.
struct Branch {
    types: Vec<&'static str>,
    schema: Option<Keywords>,
}

impl Branch {
    /// Whether a value can be of one of these types and of one of its own.
    fn overlaps(&self, names: &[&str]) -> bool {
        self.types
            .iter()
            .any(|own| names.iter().any(|name| overlap(own, name)))
    }
}

/// Adds the constraints, the readings, and `null` to the schema of a kind.
///
/// Which reading a value follows is known by its type: the first branch of that type decides, and
/// the ruling on mismatches where there is none.
pub(super) fn complete(
    mut main: Keywords,
    shape: &Shape,
    null: Null,
    definitions: &mut dyn Definitions,
) -> Keywords {
    check::assert(shape, &mut main);
    let known = types(&shape.kind);
    let mut open = known.is_empty() || !asserts(&shape.mismatch);
    let mut others = Vec::new();
    if null == Null::Refused {
        others.push(Branch {
            types: vec!["null"],
            schema: None,
        });
    }
    let readings = if known.is_empty() {
        &[]
    } else {
        shape.readings
    };
    for reading in readings {
        let types = types(&reading.shape.kind);
        let admitted = !asserts(&reading.ruling);
        if types.is_empty() {
            // It knows every type that is left.
            open = admitted;
            break;
        }
        let schema = admitted.then(|| placed(&reading.shape, Null::Unruled, definitions));
        others.push(Branch { types, schema });
    }
    if null == Null::Admitted {
        others.push(Branch {
            types: vec!["null"],
            schema: Some(only_types(&["null"])),
        });
    }
    if open {
        lenient(main, &known, others)
    } else {
        closed(main, known, others)
    }
}

/// Values of types that no branch knows are admitted.
fn lenient(mut main: Keywords, known: &[&'static str], others: Vec<Branch>) -> Keywords {
    let constrains = |branch: &Branch| match &branch.schema {
        None => true,
        Some(schema) => *schema != only_types(&branch.types),
    };
    let mut others = needed(others, constrains);
    // Every keyword of these types leaves values of other types alone.
    let inert = match known {
        [] => true,
        ["boolean" | "number" | "string" | "array" | "object"] => ["$ref", "enum", "anyOf"]
            .iter()
            .all(|keyword| main.get(keyword).is_none()),
        _ => false,
    };
    if inert && others.iter().all(|branch| branch.schema.is_none()) {
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
    others.insert(
        0,
        Branch {
            types: known.to_vec(),
            schema: Some(main),
        },
    );
    chain(others, None)
}

/// Values of types that no branch knows are refused.
fn closed(mut main: Keywords, known: Vec<&'static str>, others: Vec<Branch>) -> Keywords {
    let unknown = |branch: &Branch| !branch.types.iter().all(|name| known.contains(name));
    let others = others.into_iter().filter(unknown).collect();
    let mut more = needed(others, |branch| branch.schema.is_some());
    let apart = more.iter().enumerate().all(|(i, branch)| {
        !branch.overlaps(&known) && !more[..i].iter().any(|it| it.overlaps(&branch.types))
    });
    if !apart {
        more.insert(
            0,
            Branch {
                types: known,
                schema: Some(main),
            },
        );
        return chain(more, Some(false));
    }
    let more: Vec<Keywords> = more
        .into_iter()
        .filter_map(|branch| branch.schema)
        .collect();
    if more.is_empty() || (more == [only_types(&["null"])] && add_null(&mut main)) {
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
fn needed(branches: Vec<Branch>, changes: impl Fn(&Branch) -> bool) -> Vec<Branch> {
    let mut needed: Vec<Branch> = Vec::new();
    for branch in branches.into_iter().rev() {
        if changes(&branch) || needed.iter().any(|later| later.overlaps(&branch.types)) {
            needed.insert(0, branch);
        }
    }
    needed
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

/// The first branch that knows the type decides.
fn chain(branches: Vec<Branch>, otherwise: Option<bool>) -> Keywords {
    let mut rest: Option<Tree> = otherwise.map(Tree::Bool);
    for branch in branches.into_iter().rev() {
        let mut link = Keywords::default();
        link.set("if", only_types(&branch.types));
        match branch.schema {
            Some(schema) if schema == only_types(&branch.types) => {}
            Some(schema) => link.set("then", schema),
            None => link.set("then", false),
        }
        if let Some(rest) = rest {
            link.set("else", rest);
        }
        rest = Some(link.into_tree());
    }
    rest.map(Keywords::from).unwrap_or_default()
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

//! Which of several schemas a value is judged by, when the first that takes it decides.

use super::{Keywords, Tree};

/// One question that is put to a value, and what becomes of a value that it is true of.
pub(super) struct Step {
    /// True of the values that it is about.
    pub(super) takes: Keywords,
    /// What such a value must satisfy.
    pub(super) then: Then,
}

/// What becomes of a value.
pub(super) enum Then {
    /// It is fine.
    Pass,
    /// It is refused.
    Refuse,
    /// It must satisfy this as well.
    Satisfy(Keywords),
}

impl Step {
    /// A value that a schema takes is fine, or refused.
    pub(super) fn taken(takes: Keywords, admitted: bool) -> Self {
        let then = if admitted { Then::Pass } else { Then::Refuse };
        Self { takes, then }
    }
}

/// The schema of values that the steps decide upon in their order; `otherwise` is what becomes of
/// a value that no step takes.
pub(super) fn first_taking(steps: Vec<Step>, otherwise: bool) -> Tree {
    let mut rest = Tree::Bool(otherwise);
    for step in steps.into_iter().rev() {
        let then = match step.then {
            Then::Satisfy(schema) if schema == step.takes => Then::Pass,
            then => then,
        };
        rest = match (then, rest) {
            (Then::Pass, Tree::Bool(true)) => Tree::Bool(true),
            (Then::Refuse, Tree::Bool(false)) => Tree::Bool(false),
            (Then::Pass, rest) => either(step.takes, rest),
            (Then::Refuse, Tree::Bool(true)) => not(step.takes).into_tree(),
            (Then::Refuse, rest) => conditional(step.takes, false.into(), rest),
            (Then::Satisfy(schema), rest) => conditional(step.takes, schema.into_tree(), rest),
        };
    }
    rest
}

/// The schema, or else the rest of the decision.
fn either(takes: Keywords, rest: Tree) -> Tree {
    let mut all = Keywords::default();
    match rest {
        Tree::Bool(false) => return takes.into_tree(),
        Tree::Object(members) if matches!(&members[..], [(key, _)] if key == "anyOf") => {
            all = Keywords::from(Tree::Object(members));
            if let Some(Tree::Array(items)) = all.get_mut("anyOf") {
                items.insert(0, takes.into_tree());
            }
        }
        rest => {
            all.push("anyOf", takes);
            all.push("anyOf", rest);
        }
    }
    all.into_tree()
}

fn conditional(condition: Keywords, then: Tree, otherwise: Tree) -> Tree {
    let mut keywords = Keywords::default();
    keywords.set("if", condition);
    keywords.set("then", then);
    if otherwise != Tree::Bool(true) {
        keywords.set("else", otherwise);
    }
    keywords.into_tree()
}

/// What a schema refuses.
pub(super) fn not(schema: Keywords) -> Keywords {
    let mut keywords = Keywords::default();
    keywords.set("not", schema);
    keywords
}

//! A schema within its document: where it is, and what its references lead to.

use carnet_core::json_schema::Tree;

/// A schema and its JSON Pointer.
#[derive(Clone, Debug)]
pub(crate) struct At<'s> {
    pub(crate) schema: &'s Tree,
    pub(crate) pointer: String,
}

impl<'s> At<'s> {
    /// The value of a keyword.
    pub(crate) fn get(&self, keyword: &str) -> Option<&'s Tree> {
        self.schema.get(keyword)
    }

    /// What stands below a keyword.
    pub(crate) fn child(&self, schema: &'s Tree, path: &[&str]) -> Self {
        let mut pointer = self.pointer.clone();
        for step in path {
            push(&mut pointer, step);
        }
        Self { schema, pointer }
    }

    /// The schema that a keyword holds.
    pub(crate) fn keyword(&self, keyword: &str) -> Option<Self> {
        self.get(keyword)
            .map(|schema| self.child(schema, &[keyword]))
    }

    /// The schema that a keyword holds for a name.
    pub(crate) fn member(&self, keyword: &str, name: &str) -> Option<Self> {
        let schema = self.get(keyword)?.get(name)?;
        Some(self.child(schema, &[keyword, name]))
    }

    /// The schema that a keyword holds at an index.
    pub(crate) fn item(&self, keyword: &str, index: usize) -> Option<Self> {
        let schema = crate::value::items(self.get(keyword)).get(index)?;
        Some(self.child(schema, &[keyword, &index.to_string()]))
    }
}

/// Appends a step to a JSON Pointer.
pub(crate) fn push(pointer: &mut String, step: &str) {
    pointer.push('/');
    pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
}

/// What a reference leads to.
pub(crate) enum Target<'s> {
    /// A schema of this document.
    Schema(At<'s>),
    /// Something of another document, which does not change with this one.
    Elsewhere,
    /// Nobody knows.
    Lost,
}

/// A whole schema.
#[derive(Debug)]
pub(crate) struct Document<'s> {
    root: &'s Tree,
    id: Option<&'s str>,
    /// Schemas inside have names of their own, so that a reference may lead to one of those.
    has_names: bool,
    /// Beside `$ref` nothing counts: before draft 2019-09.
    pub(crate) is_reference_alone: bool,
}

impl<'s> Document<'s> {
    pub(crate) fn new(root: &'s Tree) -> Self {
        let dialect = root.get("$schema").and_then(Tree::as_str).unwrap_or("");
        let old = ["draft-03", "draft-04", "draft-06", "draft-07"];
        Self {
            root,
            id: root.get("$id").and_then(Tree::as_str),
            has_names: has_names(root, true),
            is_reference_alone: old.iter().any(|draft| dialect.contains(draft)),
        }
    }

    pub(crate) const fn root(&self) -> At<'s> {
        At {
            schema: self.root,
            pointer: String::new(),
        }
    }

    /// Follows a reference.
    pub(crate) fn resolve(&self, reference: &str) -> Target<'s> {
        if self.has_names {
            return Target::Lost;
        }
        let (document, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let own = self.id.map(|id| id.trim_end_matches('#'));
        if !document.is_empty() && Some(document) != own {
            return if document.contains("://") {
                Target::Elsewhere
            } else {
                Target::Lost
            };
        }
        self.at(fragment).map_or(Target::Lost, Target::Schema)
    }

    fn at(&self, fragment: &str) -> Option<At<'s>> {
        let mut at = self.root();
        if fragment.is_empty() {
            return Some(at);
        }
        // A percent sign would have to be decoded; what Carnet emits has none.
        if fragment.contains('%') {
            return None;
        }
        for step in fragment.strip_prefix('/')?.split('/') {
            let step = step.replace("~1", "/").replace("~0", "~");
            let schema = match at.schema {
                Tree::Array(items) => items.get(step.parse::<usize>().ok()?)?,
                other => other.get(&step)?,
            };
            at = at.child(schema, &[&step]);
        }
        Some(at)
    }
}

/// Whether a schema inside has a name of its own. What only looks like one counts as well.
fn has_names(tree: &Tree, is_root: bool) -> bool {
    match tree {
        Tree::Array(items) => items.iter().any(|it| has_names(it, false)),
        Tree::Object(members) => members.iter().any(|(key, it)| {
            let names = matches!(key.as_str(), "$id" | "id" | "$anchor" | "$dynamicAnchor");
            (names && !(is_root && key.ends_with("id")) && looks_like_name(key, it))
                || has_names(it, false)
        }),
        _ => false,
    }
}

/// `id` is a keyword of draft 4 and a word that many write: there it is a name where it is a URL.
fn looks_like_name(key: &str, value: &Tree) -> bool {
    let text = value.as_str();
    text.is_some_and(|text| key != "id" || text.contains("://") || text.starts_with('#'))
}

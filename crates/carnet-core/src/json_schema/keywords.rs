//! One schema object, keyword by keyword.

use super::Tree;

/// The order in which a schema's keywords are written. Others follow as they are set.
const ORDER: &[&str] = &[
    "$schema",
    "$id",
    "$ref",
    "title",
    "description",
    "x-carnet-operation",
    "x-carnet-when",
    "type",
    "const",
    "enum",
    "minLength",
    "maxLength",
    "format",
    "pattern",
    "minimum",
    "maximum",
    "multipleOf",
    "items",
    "minItems",
    "maxItems",
    "properties",
    "required",
    "dependentRequired",
    "propertyNames",
    "patternProperties",
    "additionalProperties",
    "contains",
    "contentMediaType",
    "contentSchema",
    "anyOf",
    "allOf",
    "not",
    "if",
    "then",
    "else",
    "writeOnly",
    "x-carnet-source",
    "x-carnet-sources",
    "x-carnet-discrepancies",
    "x-carnet-advice",
    "x-carnet-dynamic",
    "x-carnet-not-expressed",
    "x-carnet-register",
    "examples",
    "$defs",
];

/// The keywords of one schema object.
///
/// # Example
/// ```
/// use carnet_core::json_schema::Keywords;
///
/// let mut keywords = Keywords::default();
/// keywords.set("maxLength", 50);
/// keywords.set("type", "string");
/// let text = keywords.into_tree().to_text();
/// assert_eq!(text, "{\n  \"type\": \"string\",\n  \"maxLength\": 50\n}\n");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keywords(Vec<(String, Tree)>);

impl Keywords {
    /// Sets a keyword, in place of what it was.
    pub fn set(&mut self, keyword: &str, value: impl Into<Tree>) {
        match self.get_mut(keyword) {
            Some(old) => *old = value.into(),
            None => self.0.push((keyword.to_owned(), value.into())),
        }
    }

    /// The value of a keyword.
    #[must_use]
    pub fn get(&self, keyword: &str) -> Option<&Tree> {
        self.0
            .iter()
            .find(|(key, _)| key == keyword)
            .map(|(_, value)| value)
    }

    /// The value of a keyword, to change it.
    pub fn get_mut(&mut self, keyword: &str) -> Option<&mut Tree> {
        self.0
            .iter_mut()
            .find(|(key, _)| key == keyword)
            .map(|(_, value)| value)
    }

    /// Takes a keyword away.
    pub fn remove(&mut self, keyword: &str) -> Option<Tree> {
        let at = self.0.iter().position(|(key, _)| key == keyword)?;
        Some(self.0.remove(at).1)
    }

    /// Appends to a keyword that is a list.
    pub fn push(&mut self, keyword: &str, item: impl Into<Tree>) {
        if let Some(Tree::Array(items)) = self.get_mut(keyword) {
            items.push(item.into());
        } else {
            self.set(keyword, vec![item.into()]);
        }
    }

    /// Whether this keyword is all there is.
    #[must_use]
    pub fn only(&self, keyword: &str) -> bool {
        matches!(&self.0[..], [(key, _)] if key == keyword)
    }

    /// Whether there is no keyword at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The schema, its keywords in reading order.
    #[must_use]
    pub fn into_tree(mut self) -> Tree {
        let rank = |key: &str| {
            ORDER
                .iter()
                .position(|it| *it == key)
                .unwrap_or(ORDER.len())
        };
        self.0.sort_by_key(|(key, _)| rank(key));
        Tree::Object(self.0)
    }
}

impl From<Tree> for Keywords {
    fn from(tree: Tree) -> Self {
        match tree {
            Tree::Object(members) => Self(members),
            Tree::Bool(false) => Self(vec![("not".to_owned(), Tree::Object(Vec::new()))]),
            _ => Self::default(),
        }
    }
}

impl From<Keywords> for Tree {
    fn from(keywords: Keywords) -> Self {
        keywords.into_tree()
    }
}

#[cfg(test)]
mod tests {
    use super::{Keywords, Tree};

    #[test]
    fn keywords_come_in_reading_order() {
        let mut keywords = Keywords::default();
        for key in ["x-other", "$defs", "type", "$schema"] {
            keywords.set(key, true);
        }
        keywords.set("type", false);
        let Tree::Object(members) = keywords.into_tree() else {
            panic!("an object");
        };
        let keys: Vec<_> = members.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["$schema", "type", "$defs", "x-other"]);
    }
}

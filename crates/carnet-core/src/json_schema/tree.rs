//! JSON whose members keep the order they are given, whatever features `serde_json` has.

use crate::json::Writer;
use serde_json::Value;

/// A JSON value whose objects keep their order and whose numbers keep their text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// Text.
    String(String),
    /// A list.
    Array(Vec<Tree>),
    /// An object.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The member of this name, when it is an object that has one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, it)| it),
            _ => None,
        }
    }

    /// The member of this name, to change it, when it is an object that has one.
    #[must_use]
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        match self {
            Self::Object(members) => members
                .iter_mut()
                .find(|(key, _)| key == name)
                .map(|(_, it)| it),
            _ => None,
        }
    }

    /// The text, when it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// An object.
    #[must_use]
    pub fn object<'k>(members: impl IntoIterator<Item = (&'k str, Self)>) -> Self {
        Self::Object(
            members
                .into_iter()
                .map(|(key, it)| (key.to_owned(), it))
                .collect(),
        )
    }

    /// A list.
    #[must_use]
    pub fn array<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }

    /// The JSON text, indented by two blanks, with a newline at its end.
    ///
    /// # Example
    /// ```
    /// use carnet_core::json_schema::Tree;
    ///
    /// let tree = Tree::object([("type", "array".into()), ("items", Tree::object([]))]);
    /// assert_eq!(tree.to_text(), "{\n  \"type\": \"array\",\n  \"items\": {}\n}\n");
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = Vec::new();
        self.write(&mut text, 0);
        text.push(b'\n');
        String::from_utf8_lossy(&text).into_owned()
    }

    fn write(&self, text: &mut Vec<u8>, depth: usize) {
        match self {
            Self::Null => text.extend(b"null"),
            Self::Bool(value) => text.extend(if *value { "true" } else { "false" }.bytes()),
            Self::Number(number) => text.extend(number.bytes()),
            Self::String(string) => Writer::new(text).string(string),
            Self::Array(items) => {
                text.push(b'[');
                for (i, item) in items.iter().enumerate() {
                    break_line(text, i > 0, depth + 1);
                    item.write(text, depth + 1);
                }
                close(text, b']', items.is_empty(), depth);
            }
            Self::Object(members) => {
                text.push(b'{');
                for (i, (key, member)) in members.iter().enumerate() {
                    break_line(text, i > 0, depth + 1);
                    Writer::new(text).string(key);
                    text.extend(b": ");
                    member.write(text, depth + 1);
                }
                close(text, b'}', members.is_empty(), depth);
            }
        }
    }

    /// The JSON text on one line, without blanks.
    ///
    /// # Example
    /// ```
    /// use carnet_core::json_schema::Tree;
    ///
    /// let tree = Tree::object([("b", Tree::array([true, false])), ("a", Tree::Null)]);
    /// assert_eq!(tree.to_json(), r#"{"b":[true,false],"a":null}"#);
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = Vec::new();
        self.write_json(&mut Writer::new(&mut text));
        String::from_utf8_lossy(&text).into_owned()
    }

    fn write_json(&self, out: &mut Writer<'_, Vec<u8>>) {
        match self {
            Self::Null => out.null(),
            Self::Bool(value) => out.boolean(*value),
            Self::Number(number) => out.raw(number),
            Self::String(string) => out.string(string),
            Self::Array(items) => out.array(items, Self::write_json),
            Self::Object(members) => out.object(|out| {
                for (key, member) in members {
                    member.write_json(&mut out.key(key));
                }
            }),
        }
    }

    /// The same as `serde_json` holds it, the members of objects in alphabetical order.
    #[must_use]
    pub fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(text) => number(text),
            Self::String(text) => Value::String(text.clone()),
            Self::Array(items) => Value::Array(items.iter().map(Self::to_value).collect()),
            Self::Object(members) => {
                let mut sorted: Vec<_> = members.iter().collect();
                sorted.sort_by_key(|(key, _)| key);
                let members = sorted
                    .into_iter()
                    .map(|(key, it)| (key.clone(), it.to_value()));
                Value::Object(members.collect())
            }
        }
    }
}

fn break_line(text: &mut Vec<u8>, comma: bool, depth: usize) {
    if comma {
        text.push(b',');
    }
    text.push(b'\n');
    text.resize(text.len() + 2 * depth, b' ');
}

fn close(text: &mut Vec<u8>, bracket: u8, empty: bool, depth: usize) {
    if !empty {
        break_line(text, false, depth);
    }
    text.push(bracket);
}

/// A number whose text `serde_json` cannot hold is beyond every double: the largest stands for it.
fn number(text: &str) -> Value {
    serde_json::from_str(text).map_or_else(
        |_| {
            Value::from(if text.starts_with('-') {
                f64::MIN
            } else {
                f64::MAX
            })
        },
        Value::Number,
    )
}

impl From<bool> for Tree {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<u32> for Tree {
    fn from(value: u32) -> Self {
        Self::Number(value.to_string())
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Tree {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<Vec<Tree>> for Tree {
    fn from(items: Vec<Tree>) -> Self {
        Self::Array(items)
    }
}

impl From<Value> for Tree {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(text) => Self::String(text),
            Value::Array(items) => Self::array(items),
            Value::Object(members) => Self::Object(
                members
                    .into_iter()
                    .map(|(key, it)| (key, it.into()))
                    .collect(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    #[test]
    fn text_is_what_serde_json_prints() {
        let tree = Tree::object([
            ("b", Tree::Null),
            ("a", Tree::array([true, false])),
            ("c", Tree::object([("é\n", Tree::Number("-1.50".into()))])),
            ("d", Tree::array::<bool>([])),
        ]);
        assert_eq!(
            tree.to_text(),
            "{\n  \"b\": null,\n  \"a\": [\n    true,\n    false\n  ],\n  \"c\": {\n    \
             \"é\\n\": -1.50\n  },\n  \"d\": []\n}\n"
        );
        let value: serde_json::Value = serde_json::from_str(&tree.to_text()).unwrap();
        assert_eq!(value, tree.to_value());
    }

    #[test]
    fn numbers_keep_their_value_or_become_the_nearest_that_fits() {
        for (text, value) in [
            ("999999999999999", "999999999999999"),
            ("-9223372036854775808", "-9223372036854775808"),
            ("0.01", "0.01"),
            ("-1e400", "-1.7976931348623157e+308"),
        ] {
            assert_eq!(
                Tree::Number(text.into()).to_value().to_string(),
                value,
                "{text}"
            );
        }
    }
}

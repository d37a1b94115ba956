//! Changes to an example that statements about several members ask for.

use super::{Extent, takes, value};
use carnet_core::Level;
use carnet_core::decimal::Number;
use carnet_core::json_schema::Tree;
use carnet_core::shape::{Field, Items, Kind, MemberAssertion, Object};

/// Changes the values of members until the statements about several of them hold. Which members
/// are there was chosen before, but for those that others ask for by what they list.
pub(super) fn members(object: &'static Object, members: &mut Tree) {
    let rules = object.rules.iter();
    let rules = rules.filter(|rule| rule.ruling.levels.strict > Level::Allow);
    let assertions: Vec<_> = rules.map(|rule| rule.assertion).collect();
    for field in object.fields {
        name_something(&assertions, field, members);
    }
    // What one statement changes may be another's business.
    for _ in 0..=assertions.len() {
        for assertion in &assertions {
            mend(assertion, object, members);
        }
    }
}

fn mend(assertion: &MemberAssertion, object: &'static Object, members: &mut Tree) {
    match *assertion {
        MemberAssertion::ListedRequiresTrue(list, text, flag) => {
            if lists(members, list, text) {
                put(object, members, flag, Tree::Bool(true));
            }
        }
        MemberAssertion::TrueRequiresListed(flag, list, text) => {
            if members.get(flag) == Some(&Tree::Bool(true)) && !lists(members, list, text) {
                let mut items = items(members, list).cloned().unwrap_or_default();
                items.push(text.into());
                put(object, members, list, Tree::Array(items));
            }
        }
        MemberAssertion::SameLength(one, other) => {
            let length = |list| items(members, list).map(Vec::len);
            if let (Some(first), Some(second)) = (length(one), length(other)) {
                lengthen(object, members, one, second);
                lengthen(object, members, other, first);
            }
        }
        MemberAssertion::NotBefore(later, earlier) => {
            if let (Some(Tree::String(since)), Some(until)) =
                (members.get(earlier).cloned(), object.field(later))
                && takes(&until.shape, &since)
                && let Some(text) = members.get_mut(later)
            {
                *text = Tree::String(since);
            }
        }
        MemberAssertion::Equal(one, other) => equal(object, members, one, other),
        MemberAssertion::Demanded(path) => demand(object, members, path),
        MemberAssertion::Unset(path) => {
            if let Some((parent, field)) = parent(object, members, path)
                && let Tree::Object(members) = parent
            {
                members.retain(|(key, _)| key != field.name);
            }
        }
        MemberAssertion::Distinct(one, other, key) => distinct(members, one, other, key),
        MemberAssertion::RequiredTogether(_)
        | MemberAssertion::AtLeastOne(_)
        | MemberAssertion::AtLeastOneOther(_)
        | MemberAssertion::RequiresTrue(..)
        // Examples list no `null`, and the first day of a month is one of any month.
        | MemberAssertion::NullOpposite(..)
        | MemberAssertion::CalendarDay { .. } => {}
    }
}

/// Lists a text that a statement is about, in the place of one that says nothing.
fn name_something(assertions: &[MemberAssertion], field: &Field, members: &mut Tree) {
    let text = assertions.iter().find_map(|assertion| match *assertion {
        MemberAssertion::ListedRequiresTrue(list, text, _)
        | MemberAssertion::TrueRequiresListed(_, list, text)
            if list == field.name =>
        {
            Some(text)
        }
        _ => None,
    });
    if let (Some(text), Some(Tree::Array(items))) = (text, members.get_mut(field.name)) {
        for item in items.iter_mut() {
            *item = text.into();
        }
    }
}

fn items<'a>(members: &'a Tree, list: &str) -> Option<&'a Vec<Tree>> {
    match members.get(list) {
        Some(Tree::Array(items)) => Some(items),
        _ => None,
    }
}

fn lists(members: &Tree, list: &str, text: &str) -> bool {
    items(members, list).is_some_and(|items| items.contains(&text.into()))
}

/// Sets a member, in the contract's order.
fn put(object: &Object, members: &mut Tree, name: &str, value: Tree) {
    if let Some(old) = members.get_mut(name) {
        *old = value;
        return;
    }
    let Tree::Object(members) = members else {
        return;
    };
    let rank = |name: &str| object.fields.iter().position(|field| field.name == name);
    let before = members.iter().take_while(|(key, _)| rank(key) < rank(name));
    let at = before.count();
    members.insert(at, (name.to_owned(), value));
}

/// Adds items to a list until it has so many.
fn lengthen(object: &Object, members: &mut Tree, list: &'static str, length: usize) {
    let Some(Field { shape, .. }) = object.field(list) else {
        return;
    };
    let Kind::Array(Items { shape: item, .. }) = shape.kind else {
        return;
    };
    if let Some(Tree::Array(items)) = members.get_mut(list) {
        let more = length.saturating_sub(items.len());
        items.extend(vec![value(item, list, Extent::Smallest); more]);
    }
}

/// The object that a path ends in, and the member of it that is meant.
fn parent<'a>(
    object: &'static Object,
    members: &'a mut Tree,
    path: &str,
) -> Option<(&'a mut Tree, &'static Field)> {
    let (first, rest) = match path.strip_prefix('/')?.split_once('/') {
        Some((first, rest)) => (first, Some(rest)),
        None => (path.strip_prefix('/')?, None),
    };
    let field = object.field(&first.replace("~1", "/").replace("~0", "~"))?;
    match rest {
        None => Some((members, field)),
        Some(rest) => {
            let inner = members.get_mut(field.name)?;
            parent(field.shape.object()?, inner, &format!("/{rest}"))
        }
    }
}

fn demand(object: &'static Object, members: &mut Tree, path: &str) {
    let Some((parent, field)) = parent(object, members, path) else {
        return;
    };
    match parent.get(field.name) {
        None | Some(Tree::Null) => {}
        Some(Tree::String(text)) if text.is_empty() => {}
        Some(_) => return,
    }
    let value = value(&field.shape, field.name, Extent::Smallest);
    match parent.get_mut(field.name) {
        Some(old) => *old = value,
        None => {
            if let Tree::Object(members) = parent {
                members.push((field.name.to_owned(), value));
            }
        }
    }
}

/// Makes two values the same: a text stays, for its format may ask for it, and a number follows.
fn equal(object: &'static Object, members: &mut Tree, one: &str, other: &str) {
    let read = |members: &mut Tree, path| {
        parent(object, members, path).and_then(|(parent, field)| parent.get(field.name).cloned())
    };
    let (Some(first), Some(second)) = (read(members, one), read(members, other)) else {
        return;
    };
    let (path, value) = match (first, second) {
        (Tree::String(text), Tree::Number(_)) if Number::parse(&text).is_some() => {
            (other, Tree::Number(text))
        }
        (Tree::Number(_), Tree::String(text)) if Number::parse(&text).is_some() => {
            (one, Tree::Number(text))
        }
        (Tree::String(_), Tree::Number(text)) => (one, Tree::String(text)),
        (Tree::Number(text), Tree::String(_)) => (other, Tree::String(text)),
        (first, _) => (other, first),
    };
    if let Some((parent, field)) = parent(object, members, path)
        && let Some(old) = parent.get_mut(field.name)
    {
        *old = value;
    }
}

/// Changes the numbers of the second list's items, and drops what is no number.
fn distinct(members: &mut Tree, one: &str, other: &str, key: &str) {
    let first = items(members, one).into_iter().flatten();
    let taken: Vec<_> = first.filter_map(|item| item.get(key)).cloned().collect();
    let Some(Tree::Array(second)) = members.get_mut(other) else {
        return;
    };
    for item in second {
        while let Some(value) = item.get_mut(key)
            && taken.contains(value)
        {
            let number = match value {
                Tree::Number(text) => text.parse::<i64>().ok(),
                _ => None,
            };
            match number.and_then(|number| number.checked_add(1)) {
                Some(next) => *value = Tree::Number(next.to_string()),
                None => {
                    if let Tree::Object(members) = item {
                        members.retain(|(name, _)| name != key);
                    }
                }
            }
        }
    }
}

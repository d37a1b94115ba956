//! Makes a payload keep the rules between its members.
//!
//! Where a rule leaves a choice, the plainest is taken: [`mutate`](crate::mutate) breaks it again.

use crate::generate::{item, payload};
use crate::json_text::{JsonText, quoted};
use carnet_core::shape::{Field, Kind, MemberAssertion, MemberRule, Object};
use fastrand::Rng;

/// The members of an object, keys as they are written.
type Members = Vec<(String, JsonText)>;

/// Puts texts that rules speak of into the lists that they speak of, now and then.
pub(crate) fn list(object: &Object, members: &mut Members, rng: &mut Rng) {
    for rule in object.rules {
        if let MemberAssertion::ListedRequiresTrue(list, text, _) = rule.assertion
            && let Some(JsonText::Array(items)) = get(members, list)
            && rng.bool()
        {
            items.push(JsonText::string(text));
        }
    }
}

/// Changes the members so that they keep a rule.
pub(crate) fn satisfy(rule: &MemberRule, object: &Object, members: &mut Members, rng: &mut Rng) {
    match rule.assertion {
        MemberAssertion::RequiredTogether(names) => {
            if names.iter().any(|name| is_present(members, name)) {
                for name in names {
                    add(object, name, members, rng);
                }
            }
        }
        MemberAssertion::AtLeastOne(names) => {
            if !names.iter().any(|name| is_present(members, name)) {
                for name in names {
                    add(object, name, members, rng);
                }
            }
        }
        MemberAssertion::AtLeastOneOther(names) => {
            let others = object.fields.iter().filter(|it| !names.contains(&it.name));
            let others: Vec<&Field> = others.collect();
            if !others.iter().any(|it| is_present(members, it.name)) {
                add(object, others[rng.usize(..others.len())].name, members, rng);
            }
        }
        MemberAssertion::RequiresTrue(dependent, flag) => {
            if is_present(members, dependent) {
                set(members, flag, JsonText::Scalar("true".to_owned()));
            }
        }
        MemberAssertion::ListedRequiresTrue(list, text, flag) => {
            if lists(members, list, text) {
                set(members, flag, JsonText::Scalar("true".to_owned()));
            }
        }
        MemberAssertion::TrueRequiresListed(flag, list, text) => {
            if is_present(members, flag) && !lists(members, list, text) {
                set(members, flag, JsonText::Scalar("false".to_owned()));
            }
        }
        MemberAssertion::NotBefore(later, earlier) => {
            if is_present(members, later)
                && let Some(earlier) = get(members, earlier).cloned()
            {
                set(members, later, earlier);
            }
        }
        MemberAssertion::SameLength(one, other) => same_length(object, one, other, members, rng),
        MemberAssertion::NullOpposite(nulls, list, text) => {
            null_opposite(object, [nulls, list], text, members, rng);
        }
        MemberAssertion::Equal(one, other) => {
            if let Some(value) = at(members, one).cloned()
                && let Some(place) = at(members, other)
            {
                *place = match (&*place, value) {
                    // The same number, as a text.
                    (JsonText::Scalar(old), JsonText::Scalar(new))
                        if old.starts_with('"') && !new.starts_with('"') =>
                    {
                        JsonText::string(&new)
                    }
                    (_, value) => value,
                };
            }
        }
        MemberAssertion::Demanded(path) => demand(object, path, members, rng),
        MemberAssertion::Unset(path) => unset(members, path),
        MemberAssertion::Distinct(one, other, key) => distinct(members, one, other, key),
        MemberAssertion::CalendarDay {
            month,
            day,
            january,
            ..
        } => {
            let months = january..january + 12;
            set(members, month, JsonText::Scalar(rng.u8(months).to_string()));
            set(members, day, JsonText::Scalar(rng.u8(1..=28).to_string()));
        }
    }
}

fn place(members: &Members, name: &str) -> Option<usize> {
    members.iter().position(|(key, _)| *key == quoted(name))
}

fn get<'a>(members: &'a mut Members, name: &str) -> Option<&'a mut JsonText> {
    let place = place(members, name)?;
    Some(&mut members[place].1)
}

/// Whether a member stands there with a value.
fn is_present(members: &Members, name: &str) -> bool {
    place(members, name).is_some_and(|at| members[at].1 != JsonText::Scalar("null".to_owned()))
}

fn set(members: &mut Members, name: &str, value: JsonText) {
    match get(members, name) {
        Some(old) => *old = value,
        None => members.push((quoted(name), value)),
    }
}

fn field(object: &Object, name: &str) -> &'static Field {
    object.field(name).expect("rules name members")
}

/// Adds a member unless it stands there with a value.
fn add(object: &Object, name: &str, members: &mut Members, rng: &mut Rng) {
    if !is_present(members, name) {
        set(members, name, payload(&field(object, name).shape, rng));
    }
}

fn lists(members: &mut Members, list: &str, text: &str) -> bool {
    match get(members, list) {
        Some(JsonText::Array(items)) => items.contains(&JsonText::string(text)),
        _ => false,
    }
}

fn items(object: &Object, name: &str) -> &'static carnet_core::shape::Items {
    match field(object, name).shape.kind {
        Kind::Array(items) => items,
        kind => panic!("{name} is {}", kind.describe()),
    }
}

fn same_length(object: &Object, one: &str, other: &str, members: &mut Members, rng: &mut Rng) {
    let Some(JsonText::Array(first)) = get(members, one) else {
        return;
    };
    let length = first.len();
    if let Some(JsonText::Array(second)) = get(members, other) {
        let made = || item(items(object, other), rng);
        second.resize_with(length, made);
    }
}

fn null_opposite(
    object: &Object,
    [nulls, list]: [&str; 2],
    text: &str,
    members: &mut Members,
    rng: &mut Rng,
) {
    let list = match get(members, list) {
        Some(JsonText::Array(items)) => items.clone(),
        _ => return,
    };
    if let Some(JsonText::Array(values)) = get(members, nulls) {
        for (i, value) in values.iter_mut().enumerate() {
            if list.get(i) != Some(&JsonText::string(text)) {
                *value = payload(&items(object, nulls).shape, rng);
            }
        }
    }
}

/// The value at a path of plain names.
fn at<'a>(members: &'a mut Members, path: &str) -> Option<&'a mut JsonText> {
    let mut names = path.trim_start_matches('/').split('/');
    let mut value = get(members, names.next()?)?;
    for name in names {
        let JsonText::Object(members) = value else {
            return None;
        };
        value = get(members, name)?;
    }
    Some(value)
}

/// The members that hold the last name of a path, and that name.
fn parent<'a, 'p>(members: &'a mut Members, path: &'p str) -> Option<(&'a mut Members, &'p str)> {
    match path.rsplit_once('/')? {
        ("", name) => Some((members, name)),
        (parent, name) => match at(members, parent)? {
            JsonText::Object(members) => Some((members, name)),
            _ => None,
        },
    }
}

fn demand(object: &Object, path: &str, members: &mut Members, rng: &mut Rng) {
    let mut names = path.trim_start_matches('/').split('/');
    let first = names.next().expect("a path has a name");
    let demanded = names.fold(field(object, first), |field, name| {
        let object = field.shape.object().expect("a path leads into objects");
        object.field(name).expect("a path names members")
    });
    if let Some((members, name)) = parent(members, path)
        && !is_present(members, name)
    {
        set(members, name, payload(&demanded.shape, rng));
    }
}

fn unset(members: &mut Members, path: &str) {
    if let Some((members, name)) = parent(members, path)
        && let Some(place) = place(members, name)
    {
        members.remove(place);
    }
}

fn distinct(members: &mut Members, one: &str, other: &str, key: &str) {
    let values = |list: Option<&mut JsonText>| -> Vec<JsonText> {
        let Some(JsonText::Array(items)) = list else {
            return Vec::new();
        };
        let value = |item: &mut JsonText| match item {
            JsonText::Object(members) => get(members, key).cloned(),
            _ => None,
        };
        items.iter_mut().filter_map(value).collect()
    };
    let taken = values(get(members, one));
    if let Some(JsonText::Array(items)) = get(members, other) {
        for item in items {
            if let JsonText::Object(members) = item {
                members.retain(|(name, value)| *name != quoted(key) || !taken.contains(value));
            }
        }
    }
}

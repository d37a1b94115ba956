//! Statements about several members of an object.

use super::object::{may_be_null, may_be_text};
use super::{Keywords, Tree, asserts, calendar, check, nested, parameter};
use crate::contract::Carrier;
use crate::shape::{Kind, MemberAssertion, Object};

/// Why a schema cannot say a statement about the members of an object that travel in some way;
/// `None` where it can.
///
/// # Example
/// ```
/// use carnet_core::contract::Carrier;
/// use carnet_core::shape::{MemberAssertion, Object, UNKNOWN_KEYS_CLOSED, KEY_SPELLING};
/// use carnet_core::{Source, json_schema};
///
/// let object = Object {
///     name: "Range",
///     description: "",
///     fields: &[],
///     unknown_keys: UNKNOWN_KEYS_CLOSED,
///     key_spelling: KEY_SPELLING,
///     adopts: false,
///     empty_is_absent: false,
///     dynamic: None,
///     rules: &[],
///     source: Source::section(""),
/// };
/// let unsaid = |assertion| json_schema::unsaid(&assertion, &object, Carrier::JsonBody);
/// assert!(unsaid(MemberAssertion::NotBefore("until", "since")).is_some());
/// assert!(unsaid(MemberAssertion::AtLeastOne(&["until", "since"])).is_none());
/// ```
#[must_use]
pub fn unsaid(
    assertion: &MemberAssertion,
    object: &Object,
    carrier: Carrier,
) -> Option<&'static str> {
    let inside = "what stands inside the JSON of a parameter is out of sight of the others";
    match *assertion {
        MemberAssertion::RequiredTogether(_)
        | MemberAssertion::AtLeastOne(_)
        | MemberAssertion::AtLeastOneOther(_)
        | MemberAssertion::RequiresTrue(..) => None,
        MemberAssertion::ListedRequiresTrue(..) | MemberAssertion::TrueRequiresListed(..) => {
            (carrier == Carrier::Parameters).then_some(inside)
        }
        MemberAssertion::CalendarDay { .. } => (carrier == Carrier::Parameters)
            .then_some("numbers are texts here, and a pattern does not count leap years"),
        MemberAssertion::Demanded(path) | MemberAssertion::Unset(path) => {
            nested::clause(object, path, carrier, nested::Demand::Unset)
                .is_none()
                .then_some("the path does not lead through objects whose members are known")
        }
        MemberAssertion::NotBefore(..) => Some("a schema does not compare two dates"),
        MemberAssertion::SameLength(..) => Some("a schema does not compare two arrays"),
        MemberAssertion::NullOpposite(..) => {
            Some("a schema does not look at the same position of two arrays")
        }
        MemberAssertion::Equal(..) => Some("a schema does not compare two values"),
        MemberAssertion::Distinct(..) => Some("a schema does not compare the items of two arrays"),
    }
}

/// Asserts a statement, where a schema can say it. `null` counts as absent.
pub(super) fn assert(
    assertion: &MemberAssertion,
    object: &Object,
    carrier: Carrier,
    keywords: &mut Keywords,
) {
    let members = Members { object, carrier };
    let clause = match *assertion {
        MemberAssertion::RequiredTogether(names) => {
            if names.iter().all(|name| members.stands_if_there(name)) {
                require_together(names, keywords);
                return;
            }
            implies(members.any(names), members.all(names))
        }
        MemberAssertion::AtLeastOne(names) => members.any(names),
        MemberAssertion::AtLeastOneOther(names) => members.other_than(names),
        MemberAssertion::RequiresTrue(name, flag) => {
            implies(members.present(name), members.set(flag))
        }
        MemberAssertion::ListedRequiresTrue(list, text, flag) => {
            let mut listed = listing(text);
            listed.set("type", "array");
            implies(members.with(list, Some(&listed)), members.set(flag))
        }
        MemberAssertion::TrueRequiresListed(flag, list, text) => {
            let mut set = Keywords::default();
            set.set("const", true);
            let mut listed = listing(text);
            listed.set("not", Tree::object([("type", "null".into())]));
            let listed = members.with(list, Some(&listed));
            implies(members.with(flag, Some(&set)), listed)
        }
        MemberAssertion::CalendarDay {
            year,
            month,
            day,
            january,
        } => calendar::day(year, month, day, january),
        MemberAssertion::Demanded(path) => {
            let demanded = nested::clause(object, path, carrier, nested::Demand::Value);
            demanded.unwrap_or_default()
        }
        MemberAssertion::Unset(path) => {
            let unset = nested::clause(object, path, carrier, nested::Demand::Unset);
            unset.unwrap_or_default()
        }
        MemberAssertion::NotBefore(..)
        | MemberAssertion::SameLength(..)
        | MemberAssertion::NullOpposite(..)
        | MemberAssertion::Equal(..)
        | MemberAssertion::Distinct(..) => return,
    };
    if !clause.is_empty() {
        check::join(keywords, clause);
    }
}

/// The keys under which a member may stand, its own first.
pub(super) fn keys(object: &Object, name: &'static str) -> Vec<&'static str> {
    let aliases = object.field(name).map_or(&[][..], |field| field.aliases);
    let admitted = aliases.iter().filter(|alias| !asserts(&alias.ruling));
    let others = admitted.map(|alias| alias.name);
    [name].into_iter().chain(others).collect()
}

/// The members that a statement is about.
#[derive(Clone, Copy)]
pub(super) struct Members<'a> {
    pub(super) object: &'a Object,
    pub(super) carrier: Carrier,
}

impl Members<'_> {
    /// Whether a member is present as soon as its key is there.
    fn stands_if_there(&self, name: &'static str) -> bool {
        self.absent(name).is_none() && keys(self.object, name).len() == 1
    }

    /// The values of a member that count as absent, if it can have one.
    fn absent(&self, name: &str) -> Option<Tree> {
        let field = self.object.field(name)?;
        let null = may_be_null(field);
        let empty = self.object.empty_is_absent && !asserts(&field.empty);
        match self.carrier {
            Carrier::JsonBody => no_value(null, empty && may_be_text(&field.shape)),
            Carrier::Parameters => parameter::no_value(&field.shape.kind, null, empty),
        }
    }

    /// The member is there, with a value that satisfies a schema.
    fn with(&self, name: &'static str, value: Option<&Keywords>) -> Keywords {
        let mut all: Vec<Keywords> = Vec::new();
        for key in keys(self.object, name) {
            let mut keywords = Keywords::default();
            if let Some(value) = value {
                let value = value.clone().into_tree();
                keywords.set("properties", Tree::object([(key, value)]));
            }
            keywords.set("required", Tree::array([key]));
            all.push(keywords);
        }
        any_of(all)
    }

    /// The member has a value.
    pub(super) fn present(&self, name: &'static str) -> Keywords {
        let value = self.absent(name).map(|absent| {
            let mut value = Keywords::default();
            value.set("not", absent);
            value
        });
        self.with(name, value.as_ref())
    }

    fn any(&self, names: &[&'static str]) -> Keywords {
        let mut keywords = Keywords::default();
        for name in names {
            keywords.push("anyOf", self.present(name));
        }
        keywords
    }

    fn all(&self, names: &[&'static str]) -> Keywords {
        let mut keywords = Keywords::default();
        for name in names {
            keywords.push("allOf", self.present(name));
        }
        keywords
    }

    /// Not every member besides these counts as absent.
    fn other_than(&self, names: &[&str]) -> Keywords {
        let absent = match self.carrier {
            Carrier::JsonBody => no_value(true, self.object.empty_is_absent),
            Carrier::Parameters => no_value(false, self.object.empty_is_absent),
        };
        let these = names.iter().map(|name| (*name, Tree::object([])));
        let mut nothing = Keywords::default();
        nothing.set("properties", Tree::object(these));
        nothing.set("additionalProperties", absent.unwrap_or(Tree::Bool(false)));
        let mut keywords = Keywords::default();
        keywords.set("not", nothing);
        keywords
    }

    /// The flag is there and set.
    fn set(&self, flag: &'static str) -> Keywords {
        self.with(flag, Some(&self.is_set(flag)))
    }

    /// What is neither true nor false is the business of the flag's own schema.
    fn is_set(&self, flag: &str) -> Keywords {
        let is_boolean = self.object.field(flag).is_none_or(|field| {
            matches!(field.shape.kind, Kind::Boolean)
                && asserts(&field.shape.mismatch)
                && field
                    .shape
                    .readings
                    .iter()
                    .all(|reading| asserts(&reading.ruling))
        });
        let mut keywords = Keywords::default();
        match (self.carrier, is_boolean) {
            (Carrier::JsonBody, true) => keywords.set("const", true),
            (Carrier::JsonBody, false) => {
                let unset = Tree::array([Tree::Bool(false), Tree::Null]);
                keywords.set("not", Tree::object([("enum", unset)]));
            }
            (Carrier::Parameters, true) => keywords.set("const", "true"),
            (Carrier::Parameters, false) => {
                keywords.set("not", Tree::object([("const", "false".into())]));
            }
        }
        keywords
    }
}

/// The JSON values that count as absent.
pub(super) fn no_value(null: bool, empty: bool) -> Option<Tree> {
    match (null, empty) {
        (false, false) => None,
        (true, false) => Some(Tree::object([("type", "null".into())])),
        (false, true) => Some(Tree::object([("const", "".into())])),
        (true, true) => Some(Tree::object([(
            "enum",
            Tree::array([Tree::Null, "".into()]),
        )])),
    }
}

/// An array that lists a text; of what is no array nothing is said.
fn listing(text: &str) -> Keywords {
    let mut keywords = Keywords::default();
    keywords.set("contains", Tree::object([("const", text.into())]));
    keywords
}

pub(super) fn implies(condition: Keywords, then: Keywords) -> Keywords {
    let mut clause = Keywords::default();
    clause.set("if", condition);
    clause.set("then", then);
    clause
}

/// One of several schemas.
fn any_of(mut all: Vec<Keywords>) -> Keywords {
    if all.len() == 1 {
        return all.remove(0);
    }
    let mut keywords = Keywords::default();
    for schema in all {
        keywords.push("anyOf", schema);
    }
    keywords
}

/// Where no member can count as absent, being there is being present.
fn require_together(names: &[&str], keywords: &mut Keywords) {
    let mut dependencies = match keywords.remove("dependentRequired") {
        Some(Tree::Object(members)) => members,
        _ => Vec::new(),
    };
    for name in names {
        let others = names.iter().filter(|other| *other != name).copied();
        match dependencies.iter_mut().find(|(key, _)| key == name) {
            Some((_, Tree::Array(known))) => {
                for other in others.map(Tree::from) {
                    if !known.contains(&other) {
                        known.push(other);
                    }
                }
            }
            _ => dependencies.push(((*name).to_owned(), Tree::array(others))),
        }
    }
    keywords.set("dependentRequired", Tree::Object(dependencies));
}

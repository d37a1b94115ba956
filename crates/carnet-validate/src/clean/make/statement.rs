//! Statements about several members, as the program has them.

use super::{Bit, Maker, Statement, Value};
use carnet_core::format::{DATE, DATE_AND_TIME};
use carnet_core::shape::{MemberAssertion, Object};

impl Maker<'_> {
    /// A statement about members of the object that `made` is; `None` where one is not known.
    pub(super) fn statement(
        &mut self,
        assertion: &MemberAssertion,
        object: &'static Object,
        made: &mut Value,
    ) -> Option<Statement> {
        let bit = |name: &str| {
            let index = object.fields.iter().position(|field| field.name == name);
            index.map(Bit::of)
        };
        let all = |names: &[&str]| {
            names
                .iter()
                .map(|name| bit(name))
                .collect::<Option<Vec<_>>>()
        };
        match *assertion {
            MemberAssertion::RequiredTogether(names) => Some(Statement::Together(all(names)?)),
            MemberAssertion::AtLeastOne(names) => Some(Statement::Any(all(names)?, false)),
            MemberAssertion::AtLeastOneOther(names) => {
                let fields = object.fields.iter().enumerate();
                let others = fields.filter(|(_, field)| !names.contains(&field.name));
                Some(Statement::Any(
                    others.map(|(at, _)| Bit::of(at)).collect(),
                    true,
                ))
            }
            MemberAssertion::RequiresTrue(name, flag) => {
                Some(Statement::RequiresTrue(bit(name)?, bit(flag)?))
            }
            _ => match self.about_values(assertion, made) {
                Some(statement) => Some(statement),
                None => Some(Statement::Absent(all(&concerned(assertion)?)?)),
            },
        }
    }

    /// A statement about values; `None` where they cannot be noted.
    fn about_values(&mut self, assertion: &MemberAssertion, made: &mut Value) -> Option<Statement> {
        if let MemberAssertion::NotBefore(later, earlier) = *assertion
            && !(is_iso_date(later, made) && is_iso_date(earlier, made))
        {
            return None;
        }
        let mut slot = |path: &str| {
            let names = path.strip_prefix('/').unwrap_or(path);
            self.slot_of(made, &names.split('/').collect::<Vec<_>>())
        };
        Some(match *assertion {
            MemberAssertion::NotBefore(later, earlier) => {
                Statement::NotBefore(slot(later)?, slot(earlier)?)
            }
            MemberAssertion::SameLength(one, other) => {
                Statement::SameLength(slot(one)?, slot(other)?)
            }
            MemberAssertion::NullOpposite(nulls, list, text) => {
                Statement::NullOpposite(slot(nulls)?, slot(list)?, text)
            }
            MemberAssertion::ListedRequiresTrue(list, text, flag) => {
                Statement::ListedRequiresTrue(slot(list)?, text, slot(flag)?)
            }
            MemberAssertion::TrueRequiresListed(flag, list, text) => {
                Statement::TrueRequiresListed(slot(flag)?, slot(list)?, text)
            }
            MemberAssertion::Distinct(one, other, key) => {
                Statement::Distinct(slot(one)?, slot(other)?, key)
            }
            MemberAssertion::Equal(one, other) => Statement::Equal(slot(one)?, slot(other)?),
            MemberAssertion::Demanded(path) => Statement::Demanded(slot(path)?),
            MemberAssertion::Unset(path) => Statement::Unset(slot(path)?),
            MemberAssertion::CalendarDay {
                year,
                month,
                day,
                january,
            } => {
                let slots = [slot(year)?, slot(month)?, slot(day)?];
                Statement::CalendarDay(slots, january.into())
            }
            MemberAssertion::RequiredTogether(_)
            | MemberAssertion::AtLeastOne(_)
            | MemberAssertion::AtLeastOneOther(_)
            | MemberAssertion::RequiresTrue(..) => return None,
        })
    }
}

/// Whether every clean value of a member is a date, with a time of day or without, the year first.
fn is_iso_date(name: &str, object: &mut Value) -> bool {
    let mut members = object.object_mut().map_or(&[][..], |it| &it.members).iter();
    let member = members.find(|member| member.key.name() == name);
    let Some(Value::Text(texts)) = member.map(|member| &member.spot.value) else {
        return false;
    };
    let mut formats = texts.formats.iter();
    formats.any(|format| [DATE.name, DATE_AND_TIME.name].contains(&format.name))
}

/// The members of an object without which there is nothing to judge; `None` where what is absent
/// is judged.
fn concerned(assertion: &MemberAssertion) -> Option<Vec<&'static str>> {
    let names = match *assertion {
        MemberAssertion::NotBefore(one, other)
        | MemberAssertion::SameLength(one, other)
        | MemberAssertion::Distinct(one, other, _)
        | MemberAssertion::Equal(one, other)
        | MemberAssertion::NullOpposite(one, other, _)
        | MemberAssertion::ListedRequiresTrue(one, _, other)
        | MemberAssertion::TrueRequiresListed(one, other, _) => vec![one, other],
        MemberAssertion::CalendarDay {
            year, month, day, ..
        } => vec![year, month, day],
        MemberAssertion::Unset(path) => vec![path],
        MemberAssertion::Demanded(path) if path.split('/').count() > 2 => vec![path],
        MemberAssertion::Demanded(_)
        | MemberAssertion::RequiresTrue(..)
        | MemberAssertion::RequiredTogether(_)
        | MemberAssertion::AtLeastOne(_)
        | MemberAssertion::AtLeastOneOther(_) => return None,
    };
    let first = |path: &'static str| path.split('/').find(|name| !name.is_empty());
    Some(names.into_iter().filter_map(first).collect())
}

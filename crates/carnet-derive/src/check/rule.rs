//! Rules about several members of one object.

use super::fit::{Json, json};
use super::names::Names;
use super::ruling::{ruling, source};
use crate::errors::Errors;
use crate::model::{Base, MemberAssertion, MemberRule, Source};
use crate::raw::{Argument, Field, Rule};
use crate::symbol;
use syn::ext::IdentExt;
use syn::{Error, LitStr};

/// What stands in one place of a rule's parentheses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A member of any type.
    Any,
    /// A member that is an array.
    List,
    /// A member that is a boolean.
    Flag,
    /// A text in quotes.
    Text,
    /// A member, or the path of something inside of one.
    Place,
}

/// What stands in the parentheses, in order; `None` where it is any number of members.
fn roles(word: &str) -> Option<&'static [Role]> {
    Some(match word {
        symbol::NOT_BEFORE => &[Role::Any, Role::Any],
        symbol::SAME_LENGTH => &[Role::List, Role::List],
        symbol::NULL_OPPOSITE | symbol::DISTINCT => &[Role::List, Role::List, Role::Text],
        symbol::LISTED_REQUIRES_TRUE => &[Role::List, Role::Text, Role::Flag],
        symbol::TRUE_REQUIRES_LISTED => &[Role::Flag, Role::List, Role::Text],
        symbol::EQUAL => &[Role::Place, Role::Place],
        symbol::DEMANDED | symbol::UNSET => &[Role::Place],
        symbol::CALENDAR_DAY => &[Role::Any, Role::Any, Role::Any],
        _ => return None,
    })
}

/// One argument, checked.
struct Checked {
    /// As the contract has it: a wire name, a path or a text.
    value: String,
    /// The member that it is about, if it is about one.
    member: Option<String>,
}

/// Checks a rule of the container.
pub(crate) fn container_rule(
    errors: &Errors,
    rule: &Rule,
    names: &Names<'_>,
    place: &Source,
) -> Option<MemberRule> {
    let word = symbol::RULE.iter().find(|word| rule.word == **word)?;
    let roles = roles(word);
    count(errors, rule, roles);
    twice(errors, rule, roles);
    let arguments = rule.arguments.iter().enumerate().map(|(at, argument)| {
        let expected = match roles {
            Some(roles) => *roles.get(at)?,
            None => Role::Any,
        };
        check(errors, argument, expected, names)
    });
    // Every argument is checked, also after one that is wrong.
    let checked: Vec<_> = arguments.collect();
    let checked: Vec<_> = checked.into_iter().collect::<Option<_>>()?;
    let mut section: Vec<&str> = Vec::new();
    for member in checked.iter().filter_map(|it| it.member.as_deref()) {
        if !section.contains(&member) {
            section.push(member);
        }
    }
    let place = &Source {
        section: section.join(", "),
        ..place.clone()
    };
    let values = checked.into_iter().map(|it| it.value).collect();
    Some(MemberRule {
        assertion: assertion(word, roles, rule, values)?,
        ruling: ruling(&rule.ruling, Base::Error, place),
        source: source(&rule.ruling.source, place),
    })
}

fn assertion(
    word: &'static str,
    roles: Option<&[Role]>,
    rule: &Rule,
    values: Vec<String>,
) -> Option<MemberAssertion> {
    if word == symbol::CALENDAR_DAY {
        let [year, month, day] = values.try_into().ok()?;
        return Some(MemberAssertion::CalendarDay {
            year,
            month,
            day,
            january: rule.january.get().copied().unwrap_or(1),
        });
    }
    Some(match roles {
        Some(_) => MemberAssertion::Tuple(word, values),
        None => MemberAssertion::List(word, values),
    })
}

/// Checks one argument.
fn check(errors: &Errors, argument: &Argument, role: Role, names: &Names<'_>) -> Option<Checked> {
    let text = |value| Checked {
        value,
        member: None,
    };
    match (role, argument) {
        (Role::Text, Argument::Text(literal)) => Some(text(literal.value())),
        (Role::Text, Argument::Field(name)) => {
            let message = format!("expected a text in quotes: write `\"{}\"`", name.unraw());
            errors.at(name, message);
            None
        }
        (Role::Place, Argument::Text(path)) => place(errors, path, names),
        (Role::Place, Argument::Field(_)) => {
            let (_, wire) = names.argument(errors, argument)?;
            Some(Checked {
                value: format!("/{}", wire.replace('~', "~0").replace('/', "~1")),
                member: Some(wire.to_owned()),
            })
        }
        (Role::Any | Role::List | Role::Flag, _) => {
            let (field, wire) = names.argument(errors, argument)?;
            fits(errors, argument, role, field);
            Some(Checked {
                value: wire.to_owned(),
                member: Some(wire.to_owned()),
            })
        }
    }
}

fn place(errors: &Errors, path: &LitStr, names: &Names<'_>) -> Option<Checked> {
    Some(Checked {
        member: Some(names.begins(errors, path)?),
        value: path.value(),
    })
}

/// Reports a field that can never be what the rule needs.
fn fits(errors: &Errors, argument: &Argument, role: Role, field: &Field) {
    let Argument::Field(name) = argument else {
        return;
    };
    let Some(json) = json(&field.ty) else { return };
    match role {
        Role::Flag if json != Json::Boolean => errors.at(
            name,
            format!("`{name}` is no boolean, so it can never be `true`"),
        ),
        Role::List if json != Json::Array => {
            errors.at(name, format!("`{name}` is no array, so it has no items"));
        }
        _ => {}
    }
}

/// Reports arguments that are too many or too few.
fn count(errors: &Errors, rule: &Rule, roles: Option<&[Role]>) {
    let word = &rule.word;
    let name = word.to_string();
    let example = symbol::rule_example(&name);
    let found = rule.arguments.len();
    let (expected, fits) = match roles {
        Some([_]) => ("takes one value", found == 1),
        Some([_, _]) => ("takes two values", found == 2),
        Some(roles) => ("takes three values", found == roles.len()),
        None if name == symbol::AT_LEAST_ONE_OTHER => ("is about one field or more", found >= 1),
        None => ("is about two fields or more", found >= 2),
    };
    if !fits && rule.complete {
        errors.at(
            word,
            format!("`{word}` {expected}: write `{word}({example})`"),
        );
    }
}

/// Reports a member that one rule names twice.
fn twice(errors: &Errors, rule: &Rule, roles: Option<&[Role]>) {
    let mut seen: Vec<String> = Vec::new();
    for (at, argument) in rule.arguments.iter().enumerate() {
        if roles.is_some_and(|roles| roles.get(at) == Some(&Role::Text)) {
            continue;
        }
        let (text, span) = match argument {
            Argument::Field(name) => (name.unraw().to_string(), name.span()),
            Argument::Text(path) => (path.value(), path.span()),
        };
        if seen.contains(&text) {
            let message = format!("`{text}` is named twice in one rule; remove one of the two");
            errors.push(Error::new(span, message));
        } else {
            seen.push(text);
        }
    }
}

/// Checks a rule that a field says of itself.
pub(crate) fn requires(
    errors: &Errors,
    this: &Field,
    wire: &str,
    raw: &Rule,
    names: &Names<'_>,
    place: &Source,
) -> Option<MemberRule> {
    let [argument] = raw.arguments.as_slice() else {
        if raw.complete {
            let word = &raw.word;
            errors.at(
                word,
                format!("`{word}` names one field, the flag: write `{word}(other_field)`"),
            );
        }
        return None;
    };
    let (other, flag) = names.argument(errors, argument)?;
    if other.member == this.member {
        errors.at(
            argument,
            "a field cannot require itself; name the field that is the flag",
        );
    } else {
        fits(errors, argument, Role::Flag, other);
    }
    Some(MemberRule {
        assertion: MemberAssertion::Tuple(
            symbol::REQUIRES_TRUE,
            vec![wire.to_owned(), flag.to_owned()],
        ),
        ruling: ruling(&raw.ruling, Base::Error, place),
        source: source(&raw.ruling.source, place),
    })
}

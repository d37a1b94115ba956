//! The members of a body as an indented table.

use super::Page;
use super::ruling;
use crate::catalog::DEEPEST;
use carnet_core::shape::{Assertion, Check, MemberAssertion, MemberRule, Object};
use carnet_core::{Field, Kind, Level, Levels, Ruling, Shape};
use std::io;

/// One line of the table.
pub(super) struct Row {
    member: String,
    kind: String,
    presence: String,
    constraints: String,
    discrepancies: String,
}

/// The lines of a body's table, and the rules between its members.
pub(super) fn rows(shape: &Shape) -> (Vec<Row>, Vec<String>) {
    let mut table = Table::default();
    if shape.object().is_none() {
        table.push(0, "(the whole text)", "", shape, Vec::new());
    }
    table.inside(shape, 0, "");
    (table.rows, table.rules)
}

/// Prints the table in columns.
pub(super) fn print(rows: &[Row], page: &mut Page<'_>) -> io::Result<()> {
    let width = |column: fn(&Row) -> &String| {
        let widths = rows.iter().map(|row| column(row).chars().count());
        widths.max().unwrap_or(0)
    };
    let member = width(|row| &row.member).max("member".len());
    let kind = width(|row| &row.kind).max("type".len());
    let presence = width(|row| &row.presence).max("presence".len());
    let constraints = width(|row| &row.constraints).clamp("constraints".len(), 60);
    let head = Row {
        member: "member".to_owned(),
        kind: "type".to_owned(),
        presence: "presence".to_owned(),
        constraints: "constraints".to_owned(),
        discrepancies: "discrepancies".to_owned(),
    };
    for row in std::iter::once(&head).chain(rows) {
        let line = format!(
            "{:member$}  {:kind$}  {:presence$}  {:constraints$}  {}",
            row.member, row.kind, row.presence, row.constraints, row.discrepancies
        );
        page.line(line.trim_end())?;
    }
    Ok(())
}

#[derive(Default)]
struct Table {
    rows: Vec<Row>,
    rules: Vec<String>,
}

impl Table {
    fn push(
        &mut self,
        depth: usize,
        name: &str,
        presence: &str,
        shape: &Shape,
        mut discrepancies: Vec<&'static str>,
    ) {
        ruling::own(shape, "", &mut |_, said| {
            discrepancies.extend(said.discrepancy().map(|discrepancy| discrepancy.id));
        });
        // What holds for all JSON is in every line and would drown the rest.
        discrepancies.retain(|id| !id.starts_with("GN-"));
        discrepancies.sort_unstable();
        discrepancies.dedup();
        self.rows.push(Row {
            member: format!("{:indent$}{name}", "", indent = 2 * depth),
            kind: kind(&shape.kind),
            presence: presence.to_owned(),
            constraints: constraints(shape),
            discrepancies: discrepancies.join(", "),
        });
    }

    fn field(&mut self, field: &Field, depth: usize, place: &str) {
        let place = format!("{place}/{}", field.name);
        let rulings = [Some(field.required), field.null, Some(field.empty)];
        let decided = rulings
            .iter()
            .flatten()
            .filter_map(|ruling| ruling.discrepancy);
        let ids = decided.chain(field.see.iter().copied());
        let ids = ids.map(|discrepancy| discrepancy.id).collect();
        self.push(depth, field.name, &presence(field), &field.shape, ids);
        self.inside(&field.shape, depth + 1, &place);
    }

    /// The lines of what is in a value.
    fn inside(&mut self, shape: &Shape, depth: usize, place: &str) {
        if place.matches('/').count() > DEEPEST {
            return;
        }
        match shape.kind {
            Kind::Object(object) => self.object(object, depth, place),
            Kind::Array(items) => self.inside(&items.shape, depth, &format!("{place}/*")),
            Kind::Map(map) => self.inside(&map.value, depth, &format!("{place}/*")),
            Kind::Union(union) => {
                for variant in union.variants {
                    let name = format!("({})", variant.name);
                    self.push(depth, &name, "", &variant.shape, Vec::new());
                    self.inside(&variant.shape, depth + 1, place);
                }
            }
            Kind::Any
            | Kind::Boolean
            | Kind::Integer
            | Kind::Number
            | Kind::String
            | Kind::Enum(_) => {}
        }
    }

    fn object(&mut self, object: &Object, depth: usize, place: &str) {
        for field in object.fields {
            self.field(field, depth, place);
        }
        for rule in object.rules {
            self.rules.push(member_rule(rule, place));
        }
    }
}

fn kind(kind: &Kind) -> String {
    nested(kind, 3)
}

/// The type in words, with at most so many types of items in it.
fn nested(kind: &Kind, left: usize) -> String {
    let inner = |kind| match left {
        0 => "…".to_owned(),
        left => nested(kind, left - 1),
    };
    match kind {
        Kind::Any => "any".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Integer => "integer".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::String | Kind::Enum(_) => "string".to_owned(),
        Kind::Array(items) => format!("array of {}", inner(&items.shape.kind)),
        Kind::Object(_) => "object".to_owned(),
        Kind::Map(map) => format!("map of {}", inner(&map.value.kind)),
        Kind::Union(_) => "one of".to_owned(),
    }
}

fn presence(field: &Field) -> String {
    let required = match field.required.levels {
        Levels::ALLOW => "optional".to_owned(),
        levels => format!("required{}", unless_error(levels)),
    };
    match field.null {
        Some(_) => required,
        None => format!("{required}, or null"),
    }
}

fn constraints(shape: &Shape) -> String {
    let mut said = Vec::new();
    if let Kind::Enum(texts) = shape.kind {
        said.push(texts.values.join(" | "));
    }
    for check in shape.all_checks() {
        said.push(constraint(check));
    }
    for reading in shape.readings {
        let kind = kind(&reading.shape.kind);
        said.push(format!("or {kind}{}", unless_error(reading.ruling.levels)));
    }
    said.join("; ")
}

fn constraint(check: &Check) -> String {
    let rule = check.assertion.rule();
    let bound = match &check.assertion {
        Assertion::MinLength(n)
        | Assertion::MaxLength(n)
        | Assertion::MaxUtf16Length(n)
        | Assertion::MaxDecimals(n)
        | Assertion::MinItems(n)
        | Assertion::MaxItems(n) => format!("{rule} {n}"),
        Assertion::Minimum(bound) | Assertion::Maximum(bound) => format!("{rule} {}", bound.0),
        Assertion::Const(number) => format!("{rule} {}", number.0),
        Assertion::Format(format) => format!("{rule} {}", format.name),
        Assertion::Placeholder => "credential".to_owned(),
    };
    format!("{bound}{}", unless_error(check.ruling.levels))
}

/// The levels, where they are not what everybody expects.
fn unless_error(levels: Levels) -> String {
    match (levels.strict, levels.lenient) {
        (Level::Error, Level::Error) => String::new(),
        (strict, lenient) => format!(" ({strict}/{lenient})"),
    }
}

fn member_rule(rule: &MemberRule, place: &str) -> String {
    let listed = |names: &[&str]| {
        let places: Vec<_> = names.iter().map(|name| format!("{place}/{name}")).collect();
        places.join(", ")
    };
    let said = match rule.assertion {
        MemberAssertion::RequiredTogether(names) => {
            format!("all or none of {} are present", listed(names))
        }
        MemberAssertion::AtLeastOne(names) => {
            format!("at least one of {} is present", listed(names))
        }
        MemberAssertion::RequiresTrue(name, flag) => {
            format!("with {place}/{name}, {place}/{flag} is true")
        }
        ref other if place.is_empty() => other.to_string(),
        ref other => format!("in {place}, {other}"),
    };
    let Ruling {
        levels,
        discrepancy,
        ..
    } = rule.ruling;
    let decided = discrepancy.map(|discrepancy| format!(" ({})", discrepancy.id));
    let rule = rule.assertion.rule();
    format!(
        "{rule}: {said}{}{}",
        unless_error(levels),
        decided.unwrap_or_default()
    )
}

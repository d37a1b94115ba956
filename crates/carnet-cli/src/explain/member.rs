//! The members of a body as an indented table.

use super::Page;
use super::ruling;
use crate::catalog::DEEPEST;
use carnet_core::contract::Carrier;
use carnet_core::shape::{Assertion, Check, Dynamic, MemberAssertion, MemberRule, Object, Reading};
use carnet_core::{Field, Kind, Level, Levels, RuleId, Ruling, Shape};
use std::io;

/// One line of the table.
pub(super) struct Row {
    member: String,
    kind: String,
    presence: String,
    constraints: String,
    discrepancies: String,
}

/// The lines of a request's or reply's table, and the rules between its members.
pub(super) fn rows(shape: &Shape, carrier: Carrier) -> (Vec<Row>, Vec<String>) {
    let mut table = Table {
        carrier,
        rows: Vec::new(),
        rules: Vec::new(),
    };
    if shape.object().is_none() {
        table.push(0, "(the whole text)", "", shape, Vec::new());
    } else {
        table.whole_readings(shape);
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

struct Table {
    carrier: Carrier,
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
        let mut kind = kind(&shape.kind);
        let is_parameter = self.carrier == Carrier::Parameters && depth == 0;
        if is_parameter && matches!(shape.kind, Kind::Array(_) | Kind::Object(_) | Kind::Map(_)) {
            kind.push_str(", as JSON");
        }
        self.rows.push(Row {
            member: format!("{:indent$}{name}", "", indent = 2 * depth),
            kind,
            presence: presence.to_owned(),
            constraints: constraints(shape),
            discrepancies: discrepancies.join(", "),
        });
    }

    /// What may stand in place of the object that has the table.
    fn whole_readings(&mut self, shape: &Shape) {
        for other in shape.readings {
            if let Some(said) = reading(other) {
                let id = decided(&other.ruling);
                self.rules.push(format!("the whole text: {said}{id}"));
            }
        }
    }

    fn field(&mut self, field: &Field, depth: usize, place: &str) {
        let place = format!("{place}/{}", field.name);
        let rulings = [field.required, field.empty, field.undocumented];
        let aliases = field.aliases.iter().map(|alias| alias.ruling);
        let decided = rulings.into_iter().chain(field.null).chain(aliases);
        let decided = decided.filter_map(|ruling| ruling.discrepancy);
        let ids = decided.chain(field.see.iter().copied());
        let ids = ids.map(|discrepancy| discrepancy.id).collect();
        self.push(depth, field.name, &presence(field), &field.shape, ids);
        self.other_keys(field);
        self.inside(&field.shape, depth + 1, &place);
    }

    /// Adds the keys of readings not taken to the line that was pushed last.
    fn other_keys(&mut self, field: &Field) {
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        let own = std::mem::take(&mut row.constraints);
        let keys = field.aliases.iter().map(|alias| {
            let levels = unless_error(alias.ruling.levels);
            format!("or key `{}`{levels}", alias.name)
        });
        let own = Some(own).filter(|own| !own.is_empty());
        let all: Vec<_> = own.into_iter().chain(keys).collect();
        row.constraints = all.join("; ");
    }

    fn dynamic(&mut self, dynamic: &Dynamic, depth: usize, place: &str) {
        let key = ruling::dynamic_key(dynamic);
        let rulings = dynamic.null.into_iter().chain([dynamic.stray]);
        let ids = rulings.filter_map(|ruling| ruling.discrepancy);
        let ids = ids.map(|discrepancy| discrepancy.id).collect();
        let presence = if dynamic.null.is_some() {
            "optional"
        } else {
            "optional, or null"
        };
        self.push(depth, &key, presence, &dynamic.shape, ids);
        self.inside(&dynamic.shape, depth + 1, &format!("{place}/{key}"));
        let stray = unless_error(dynamic.stray.levels);
        self.rules.push(format!(
            "{}: any other key in {} is the value of {}{stray}",
            RuleId::UnknownKey,
            self.whole(place),
            dynamic.named_by.join(" or ")
        ));
    }

    /// What a rule about a whole object calls it.
    fn whole(&self, place: &str) -> String {
        match (place, self.carrier) {
            ("", Carrier::JsonBody) => "the body".to_owned(),
            ("", Carrier::Parameters) => "the parameters".to_owned(),
            _ => self.place(place),
        }
    }

    /// A place as findings write it.
    fn place(&self, pointer: &str) -> String {
        match self.carrier {
            Carrier::JsonBody => pointer.to_owned(),
            Carrier::Parameters => ruling::parameter(pointer),
        }
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
        if let Some(dynamic) = object.dynamic {
            self.dynamic(dynamic, depth, place);
        }
        for rule in object.rules {
            let line = self.member_rule(rule, place);
            self.rules.push(line);
        }
        if object.empty_is_absent {
            let whole = self.whole(place);
            self.rules
                .push(format!("in {whole} an empty text counts as absent"));
        }
        if object.adopts {
            let whole = self.whole(place);
            let said = "a misspelt key that the profile lets pass stands for the member it means";
            self.rules.push(format!("in {whole} {said}"));
        }
    }

    fn member_rule(&self, rule: &MemberRule, place: &str) -> String {
        let one = |name: &str| self.place(&format!("{place}/{name}"));
        let listed = |names: &[&str]| {
            let places: Vec<_> = names.iter().map(|name| one(name)).collect();
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
                format!("with {}, {} is true", one(name), one(flag))
            }
            ref other if place.is_empty() => other.to_string(),
            ref other => format!("in {}, {other}", self.place(place)),
        };
        let levels = unless_error(rule.ruling.levels);
        let id = decided(&rule.ruling);
        format!("{}: {said}{levels}{id}", rule.assertion.rule())
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
    let or_null = match field.null {
        Some(_) => "",
        None => ", or null",
    };
    let documented = match field.undocumented.levels {
        Levels::ALLOW => String::new(),
        levels => format!(", undocumented{}", unless_error(levels)),
    };
    format!("{required}{or_null}{documented}")
}

fn constraints(shape: &Shape) -> String {
    let mut said = Vec::new();
    if let Kind::Enum(texts) = shape.kind {
        said.push(texts.values.join(" | "));
    }
    for check in shape.all_checks() {
        said.push(constraint(check));
    }
    said.extend(shape.readings.iter().filter_map(reading));
    said.join("; ")
}

/// What else a value may be; `None` for a reading that no profile lets pass.
fn reading(reading: &Reading) -> Option<String> {
    let levels = reading.ruling.levels;
    if levels == Levels::ERROR {
        return None;
    }
    let kind = kind(&reading.shape.kind);
    let narrowed = match constraints(&reading.shape) {
        none if none.is_empty() => String::new(),
        said => format!(" [{said}]"),
    };
    Some(format!("or {kind}{narrowed}{}", unless_error(levels)))
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

/// The discrepancy that decided, where one did.
pub(super) fn decided(ruling: &Ruling) -> String {
    let id = ruling.discrepancy.map(|discrepancy| discrepancy.id);
    id.map_or_else(String::new, |id| format!(" ({id})"))
}

/// The levels, where they are not what everybody expects.
fn unless_error(levels: Levels) -> String {
    match (levels.strict, levels.lenient) {
        (Level::Error, Level::Error) => String::new(),
        (strict, lenient) => format!(" ({strict}/{lenient})"),
    }
}

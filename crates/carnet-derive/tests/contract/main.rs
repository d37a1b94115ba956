//! What the derived contract says.

#![allow(
    clippy::wildcard_imports,
    reason = "one vocabulary for all of these tests"
)]

mod choice;
mod container;
mod dynamic;
mod generic;
mod member;
mod object;
mod operation;
mod parameters;
mod rule;

use carnet::auth::{Auth, NoAuth};
use carnet::contract::{Condition, Outcome};
use carnet::shape::{Assertion, MemberAssertion};
use carnet::{
    Authentication, Decimal, Discrepancy, Field, Format, Kind, Level, Levels, Member, Members,
    Object, Operation, Payload, RuleId, Ruling, Secret, Shape, Source, Strength, Vendor,
};
use serde::Deserialize;

const fn discrepancy(id: &'static str, strict: Level, lenient: Level) -> Discrepancy {
    Discrepancy {
        id,
        kind: "silence",
        readings: ["one", "other"],
        strict: "",
        lenient: "",
        levels: Levels::new(strict, lenient),
        reason: "",
        evidence: &[],
        source: None,
        note: None,
    }
}

const XX_01: Discrepancy = discrepancy("XX-01", Level::Error, Level::Warning);
const XX_02: Discrepancy = discrepancy("XX-02", Level::Warning, Level::Allow);

mod elsewhere {
    pub(crate) use super::XX_02 as RENAMED;
}

const VENDOR: Vendor = Vendor {
    id: "acme",
    name: "Acme",
    discrepancies: &[&XX_01, &XX_02],
};

/// Levels and discrepancy of a ruling.
type Told = (Level, Level, Option<&'static str>);

fn told(ruling: &Ruling) -> Told {
    (
        ruling.levels.strict,
        ruling.levels.lenient,
        ruling.discrepancy.map(|by| by.id),
    )
}

#[track_caller]
fn field(object: &Object, name: &str) -> &'static Field {
    object
        .field(name)
        .unwrap_or_else(|| panic!("no member `{name}`"))
}

/// The checks of a shape as text, with what was told of each.
fn checks(shape: &Shape) -> Vec<(String, Told)> {
    shape
        .all_checks()
        .map(|check| (format!("{:?}", check.assertion), told(&check.ruling)))
        .collect()
}

const ERROR: Told = (Level::Error, Level::Error, None);
const ALLOW: Told = (Level::Allow, Level::Allow, None);

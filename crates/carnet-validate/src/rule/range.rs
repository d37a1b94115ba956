//! `minimum`, `maximum`, `const` and `decimals`: numbers judged by the digits they are written with.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use carnet_core::RuleId;
use carnet_core::decimal::{Literal, Number};

pub(super) const MINIMUM: RuleDoc = RuleDoc {
    id: RuleId::Minimum,
    demands: "The number is not below the bound, compared as decimals.",
    why: "The vendor refuses smaller ones.",
    fix: FixDoc::Never("another number has another meaning"),
    bad: r#"{"company": 1, "name": "Ada", "amount": -0.01}"#,
    good: r#"{"company": 1, "name": "Ada", "amount": 0.00}"#,
};

pub(super) const MAXIMUM: RuleDoc = RuleDoc {
    id: RuleId::Maximum,
    demands: "The number is not above the bound, compared as decimals: 999999999999999.01 is above \
              999999999999999.00, although both are the same double.",
    why: "The vendor refuses larger ones, and a check on doubles lets some of them through.",
    fix: FixDoc::Never("another number has another meaning"),
    bad: r#"{"company": 1, "name": "Ada", "amount": 999999999999999.01}"#,
    good: r#"{"company": 1, "name": "Ada", "amount": 999999999999999.00}"#,
};

pub(super) const CONST: RuleDoc = RuleDoc {
    id: RuleId::Const,
    demands: "The number equals the one that is documented, compared as decimals: 3.0 equals 3.",
    why: "The number says what the rest is about; with another one it is read as something else.",
    fix: FixDoc::Never("another number has another meaning"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"version": 4}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"version": 3}}"#,
};

pub(super) const DECIMALS: RuleDoc = RuleDoc {
    id: RuleId::Decimals,
    demands: "The number has no more decimal places than the vendor keeps; zeros at its end do not \
              count.",
    why: "What the vendor does not keep it rounds or cuts.",
    fix: FixDoc::Never("a rounded number is another number"),
    bad: r#"{"company": 1, "name": "Ada", "amount": 1.234}"#,
    good: r#"{"company": 1, "name": "Ada", "amount": 1.230}"#,
};

/// The text of a number that is less than a bound.
pub(super) fn less(text: &str, least: Literal, show: bool) -> Complaint {
    let this = super::this(text, show);
    Complaint::new(RuleId::Minimum, format!("{this} is less than {least}"))
        .help(format!("write at least {least}"))
}

/// The text of a number that is more than a bound.
pub(super) fn more(text: &str, most: Literal, show: bool) -> Complaint {
    let this = super::this(text, show);
    Complaint::new(RuleId::Maximum, format!("{this} is more than {most}"))
        .help(format!("write at most {most}"))
}

/// The text of a number that is not the only one.
pub(super) fn another(text: &str, only: Literal, show: bool) -> Complaint {
    let this = super::this(text, show);
    Complaint::new(RuleId::Const, format!("{this} is not {only}")).help(format!("write {only}"))
}

/// The text of a number with too many decimals.
pub(super) fn decimals(text: &str, most: u32, show: bool) -> Complaint {
    let places = Number::parse(text).map_or(0, |number| number.decimals());
    let this = super::this(text, show);
    Complaint::new(
        RuleId::Decimals,
        format!("{this} has {places} decimals, at most {most} are expected"),
    )
    .help(format!("round it to {most} decimals"))
}

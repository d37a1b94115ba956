//! Rules about several members.

use super::*;

#[derive(Payload)]
#[carnet(
    at_least_one_other(id, decided_by = XX_01),
    not_before(ends, starts),
    same_length(names, ids),
    null_opposite(ids, names, "address"),
    listed_requires_true(names, "phones", is_phone),
    true_requires_listed(is_phone, names, "phones"),
    distinct(added, removed, "phoneId"),
    equal(id, "/address/customerId"),
    demanded("/address/customerId", strict = warning, section = "Rules"),
    unset(starts),
    unset("/a~1b/0"),
    calendar_day(year, month, day, january = 0),
    calendar_day(year, month, day, decided_by = XX_02),
)]
#[allow(dead_code, reason = "only the contract is read")]
struct Update {
    #[serde(rename = "customerId")]
    id: Option<String>,
    #[serde(rename = "start/end")]
    starts: Option<String>,
    ends: Option<String>,
    #[serde(rename = "attributeName")]
    names: Vec<String>,
    ids: Vec<Option<String>>,
    is_phone: Option<bool>,
    added: Vec<Item>,
    removed: Vec<Item>,
    address: Item,
    #[serde(rename = "a/b")]
    slash: Option<String>,
    year: i64,
    month: i64,
    day: i64,
}

#[derive(Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Item {
    #[serde(rename = "phoneId")]
    id: String,
}

#[test]
fn rules_name_the_wire() {
    let rules: Vec<_> = Update::OBJECT
        .rules
        .iter()
        .map(|rule| format!("{:?}", rule.assertion))
        .collect();
    let expected = [
        r#"AtLeastOneOther(["customerId"])"#,
        r#"NotBefore("ends", "start/end")"#,
        r#"SameLength("attributeName", "ids")"#,
        r#"NullOpposite("ids", "attributeName", "address")"#,
        r#"ListedRequiresTrue("attributeName", "phones", "is_phone")"#,
        r#"TrueRequiresListed("is_phone", "attributeName", "phones")"#,
        r#"Distinct("added", "removed", "phoneId")"#,
        r#"Equal("/customerId", "/address/customerId")"#,
        r#"Demanded("/address/customerId")"#,
        r#"Unset("/start~1end")"#,
        r#"Unset("/a~1b/0")"#,
        r#"CalendarDay { year: "year", month: "month", day: "day", january: 0 }"#,
        r#"CalendarDay { year: "year", month: "month", day: "day", january: 1 }"#,
    ];
    assert_eq!(rules, expected);
}

#[test]
fn rules_have_rulings_and_sources() {
    let rules = Update::OBJECT.rules;
    assert_eq!(
        told(&rules[0].ruling),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
    assert_eq!(told(&rules[8].ruling), (Level::Warning, Level::Error, None));
    assert_eq!(
        told(&rules[12].ruling),
        (Level::Warning, Level::Allow, Some("XX-02"))
    );
    let sections: Vec<_> = rules.iter().map(|rule| rule.source.section).collect();
    assert_eq!(sections[1], "ends, start/end");
    assert_eq!(sections[4], "attributeName, is_phone");
    assert_eq!(sections[7], "customerId, address");
    assert_eq!(sections[8], "Rules");
}

#[derive(Payload)]
#[carnet(constant(kind = "a"), demanded("/kind"), demanded("/added/0"))]
#[allow(dead_code, reason = "only the contract is read")]
struct Outer<'a> {
    #[serde(flatten)]
    inner: Inner<'a>,
    #[serde(flatten)]
    again: Again,
}

#[derive(Payload)]
#[carnet(at_least_one(added, removed, decided_by = XX_01))]
#[allow(dead_code, reason = "only the contract is read")]
struct Inner<'a> {
    added: Vec<Item>,
    removed: Option<&'a str>,
}

#[derive(Payload)]
#[carnet(unset(last))]
#[allow(dead_code, reason = "only the contract is read")]
struct Again {
    last: Option<bool>,
}

#[test]
fn paths_may_begin_at_constants_and_flattened_members() {
    let names: Vec<_> = Outer::OBJECT.fields.iter().map(|it| it.name).collect();
    assert_eq!(names, ["kind", "added", "removed", "last"]);
}

#[test]
fn flattened_rules_hold_as_well() {
    let rules = Outer::OBJECT.rules;
    let assertions: Vec<_> = rules
        .iter()
        .map(|rule| format!("{:?}", rule.assertion))
        .collect();
    let expected = [
        r#"AtLeastOne(["added", "removed"])"#,
        r#"Unset("/last")"#,
        r#"Demanded("/kind")"#,
        r#"Demanded("/added/0")"#,
    ];
    assert_eq!(assertions, expected);
    assert_eq!(
        told(&rules[0].ruling),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
}

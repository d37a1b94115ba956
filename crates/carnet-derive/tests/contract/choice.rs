//! Lists of texts, unions, newtype structs.

use super::*;
use crate::object::Role;

#[test]
fn enums_list_their_texts() {
    let Kind::Enum(list) = Role::SHAPE.kind else {
        panic!("an enum")
    };
    assert_eq!(list.values, ["boss", "IT"]);
    assert_eq!(
        told(&list.other_case),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
}

/// One of several.
#[derive(Payload)]
#[serde(untagged, rename_all = "snake_case")]
#[carnet(
    select(context = "types", key = "id"),
    disputed("attachment", decided_by = XX_01),
    mismatch(decided_by = XX_02)
)]
#[allow(dead_code, reason = "only the contract is read")]
enum Value {
    /// An amount.
    #[carnet(maximum = 10, reading(string, decided_by = XX_02))]
    MoneyAmount(Decimal),
    #[carnet(format = SHOUT, max_length = 5)]
    Text(String),
}

const SHOUT: Format = Format {
    name: "shout",
    expects: "capitals",
    example: "HEY",
    check: |text| !text.contains(char::is_lowercase),
    keyword: None,
    pattern: None,
};

#[test]
fn unions_list_their_variants() {
    let Kind::Union(union) = Value::SHAPE.kind else {
        panic!("a union")
    };
    assert_eq!(
        (union.name, union.description),
        ("Value", "One of several.")
    );
    let [money, text] = union.variants else {
        panic!("two variants")
    };
    assert_eq!(
        (money.name, money.description),
        ("money_amount", "An amount.")
    );
    assert_eq!(
        checks(&money.shape),
        [("Maximum(Literal(\"10\"))".into(), ERROR)]
    );
    assert_eq!(money.shape.readings.len(), 1);
    let assertions: Vec<_> = text
        .shape
        .checks
        .iter()
        .map(|check| check.assertion.rule())
        .collect();
    assert_eq!(assertions, [RuleId::MaxLength, RuleId::Format]);
    let select = union.select.unwrap();
    assert_eq!((select.context, select.key), ("types", "id"));
    assert_eq!(select.disputed[0].name, "attachment");
    assert_eq!(
        told(&select.disputed[0].ruling),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
    assert_eq!(
        told(&Value::SHAPE.mismatch),
        (Level::Warning, Level::Allow, Some("XX-02"))
    );
}

#[derive(Payload)]
#[carnet(max_length = 10)]
#[allow(dead_code, reason = "only the contract is read")]
struct Short(String);

#[derive(Payload)]
#[carnet(min_length = 1, secret(strict = warning, lenient = warning))]
#[allow(dead_code, reason = "only the contract is read")]
struct Shorter(Short);

#[derive(Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Perhaps(Option<Shorter>);

#[derive(Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Named {
    #[carnet(max_length = 5)]
    perhaps: Perhaps,
}

#[test]
fn newtypes_add_to_their_inner_type() {
    let rules = |shape: Shape| -> Vec<_> {
        shape
            .all_checks()
            .map(|check| check.assertion.rule())
            .collect()
    };
    assert_eq!(rules(Short::SHAPE), [RuleId::MaxLength]);
    assert_eq!(
        rules(Shorter::SHAPE),
        [RuleId::MaxLength, RuleId::MinLength, RuleId::Secret]
    );
    const { assert!(Shorter::SHAPE.sensitive) };
    const { assert!(Perhaps::OPTIONAL && !Perhaps::NULLABLE) };
    let named = field(&Named::OBJECT, "perhaps");
    assert_eq!(named.shape.inherent.len(), 3);
    assert_eq!(named.shape.checks.len(), 1);
    assert!(matches!(
        named.shape.checks[0].assertion,
        Assertion::MaxLength(5)
    ));
}

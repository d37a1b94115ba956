//! Structs with named fields: members, constraints, sources, rules.

use super::*;

/// A person.
///
/// Second
/// paragraph.
#[derive(Payload)]
#[carnet(
    required_together(name, mail, strict = warning),
    at_least_one(mail, role, decided_by = XX_02, section = "Rules"),
    length_decided_by = XX_01,
    page = "https://example.com/person",
)]
#[allow(dead_code, reason = "only the contract is read")]
pub(crate) struct Person {
    /// Full
    /// name.
    #[carnet(max_length = 50, min_length(2, strict = warning, lenient = info))]
    name: Option<String>,
    #[serde(rename = "e-mail")]
    #[carnet(max_length(254, decided_by = XX_02, lenient = info), format("mailbox", strict = allow))]
    mail: Option<String>,
    #[carnet(see(XX_01, elsewhere::RENAMED), section = "Roles", strength = sample)]
    role: Member<String>,
    #[carnet(required(decided_by = XX_01), null(lenient = allow), empty)]
    id: Option<i64>,
    #[carnet(requires(agreed, decided_by = XX_02))]
    date: String,
    agreed: Option<bool>,
    #[carnet(required(decided_by = XX_02, page = "https://example.com/other"))]
    soft: Option<i64>,
    #[carnet(
        minimum = -0.5,
        maximum(999999999999999.00, strict = info),
        max_decimals = 2,
        reading(string, decided_by = XX_02),
        reading(array),
        reading(Role),
        mismatch(decided_by = XX_01)
    )]
    amount: Decimal,
    #[carnet(min_items = 1, max_items = 3)]
    list: Vec<String>,
}

#[derive(Payload)]
#[serde(rename_all = "lowercase")]
#[carnet(other_case(decided_by = XX_01))]
#[allow(dead_code, reason = "only the contract is read")]
pub(crate) enum Role {
    Boss,
    #[serde(rename = "IT")]
    Technical,
}

const PERSON: Object = Person::OBJECT;

#[test]
fn the_object_is_described() {
    assert_eq!(PERSON.name, "Person");
    assert_eq!(PERSON.description, "A person.\n\nSecond paragraph.");
    assert_eq!(field(&PERSON, "name").description, "Full name.");
    assert_eq!(field(&PERSON, "e-mail").description, "");
    let names: Vec<_> = PERSON.fields.iter().map(|field| field.name).collect();
    let expected = [
        "name", "e-mail", "role", "id", "date", "agreed", "soft", "amount", "list",
    ];
    assert_eq!(names, expected);
    assert_eq!(
        told(&PERSON.unknown_keys),
        (Level::Error, Level::Warning, Some("GN-05"))
    );
    assert_eq!(
        told(&PERSON.key_spelling),
        (Level::Error, Level::Warning, Some("GN-09"))
    );
}

#[test]
fn presence_null_and_empty_follow_the_type() {
    let name = field(&PERSON, "name");
    assert_eq!(told(&name.required), ALLOW);
    assert_eq!(
        name.null.as_ref().map(told),
        Some((Level::Error, Level::Warning, Some("GN-04")))
    );
    assert_eq!(told(&name.empty), ALLOW);
    let date = field(&PERSON, "date");
    assert_eq!(told(&date.required), ERROR);
    assert_eq!(
        date.null.as_ref().map(told),
        Some((Level::Error, Level::Error, Some("GN-04")))
    );
    assert_eq!(
        told(&date.empty),
        (Level::Warning, Level::Allow, Some("GN-10"))
    );
    let role = field(&PERSON, "role");
    assert_eq!(told(&role.required), ALLOW);
    assert!(role.null.is_none());
}

#[test]
fn presence_null_and_empty_can_be_overridden() {
    let id = field(&PERSON, "id");
    assert_eq!(
        told(&id.required),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
    assert_eq!(
        id.null.as_ref().map(told),
        Some((Level::Error, Level::Allow, Some("GN-04")))
    );
    assert_eq!(
        told(&id.empty),
        (Level::Warning, Level::Allow, Some("GN-10"))
    );
    // A warning does not make it required, so that the rest stays as for optional members.
    let soft = field(&PERSON, "soft");
    assert_eq!(
        told(&soft.required),
        (Level::Warning, Level::Allow, Some("XX-02"))
    );
    assert_eq!(
        soft.null.as_ref().map(told),
        Some((Level::Error, Level::Warning, Some("GN-04")))
    );
    let source = soft.required.source.unwrap();
    assert_eq!(
        (source.url, source.section),
        ("https://example.com/other", "soft")
    );
}

#[test]
fn constraints_are_checks() {
    let by = |strict, lenient, id| (strict, lenient, Some(id));
    assert_eq!(
        checks(&field(&PERSON, "name").shape),
        [
            ("MinLength(2)".into(), (Level::Warning, Level::Info, None)),
            (
                "MaxLength(50)".into(),
                by(Level::Error, Level::Error, "XX-01")
            ),
            (
                "MaxUtf16Length(50)".into(),
                by(Level::Error, Level::Warning, "XX-01")
            ),
        ]
    );
    assert_eq!(
        checks(&field(&PERSON, "e-mail").shape),
        [
            (
                "MaxLength(254)".into(),
                by(Level::Warning, Level::Info, "XX-02")
            ),
            (
                "Format(Format(\"mailbox\"))".into(),
                (Level::Allow, Level::Error, None)
            ),
        ]
    );
    assert_eq!(
        checks(&field(&PERSON, "amount").shape),
        [
            ("Minimum(Literal(\"-0.5\"))".into(), ERROR),
            (
                "Maximum(Literal(\"999999999999999.00\"))".into(),
                (Level::Info, Level::Error, None)
            ),
            ("MaxDecimals(2)".into(), ERROR),
        ]
    );
    assert_eq!(
        checks(&field(&PERSON, "list").shape),
        [("MinItems(1)".into(), ERROR), ("MaxItems(3)".into(), ERROR)]
    );
}

#[test]
fn readings_and_mismatch() {
    let shape = &field(&PERSON, "amount").shape;
    assert!(matches!(shape.kind, Kind::Number));
    let [string, array, role] = shape.readings else {
        panic!("three readings")
    };
    assert!(matches!(string.shape.kind, Kind::String));
    assert_eq!(
        told(&string.ruling),
        (Level::Warning, Level::Allow, Some("XX-02"))
    );
    assert!(matches!(array.shape.kind, Kind::Array(items) if items.null.is_none()));
    assert!(matches!(role.shape.kind, Kind::Enum(list) if list.name == "Role"));
    assert_eq!(
        told(&shape.mismatch),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
    assert_eq!(told(&field(&PERSON, "name").shape.mismatch), ERROR);
}

#[test]
fn sources_are_inherited() {
    let name = field(&PERSON, "name").source;
    assert_eq!(
        name,
        Source {
            url: "https://example.com/person",
            ..Source::section("name")
        }
    );
    let role = field(&PERSON, "role").source;
    assert_eq!((role.section, role.strength), ("Roles", Strength::Sample));
    let see: Vec<_> = field(&PERSON, "role")
        .see
        .iter()
        .map(|see| see.id)
        .collect();
    assert_eq!(see, ["XX-01", "XX-02"]);
}

#[test]
fn rules_name_the_wire() {
    let [together, one, flag] = PERSON.rules else {
        panic!("three rules")
    };
    assert!(matches!(
        together.assertion,
        MemberAssertion::RequiredTogether(&["name", "e-mail"])
    ));
    assert_eq!(told(&together.ruling), (Level::Warning, Level::Error, None));
    assert!(matches!(
        one.assertion,
        MemberAssertion::AtLeastOne(&["e-mail", "role"])
    ));
    assert_eq!(
        told(&one.ruling),
        (Level::Warning, Level::Allow, Some("XX-02"))
    );
    assert_eq!(one.source.section, "Rules");
    assert!(matches!(
        flag.assertion,
        MemberAssertion::RequiresTrue("date", "agreed")
    ));
    assert_eq!(flag.source.section, "date");
}

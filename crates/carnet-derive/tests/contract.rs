//! What the derived contract says.

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
struct Person {
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
enum Role {
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

/// A reply.
#[derive(Deserialize, Payload)]
#[carnet(
    reply,
    unknown_keys(decided_by = XX_02),
    null(decided_by = XX_02),
    mismatch(decided_by = XX_01),
    section = "Reply",
    strength = skeleton
)]
#[allow(dead_code, reason = "only the contract is read")]
struct Reply {
    id: String,
    note: Member<String>,
    other: Option<String>,
}

#[test]
fn containers_give_defaults() {
    let object = Reply::OBJECT;
    assert_eq!(
        told(&object.unknown_keys),
        (Level::Warning, Level::Allow, Some("XX-02"))
    );
    let id = field(&object, "id");
    assert_eq!(told(&id.empty), ALLOW);
    assert_eq!(
        id.null.as_ref().map(told),
        Some((Level::Error, Level::Error, Some("GN-04")))
    );
    assert_eq!(
        told(&id.shape.mismatch),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
    assert_eq!(
        (id.source.section, id.source.strength),
        ("id", Strength::Skeleton)
    );
    for name in ["note", "other"] {
        let null = field(&object, name).null.unwrap();
        assert_eq!(
            told(&null),
            (Level::Warning, Level::Allow, Some("XX-02")),
            "{name}"
        );
    }
}

#[derive(Payload)]
#[carnet(open, unknown_keys(lenient = allow), key_spelling(strict = info))]
#[allow(dead_code, reason = "only the contract is read")]
struct Open {}

#[test]
fn open_objects() {
    assert_eq!(
        told(&Open::OBJECT.unknown_keys),
        (Level::Warning, Level::Allow, Some("GN-05"))
    );
    assert_eq!(
        told(&Open::OBJECT.key_spelling),
        (Level::Info, Level::Warning, Some("GN-09"))
    );
}

#[derive(Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Part<'a> {
    two: &'a str,
    three: i64,
}

/// Does a thing.
///
/// At length.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.do_it",
    vendor = VENDOR,
    put = "https://{base_url}/things/{id}",
    page = "https://example.com/things",
    auth = Token,
    failure(Refusal, status = "400-599", present(error)),
    success(Reply, prefix(StatusCode = "2"), status = "2xx"),
    text(trailing_comma, decided_by = XX_01),
    text(shell_variable("$JSON", "$TOKEN"), strict = warning)
)]
#[allow(dead_code, reason = "only the contract is read")]
struct DoIt<'a> {
    one: i64,
    #[serde(flatten)]
    part: Part<'a>,
    #[serde(flatten)]
    again: Boxed,
    last: Option<bool>,
}

#[derive(Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Boxed {
    four: i64,
}

#[derive(Payload, Authentication)]
#[carnet(body)]
struct Token {
    #[carnet(secret(strict = warning, lenient = warning), format("uuid", strict = warning))]
    token: Secret,
}

#[derive(Deserialize, Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Refusal {
    error: String,
}

#[test]
fn an_operation_is_a_contract() {
    let contract = DoIt::CONTRACT;
    assert_eq!(contract.id, "acme.thing.do_it");
    assert_eq!(contract.vendor.id, "acme");
    assert_eq!(contract.summary, "Does a thing.");
    assert_eq!(contract.page, "https://example.com/things");
    assert_eq!(
        (contract.method, contract.url),
        ("PUT", "https://{base_url}/things/{id}")
    );
    assert_eq!(contract.request.media_type, "application/json");
    let object = contract.request.shape.object().unwrap();
    let names: Vec<_> = object.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["token", "one", "two", "three", "four", "last"]);
    assert_eq!(object.name, "DoIt");
    let names: Vec<_> = DoIt::OBJECT.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["one", "two", "three", "four", "last"]);

    let [comma, variable] = contract.request.text else {
        panic!("two rulings on the text")
    };
    assert_eq!((comma.rule, comma.words.len()), (RuleId::TrailingComma, 0));
    assert_eq!(
        told(&comma.ruling),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
    assert_eq!(
        (variable.rule, variable.words),
        (RuleId::ShellVariable, &["$JSON", "$TOKEN"][..])
    );

    let [failure, success] = contract.replies else {
        panic!("two replies")
    };
    assert_eq!(failure.outcome, Outcome::Failure);
    assert_eq!(
        failure.when,
        [Condition::Status(400, 599), Condition::Present("error")]
    );
    assert_eq!(success.outcome, Outcome::Success);
    assert_eq!(
        success.when,
        [
            Condition::Prefix("StatusCode", "2"),
            Condition::Status(200, 299)
        ]
    );
    assert_eq!(success.body.shape.object().unwrap().name, "Reply");
}

#[test]
fn credentials_travel_in_the_body() {
    let Auth::Body([token]) = Token::AUTH else {
        panic!("one member")
    };
    assert_eq!(token.name, "token");
    assert!(token.shape.sensitive);
    let mut text = Vec::new();
    carnet::json::Writer::new(&mut text).object(|members| {
        let token = Token { token: "t".into() };
        Authentication::write_members(&token, members);
        let request = DoIt {
            one: 1,
            part: Part { two: "2", three: 3 },
            again: Boxed { four: 4 },
            last: None,
        };
        Members::write_members(&request, members);
    });
    assert_eq!(
        String::from_utf8(text).unwrap(),
        r#"{"token":"t","one":1,"two":"2","three":3,"four":4}"#
    );
}

/// Asks for nothing.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.list",
    vendor = VENDOR,
    get = "https://api.example.com/things",
    page = "https://example.com/things",
    success(Reply, status = 200),
    failure(Refusal)
)]
struct List {}

#[test]
fn an_operation_may_send_nothing() {
    fn auth<T: Operation<Auth = NoAuth>>() {}
    auth::<List>();
    assert!(
        List::CONTRACT
            .request
            .shape
            .object()
            .unwrap()
            .fields
            .is_empty()
    );
}

#[derive(Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Wrapper<'a, T, const N: usize> {
    /// The items.
    #[carnet(min_items = 1)]
    items: Vec<T>,
    name: Option<&'a str>,
}

#[test]
fn generic_objects_and_their_schema_names() {
    use carnet::schemars::JsonSchema;
    let object = Wrapper::<'_, Role, 2>::OBJECT;
    assert!(matches!(field(&object, "items").shape.kind, Kind::Array(_)));
    assert_eq!(Wrapper::<Role, 2>::schema_name(), "Wrapper");
    assert_ne!(
        Wrapper::<Role, 2>::schema_id(),
        Wrapper::<i64, 2>::schema_id()
    );
    let mut generator = carnet::schemars::generate::SchemaSettings::draft2020_12().into_generator();
    assert_eq!(
        Reply::json_schema(&mut generator),
        carnet::json_schema::of(&Reply::SHAPE, &mut generator)
    );
}

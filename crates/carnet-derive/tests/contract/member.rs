//! Members: presence by default, keys by other readings, members without a field.

use super::*;

/// Levels of `XX_01`, `XX_02`.
const BY_ONE: Told = (Level::Error, Level::Warning, Some("XX-01"));
const BY_TWO: Told = (Level::Warning, Level::Allow, Some("XX-02"));

#[derive(Payload)]
#[carnet(
    reply,
    adopts,
    required(decided_by = XX_01),
    labels(decided_by = XX_02),
    constant(action = "save", decided_by = XX_01),
    constant(
        "Tmp Id" = "0",
        strict = warning,
        required(strict = info, lenient = allow),
        see(XX_02, elsewhere::RENAMED),
        description = "A leftover.",
        section = "Samples"
    ),
)]
struct Customer {
    /// Its code.
    #[carnet(undocumented(decided_by = XX_02))]
    postal_code: Option<String>,
    #[carnet(
        optional,
        alias("tier_id", decided_by = XX_01),
        alias = "TierId",
        alias("Tier", strict = info)
    )]
    tier: Option<i64>,
    #[carnet(required(strict = error, lenient = allow))]
    #[serde(rename = "Mobile Number")]
    mobile: Member<String>,
    #[carnet(const(1, decided_by = XX_02), reading(Code, decided_by = XX_01))]
    version: Option<i64>,
}

/// Another text.
#[derive(Payload)]
#[carnet(max_length = 4)]
#[allow(dead_code, reason = "only the contract is read")]
struct Code(String);

const CUSTOMER: Object = Customer::OBJECT;

#[test]
fn flags_of_the_object() {
    const { assert!(CUSTOMER.adopts && !CUSTOMER.empty_is_absent) };
    const { assert!(!Boxed::OBJECT.adopts && Boxed::OBJECT.empty_is_absent) };
    assert!(CUSTOMER.dynamic.is_none());
}

#[test]
fn constants_stand_first() {
    let names: Vec<_> = CUSTOMER.fields.iter().map(|field| field.name).collect();
    let expected = [
        "action",
        "Tmp Id",
        "postal_code",
        "tier",
        "Mobile Number",
        "version",
    ];
    assert_eq!(names, expected);
    let action = field(&CUSTOMER, "action");
    let Kind::Enum(list) = action.shape.kind else {
        panic!("a list of one text")
    };
    assert_eq!((list.name, list.values), ("", &["save"][..]));
    for ruling in [&list.other_case, &action.shape.mismatch, &action.required] {
        assert_eq!(told(ruling), BY_ONE);
    }
    assert_eq!(action.null.as_ref().map(told), Some(BY_ONE));
    assert_eq!(told(&action.empty), ALLOW);
    assert_eq!(action.description, "Always `save`.");
    assert_eq!(action.source.section, "action");
}

#[test]
fn constants_say_more_of_themselves() {
    let leftover = field(&CUSTOMER, "Tmp Id");
    let absent = (Level::Info, Level::Allow, None);
    assert_eq!(told(&leftover.required), absent);
    assert_eq!(leftover.null.as_ref().map(told), Some(absent));
    assert_eq!(
        told(&leftover.shape.mismatch),
        (Level::Warning, Level::Error, None)
    );
    assert_eq!(leftover.description, "A leftover.");
    assert_eq!(leftover.source.section, "Samples");
    let see: Vec<_> = leftover.see.iter().map(|see| see.id).collect();
    assert_eq!(see, ["XX-02", "XX-02"]);
}

#[test]
fn absence_has_a_default() {
    let code = field(&CUSTOMER, "postal_code");
    assert_eq!(told(&code.required), BY_ONE);
    // It is an optional member still, by its type.
    assert_eq!(
        code.null.as_ref().map(told),
        Some((Level::Error, Level::Warning, Some("GN-04")))
    );
    assert_eq!(told(&code.empty), ALLOW);
    assert_eq!(told(&field(&CUSTOMER, "tier").required), ALLOW);
    let mobile = field(&CUSTOMER, "Mobile Number");
    assert_eq!(told(&mobile.required), (Level::Error, Level::Allow, None));
    assert!(mobile.null.is_none());
}

#[test]
fn keys_by_other_readings() {
    let aliases = |name| -> Vec<_> {
        field(&CUSTOMER, name)
            .aliases
            .iter()
            .map(|alias| (alias.name, told(&alias.ruling)))
            .collect()
    };
    assert_eq!(aliases("postal_code"), [("Postal Code", BY_TWO)]);
    assert_eq!(
        aliases("tier"),
        [
            ("tier_id", BY_ONE),
            ("TierId", ERROR),
            // What the member says of its label wins.
            ("Tier", (Level::Info, Level::Error, None)),
        ]
    );
    assert_eq!(aliases("Mobile Number"), []);
    assert_eq!(aliases("action"), []);
    let code = field(&CUSTOMER, "postal_code");
    assert_eq!(told(&code.undocumented), BY_TWO);
    assert_eq!(told(&field(&CUSTOMER, "tier").undocumented), ALLOW);
}

#[test]
fn constant_numbers_and_readings_of_any_type() {
    let version = field(&CUSTOMER, "version");
    assert_eq!(
        checks(&version.shape),
        [("Const(Literal(\"1\"))".into(), BY_TWO)]
    );
    let [code] = version.shape.readings else {
        panic!("one reading")
    };
    assert_eq!(code.shape.inherent.len(), 1);
    assert_eq!(told(&code.ruling), BY_ONE);
}

#[test]
fn constants_are_written_first() {
    let customer = Customer {
        postal_code: None,
        tier: Some(2),
        mobile: Member::Null,
        version: None,
    };
    assert_eq!(
        carnet::payload::to_vec(&customer),
        br#"{"action":"save","Tmp Id":"0","tier":2,"Mobile Number":null}"#
    );
    let mut query = Vec::new();
    let out = &mut carnet::parameters::ParameterWriter::new(&mut query);
    customer.write_parameters(out);
    assert_eq!(query, b"action=save&Tmp%20Id=0&tier=2&Mobile%20Number=null");
}

#[derive(Payload)]
#[carnet(empty_is_absent, required(decided_by = XX_02))]
#[allow(dead_code, reason = "only the contract is read")]
struct Boxed {
    plain: String,
    option: Option<String>,
    member: Member<String>,
    #[carnet(optional)]
    optional: Option<String>,
    #[carnet(required(strict = allow, lenient = allow))]
    allowed: Option<String>,
    #[carnet(required(decided_by = XX_02, strict = allow))]
    switched: Option<String>,
    #[carnet(empty(strict = info), null(strict = info))]
    own: String,
    #[carnet(required(decided_by = XX_01))]
    stricter: Option<String>,
}

/// The levels of the member's `null` and of its empty text.
fn null_and_empty(object: &Object, name: &str) -> (Option<Told>, Told) {
    let field = field(object, name);
    (field.null.as_ref().map(told), told(&field.empty))
}

#[test]
fn what_is_absent_is_judged_alike() {
    let of = |name| null_and_empty(&Boxed::OBJECT, name);
    assert_eq!(of("plain"), (Some(BY_TWO), BY_TWO));
    assert_eq!(of("option"), (Some(BY_TWO), BY_TWO));
    assert_eq!(of("member"), (None, BY_TWO));
    assert_eq!(of("stricter"), (Some(BY_ONE), BY_ONE));
    let optional = Some((Level::Error, Level::Warning, Some("GN-04")));
    assert_eq!(of("optional"), (optional, ALLOW));
    assert_eq!(of("allowed"), (optional, ALLOW));
    // A discrepancy that allows it today may be switched to another level.
    let switched = (Level::Allow, Level::Allow, Some("XX-02"));
    assert_eq!(of("switched"), (Some(switched), switched));
    assert_eq!(
        of("own"),
        (
            Some((Level::Info, Level::Error, Some("GN-04"))),
            (Level::Info, Level::Allow, Some("GN-10"))
        )
    );
}

#[derive(Payload)]
#[carnet(empty_is_absent)]
#[allow(dead_code, reason = "only the contract is read")]
struct ByType {
    required: String,
    optional: Option<String>,
}

#[test]
fn what_the_type_says_of_absence_counts_as_well() {
    let of = |name| null_and_empty(&ByType::OBJECT, name);
    assert_eq!(of("required"), (Some(ERROR), ERROR));
    let optional = Some((Level::Error, Level::Warning, Some("GN-04")));
    assert_eq!(of("optional"), (optional, ALLOW));
}

#[derive(Payload)]
#[carnet(empty_is_absent, empty(strict = info), null(strict = info))]
#[allow(dead_code, reason = "only the contract is read")]
struct Explicit {
    required: String,
    optional: Option<String>,
}

#[test]
fn what_the_container_says_wins() {
    let of = |name| null_and_empty(&Explicit::OBJECT, name);
    let empty = (Level::Info, Level::Allow, Some("GN-10"));
    let required = Some((Level::Error, Level::Error, Some("GN-04")));
    assert_eq!(of("required"), (required, empty));
    let optional = Some((Level::Info, Level::Warning, Some("GN-04")));
    assert_eq!(of("optional"), (optional, ALLOW));
}

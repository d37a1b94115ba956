//! What a container says for all of its members.

use super::*;

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
pub(crate) struct Reply {
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

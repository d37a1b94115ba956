//! Generic objects.

use super::*;
use crate::container::Reply;
use crate::object::Role;

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

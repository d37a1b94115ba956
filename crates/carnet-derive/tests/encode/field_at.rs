//! The field that a place in a payload comes from.

use super::{Line, Order, Person, Sale};
use carnet::mapping::field_at;
use carnet::{Encode, EncodeAs, Place};
use std::collections::BTreeMap;

#[derive(Encode)]
#[carnet(to(Order, set(id = 7, buyer.name = "set")))]
struct Nested {
    #[carnet(order = "lines")]
    rows: Option<Vec<Row>>,
    #[carnet(order = "counts")]
    counts: BTreeMap<String, i64>,
    #[carnet(order = "anything")]
    free: serde_json::Value,
    #[carnet(order = "buyer.home")]
    home: super::Home,
    #[carnet(order = "buyer.mail")]
    r#type: Option<String>,
}

#[derive(Encode)]
#[carnet(to(Line, set(count = 1)))]
struct Row {
    #[carnet(line = "article")]
    name: String,
    #[carnet(line = "/a~1b~0c.d")]
    odd: Vec<Vec<u8>>,
}

#[derive(Encode)]
#[carnet(to(Order, set(id = 7)))]
struct Around {
    #[carnet(order = "buyer")]
    buyer: Option<Box<Wrapped>>,
}

#[derive(Encode)]
struct Wrapped(Buyer);

#[derive(Encode)]
#[carnet(to(Person))]
struct Buyer {
    #[carnet(person = "name")]
    name: String,
}

#[track_caller]
fn assert_field<T: EncodeAs<Order>>(place: &Place, expected: Option<&str>) {
    let mapping = T::MAPPING.expect("it is mapped");
    assert_eq!(field_at(mapping, place).as_deref(), expected, "{place}");
}

#[test]
fn fields_of_the_struct_itself() {
    for (pointer, field) in [
        ("/note", Some("Sale::note")),
        ("/buyer/home/city", Some("Sale::city")),
        ("/tags/1", Some("Sale::second")),
        ("/lines/0/count", Some("Sale::count")),
        ("/id", Some("Sale: set(id)")),
        // What is between, and what is not mapped, comes from no one field.
        ("", None),
        ("/buyer", None),
        ("/buyer/role", None),
        ("/tags", None),
        ("/lines/1/count", None),
        ("/kind", None),
        ("/counts", None),
        // What is behind a value that has nothing behind it.
        ("/note/x", Some("Sale::note")),
    ] {
        assert_field::<Sale>(&Place::body(pointer), field);
    }
}

#[test]
fn fields_of_what_is_inside() {
    for (pointer, field) in [
        ("/lines", Some("Nested::rows")),
        ("/lines/3", Some("Nested::rows[3]")),
        ("/lines/3/article", Some("Nested::rows[3].name")),
        ("/lines/3/a~1b~0c.d/1/0", Some("Nested::rows[3].odd[1][0]")),
        ("/lines/3/count", Some("Nested::rows[3]: set(count)")),
        ("/counts/a b", Some("Nested::counts[\"a b\"]")),
        ("/counts/a~1~0\"", Some("Nested::counts[\"a/~\\\"\"]")),
        ("/anything/x/0", Some("Nested::free")),
        ("/buyer/home/city", Some("Nested::home")),
        ("/buyer/mail", Some("Nested::type")),
        ("/buyer/name", Some("Nested: set(buyer.name)")),
    ] {
        assert_field::<Nested>(&Place::body(pointer), field);
    }
}

#[test]
fn a_struct_around_a_value_is_no_step() {
    for (pointer, field) in [
        ("/buyer", Some("Around::buyer")),
        ("/buyer/name", Some("Around::buyer.name")),
        ("/buyer/role", Some("Around::buyer")),
    ] {
        assert_field::<Around>(&Place::body(pointer), field);
    }
}

#[test]
fn places_in_parameters() {
    for (name, pointer, field) in [
        ("note", "", Some("Sale::note")),
        ("buyer", "/home/city", Some("Sale::city")),
        ("buyer", "", None),
        ("other", "", None),
    ] {
        let place = Place {
            parameter: Some(name.to_owned()),
            pointer: pointer.to_owned(),
        };
        assert_field::<Sale>(&place, field);
    }
}

/// A catalog type is its own payload: its members have their names already.
#[test]
fn an_operation_has_no_fields_of_its_own() {
    assert!(<Order as EncodeAs<Order>>::MAPPING.is_none());
}

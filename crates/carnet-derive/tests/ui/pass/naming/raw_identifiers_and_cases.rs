use carnet::{Members, Payload};

/// Keywords as names, names of the prelude taken by others, and a rule about a raw identifier.
#[derive(Payload)]
#[serde(rename_all = "PascalCase")]
#[carnet(required_together(r#type, r#loop))]
struct r#Struct<'a> {
    r#type: std::option::Option<&'a str>,
    r#loop: std::option::Option<i64>,
    #[serde(rename = "ID")]
    #[carnet(required)]
    id: i64,
}

#[allow(dead_code)]
struct Option;
#[allow(dead_code)]
struct String;
#[allow(dead_code)]
struct Some;
#[allow(dead_code)]
struct Shape;
#[allow(dead_code)]
struct Ruling;
#[allow(non_camel_case_types, dead_code)]
struct bool;

fn main() {
    let names: Vec<_> = r#Struct::OBJECT.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["Type", "Loop", "ID"]);
    assert_eq!(r#Struct::OBJECT.name, "Struct");
}

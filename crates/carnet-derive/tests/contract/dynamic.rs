//! Members whose key is the value of another one.

use super::*;
use carnet::parameters::ParameterWriter;
use carnet::payload::to_vec;

#[derive(Payload)]
#[carnet(required(strict = warning), empty_is_absent)]
struct Attribute {
    #[serde(rename = "customAttributeTagName")]
    tag: Option<String>,
    /// The values, under the tag.
    #[carnet(
        dynamic(tag, name, decided_by = XX_01),
        max_items = 3,
        null(decided_by = XX_02)
    )]
    values: Option<Vec<String>>,
    name: String,
}

fn attribute(tag: Option<&str>, name: &str, values: Option<Vec<String>>) -> Attribute {
    Attribute {
        tag: tag.map(str::to_owned),
        values,
        name: name.to_owned(),
    }
}

#[test]
fn the_object_knows_what_names_it() {
    let object = Attribute::OBJECT;
    let names: Vec<_> = object.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["customAttributeTagName", "name"]);
    let dynamic = object.dynamic.unwrap();
    assert_eq!(dynamic.named_by, ["customAttributeTagName", "name"]);
    assert_eq!(dynamic.description, "The values, under the tag.");
    assert!(matches!(dynamic.shape.kind, Kind::Array(_)));
    assert_eq!(checks(&dynamic.shape), [("MaxItems(3)".into(), ERROR)]);
    assert_eq!(
        told(&dynamic.stray),
        (Level::Error, Level::Warning, Some("XX-01"))
    );
    assert_eq!(
        dynamic.null.as_ref().map(told),
        Some((Level::Warning, Level::Allow, Some("XX-02")))
    );
    assert_eq!(dynamic.source.section, "customAttributeTagName, name");
}

#[test]
fn the_first_name_with_a_value_is_the_key() {
    let values = || Some(vec!["v".to_owned()]);
    for (attribute, expected) in [
        (
            attribute(Some("tag"), "second", values()),
            r#"{"customAttributeTagName":"tag","tag":["v"],"name":"second"}"#,
        ),
        (
            attribute(None, "a \"b\"", values()),
            r#"{"a \"b\"":["v"],"name":"a \"b\""}"#,
        ),
        (
            attribute(Some(""), "second", values()),
            r#"{"customAttributeTagName":"","second":["v"],"name":"second"}"#,
        ),
        (attribute(None, "", values()), r#"{"name":""}"#),
        (attribute(None, "second", None), r#"{"name":"second"}"#),
    ] {
        assert_eq!(String::from_utf8(to_vec(&attribute)).unwrap(), expected);
    }
}

#[test]
fn a_parameter_may_be_dynamic() {
    let mut query = Vec::new();
    let attribute = attribute(Some("my tag"), "n", Some(vec!["v".to_owned()]));
    attribute.write_parameters(&mut ParameterWriter::new(&mut query));
    assert_eq!(
        String::from_utf8(query).unwrap(),
        "customAttributeTagName=my%20tag&my%20tag=%5B%22v%22%5D&name=n"
    );
}

#[derive(Payload)]
#[allow(dead_code, reason = "only the contract is read")]
struct Plain {
    tag: String,
    #[carnet(dynamic(tag))]
    value: Member<String>,
}

#[test]
fn null_follows_the_type_by_default() {
    let dynamic = Plain::OBJECT.dynamic.unwrap();
    assert!(dynamic.null.is_none());
    assert_eq!(told(&dynamic.stray), ERROR);
}

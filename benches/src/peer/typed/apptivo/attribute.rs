//! Attributes that an account has defined.

use super::YesNo;
use garde::Validate;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

/// Value of an attribute that the account has defined.
#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct CustomAttribute {
    pub(crate) custom_attribute_id: String,
    pub(crate) custom_attribute_value: Option<String>,
    pub(crate) custom_attribute_type: Option<String>,
    pub(crate) custom_attribute_tag_name: Option<String>,
    pub(crate) custom_attribute_name: Option<String>,
    pub(crate) field_type: Option<String>,
    #[garde(dive)]
    pub(crate) attribute_values: Option<Vec<AttributeValue>>,
    pub(crate) t: Option<YesNo>,
}

/// A value that an attribute may have.
#[derive(Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct AttributeValue {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attribute_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attribute_value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) shape: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) color: Option<String>,
}

/// By hand, since the value stands there once more under a key that is data.
impl Serialize for CustomAttribute {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("customAttributeId", &self.custom_attribute_id)?;
        let value = self.custom_attribute_value.as_ref();
        let tag = self.custom_attribute_tag_name.as_ref();
        let members = [
            ("customAttributeValue", value),
            ("customAttributeType", self.custom_attribute_type.as_ref()),
            ("customAttributeTagName", tag),
            ("customAttributeName", self.custom_attribute_name.as_ref()),
            ("fieldType", self.field_type.as_ref()),
        ];
        for (key, value) in members {
            if let Some(value) = value {
                map.serialize_entry(key, value)?;
            }
        }
        if let Some(values) = &self.attribute_values {
            map.serialize_entry("attributeValues", values)?;
        }
        if let Some(letter) = &self.t {
            map.serialize_entry("t", letter)?;
        }
        if let (Some(tag), Some(value)) = (tag, value) {
            map.serialize_entry(tag, value)?;
        }
        map.end()
    }
}

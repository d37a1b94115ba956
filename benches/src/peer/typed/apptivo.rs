//! A customer of Apptivo.

use super::format;
use garde::Validate;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// A member that stands there, be it with `null`.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A customer, as a parameter holds it.
#[derive(Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct Customer {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) custom_attributes: Option<Vec<CustomAttribute>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) customer_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customer_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customer_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customer_category: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) customer_category_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) status_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) default_billing_currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) assignee_object_ref_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) assignee_object_ref_id: Option<Option<i64>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) assignee_object_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phone_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) contact_email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) skype_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) parent_customer_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) parent_customer_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) employee_range: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) employee_range_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ticker_symbol: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) annual_revenue: Option<Option<f64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) annual_revenue_currency_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) campaign_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) campaign_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) credit_rating: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) market_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) market_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) segment_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) segment_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) industry_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) industry_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) payment_term: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) payment_term_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ownership: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sla_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) sla_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_unsubscribed: Option<YesNo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) accounts: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) territories: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_bounced: Option<YesNo>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) bounced_reason: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_responded: Option<YesNo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sync_to_google: Option<YesNo>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) follow_up_date: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) follow_up_description: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created_by_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_updated_by_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(format::timestamp))]
    pub(crate) creation_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(format::timestamp))]
    pub(crate) last_update_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_existing_customer: Option<YesNo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_affiliate: Option<YesNo>,
    #[serde(rename = "faceBookURL", skip_serializing_if = "Option::is_none")]
    pub(crate) facebook_url: Option<String>,
    #[serde(rename = "twitterURL", skip_serializing_if = "Option::is_none")]
    pub(crate) twitter_url: Option<String>,
    #[serde(rename = "linkedInURL", skip_serializing_if = "Option::is_none")]
    pub(crate) linkedin_url: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) created_by: Option<Option<i64>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) last_updated_by: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) phone_numbers: Option<Vec<Phone>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) remove_phone_numbers: Option<Vec<Phone>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) email_addresses: Option<Vec<Email>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) addresses: Option<Vec<Address>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) last_contacted_date: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) remove_labels: Option<Vec<Value>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) affiliate_logo_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) support_plan_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) support_plan_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive, custom(distinct(self.email_addresses.as_deref())))]
    pub(crate) remove_email_addresses: Option<Vec<Email>>,
}

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

/// A telephone number.
#[derive(Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct Phone {
    pub(crate) phone_number: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phone_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phone_type_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) communication_id: Option<i64>,
}

/// An address to write to.
#[derive(Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct Email {
    pub(crate) email_address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) email_type_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) email_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) communication_id: Option<i64>,
}

/// A postal address.
#[derive(Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct Address {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) account_address_id: Option<i64>,
    pub(crate) address_attribute_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address_type_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address_line1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address_line2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) zip_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) country_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) country_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) country_code: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) county: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) delivery_instructions: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address_group_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_added: Option<bool>,
}

/// A flag as a letter.
#[derive(Deserialize, Serialize)]
pub(crate) enum YesNo {
    Y,
    N,
}

/// No address is both there and to be removed.
fn distinct(kept: Option<&[Email]>) -> impl FnOnce(&Option<Vec<Email>>, &()) -> garde::Result + '_ {
    move |removed, ()| {
        let both = removed.iter().flatten().any(|removed| {
            let id = removed.communication_id;
            let mut kept = kept.into_iter().flatten();
            id.is_some() && kept.any(|kept| kept.communication_id == id)
        });
        if both {
            return Err(garde::Error::new(
                "an address is both there and to be removed",
            ));
        }
        Ok(())
    }
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

//! Where a customer is reached: telephone, e-mail, post.

use super::given;
use garde::Validate;
use serde::{Deserialize, Serialize};

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

//! A customer of RevNue.

use super::format::{self, signed};
use garde::Validate;
use serde::{Deserialize, Serialize};

/// Creates a customer.
#[derive(Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[garde(allow_unvalidated)]
pub(crate) struct CreateCustomer {
    pub(crate) company: i64,
    #[garde(length(chars, max = 50))]
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) category: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) contact_person: Option<ContactPerson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 50))]
    pub(crate) address_line_1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 50))]
    pub(crate) address_line_2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 50))]
    pub(crate) city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 50))]
    pub(crate) state_province: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 20))]
    pub(crate) zip_postal_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) country: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 20))]
    pub(crate) phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 20))]
    pub(crate) mobile: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 20))]
    pub(crate) fax: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 50))]
    pub(crate) website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 1000))]
    pub(crate) general_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) nda_signed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(format::date), custom(signed(self.nda_signed)))]
    pub(crate) nda_signed_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) msa_signed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(format::date), custom(signed(self.msa_signed)))]
    pub(crate) msa_signed_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 1000))]
    pub(crate) supplementary_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 1000))]
    pub(crate) additional_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) template: Option<Template>,
}

/// Person to write to at the customer.
#[derive(Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[garde(allow_unvalidated)]
pub(crate) struct ContactPerson {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 50))]
    pub(crate) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(chars, max = 254), custom(format::mailbox))]
    pub(crate) email: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(crate) role: Option<ContactRole>,
}

/// Values of the fields that the account has defined for its customers.
#[derive(Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[garde(allow_unvalidated)]
pub(crate) struct Template {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) fields: Option<Vec<CustomField>>,
}

/// One field of the account and its value.
#[derive(Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[garde(allow_unvalidated)]
pub(crate) struct CustomField {
    pub(crate) id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) value: Option<CustomFieldValue>,
}

/// Value of a field.
#[derive(Deserialize, Serialize, Validate)]
#[serde(untagged)]
pub(crate) enum CustomFieldValue {
    Number(#[garde(range(min = -999_999_999_999_999, max = 999_999_999_999_999))] i64),
    Money(#[garde(range(min = 0.0, max = 999_999_999_999_999.0))] f64),
    Text(#[garde(length(chars, max = 50))] String),
}

/// What a contact person is responsible for.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ContactRole {
    AccountManagement,
    Billing,
    Executive,
    Sales,
    Support,
    Technical,
}

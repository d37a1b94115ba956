//! An account of Aptania.

use super::format;
use garde::Validate;
use serde::Deserialize;

/// Creates an account with its contacts and first actions.
#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
#[garde(allow_unvalidated)]
pub(crate) struct CreateAccount {
    #[serde(rename = "TokenUUID")]
    #[garde(custom(format::uuid))]
    pub(crate) token_uuid: String,
    pub(crate) account_name: String,
    #[serde(rename = "Address1")]
    pub(crate) address_1: String,
    #[serde(rename = "Address2")]
    pub(crate) address_2: String,
    pub(crate) town: String,
    pub(crate) postcode: String,
    pub(crate) county: String,
    pub(crate) telephone: String,
    #[serde(rename = "CountryID")]
    pub(crate) country_id: String,
    pub(crate) note: String,
    #[serde(rename = "CreatedByUserID")]
    pub(crate) created_by_user_id: i64,
    #[serde(rename = "AssignedToUserID")]
    pub(crate) assigned_to_user_id: i64,
    #[serde(rename = "AccountTypeID")]
    pub(crate) account_type_id: String,
    #[serde(rename = "ContactProfileID")]
    pub(crate) contact_profile_id: i64,
    #[garde(length(min = 1), dive)]
    pub(crate) contacts: Vec<Contact>,
    #[garde(length(min = 1), dive)]
    pub(crate) actions: Vec<Action>,
}

/// Person to write to.
#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
#[garde(allow_unvalidated)]
pub(crate) struct Contact {
    pub(crate) firstname: String,
    pub(crate) lastname: String,
    #[garde(custom(format::mailbox))]
    pub(crate) emailaddress: String,
}

/// Something to be done for the account.
#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
#[garde(allow_unvalidated)]
pub(crate) struct Action {
    #[serde(rename = "ActionTypeID")]
    pub(crate) action_type_id: String,
    #[serde(rename = "ActionAssignedToUserID")]
    pub(crate) action_assigned_to_user_id: i64,
    pub(crate) action_text: String,
    #[garde(custom(format::day_month_year))]
    pub(crate) action_date: String,
    #[garde(custom(format::hour_minute))]
    pub(crate) action_time: String,
}

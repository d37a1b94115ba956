//! Aptania: create an account.
//! Page: <https://www.aptania.com/public/developers/docs/account/create_account.jsp>
//!
//! # Example
//! ```
//! use carnet::{BaseUrl, Encode};
//! use carnet::aptania::create_account::{Action, Contact, CreateAccount, Token};
//!
//! let account = CreateAccount {
//!     account_name: "Example Ltd".into(),
//!     address_1: "Unit 1".into(),
//!     address_2: "Example Park".into(),
//!     town: "Exampleton".into(),
//!     postcode: "EX1 1EX".into(),
//!     county: "Exampleshire".into(),
//!     telephone: "01632 960000".into(),
//!     country_id: "77".into(),
//!     note: "First contact".into(),
//!     created_by_user_id: 123,
//!     assigned_to_user_id: 123,
//!     account_type_id: "3".into(),
//!     contact_profile_id: 4.into(),
//!     contacts: vec![Contact {
//!         firstname: "Ada".into(),
//!         lastname: "Example".into(),
//!         emailaddress: "ada@example.com".into(),
//!     }],
//!     actions: vec![Action {
//!         action_type_id: "1".into(),
//!         action_assigned_to_user_id: 360,
//!         action_text: "Call back".into(),
//!         action_date: "31-10-2023".into(),
//!         action_time: "10:09".into(),
//!     }],
//! };
//! let token = Token { token_uuid: "00000000-0000-0000-0000-000000000000".into() };
//! let request = account.encode(&token, &BaseUrl::documented())?;
//!
//! assert_eq!(request.method(), "POST");
//! assert_eq!(request.uri(), "https://api.aptania.com/services/createAccount");
//! assert_eq!(request.headers()["content-type"], "application/json");
//! assert!(request.headers().get("authorization").is_none());
//! assert_eq!(
//!     String::from_utf8_lossy(request.body()),
//!     concat!(
//!         r#"{"TokenUUID":"00000000-0000-0000-0000-000000000000","#,
//!         r#""AccountName":"Example Ltd","Address1":"Unit 1","Address2":"Example Park","#,
//!         r#""Town":"Exampleton","Postcode":"EX1 1EX","County":"Exampleshire","#,
//!         r#""Telephone":"01632 960000","CountryID":"77","Note":"First contact","#,
//!         r#""CreatedByUserID":123,"AssignedToUserID":123,"AccountTypeID":"3","#,
//!         r#""ContactProfileID":4,"Contacts":[{"Firstname":"Ada","Lastname":"Example","#,
//!         r#""Emailaddress":"ada@example.com"}],"Actions":[{"ActionTypeID":"1","#,
//!         r#""ActionAssignedToUserID":360,"ActionText":"Call back","#,
//!         r#""ActionDate":"31-10-2023","ActionTime":"10:09"}]}"#,
//!     ),
//! );
//! # Ok::<(), carnet::EncodeError>(())
//! ```

use super::APTANIA;
use super::discrepancies::*;
use carnet_core::json::{Sink, Writer};
use carnet_core::{Authentication, Operation, Payload, Secret, Shape, impl_by_payload};
use serde::{Deserialize, Deserializer};

/// Creates an account with its contacts and first actions.
///
/// The page marks every member as required.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload, Operation)]
#[serde(rename_all = "PascalCase")]
#[carnet(
    operation = "aptania.account.create",
    vendor = APTANIA,
    page = "https://www.aptania.com/public/developers/docs/account/create_account.jsp",
    section = "Request body parameters",
    post = "https://api.aptania.com/services/createAccount",
    auth = Token,
    success(Status, prefix(StatusCode = "2")),
    failure(Status),
    empty(decided_by = AT_12)
)]
pub struct CreateAccount {
    /// Name of the account.
    pub account_name: String,
    /// First line of the address.
    #[carnet(see(AT_01))]
    #[serde(rename = "Address1")]
    pub address_1: String,
    /// Second line of the address.
    #[serde(rename = "Address2")]
    pub address_2: String,
    /// Town.
    pub town: String,
    /// Postcode.
    pub postcode: String,
    /// County.
    #[carnet(see(AT_02))]
    pub county: String,
    /// Telephone number.
    pub telephone: String,
    /// ID of the country, as a text.
    #[serde(rename = "CountryID")]
    #[carnet(mismatch(decided_by = AT_08))]
    pub country_id: String,
    /// Note on the account.
    pub note: String,
    /// ID of the user who creates the account.
    #[serde(rename = "CreatedByUserID")]
    #[carnet(mismatch(decided_by = AT_08))]
    pub created_by_user_id: i64,
    /// ID of the user whom the account is assigned to.
    #[serde(rename = "AssignedToUserID")]
    #[carnet(mismatch(decided_by = AT_08))]
    pub assigned_to_user_id: i64,
    /// ID of the account's type, as a text.
    #[serde(rename = "AccountTypeID")]
    #[carnet(mismatch(decided_by = AT_08))]
    pub account_type_id: String,
    /// ID of the profile of the contacts.
    #[serde(rename = "ContactProfileID")]
    #[carnet(reading(string, decided_by = AT_03))]
    pub contact_profile_id: ContactProfileId,
    /// People to write to.
    #[carnet(min_items(1, decided_by = AT_15), mismatch(decided_by = AT_16), see(AT_13))]
    pub contacts: Vec<Contact>,
    /// What is to be done for the account.
    #[carnet(min_items(1, decided_by = AT_15), mismatch(decided_by = AT_16))]
    pub actions: Vec<Action>,
}

/// ID of a profile: the table says integer, the sample and the sister pages say text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum ContactProfileId {
    /// As the table says; the only one that the strict profile takes.
    Integer(i64),
    /// As the sample says.
    Text(String),
}

impl From<i64> for ContactProfileId {
    fn from(id: i64) -> Self {
        Self::Integer(id)
    }
}

impl Payload for ContactProfileId {
    const SHAPE: Shape = i64::SHAPE;

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        match self {
            Self::Integer(id) => id.write(out),
            Self::Text(id) => id.write(out),
        }
    }
}

impl_by_payload!(ContactProfileId);

/// The token of the account, which travels in the body.
#[derive(Clone, Debug, Deserialize, Payload, Authentication)]
#[carnet(body, empty(decided_by = AT_12))]
pub struct Token {
    /// API token; by its name a UUID.
    #[serde(rename = "TokenUUID")]
    #[carnet(
        required(decided_by = AT_18),
        format("uuid", decided_by = AT_04),
        secret(decided_by = AT_23),
        see(AT_17)
    )]
    pub token_uuid: Secret,
}

/// Person to write to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[serde(rename_all = "PascalCase")]
#[carnet(unknown_keys(decided_by = AT_14), empty(decided_by = AT_12))]
pub struct Contact {
    /// First name.
    pub firstname: String,
    /// Last name.
    pub lastname: String,
    /// Address to write to; the page states no format.
    #[carnet(format("mailbox", decided_by = AT_21))]
    pub emailaddress: String,
}

/// Something to be done for the account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[serde(rename_all = "PascalCase")]
#[carnet(unknown_keys(decided_by = AT_14), empty(decided_by = AT_12))]
pub struct Action {
    /// ID of the action's type, as a text.
    #[serde(rename = "ActionTypeID")]
    #[carnet(mismatch(decided_by = AT_08))]
    pub action_type_id: String,
    /// ID of the user whom the action is assigned to.
    #[serde(rename = "ActionAssignedToUserID")]
    #[carnet(mismatch(decided_by = AT_08))]
    pub action_assigned_to_user_id: i64,
    /// What is to be done.
    pub action_text: String,
    /// The day, day first.
    #[carnet(format("day-month-year", decided_by = AT_09))]
    pub action_date: String,
    /// The time of day; no zone is stated.
    #[carnet(format("hour-minute", decided_by = AT_10), see(AT_11))]
    pub action_time: String,
}

/// What the vendor answers, whether it did what was asked or not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[serde(rename_all = "PascalCase")]
#[carnet(reply, section = "Response body")]
pub struct Status {
    /// Status of the reply as a text, such as `200`; a code that begins with 2 is success.
    #[carnet(
        required(decided_by = AT_07),
        reading(integer, decided_by = AT_06),
        format("three-digits", strict = warning, lenient = allow, decided_by = AT_06)
    )]
    pub status_code: StatusCode,
    /// Description of the status.
    #[carnet(required(decided_by = AT_07), see(AT_05))]
    pub status_desc: String,
}

/// Code of a reply, kept as its text.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
pub struct StatusCode(pub String);

/// Takes the documented text, and the number of the reading not taken.
impl<'de> Deserialize<'de> for StatusCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Text(String),
            Number(i64),
        }

        Ok(Self(match Either::deserialize(deserializer)? {
            Either::Text(code) => code,
            Either::Number(code) => code.to_string(),
        }))
    }
}

//! RevNue: create a customer. Page: <https://developer.revnue.com/reference/create-customer>
//!
//! # Example
//! ```
//! use carnet::revnue::{CreateCustomer, create_customer::ContactPerson};
//! use carnet::{BaseUrl, Encode, auth::Bearer};
//!
//! let customer = CreateCustomer {
//!     contact_person: Some(ContactPerson {
//!         name: Some("Ada Example".into()),
//!         email: Some("ada@example.com".into()),
//!         role: None,
//!     }),
//!     city: Some("Zürich".into()),
//!     ..CreateCustomer::new(1, "Example Ltd")
//! };
//! let base = BaseUrl::new("https://api.example.com")?;
//! let request = customer.encode(&Bearer("token".into()), &base)?;
//!
//! assert_eq!(request.method(), "POST");
//! assert_eq!(request.uri(), "https://api.example.com/api/v2/customer");
//! assert_eq!(request.headers()["authorization"], "Bearer token");
//! assert_eq!(request.headers()["content-type"], "application/json");
//! assert_eq!(
//!     String::from_utf8_lossy(request.body()),
//!     concat!(
//!         r#"{"company":1,"name":"Example Ltd","#,
//!         r#""contact_person":{"name":"Ada Example","email":"ada@example.com"},"#,
//!         r#""city":"Zürich"}"#,
//!     ),
//! );
//! # Ok::<(), carnet::EncodeError>(())
//! ```

use super::REVNUE;
use super::discrepancies::*;
use carnet_core::auth::Bearer;
use carnet_core::json::{Sink, Writer};
use carnet_core::shape::{Kind, Map, Shape};
use carnet_core::{Decimal, Member, Operation, Payload, Ruling, impl_by_payload};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// Creates a customer.
///
/// The name must be unique in the account, which only the vendor can check.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Payload, Operation)]
#[carnet(
    operation = "revnue.customer.create",
    vendor = REVNUE,
    page = "https://developer.revnue.com/reference/create-customer",
    section = "Body Parameters",
    post = "https://{base_url}/api/v2/customer",
    auth = Bearer,
    success(Customer, status = "2xx"),
    failure(Problem, status = "300-599"),
    text(trailing_comma, decided_by = RV_05),
    text(bare_word, decided_by = RV_06),
    text(shell_variable("$JSON", "$BEARER_TOKEN"), decided_by = RV_08),
    length_decided_by = RV_17
)]
pub struct CreateCustomer {
    /// ID of the company that the account acts for; accounts with a single company use 1.
    #[carnet(required(decided_by = RV_10))]
    pub company: i64,
    /// Name of the customer.
    #[carnet(max_length = 50, see(RV_26))]
    pub name: String,
    /// ID of the category.
    #[carnet(reading(object, decided_by = RV_21))]
    pub category: Option<i64>,
    /// Whom to write to.
    #[carnet(null(decided_by = RV_32))]
    pub contact_person: Option<ContactPerson>,
    /// First line of the address.
    #[carnet(max_length = 50)]
    pub address_line_1: Option<String>,
    /// Second line of the address.
    #[carnet(max_length = 50)]
    pub address_line_2: Option<String>,
    /// City.
    #[carnet(max_length = 50)]
    pub city: Option<String>,
    /// State or province.
    #[carnet(max_length = 50)]
    pub state_province: Option<String>,
    /// ZIP or postal code.
    #[carnet(max_length = 20)]
    pub zip_postal_code: Option<String>,
    /// Numeric code of the country, from the vendor's list of countries.
    #[carnet(reading(string, decided_by = RV_01))]
    pub country: Option<i64>,
    /// Telephone number.
    #[carnet(max_length = 20)]
    pub phone: Option<String>,
    /// Mobile number.
    #[carnet(max_length = 20)]
    pub mobile: Option<String>,
    /// Fax number.
    #[carnet(max_length = 20)]
    pub fax: Option<String>,
    /// Website; the page promises no format.
    #[carnet(max_length = 50, see(RV_20))]
    pub website: Option<String>,
    /// What the customer is about.
    #[carnet(max_length = 1000)]
    pub general_description: Option<String>,
    /// Whether the customer has signed a non-disclosure agreement.
    pub nda_signed: Option<bool>,
    /// When it was signed.
    #[carnet(format("date", decided_by = RV_18), requires(nda_signed, decided_by = RV_30))]
    pub nda_signed_date: Option<String>,
    /// Whether the customer has signed a master services agreement.
    pub msa_signed: Option<bool>,
    /// When it was signed.
    #[carnet(format("date", decided_by = RV_18), requires(msa_signed, decided_by = RV_30))]
    pub msa_signed_date: Option<String>,
    /// More about the customer.
    #[carnet(max_length = 1000)]
    pub supplementary_description: Option<String>,
    /// Still more about the customer.
    #[carnet(max_length = 1000)]
    pub additional_description: Option<String>,
    /// Values of the account's own fields.
    pub template: Option<Template>,
}

impl CreateCustomer {
    /// A customer with the two members that the vendor requires.
    #[must_use]
    pub fn new(company: i64, name: impl Into<String>) -> Self {
        Self {
            company,
            name: name.into(),
            ..Self::default()
        }
    }
}

/// Person to write to at the customer.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Payload)]
#[carnet(
    required_together(name, email),
    at_least_one(name, email, decided_by = RV_11),
    length_decided_by = RV_17
)]
pub struct ContactPerson {
    /// Full name.
    #[carnet(max_length = 50, empty(decided_by = RV_12))]
    pub name: Option<String>,
    /// Address to write to; the page promises no format.
    #[carnet(
        max_length = 254,
        empty(decided_by = RV_12),
        format("mailbox", decided_by = RV_19)
    )]
    pub email: Option<String>,
    /// What the person is responsible for.
    #[serde(rename = "type")]
    pub role: Option<ContactRole>,
}

/// What a contact person is responsible for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Payload)]
#[serde(rename_all = "snake_case")]
#[carnet(other_case(decided_by = RV_29))]
pub enum ContactRole {
    /// The account.
    AccountManagement,
    /// Invoices.
    Billing,
    /// The company.
    Executive,
    /// Sales.
    Sales,
    /// Support.
    Support,
    /// Technical matters.
    Technical,
}

/// Values of the fields that the account has defined for its customers.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Payload)]
pub struct Template {
    /// ID of the custom field template.
    #[carnet(required(strict = warning, lenient = warning, decided_by = RV_27))]
    pub id: Option<i64>,
    /// The fields and their values.
    #[carnet(reading(object, decided_by = RV_02))]
    pub fields: Option<Vec<CustomField>>,
}

/// One field of the account and its value.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
pub struct CustomField {
    /// ID of the field.
    #[carnet(required(decided_by = RV_27))]
    pub id: i64,
    /// Value of the field, of the data type that the account has given it.
    #[carnet(required(strict = warning, lenient = warning, decided_by = RV_27))]
    pub value: Option<CustomFieldValue>,
}

/// Value of a field, by the data type that the account has given the field.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
#[serde(untagged, rename_all = "snake_case")]
#[carnet(
    select(context = "template_field_types", key = "id"),
    disputed("attachment", decided_by = RV_28),
    mismatch(decided_by = RV_14),
    length_decided_by = RV_17
)]
pub enum CustomFieldValue {
    /// An amount.
    #[carnet(
        minimum = 0.00,
        maximum = 999999999999999.00,
        max_decimals(2, decided_by = RV_15),
        reading(string, decided_by = RV_16)
    )]
    Money(Decimal),
    /// A whole number.
    #[carnet(minimum = -999999999999999, maximum = 999999999999999)]
    Number(i64),
    /// A day.
    #[carnet(format("date", decided_by = RV_18))]
    Date(String),
    /// Text.
    #[carnet(max_length = 50)]
    Text(String),
}

/// The customer as the vendor has stored it.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
#[carnet(
    reply,
    unknown_keys(decided_by = RV_22),
    null(decided_by = RV_23),
    length_decided_by = RV_17,
    section = "Response Syntax",
    strength = skeleton
)]
pub struct Customer {
    /// ID of the customer.
    pub id: i64,
    /// Name of the customer.
    #[carnet(max_length = 50)]
    pub name: String,
    /// Category, with its name.
    pub category: Member<Category>,
    /// Whom to write to.
    pub contact_person: Member<StoredContactPerson>,
    /// First line of the address.
    #[carnet(max_length = 50)]
    pub address_line_1: Member<String>,
    /// Second line of the address.
    #[carnet(max_length = 50)]
    pub address_line_2: Member<String>,
    /// City.
    #[carnet(max_length = 50)]
    pub city: Member<String>,
    /// State or province.
    #[carnet(max_length = 50)]
    pub state_province: Member<String>,
    /// ZIP or postal code.
    #[carnet(max_length = 20)]
    pub zip_postal_code: Member<String>,
    /// Country; a text here, a number in the request.
    #[carnet(see(RV_01))]
    pub country: Member<String>,
    /// Telephone number.
    #[carnet(max_length = 20)]
    pub phone: Member<String>,
    /// Mobile number.
    #[carnet(max_length = 20)]
    pub mobile: Member<String>,
    /// Fax number.
    #[carnet(max_length = 20)]
    pub fax: Member<String>,
    /// Website.
    #[carnet(max_length = 50)]
    pub website: Member<String>,
    /// What the customer is about.
    #[carnet(max_length = 1000)]
    pub general_description: Member<String>,
    /// Whether the customer has signed a non-disclosure agreement.
    pub nda_signed: Member<bool>,
    /// When it was signed.
    #[carnet(format("date", decided_by = RV_18))]
    pub nda_signed_date: Member<String>,
    /// Whether the customer has signed a master services agreement.
    pub msa_signed: Member<bool>,
    /// When it was signed.
    #[carnet(format("date", decided_by = RV_18))]
    pub msa_signed_date: Member<String>,
    /// More about the customer.
    #[carnet(max_length = 1000)]
    pub supplementary_description: Member<String>,
    /// Still more about the customer.
    #[carnet(max_length = 1000)]
    pub additional_description: Member<String>,
    /// Values of the account's own fields.
    pub template: Member<StoredTemplate>,
}

/// Category of a customer.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
#[carnet(
    reply,
    unknown_keys(decided_by = RV_22),
    null(decided_by = RV_23),
    section = "Response Syntax",
    strength = skeleton
)]
pub struct Category {
    /// ID of the category.
    pub id: Member<i64>,
    /// Name of the category.
    pub name: Member<String>,
}

/// Person to write to, as the vendor has stored it.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
#[carnet(
    reply,
    unknown_keys(decided_by = RV_22),
    null(decided_by = RV_23),
    length_decided_by = RV_17,
    section = "Response Syntax",
    strength = skeleton
)]
pub struct StoredContactPerson {
    /// Full name.
    #[carnet(max_length = 50)]
    pub name: Member<String>,
    /// Address to write to.
    #[carnet(max_length = 254)]
    pub email: Member<String>,
    /// What the person is responsible for.
    #[serde(rename = "type")]
    pub role: Member<ContactRole>,
}

/// Values of the account's own fields, as the vendor has stored them.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
#[carnet(
    reply,
    unknown_keys(decided_by = RV_22),
    null(decided_by = RV_23),
    section = "Response Syntax",
    strength = skeleton
)]
pub struct StoredTemplate {
    /// ID of the custom field template.
    pub id: Member<i64>,
    /// Value of every field; whether the keys are ids or names is not explained.
    #[carnet(reading(array, decided_by = RV_03), see(RV_04))]
    pub fields: Member<StoredFields>,
}

/// Values of fields by key, which is never empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredFields(pub BTreeMap<String, Option<StoredValue>>);

impl Payload for StoredFields {
    const SHAPE: Shape = Shape {
        kind: Kind::Map(&Map {
            value: StoredValue::SHAPE,
            null: None,
            empty_key: Ruling::by(&RV_04),
        }),
        ..Shape::ANY
    };

    fn write<S: Sink>(&self, out: &mut Writer<'_, S>) {
        self.0.write(out);
    }
}

impl_by_payload!(StoredFields);

/// Value of a field in a reply.
#[derive(Clone, Debug, PartialEq, Deserialize, Payload)]
#[serde(untagged, rename_all = "snake_case")]
#[carnet(mismatch(decided_by = RV_04))]
pub enum StoredValue {
    /// Amount or whole number.
    Number(Decimal),
    /// Text or day.
    Text(String),
    /// Yes or no.
    Flag(bool),
}

/// Takes the documented object, and the list of the reading not taken.
impl<'de> Deserialize<'de> for StoredFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Map(BTreeMap<String, Option<StoredValue>>),
            List(Vec<Item>),
        }

        #[derive(Deserialize)]
        struct Item {
            id: i64,
            value: Option<StoredValue>,
        }

        Ok(Self(match Either::deserialize(deserializer)? {
            Either::Map(map) => map,
            Either::List(items) => items
                .into_iter()
                .map(|item| (item.id.to_string(), item.value))
                .collect(),
        }))
    }
}

/// Why the vendor refused.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(
    reply,
    page = "https://developer.revnue.com/reference/requests",
    section = "Errors",
    strength = outside,
    mismatch(decided_by = RV_25)
)]
pub struct Problem {
    /// The reason, in words.
    #[carnet(required(decided_by = RV_25), null(decided_by = RV_25))]
    pub detail: String,
}

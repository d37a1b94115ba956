//! The one record of the company, and what every vendor calls its parts.

mod address;
mod person;
mod task;

pub use address::{Address, Country};
pub use person::{Name, Person, Role};
pub use task::Task;

use crate::ledgerly;
use carnet::{Decimal, Encode, Text, apptivo, aptania, kapture, revnue};
use jiff::civil::Date;
use serde::Deserialize;
use std::num::NonZero;

/// The company of ours that `RevNue` files customers under.
const COMPANY: i64 = 1;

/// The user that the sync is at Aptania.
pub(crate) const SYNC_USER: i64 = 360;

/// Somebody who may become a customer.
///
/// `set` holds what no record of ours knows and a vendor asks for. A vendor's member that is missing
/// below, a name that it does not have, or a type that it does not take does not compile.
#[derive(Clone, Debug, Deserialize, Encode)]
#[serde(deny_unknown_fields)]
#[carnet(
    to(revnue::CreateCustomer, set(company = COMPANY)),
    to(kapture::AddCustomer),
    to(
        aptania::CreateAccount,
        set(CreatedByUserID = SYNC_USER, AssignedToUserID = SYNC_USER, ContactProfileID = 4)
    ),
    to(
        apptivo::CreateCustomer,
        set(
            customerData.statusName = "New",
            "customerData.phoneNumbers.0.phoneType" = "Business",
            "customerData.phoneNumbers.0.phoneTypeCode" = "PHONE_BUSINESS",
            "customerData.phoneNumbers.0.id" = "cust_phone_input"
        )
    ),
    to(ledgerly::OpenAccount, set(terms = "prepaid"))
)]
pub struct Lead {
    /// Our number, which begins at 1 as Ledgerly wants it.
    #[carnet(ledgerly = "reference")]
    pub id: NonZero<u32>,
    /// Name of the company. No type bounds it, since only `RevNue` wants it short: that is checked
    /// when a request is made.
    #[carnet(
        revnue = "name",
        kapture = "name",
        aptania = "AccountName",
        apptivo = "customerData.customerName",
        ledgerly = "name"
    )]
    pub company_name: String,
    /// Website. Bounded by its type: a longer one is refused when the file is read, and a mapping to
    /// a place that takes less than 50 would not compile.
    #[carnet(revnue = "website", apptivo = "customerData.website")]
    pub website: Option<Text<50>>,
    /// Address of the office.
    #[carnet(kapture = "email")]
    pub email: String,
    /// Telephone number; at Apptivo the first of a list.
    #[carnet(
        revnue = "phone",
        kapture = "phone",
        aptania = "Telephone",
        apptivo = "customerData.phoneNumbers.0.phoneNumber"
    )]
    pub phone: Text<20>,
    /// What sort of organisation it is.
    #[carnet(kapture = "type", aptania = "AccountTypeID", ledgerly = "sector")]
    pub kind: Kind,
    /// Where it is. Two vendors take an object, the others want its parts as members of their own:
    /// these are read out of it.
    #[carnet(
        revnue("address_line_1", with = Address::line_1),
        revnue("address_line_2", with = Address::line_2),
        revnue("city", with = Address::town),
        revnue("zip_postal_code", with = Address::postcode),
        revnue("country", with = Address::country),
        kapture("address", with = Address::line_1),
        kapture("city", with = Address::town),
        kapture("country", with = Address::country),
        aptania("Address1", with = Address::line_1),
        aptania("Address2", with = Address::line_2_or_empty),
        aptania("Town", with = Address::town),
        aptania("County", with = Address::county),
        aptania("Postcode", with = Address::postcode),
        aptania("CountryID", with = Address::country),
        apptivo = "customerData.addresses.0",
        ledgerly = "address"
    )]
    pub address: Address,
    /// Whom to write to, the most important first. `RevNue` takes one person.
    #[carnet(
        revnue("contact_person", with = <[_]>::first),
        aptania = "Contacts",
        apptivo = "customerData.emailAddresses",
        ledgerly = "contacts"
    )]
    pub people: Vec<Person>,
    /// What is to be done; only Aptania takes tasks with an account.
    #[carnet(aptania = "Actions")]
    pub tasks: Vec<Task>,
    /// What we know about them.
    #[carnet(
        revnue = "general_description",
        aptania = "Note",
        apptivo = "customerData.description"
    )]
    pub note: String,
    /// Since when we know them. Every vendor gets the date in its own format.
    #[carnet(kapture = "anniversary_date", ledgerly = "customer_since")]
    pub since: Date,
    /// When they signed a non-disclosure agreement. `RevNue` wants a flag beside the date: whether
    /// there is one.
    #[carnet(
        revnue("nda_signed", with = Option::is_some),
        revnue = "nda_signed_date"
    )]
    pub nda_signed_on: Option<Date>,
    /// For how much they may buy on account: with the digits of the file, which no double would keep.
    #[carnet(ledgerly = "credit_limit")]
    pub credit_limit: Option<Decimal>,
    /// The currency of the limit; Ledgerly takes neither without the other.
    #[carnet(ledgerly = "currency")]
    pub currency: Option<Currency>,
    /// Our guess of how likely they are to buy, which is nobody else's business.
    #[carnet(skip)]
    pub score: u8,
}

/// What sort of organisation a lead is. Every vendor has words of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Encode)]
#[serde(rename_all = "snake_case")]
#[carnet(to(ledgerly::Sector))]
pub enum Kind {
    /// Sells for a profit.
    #[carnet(kapture = "B", aptania = "3", ledgerly = "trade")]
    Business,
    /// Does not.
    #[carnet(kapture = "C", aptania = "5", ledgerly = "charity")]
    Charity,
    /// Teaches.
    #[carnet(kapture = "S", aptania = "5", ledgerly = "public")]
    School,
}

/// A currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Encode)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Euro.
    #[carnet(ledgerly = "EUR")]
    Eur,
    /// Pound.
    #[carnet(ledgerly = "GBP")]
    Gbp,
}

//! Whom to write to.

use crate::ledgerly;
use carnet::{Encode, apptivo, aptania, revnue};
use serde::Deserialize;

/// A person at a lead.
#[derive(Clone, Debug, Deserialize, Encode)]
#[serde(deny_unknown_fields)]
#[carnet(
    to(revnue::create_customer::ContactPerson),
    to(aptania::create_account::Contact),
    to(
        apptivo::customer::Email,
        set(
            emailTypeCode = "BUSINESS",
            emailType = "Business",
            id = "cont_email_input"
        )
    ),
    to(ledgerly::Contact)
)]
pub struct Person {
    /// Name: whole at two vendors, in parts at another.
    #[carnet(
        revnue("name", with = Name::full),
        aptania("Firstname", with = Name::first),
        aptania("Lastname", with = Name::last),
        ledgerly("name", with = Name::full)
    )]
    pub name: Name,
    /// Address to write to.
    #[carnet(
        revnue = "email",
        aptania = "Emailaddress",
        apptivo = "emailAddress",
        ledgerly = "email"
    )]
    pub email: String,
    /// What the person is responsible for.
    #[carnet(revnue = "type", ledgerly = "role")]
    pub role: Option<Role>,
}

/// A person's name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// First name.
    pub first: String,
    /// Last name.
    pub last: String,
}

impl Name {
    fn full(&self) -> String {
        format!("{} {}", self.first, self.last)
    }

    fn first(&self) -> &str {
        &self.first
    }

    fn last(&self) -> &str {
        &self.last
    }
}

/// What a person is responsible for, in our words and those of the vendors that ask.
///
/// `to` holds the words against the vendors' lists: a misspelt one does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Encode)]
#[serde(rename_all = "lowercase")]
#[carnet(to(revnue::create_customer::ContactRole), to(ledgerly::Role))]
pub enum Role {
    /// Pays.
    #[carnet(revnue = "billing", ledgerly = "accounts")]
    Money,
    /// Decides.
    #[carnet(revnue = "executive", ledgerly = "owner")]
    Boss,
    /// Repairs.
    #[carnet(revnue = "technical", ledgerly = "other")]
    Engineer,
}

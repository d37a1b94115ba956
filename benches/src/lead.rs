//! A struct of one's own that is mapped to RevNue's customer.

use carnet::revnue::create_customer::{ContactRole, CustomField};
use carnet::{Encode, revnue};

/// A record of a sales tool: flat, with words of its own.
#[derive(Encode)]
#[carnet(to(revnue::CreateCustomer))]
pub(crate) struct Lead {
    #[carnet(revnue = "company")]
    account: i64,
    #[carnet(revnue = "name")]
    firm: String,
    #[carnet(revnue = "category")]
    segment: Option<i64>,
    #[carnet(revnue = "contact_person.name")]
    person: Option<String>,
    #[carnet(revnue = "contact_person.email")]
    mail: Option<String>,
    #[carnet(revnue = "contact_person.type")]
    role: Option<Role>,
    #[carnet(revnue = "address_line_1")]
    street: Option<String>,
    #[carnet(revnue = "address_line_2")]
    suite: Option<String>,
    #[carnet(revnue = "city")]
    town: Option<String>,
    #[carnet(revnue = "state_province")]
    region: Option<String>,
    #[carnet(revnue = "zip_postal_code")]
    postcode: Option<String>,
    #[carnet(revnue = "country")]
    country: Option<i64>,
    #[carnet(revnue = "phone")]
    phone: Option<String>,
    #[carnet(revnue = "mobile")]
    mobile: Option<String>,
    #[carnet(revnue = "fax")]
    fax: Option<String>,
    #[carnet(revnue = "website")]
    website: Option<String>,
    #[carnet(revnue = "general_description")]
    about: Option<String>,
    #[carnet(revnue = "nda_signed")]
    nda: Option<bool>,
    #[carnet(revnue = "nda_signed_date")]
    nda_day: Option<String>,
    #[carnet(revnue = "msa_signed")]
    msa: Option<bool>,
    #[carnet(revnue = "msa_signed_date")]
    msa_day: Option<String>,
    #[carnet(revnue = "supplementary_description")]
    more: Option<String>,
    #[carnet(revnue = "additional_description")]
    still_more: Option<String>,
    #[carnet(revnue = "template.id")]
    template: Option<i64>,
    #[carnet(revnue = "template.fields")]
    fields: Option<Vec<CustomField>>,
}

/// What somebody does at a firm.
#[derive(Clone, Copy, Encode)]
#[carnet(to(revnue::create_customer::ContactRole))]
enum Role {
    #[carnet(revnue = "account_management")]
    Keeper,
    #[carnet(revnue = "billing")]
    Payer,
    #[carnet(revnue = "executive")]
    Head,
    #[carnet(revnue = "sales")]
    Seller,
    #[carnet(revnue = "support")]
    Helper,
    #[carnet(revnue = "technical")]
    Engineer,
}

impl From<ContactRole> for Role {
    fn from(role: ContactRole) -> Self {
        match role {
            ContactRole::AccountManagement => Self::Keeper,
            ContactRole::Billing => Self::Payer,
            ContactRole::Executive => Self::Head,
            ContactRole::Sales => Self::Seller,
            ContactRole::Support => Self::Helper,
            ContactRole::Technical => Self::Engineer,
        }
    }
}

impl From<revnue::CreateCustomer> for Lead {
    fn from(customer: revnue::CreateCustomer) -> Self {
        let person = customer.contact_person.unwrap_or_default();
        let template = customer.template.unwrap_or_default();
        Self {
            account: customer.company,
            firm: customer.name,
            segment: customer.category,
            person: person.name,
            mail: person.email,
            role: person.role.map(Role::from),
            street: customer.address_line_1,
            suite: customer.address_line_2,
            town: customer.city,
            region: customer.state_province,
            postcode: customer.zip_postal_code,
            country: customer.country,
            phone: customer.phone,
            mobile: customer.mobile,
            fax: customer.fax,
            website: customer.website,
            about: customer.general_description,
            nda: customer.nda_signed,
            nda_day: customer.nda_signed_date,
            msa: customer.msa_signed,
            msa_day: customer.msa_signed_date,
            more: customer.supplementary_description,
            still_more: customer.additional_description,
            template: template.id,
            fields: template.fields,
        }
    }
}

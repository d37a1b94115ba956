//! RevNue: a person told by flat fields, words of one's own, and a value of one of several types.

use super::compare;
use super::mirror::{Amount, Mirror, mirror};
use carnet_core::auth::Bearer;
use carnet_core::{Encode, Profile, Text};
use carnet_testing::fastrand::Rng;
use carnet_vendors::revnue;
use carnet_vendors::revnue::create_customer::{
    ContactPerson, ContactRole, CustomFieldValue, Template,
};
use carnet_wire::{BaseUrl, Encode as _};
use jiff::civil::Date;

/// Nothing of it is nested but the values of the account's own fields.
#[derive(Encode)]
#[carnet(crate = carnet_core, to(revnue::CreateCustomer))]
struct Lead {
    #[carnet(revnue = "template.fields")]
    values: Option<Vec<Own>>,
    #[carnet(revnue = "template.id")]
    template: Option<i64>,
    #[carnet(revnue = "additional_description")]
    third: Option<Text<1000>>,
    #[carnet(revnue = "supplementary_description")]
    second: Option<String>,
    #[carnet(revnue = "msa_signed_date")]
    msa_day: Option<Date>,
    #[carnet(revnue = "msa_signed")]
    msa: Option<bool>,
    #[carnet(revnue = "nda_signed_date")]
    nda_day: Option<String>,
    #[carnet(revnue = "nda_signed")]
    nda: Option<bool>,
    #[carnet(revnue = "general_description")]
    first: Option<String>,
    #[carnet(revnue = "website")]
    website: Option<String>,
    #[carnet(revnue = "fax")]
    fax: Option<Text<20>>,
    #[carnet(revnue = "mobile")]
    mobile: Option<Text<12>>,
    #[carnet(revnue = "phone")]
    phone: Option<String>,
    #[carnet(revnue = "country")]
    country: Option<i64>,
    #[carnet(revnue = "zip_postal_code")]
    zip: Option<Text<20>>,
    #[carnet(revnue = "state_province")]
    state: Option<Text<50>>,
    #[carnet(revnue = "city")]
    city: Option<Text<50>>,
    #[carnet(revnue = "address_line_2")]
    line_2: Option<Text<50>>,
    #[carnet(revnue = "address_line_1")]
    line_1: Option<Text<50>>,
    #[carnet(revnue = "contact_person.type")]
    role: Option<Role>,
    #[carnet(revnue = "contact_person.email")]
    mail: Option<String>,
    #[carnet(revnue = "contact_person.name")]
    person: Option<Text<50>>,
    #[carnet(revnue = "category")]
    category: Option<i64>,
    #[carnet(revnue("name", with = Text::as_str))]
    name: Text<50>,
    #[carnet(revnue = "company")]
    company: i64,
}

impl Mirror for Lead {
    type Catalog = revnue::CreateCustomer;

    fn random(rng: &mut Rng) -> Self {
        Self {
            values: Mirror::random(rng),
            template: Mirror::random(rng),
            third: Mirror::random(rng),
            second: Mirror::random(rng),
            msa_day: Mirror::random(rng),
            msa: Mirror::random(rng),
            nda_day: Mirror::random(rng),
            nda: Mirror::random(rng),
            first: Mirror::random(rng),
            website: Mirror::random(rng),
            fax: Mirror::random(rng),
            mobile: Mirror::random(rng),
            phone: Mirror::random(rng),
            country: Mirror::random(rng),
            zip: Mirror::random(rng),
            state: Mirror::random(rng),
            city: Mirror::random(rng),
            line_2: Mirror::random(rng),
            line_1: Mirror::random(rng),
            role: Mirror::random(rng),
            mail: Mirror::random(rng),
            person: Mirror::random(rng),
            category: Mirror::random(rng),
            name: Mirror::random(rng),
            company: Mirror::random(rng),
        }
    }

    fn catalog(&self) -> revnue::CreateCustomer {
        let person = ContactPerson {
            name: self.person.catalog(),
            email: self.mail.catalog(),
            role: self.role.catalog(),
        };
        let template = Template {
            id: self.template,
            fields: self.values.catalog(),
        };
        revnue::CreateCustomer {
            company: self.company,
            name: self.name.catalog(),
            category: self.category,
            contact_person: (person != ContactPerson::default()).then_some(person),
            address_line_1: self.line_1.catalog(),
            address_line_2: self.line_2.catalog(),
            city: self.city.catalog(),
            state_province: self.state.catalog(),
            zip_postal_code: self.zip.catalog(),
            country: self.country,
            phone: self.phone.catalog(),
            mobile: self.mobile.catalog(),
            fax: self.fax.catalog(),
            website: self.website.catalog(),
            general_description: self.first.catalog(),
            nda_signed: self.nda,
            nda_signed_date: self.nda_day.catalog(),
            msa_signed: self.msa,
            msa_signed_date: self.msa_day.catalog(),
            supplementary_description: self.second.catalog(),
            additional_description: self.third.catalog(),
            template: (template != Template::default()).then_some(template),
        }
    }
}

mirror! {
    Own as revnue::create_customer::CustomField {
        value: Option<Money> = "value" => value;
        id: i64 = "id" => id;
    }
}

/// One of the types that a value may have.
#[derive(Encode)]
#[carnet(crate = carnet_core)]
struct Money(Amount);

impl Mirror for Money {
    type Catalog = CustomFieldValue;

    fn random(rng: &mut Rng) -> Self {
        Self(Amount::random(rng))
    }

    fn catalog(&self) -> CustomFieldValue {
        CustomFieldValue::Money(self.0.catalog())
    }
}

#[derive(Clone, Copy, Encode)]
#[carnet(crate = carnet_core, to(revnue::create_customer::ContactRole))]
enum Role {
    #[carnet(revnue = "technical")]
    Engineer,
    #[carnet(revnue = "billing")]
    Payer,
}

impl Mirror for Role {
    type Catalog = ContactRole;

    fn random(rng: &mut Rng) -> Self {
        if rng.bool() {
            Self::Engineer
        } else {
            Self::Payer
        }
    }

    fn catalog(&self) -> ContactRole {
        match self {
            Self::Engineer => ContactRole::Technical,
            Self::Payer => ContactRole::Billing,
        }
    }
}

#[test]
fn create_customer() {
    let base = BaseUrl::new("https://api.example.com").expect("a base URL");
    let unnamed = ["/contact_person", "/template"];
    compare::<Lead, revnue::CreateCustomer>(&Bearer("token".into()), &base, &unnamed);
}

/// The first random value that nothing is wrong with.
fn sendable() -> Lead {
    let mut all = (0..).map(|case| Lead::random(&mut Rng::with_seed(case)));
    all.find(|lead| {
        let mut body = Vec::new();
        let bearer = Bearer("token".into());
        lead.encode_body::<revnue::CreateCustomer>(Profile::Strict, &bearer, &mut body)
            .is_ok()
    })
    .expect("some are right")
}

/// What is no number is no JSON, and never sent.
#[test]
fn not_a_number_is_refused() {
    let base = BaseUrl::new("https://api.example.com").expect("a base URL");
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut lead = sendable();
        let value = Some(Money(Amount::from(number)));
        lead.values = Some(vec![Own { value, id: 1 }]);
        for profile in Profile::ALL {
            let bearer = Bearer("token".into());
            let refused = lead.encode_under::<revnue::CreateCustomer>(profile, &bearer, &base);
            assert!(refused.is_err(), "{number}");
        }
    }
}

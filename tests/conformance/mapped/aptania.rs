//! Aptania: lists of objects, days written day first, and a token in the body.

use super::compare;
use super::mirror::{Mirror, mirror};
use carnet_core::Encode;
use carnet_testing::fastrand::Rng;
use carnet_vendors::aptania;
use carnet_vendors::aptania::create_account::{ContactProfileId, Token};
use carnet_wire::BaseUrl;
use jiff::civil::{Date, Time};

mirror! {
    Account as aptania::CreateAccount {
        actions: Vec<Task> = "Actions" => actions;
        contacts: Vec<Person> = "Contacts" => contacts;
        profile: Profile = "ContactProfileID" => contact_profile_id;
        sort: String = "AccountTypeID" => account_type_id;
        assignee: i64 = "AssignedToUserID" => assigned_to_user_id;
        author: i64 = "CreatedByUserID" => created_by_user_id;
        note: String = "Note" => note;
        country: Digits = "CountryID" => country_id;
        phone: String = "Telephone" => telephone;
        county: String = "County" => county;
        postcode: String = "Postcode" => postcode;
        town: String = "Town" => town;
        second: String = "Address2" => address_2;
        first: String = "Address1" => address_1;
        name: String = "AccountName" => account_name;
    }
}

mirror! {
    Person as aptania::create_account::Contact {
        mail: String = "Emailaddress" => emailaddress;
        last: String = "Lastname" => lastname;
        first: String = "Firstname" => firstname;
    }
}

mirror! {
    Task as aptania::create_account::Action {
        time: Time = "ActionTime" => action_time;
        day: Turned = "ActionDate" => action_date;
        text: String = "ActionText" => action_text;
        assignee: i64 = "ActionAssignedToUserID" => action_assigned_to_user_id;
        sort: String = "ActionTypeID" => action_type_id;
    }
}

/// A day, which the catalog has as a text with the day first.
#[derive(Encode)]
#[carnet(crate = carnet_core)]
struct Turned(Date);

impl Mirror for Turned {
    type Catalog = String;

    fn random(rng: &mut Rng) -> Self {
        let day = Date::random(rng);
        // A year before 0, which fits no format.
        let is_wrong = rng.u8(..10) == 0 && day.year() > 0;
        Self(if is_wrong {
            day.with().year(-day.year()).build().unwrap_or(day)
        } else {
            day
        })
    }

    fn catalog(&self) -> String {
        if self.0.year() < 0 {
            self.0.to_string()
        } else {
            self.0.strftime("%d-%m-%Y").to_string()
        }
    }
}

#[derive(Encode)]
#[carnet(crate = carnet_core)]
struct Profile(i64);

impl Mirror for Profile {
    type Catalog = ContactProfileId;

    fn random(rng: &mut Rng) -> Self {
        Self(i64::random(rng))
    }

    fn catalog(&self) -> ContactProfileId {
        self.0.into()
    }
}

/// A country, known by words of one's own.
#[derive(Clone, Copy, Encode)]
#[carnet(crate = carnet_core)]
enum Digits {
    #[carnet(aptania = "77")]
    One,
    #[carnet(aptania = "")]
    None,
}

impl Mirror for Digits {
    type Catalog = String;

    fn random(rng: &mut Rng) -> Self {
        if rng.u8(..5) == 0 {
            Self::None
        } else {
            Self::One
        }
    }

    fn catalog(&self) -> String {
        match self {
            Self::One => "77".to_owned(),
            Self::None => String::new(),
        }
    }
}

#[test]
fn create_account() {
    let token = Token {
        token_uuid: "00000000-0000-0000-0000-000000000000".into(),
    };
    compare::<Account, aptania::CreateAccount>(&token, &BaseUrl::documented(), &[]);
}

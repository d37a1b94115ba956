//! Accounts as they are sent to Aptania.

use super::words::{self, sometimes};
use carnet::aptania::create_account::{Action, Contact, CreateAccount, Token};
use fastrand::Rng;

/// The token of a text that stands in a file.
pub(crate) fn token() -> Token {
    Token {
        token_uuid: "00000000-0000-0000-0000-000000000000".into(),
    }
}

/// An account with its people and what is to be done.
pub(crate) fn account(rng: &mut Rng) -> CreateAccount {
    let contacts = rng.usize(1..4);
    let actions = rng.usize(1..4);
    CreateAccount {
        account_name: words::firm(rng),
        address_1: words::street(rng),
        address_2: words::suite(rng),
        town: words::town(rng),
        postcode: words::postcode(rng),
        county: words::region(rng),
        telephone: words::phone(rng),
        country_id: rng.u8(1..250).to_string(),
        note: words::prose(3, rng),
        created_by_user_id: rng.i64(1..5_000),
        assigned_to_user_id: rng.i64(1..5_000),
        account_type_id: rng.u8(1..20).to_string(),
        contact_profile_id: rng.i64(1..20).into(),
        contacts: (0..contacts).map(|_| contact(rng)).collect(),
        actions: (0..actions).map(|_| action(rng)).collect(),
    }
}

fn contact(rng: &mut Rng) -> Contact {
    Contact {
        firstname: words::given(rng),
        lastname: words::family(rng),
        emailaddress: words::email(rng),
    }
}

fn action(rng: &mut Rng) -> Action {
    let text = sometimes(60, rng, |rng| words::prose(1, rng));
    Action {
        action_type_id: rng.u8(1..20).to_string(),
        action_assigned_to_user_id: rng.i64(1..5_000),
        action_text: text.unwrap_or_else(|| "Call back".to_owned()),
        action_date: format!(
            "{:02}-{:02}-20{:02}",
            rng.u8(1..=28),
            rng.u8(1..=12),
            rng.u8(10..27)
        ),
        action_time: format!("{:02}:{:02}", rng.u8(..24), rng.u8(..60)),
    }
}

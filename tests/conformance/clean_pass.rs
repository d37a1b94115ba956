//! The validator's two passes say the same of texts by the ten thousand: see
//! [`clean`](carnet_testing::clean).

use carnet_core::contract::{Carrier, Contract};
use carnet_core::{Artifact, Profile};
use carnet_testing::clean;
use carnet_vendors::CATALOG;

/// How many texts are made of each side of an operation; there are two.
const TEXTS: u64 = 10_000;

fn keeps_its_word(id: &str, artifact: Artifact) {
    let contract = CATALOG.iter().find(|contract| contract.id == id);
    let contract = contract.unwrap_or_else(|| panic!("no operation is `{id}`"));
    // Parameters as the JSON that they stand for: of a URL the clean pass knows nothing.
    let contract = Contract {
        carrier: Carrier::JsonBody,
        ..**contract
    };
    let told = clean::check(&contract, artifact, 0, TEXTS).unwrap_or_else(|it| panic!("{it}"));
    for profile in Profile::ALL {
        let told = told[&profile];
        assert!(told.clean > TEXTS / 20, "{profile}: {told:?}");
    }
}

macro_rules! both_sides {
    ($($request:ident $reply:ident $id:literal)*) => {
        $(#[test]
        fn $request() {
            keeps_its_word($id, Artifact::RequestBody);
        }

        #[test]
        fn $reply() {
            keeps_its_word($id, Artifact::ReplyBody);
        })*

        #[test]
        fn every_operation_is_there() {
            let there = [$($id),*];
            let missing: Vec<_> = CATALOG.iter().filter(|it| !there.contains(&it.id)).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    };
}

both_sides! {
    requests_of_apptivo_create replies_of_apptivo_create "apptivo.customer.create"
    requests_of_apptivo_update_by_name replies_of_apptivo_update_by_name "apptivo.customer.update_by_name"
    requests_of_apptivo_update_by_contact replies_of_apptivo_update_by_contact "apptivo.customer.update_by_contact"
    requests_of_aptania replies_of_aptania "aptania.account.create"
    requests_of_kapture_add replies_of_kapture_add "kapture.customer.add"
    requests_of_kapture_add_contacts replies_of_kapture_add_contacts "kapture.customer.add_contacts"
    requests_of_kapture_search replies_of_kapture_search "kapture.customer.search"
    requests_of_kapture_select replies_of_kapture_select "kapture.customer.select"
    requests_of_kapture_update replies_of_kapture_update "kapture.customer.update"
    requests_of_revnue replies_of_revnue "revnue.customer.create"
}

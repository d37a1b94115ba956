//! The validator's two passes say the same of texts by the thousand: see
//! [`clean`](carnet_testing::clean). And the clean pass is of use: of the clean ones it recognises what
//! it did, or more. These texts are stranger than what people send, of which the bench asks that it
//! recognises all.

use carnet_core::contract::{Carrier, Contract};
use carnet_core::{Artifact, Profile};
use carnet_testing::clean;
use carnet_vendors::CATALOG;

/// How many texts are made of each side of an operation, of which each has two at least. `cargo xtask
/// bench agreement` makes a million of an operation, in release.
const TEXTS: u64 = 25_000;

/// Compares both passes; `least` is how many per cent of the clean texts are to be recognised.
fn keeps_its_word(id: &str, artifact: Artifact, least: u32) {
    let contract = CATALOG.iter().find(|contract| contract.id == id);
    let contract = contract.unwrap_or_else(|| panic!("no operation is `{id}`"));
    let contract = Contract {
        carrier: match artifact {
            // Parameters as the JSON that they stand for.
            Artifact::RequestBody => Carrier::JsonBody,
            Artifact::RequestUrl | Artifact::RequestForm | Artifact::ReplyBody => contract.carrier,
        },
        ..**contract
    };
    let told = clean::check(&contract, artifact, 0, TEXTS).unwrap_or_else(|it| panic!("{it}"));
    for profile in Profile::ALL {
        let told = told[&profile];
        assert!(told.clean > TEXTS / 20, "{profile}: {told:?}");
        let share = told.coverage() * 100.0;
        assert!(
            share >= f64::from(least),
            "{profile}: {share:.1} %, {told:?}"
        );
    }
}

/// How an operation's payloads travel, and parameters as JSON besides.
fn sides(contract: &Contract) -> &'static [Artifact] {
    match contract.carrier {
        Carrier::JsonBody => &[Artifact::RequestBody, Artifact::ReplyBody],
        Carrier::Parameters => &Artifact::ALL,
    }
}

macro_rules! sides {
    ($($test:ident $id:literal $artifact:ident $least:literal)*) => {
        $(#[test]
        fn $test() {
            keeps_its_word($id, Artifact::$artifact, $least);
        })*

        #[test]
        fn every_side_of_every_operation_is_there() {
            let there = [$(($id, Artifact::$artifact)),*];
            let sides = CATALOG.iter().flat_map(|contract| {
                sides(contract).iter().map(|artifact| (contract.id, *artifact))
            });
            let missing: Vec<_> = sides.filter(|side| !there.contains(side)).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    };
}

sides! {
    json_of_apptivo_create "apptivo.customer.create" RequestBody 68
    urls_of_apptivo_create "apptivo.customer.create" RequestUrl 68
    forms_of_apptivo_create "apptivo.customer.create" RequestForm 68
    replies_of_apptivo_create "apptivo.customer.create" ReplyBody 64
    json_of_apptivo_update_by_name "apptivo.customer.update_by_name" RequestBody 43
    urls_of_apptivo_update_by_name "apptivo.customer.update_by_name" RequestUrl 43
    forms_of_apptivo_update_by_name "apptivo.customer.update_by_name" RequestForm 42
    replies_of_apptivo_update_by_name "apptivo.customer.update_by_name" ReplyBody 80
    json_of_apptivo_update_by_contact "apptivo.customer.update_by_contact" RequestBody 43
    urls_of_apptivo_update_by_contact "apptivo.customer.update_by_contact" RequestUrl 43
    forms_of_apptivo_update_by_contact "apptivo.customer.update_by_contact" RequestForm 42
    replies_of_apptivo_update_by_contact "apptivo.customer.update_by_contact" ReplyBody 80
    requests_of_aptania "aptania.account.create" RequestBody 80
    replies_of_aptania "aptania.account.create" ReplyBody 80
    requests_of_kapture_add "kapture.customer.add" RequestBody 90
    replies_of_kapture_add "kapture.customer.add" ReplyBody 82
    requests_of_kapture_add_contacts "kapture.customer.add_contacts" RequestBody 88
    replies_of_kapture_add_contacts "kapture.customer.add_contacts" ReplyBody 82
    requests_of_kapture_search "kapture.customer.search" RequestBody 96
    replies_of_kapture_search "kapture.customer.search" ReplyBody 79
    requests_of_kapture_select "kapture.customer.select" RequestBody 76
    replies_of_kapture_select "kapture.customer.select" ReplyBody 77
    requests_of_kapture_update "kapture.customer.update" RequestBody 89
    replies_of_kapture_update "kapture.customer.update" ReplyBody 82
    requests_of_revnue "revnue.customer.create" RequestBody 82
    replies_of_revnue "revnue.customer.create" ReplyBody 74
}

//! The operations of the catalog, and what reads the bodies of each.

use carnet_core::Contract;
use carnet_testing::Subject;
use carnet_vendors::apptivo::{self, UpdateByContact, UpdateByName};
use carnet_vendors::aptania::CreateAccount;
use carnet_vendors::kapture::{
    AddContact, AddCustomer, SearchCustomer, SelectCustomers, UpdateCustomer,
};
use carnet_vendors::revnue::CreateCustomer;

/// Every operation of the catalog.
const ALL: [Subject; 10] = [
    Subject::of::<CreateCustomer>(),
    // The body of the request is the token and the account, side by side.
    Subject::authenticated::<CreateAccount>(),
    Subject::written::<apptivo::CreateCustomer>(),
    Subject::written::<UpdateByName>(),
    Subject::written::<UpdateByContact>(),
    Subject::of::<AddCustomer>(),
    Subject::of::<SelectCustomers>(),
    Subject::of::<SearchCustomer>(),
    Subject::of::<UpdateCustomer>(),
    Subject::of::<AddContact>(),
];

/// The operation of a contract.
pub(crate) fn of(contract: &Contract) -> Subject {
    let mut all = ALL.into_iter();
    all.find(|it| it.contract().id == contract.id)
        .unwrap_or_else(|| panic!("add {} to the subjects", contract.id))
}

//! The schemas are what the contracts say.

use own_vendor::{CATALOG, schemas};

#[test]
fn schemas_are_up_to_date() {
    let drift = schemas().check(CATALOG).unwrap();
    assert!(drift.is_empty(), "`acme schemas` writes them\n{drift}");
}

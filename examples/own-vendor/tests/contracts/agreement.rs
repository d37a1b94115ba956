//! Validator, schema and decoding agree about payloads that are made from the contracts.

use carnet_testing::exceptions::LISTED_BY_SCHEMA;
use carnet_testing::{Agreement, Subject, Summary};
use own_vendor::acme::{CreateTicket, FindTickets};
use vendor_kit::Artifact;

/// Neither only right nor only wrong payloads were made.
#[track_caller]
fn is_plentiful(summary: &Summary) {
    for tally in &summary.tallies {
        let least = tally.made / 20;
        assert!(
            tally.clean > least && tally.passed + least < tally.made,
            "{summary}"
        );
    }
}

#[test]
fn about_creating_tickets() {
    let summary = Agreement::of::<CreateTicket>()
        .texts(
            Artifact::RequestBody,
            [r#"{"subject": "Printer", "priority": 1}"#],
        )
        .payloads(5_000)
        .check()
        .unwrap();
    assert_eq!((summary.given, summary.tallies.len()), (1, 2));
    is_plentiful(&summary);
    // No keyword says what a staff number is.
    assert!(summary.excuses.contains(LISTED_BY_SCHEMA), "{summary}");
}

#[test]
fn about_finding_tickets() {
    let finding = Agreement::on(Subject::written::<FindTickets>()).payloads(5_000);
    is_plentiful(&finding.check().unwrap());
    is_plentiful(&finding.only(Artifact::RequestForm).check().unwrap());
}

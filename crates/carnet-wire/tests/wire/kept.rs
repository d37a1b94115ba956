//! What is kept with an operation makes its encoding faster, and changes nothing else.

use crate::acme::{ACME, PlaceOrder, Placed, Refusal};
use carnet_core::auth::{Bearer, NoAuth};
use carnet_core::{Finding, Operation, Payload, Profile, RuleId};
use carnet_vendors::revnue::CreateCustomer;
use carnet_vendors::revnue::create_customer::Template;
use carnet_wire::Encode;

#[test]
fn every_operation_has_a_place_of_its_own() {
    let of_revnue = CreateCustomer::kept().unwrap();
    assert!(std::ptr::eq(of_revnue, CreateCustomer::kept().unwrap()));
    assert!(!std::ptr::eq(of_revnue, PlaceOrder::kept().unwrap()));
}

/// Leaves a note.
#[derive(Debug, Payload, Operation)]
#[carnet(
    operation = "acme.note.leave",
    vendor = ACME,
    page = "https://acme.example/docs/notes",
    post = "https://api.acme.example/notes",
    success(Placed, status = "200"),
    failure(Refusal)
)]
struct LeaveNote {
    /// What it says.
    #[carnet(max_length(5, lenient = allow))]
    text: String,
    /// Who says it.
    #[carnet(max_length = 5)]
    by: Option<String>,
}

impl LeaveNote {
    fn of(text: &str, by: Option<&str>) -> Self {
        Self {
            text: text.to_owned(),
            by: by.map(str::to_owned),
        }
    }
}

fn rules(findings: &[Finding]) -> Vec<RuleId> {
    findings.iter().map(|finding| finding.rule).collect()
}

/// Whether a profile lets a note pass, as checking says and as encoding does.
fn passes(note: &LeaveNote, profile: Profile) -> bool {
    let report = note.check(profile, &NoAuth);
    let mut text = b"before".to_vec();
    let encoded = note.encode_body(profile, &NoAuth, &mut text);
    assert_eq!(encoded.is_ok(), report.passes(), "{note:?}");
    match encoded {
        Ok(()) => assert!(text.starts_with(b"before{\"text\":")),
        Err(error) => {
            assert_eq!(rules(error.findings()), rules(&report.findings));
            assert_eq!(text, b"before");
        }
    }
    report.passes()
}

#[test]
fn encoding_refuses_exactly_what_checking_does() {
    let notes = [
        LeaveNote::of("short", None),
        LeaveNote::of("\"five\"", Some("me")),
        LeaveNote::of("äöüßé", Some("\"you\"")),
        LeaveNote::of("short", Some("nobody")),
        LeaveNote::of("", Some("me")),
    ];
    // An empty text is a warning. The second time, what was made the first time is used again.
    for _ in 0..2 {
        let verdicts = notes
            .each_ref()
            .map(|it| Profile::ALL.map(|profile| passes(it, profile)));
        let (both, lenient, neither) = ([true; 2], [false, true], [false; 2]);
        assert_eq!(verdicts, [both, lenient, both, neither, both]);
    }
}

#[test]
fn a_warning_is_no_refusal() {
    let bearer = Bearer("a-token".into());
    let customer = CreateCustomer {
        template: Some(Template::default()),
        ..CreateCustomer::new(1, "Example Ltd")
    };
    let report = customer.check(Profile::Strict, &bearer);
    assert_eq!(rules(&report.findings), [RuleId::Required]);
    let mut text = Vec::new();
    customer
        .encode_body(Profile::Strict, &bearer, &mut text)
        .unwrap();
}

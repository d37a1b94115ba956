//! What people see.

use crate::{SECRETS, accounts, leads};
use crm_sync::lead::Lead;
use crm_sync::{Leads, print, request, run};

fn output(leads: &Leads) -> (String, usize) {
    let mut out = Vec::new();
    let unexpected = run(leads, &accounts(), &mut out).unwrap();
    (String::from_utf8(out).unwrap(), unexpected)
}

#[test]
fn the_file_turns_out_as_it_says() {
    let (output, unexpected) = output(&leads());
    assert_eq!(unexpected, 0, "{output}");
    assert_eq!(output.matches("lint (strict): clean").count(), 11);
}

#[test]
fn no_output_shows_a_credential() {
    let output = output(&leads()).0 + &format!("{:?}", accounts());
    for secret in SECRETS {
        assert!(!output.contains(secret), "{secret} in {output}");
    }
}

#[test]
fn a_record_that_repeats_a_credential_does_not_give_it_away() {
    let vendors = [0, 1, 2, 3, 3, 4];
    for (secret, vendor) in SECRETS.into_iter().zip(vendors) {
        let mut lead = leads().sync[0].clone();
        lead.company_name = format!("{secret} Ltd");
        let mut out = Vec::new();
        print::attempt(&request::all(&lead, &accounts())[vendor], &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(!out.contains(secret), "{secret} in {out}");
    }
}

/// `rule place field` of everything that keeps a lead from a vendor.
fn refusal(lead: &Lead, vendor: usize) -> Vec<String> {
    let attempts = request::all(lead, &accounts());
    let Err(error) = &attempts[vendor].request else {
        panic!("nothing was refused");
    };
    let named = error.findings().iter().map(|finding| {
        let field = finding.field.as_deref().unwrap_or("no field");
        format!(
            "{} {} {} {field}",
            finding.severity, finding.rule, finding.at
        )
    });
    named.collect()
}

#[test]
fn a_refusal_names_the_vendors_place_and_our_field() {
    let bad = &leads().refused[0];
    assert_eq!(
        refusal(bad, 0),
        [
            "error max-length /name Lead::company_name",
            "warning format /contact_person/email Lead::people.email",
        ]
    );
    assert_eq!(
        refusal(bad, 4),
        [
            "error format /contacts/0/email Lead::people[0].email",
            "error required-with /currency Lead::currency",
            "error decimals /credit_limit Lead::credit_limit",
        ]
    );
    let (output, _) = output(&leads());
    assert!(output.contains(
        "error[max-length] /name (from Lead::company_name): the text has 60 characters, at most 50 \
         are allowed"
    ));
}

#[test]
fn what_is_not_expected_is_counted() {
    let mut leads = leads();
    std::mem::swap(&mut leads.sync, &mut leads.refused);
    // Two vendors refuse the one, none refuses either of the others.
    assert_eq!(output(&leads).1, 2 + 2);
}

#[test]
fn a_bounded_text_is_refused_when_it_is_read() {
    let text = include_str!("../../leads.json");
    let longer = text.replace("https://example.com", &"x".repeat(51));
    let error = serde_json::from_str::<Leads>(&longer)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("the text has 51 characters, at most 50 are allowed at line 6"),
        "{error}"
    );
}

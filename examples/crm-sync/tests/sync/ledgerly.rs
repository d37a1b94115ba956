//! A vendor of one's own gets what a vendor of the catalog gets.

use carnet::http::Response;
use carnet::schema::{Drift, files};
use carnet::validate::{Settings, lint};
use carnet::{Artifact, Contract, Decode, Operation, Profile, Reply};
use carnet_cli::{Environment, Exit, Streams, Style};
use crm_sync::ledgerly::{Account, OpenAccount, Problem, Refusal};
use std::path::Path;
use std::{env, fs};

const CATALOG: &[&Contract] = &[OpenAccount::CONTRACT];

fn decode(status: u16, body: &str) -> Reply<Account, Refusal> {
    OpenAccount::decode(&Response::builder().status(status).body(body).unwrap())
}

#[test]
fn replies_are_told_apart() {
    let account = Account {
        id: "acc_7".into(),
        reference: 1001,
    };
    let success = decode(201, r#"{"id":"acc_7","reference":1001,"opened":true}"#);
    assert_eq!(success, Reply::Success(account));

    let refusal = Refusal {
        problems: vec![Problem {
            member: Some("currency".into()),
            message: "we do not trade in it".into(),
        }],
    };
    let body = r#"{"problems":[{"member":"currency","message":"we do not trade in it"}]}"#;
    assert_eq!(decode(422, body), Reply::Failure(refusal));

    let Reply::Unrecognised(reply) = decode(502, "<html>") else {
        panic!("Ledgerly documents no such reply");
    };
    assert_eq!(reply.body, b"<html>");
}

#[test]
fn the_profiles_part_where_the_discrepancy_says_so() {
    let text = r#"{"reference":"1001","name":"Example","sector":"trade","address":{"street":"1",
        "town":"Exampleton","postcode":"EX1","country":"GB"},"contacts":[{"name":"Ada",
        "email":"ada@example.com"}],"terms":"net_14"}"#;
    for (profile, passes) in [(Profile::Strict, false), (Profile::Lenient, true)] {
        let settings = Settings {
            profile,
            ..Settings::default()
        };
        let report = lint(
            OpenAccount::CONTRACT,
            Artifact::RequestBody,
            text.as_bytes(),
            &settings,
        );
        assert_eq!(report.passes(), passes);
        let [finding] = &report.findings[..] else {
            panic!("one finding: {:?}", report.findings);
        };
        assert_eq!(finding.discrepancy.map(|it| it.id), Some("LE-01"));
    }
}

/// `UPDATE_SCHEMAS=1 cargo test schemas` writes them.
#[test]
fn the_checked_in_schemas_are_what_the_contract_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let now = files(CATALOG);
    if env::var_os("UPDATE_SCHEMAS").is_some() {
        for (name, text) in &now {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    let found = now.iter().map(|(name, _)| {
        let text = fs::read_to_string(folder.join(name)).unwrap_or_default();
        (name.clone(), text)
    });
    let drift = Drift::between(&now, &found.collect::<Vec<_>>());
    assert!(drift.is_empty(), "{drift}");
}

#[test]
fn the_command_explains_it() {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let exit = carnet_cli::run(
        CATALOG,
        ["carnet", "explain", "ledgerly.account.open"],
        Streams {
            input: &mut std::io::empty(),
            output: &mut output,
            errors: &mut errors,
            style: Style::PLAIN,
            environment: Environment::default(),
        },
    );
    assert_eq!(exit, Exit::Clean);
    let text = String::from_utf8(output).unwrap();
    for line in [
        "ledgerly.account.open",
        "POST https://api.ledgerly.example.com/v1/accounts",
        "Authorization: Bearer <token>",
        "LE-01",
    ] {
        assert!(text.contains(line), "{line} in:\n{text}");
    }
}

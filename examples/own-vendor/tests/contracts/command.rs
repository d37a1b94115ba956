//! The command line over a catalog of one's own.

use carnet_cli::{Environment, Exit, Streams, Style, run};
use own_vendor::CATALOG;

#[track_caller]
fn says(args: &[&str], mut input: &[u8], exit: Exit, said: &[&str]) -> String {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let streams = Streams {
        input: &mut input,
        output: &mut output,
        errors: &mut errors,
        style: Style::PLAIN,
        environment: Environment::default(),
    };
    let ended = run(CATALOG, [&["acme"], args].concat(), streams);
    let output = String::from_utf8(output).unwrap();
    assert_eq!(ended, exit, "{output}{}", String::from_utf8_lossy(&errors));
    for said in said {
        assert!(output.contains(said), "`{said}` is not in\n{output}");
    }
    output
}

#[test]
fn operations_and_discrepancies_are_listed() {
    let ids = ["acme.ticket.create\n", "acme.ticket.find\n"];
    says(&["operations"], b"", Exit::Clean, &ids);
    let register = ["AC-01  error    warning  contradiction", "AC-02  note"];
    says(
        &["operations", "--discrepancies"],
        b"",
        Exit::Clean,
        &register,
    );
}

#[test]
fn everything_is_explained() {
    let operation = [
        "acme.ticket.create: Creates a ticket.\n",
        "  reporter  string          optional  format staff-number\n",
        "  at-least-one: at least one of /priority, /budget is present\n",
        "  AC-01       strict: integer\n",
    ];
    let page = says(
        &["explain", "acme.ticket.create"],
        b"",
        Exit::Clean,
        &operation,
    );
    assert_eq!(
        carnet_cli::explain(CATALOG, "acme.ticket.create"),
        Some(page)
    );
    let find = ["  in query    words, limit, state, archived, budget, version, written, apiKey\n"];
    says(&["explain", "acme.ticket.find"], b"", Exit::Clean, &find);
    let discrepancy = ["    request-body, type, strict error, lenient warning: /priority\n"];
    says(&["explain", "AC-01"], b"", Exit::Clean, &discrepancy);
    says(
        &["explain", "max-length"],
        b"",
        Exit::Clean,
        &["acme.ticket.create, in one place"],
    );
}

#[test]
fn payloads_are_linted_and_encoded() {
    let lint = ["lint", "--operation", "acme.ticket.create", "-"];
    let wrong = br#"{"subject": "Printer", "priority": 6}"#;
    let said = ["error[maximum]", "https://acme.example/docs/create-ticket"];
    says(&lint, wrong, Exit::Findings, &said);
    let right = br#"{"subject": "Printer", "priority": 5}"#;
    says(&lint, right, Exit::Clean, &[]);

    let encode = [
        "encode",
        "acme.ticket.create",
        "--base",
        "https://api.acme.example",
    ];
    let said = ["POST /tickets", r#"{"subject":"Printer","priority":5}"#];
    says(&encode, right, Exit::Clean, &said);
    says(
        &["encode", "acme.ticket.find"],
        br#"{"limit": 5}"#,
        Exit::Clean,
        &["GET /tickets?limit=5&apiKey=******** HTTP/1.1"],
    );
}

#[test]
fn schemas_are_printed() {
    let said = [r#""x-carnet-operation": {"#, r#""maxLength": 80"#];
    says(&["schema", "acme.ticket.create"], b"", Exit::Clean, &said);
}

//! Context files.

use crate::run::{Ran, carnet_reading};
use crate::tree::Tree;
use carnet_cli::Exit;

fn lint(test: &str, context: &str, artifact: &str, payload: &str) -> Ran {
    let tree = Tree::new(test).with("ctx.json", context);
    let context = tree.path("ctx.json");
    let args = [
        "lint",
        "--operation",
        "acme.customer.create",
        "--artifact",
        artifact,
        "--context",
        &context,
        "-",
    ];
    carnet_reading(&args, payload.as_bytes())
}

#[track_caller]
fn wrong(context: &str, at: &str, said: &[&str]) {
    // One folder for every test, since they run side by side.
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("wrong").replace("::", "_");
    let ran = lint(&test, context, "request-body", "{}");
    ran.complains(Exit::Usage, &[&format!("ctx.json:{at}: error: ")]);
    ran.complains(Exit::Usage, said);
    assert_eq!(ran.output, "");
}

#[test]
fn types_select_the_variant() {
    let payload = r#"{"name":"Ada","custom":[{"id":7,"value":"x"}]}"#;
    let money = r#"{"template_field_types":{"7":"money"}}"#;
    assert_eq!(
        lint("types", money, "request-body", payload).exit,
        Exit::Findings
    );
    let text = r#"{"template_field_types":{"7":"text"}}"#;
    assert_eq!(
        lint("types", text, "request-body", payload).exit,
        Exit::Clean
    );
    let disputed = r#"{"template_field_types":{"7":"attachment"}}"#;
    let ran = lint("types", disputed, "request-body", payload);
    assert_eq!(ran.exit, Exit::Clean);
    assert!(
        ran.output.contains("warning[disputed-type]"),
        "{}",
        ran.output
    );
}

#[test]
fn the_status_selects_the_reply() {
    let failure = r#"{"error":"no"}"#;
    let ran = lint("status", r#"{"http_status":400}"#, "reply-body", failure);
    assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
    let ran = lint("status", r#"{"http_status":200}"#, "reply-body", failure);
    assert_eq!(ran.exit, Exit::Findings);
}

#[test]
fn carnet_toml_names_a_context_beside_it() {
    let tree = Tree::new("a_context_beside_it")
        .with("ctx.json", r#"{"template_field_types":{"7":"money"}}"#)
        .with(
            "sub/a.json",
            r#"{"name":"Ada","custom":[{"id":7,"value":"x"}]}"#,
        )
        .with(
            "carnet.toml",
            "[[files]]\nglob = 'sub/*'\noperation = 'acme.customer.create'\ncontext = 'ctx.json'\n",
        );
    let ran = carnet_reading(&["lint", &tree.path("sub")], b"");
    assert!(ran.output.contains("error[type]"), "{ran:?}");
}

#[test]
fn unknown_keys_and_types_are_guessed_at() {
    wrong(
        "{\n \"http_staus\": 200}",
        "2:2",
        &["`http_staus`", "`http_status`"],
    );
    let context = "{\"template_field_types\":\n {\"1\": \"mony\"}}";
    wrong(context, "2:8", &["`mony`", "`money`"]);
}

#[test]
fn statuses_are_statuses() {
    for status in [
        "99", "600", "\"200\"", "null", "200.5", "-1", "1e400", "200.0",
    ] {
        let context = format!("{{\"http_status\": {status}}}");
        wrong(&context, "1:17", &[]);
    }
    wrong("{\"http_status\": 200, \"http_status\": 201}", "1:22", &[]);
}

#[test]
fn urls_and_methods_are_texts() {
    for key in ["url", "method"] {
        for value in ["7", "null", "\"\"", "[\"POST\"]"] {
            let context = format!("{{\"{key}\":\n {value}}}");
            wrong(&context, "2:2", &[]);
        }
    }
    wrong("{\"ulr\": \"https://example.com\"}", "1:2", &["`url`"]);
}

#[test]
fn anything_else_is_wrong_too() {
    wrong("", "1:1", &[]);
    wrong("[]", "1:1", &[]);
    wrong("{", "1:2", &[]);
    wrong("{\"template_field_types\": [\"money\"]}", "1:26", &[]);
    wrong("{\"template_field_types\": {\"1\": null}}", "1:32", &[]);
}

#[test]
fn a_missing_context_is_an_io_error() {
    let args = [
        "lint",
        "--operation",
        "acme.ping.send",
        "--context",
        "/no/such.json",
        "-",
    ];
    let ran = carnet_reading(&args, b"1");
    ran.complains(Exit::Io, &["/no/such.json", "cannot be read"]);
}

#[test]
fn a_context_is_spelled_out_where_a_file_could_be_named() {
    let lint = |context: &str| {
        let tree = Tree::new("a_context_is_spelled_out").with("a.json", r#"{"error":"no"}"#);
        let create = "acme.customer.create";
        let settings = format!(
            "[[files]]\nglob = 'a.json'\noperation = '{create}'\nartifact = 'reply-body'\n{context}"
        );
        let tree = tree.with("carnet.toml", settings);
        carnet_reading(&["lint", &tree.path("a.json")], b"")
    };
    let failure = lint("context = { http_status = 400 }");
    assert_eq!(
        (failure.exit, &*failure.errors),
        (Exit::Clean, ""),
        "{failure:?}"
    );
    let success = lint("context = { http_status = 200 }");
    assert_eq!(success.exit, Exit::Findings, "{success:?}");
    let types = lint("context = { template_field_types = { 7 = 'money' } }");
    assert_ne!(types.exit, Exit::Usage, "{types:?}");
    lint("context = { http_status = 99 }").complains(
        Exit::Usage,
        &["carnet.toml:5:11: error: `http_status` of the context: "],
    );
    lint("context = { htp_status = 400 }").complains(Exit::Usage, &["http_status"]);
    lint("context = 7").complains(
        Exit::Usage,
        &["carnet.toml:5:11: error: expected a path or a table"],
    );
}

#[test]
fn a_context_is_spelled_out_on_the_command_line() {
    let lint = |context: &str| {
        let create = ["--operation", "acme.customer.create"];
        let reply = ["--artifact", "reply-body", "--context", context, "-"];
        let args = [&["lint"], &create[..], &reply].concat();
        carnet_reading(&args, br#"{"error":"no"}"#)
    };
    assert_eq!(lint(r#"{"http_status": 400}"#).exit, Exit::Clean);
    assert_eq!(lint(r#" {"http_status": 200}"#).exit, Exit::Findings);
    lint(r#"{"http_status": "400"}"#).complains(
        Exit::Usage,
        &["error: --context: `http_status` of the context: expected an integer"],
    );
    lint("{").complains(Exit::Usage, &["--context: the context: "]);
}

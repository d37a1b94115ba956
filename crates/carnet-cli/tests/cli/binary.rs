//! The command as a process: streams, environment, exit codes.

use crate::tree::Tree;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn carnet(args: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
    for name in [
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "GITHUB_ACTIONS",
        "GITHUB_WORKSPACE",
        "CI_PROJECT_DIR",
    ] {
        command.env_remove(name);
    }
    command.args(args).envs(variables.iter().copied());
    command.stdin(Stdio::null()).output().unwrap()
}

#[test]
fn exit_codes() {
    let code = |args: &[&str]| carnet(args, &[]).status.code();
    assert_eq!(code(&["operations"]), Some(0));
    assert_eq!(
        code(&["lint", "--operation", "no.such.thing", "x"]),
        Some(2)
    );
    assert_eq!(code(&["explain", "no-such-thing"]), Some(2));
}

#[test]
fn cargo_runs_it_as_a_command_of_its_own() {
    let cargo = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-carnet"));
        command.args(args).stdin(Stdio::null()).output().unwrap()
    };
    for args in [&["carnet", "lint", "--help"][..], &["lint", "--help"]] {
        let help = String::from_utf8(cargo(args).stdout).unwrap();
        assert!(
            help.contains("Usage: cargo carnet lint [OPTIONS]"),
            "{help}"
        );
    }
    let ran = cargo(&["carnet", "explain", "no-such-thing"]);
    assert_eq!(ran.status.code(), Some(2));
}

#[test]
fn colour_follows_the_environment() {
    let painted = |variables: &[(&str, &str)]| {
        let ran = carnet(&["explain", "max-length"], variables);
        assert!(ran.status.success());
        ran.stdout.contains(&0x1b)
    };
    assert!(!painted(&[]), "no terminal, no colour");
    assert!(painted(&[("CLICOLOR_FORCE", "1")]));
    assert!(!painted(&[("NO_COLOR", "1")]));
    assert!(!painted(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn a_closed_pipe_ends_the_run_in_silence() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_carnet"))
        .args(["explain", "max-length"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ran = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "");
    assert_eq!(ran.status.code(), Some(0));
}

#[test]
fn annotations_follow_the_environment() {
    let tree = Tree::new("annotations_follow_the_environment").with("a.json", "{}");
    let lint = [
        "lint",
        "--operation",
        "revnue.customer.create",
        &tree.path("a.json"),
    ];
    let annotated = |variables: &[(&str, &str)]| {
        let ran = carnet(&lint, variables);
        assert_eq!(ran.status.code(), Some(1));
        assert_eq!(ran.stderr, b"", "no bar in a pipe");
        let output = String::from_utf8(ran.stdout).unwrap();
        output.contains("\n::error file=a.json,line=1,")
    };
    let folder = tree.path("");
    let workspace = ("GITHUB_WORKSPACE", folder.as_str());
    assert!(annotated(&[("GITHUB_ACTIONS", "true"), workspace]));
    assert!(!annotated(&[("GITHUB_ACTIONS", "false"), workspace]));
    assert!(!annotated(&[workspace]));
}

#[test]
fn relative_paths_start_at_the_current_folder() {
    let tree = Tree::new("relative_paths")
        .with("carnet.toml", "x = 1\n")
        .with("a.json", "{}");
    let ran = Command::new(env!("CARGO_BIN_EXE_carnet"))
        .args(["lint", "a.json"])
        .current_dir(tree.path(""))
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(2));
    let errors = String::from_utf8_lossy(&ran.stderr);
    assert!(errors.starts_with("carnet.toml:1:1: error: "), "{errors}");
}

/// Runs the command on the catalog that it ships with, with this to read.
fn carnet_reading(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_carnet"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_shipped_catalog_is_linted_explained_and_encoded() {
    let listed = carnet(&["operations", "--format", "json"], &[]);
    let listed: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
    let operations = listed["operations"].as_array().unwrap();
    assert!(!operations.is_empty());
    for operation in operations {
        let id = operation["id"].as_str().unwrap();
        for args in [
            &["explain", id][..],
            &["schema", id],
            &["schema", id, "response"],
        ] {
            let ran = carnet(args, &[]);
            assert!(ran.status.success() && !ran.stdout.is_empty(), "{args:?}");
        }
        let ran = carnet_reading(&["lint", "--operation", id, "-"], b"nothing like it");
        assert_eq!(ran.status.code(), Some(1));
    }
}

#[test]
fn a_live_credential_in_the_body_is_printed_by_no_command() {
    let id = "aptania.account.create";
    let secret = "0fa1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b";
    let text = format!("{{\"TokenUUID\":\"{secret}\",\"AccountNam\":\"{secret}\"}}");
    for args in [
        &["lint", "--operation", id, "-"][..],
        &["lint", "--operation", id, "--format", "json", "-"],
        &["encode", id],
    ] {
        let ran = carnet_reading(args, text.as_bytes());
        for shown in [&ran.stdout, &ran.stderr] {
            let shown = String::from_utf8_lossy(shown);
            assert!(!shown.contains(secret), "{args:?}: {shown}");
        }
    }
}

#[test]
fn a_live_credential_in_a_url_is_printed_by_no_command() {
    let id = "apptivo.customer.create";
    let secret = "Xy7abQ-0fa1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b";
    let query =
        format!("a=save&customerData={{\"customerName\":7}}&apiKey={secret}&accesKey={secret}");
    let url = format!("https://api.apptivo.com/app/dao/v6/customers?{query}");
    let json = format!("{{\"customerData\":7,\"apiKey\":\"{secret}\"}}");
    for (args, text) in [
        (&["lint", "--operation", id, "-"][..], &url),
        (&["lint", "--operation", id, "--format", "json", "-"], &url),
        (
            &["lint", "--operation", id, "--artifact", "request-form", "-"],
            &query,
        ),
        (&["encode", id], &json),
        (&["encode", id], &url),
    ] {
        let ran = carnet_reading(args, text.as_bytes());
        assert_eq!(ran.status.code(), Some(1), "{args:?}");
        for shown in [&ran.stdout, &ran.stderr] {
            let shown = String::from_utf8_lossy(shown);
            assert!(!shown.contains(&secret[7..]), "{args:?}: {shown}");
        }
    }
}

#[test]
fn a_credential_from_the_environment_is_not_printed() {
    let account = include_str!("../../../../tests/samples/aptania/create-account.request.json");
    let mut account: serde_json::Value = serde_json::from_str(account).unwrap();
    account.as_object_mut().unwrap().remove("TokenUUID");
    let encode = |token: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_carnet"))
            .args(["encode", "aptania.account.create", "--profile", "lenient"])
            .args(["--credential", "TokenUUID=APTANIA_TOKEN"])
            .env("APTANIA_TOKEN", token)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(account.to_string().as_bytes()).unwrap();
        drop(input);
        child.wait_with_output().unwrap()
    };
    let token = "0fa1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b";
    let ran = encode(token);
    let output = String::from_utf8_lossy(&ran.stdout);
    assert!(output.contains(r#"{"TokenUUID":"********","#), "{output}");
    assert!(!output.contains(token));
}

#[test]
fn a_host_of_ones_own_is_asked_for() {
    let payload = br#"{"company":1,"name":"Ada"}"#;
    let encode = ["encode", "revnue.customer.create"];
    let ran = carnet_reading(&encode, payload);
    assert_eq!(ran.status.code(), Some(2));
    let errors = String::from_utf8_lossy(&ran.stderr);
    assert!(
        errors.contains("--base https://api.example.com"),
        "{errors}"
    );
    let ran = carnet_reading(
        &[&encode[..], &["--base", "api.example.com"]].concat(),
        payload,
    );
    let output = String::from_utf8_lossy(&ran.stdout);
    assert!(
        output.starts_with("POST /api/v2/customer HTTP/1.1\nHost: api.example.com\n"),
        "{output}"
    );
}

#[test]
fn a_fixed_text_keeps_every_byte() {
    let text = b"\xEF\xBB\xBF{\"page\":\x1b[31m \xff\0\x07}\r\n\x0c";
    let mut child = Command::new(env!("CARGO_BIN_EXE_carnet"))
        .args([
            "lint",
            "--fix",
            "--operation",
            "revnue.customer.create",
            "-",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text).unwrap();
    let ran = child.wait_with_output().unwrap();
    assert_eq!(ran.stdout, text[3..]);
}

//! The command as a process: streams, environment, exit codes.

use crate::tree::Tree;
use std::process::{Command, Output, Stdio};

fn carnet(args: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
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

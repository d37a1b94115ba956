//! `action.yml` and `.pre-commit-hooks.yaml`: that they are what their readers take, that the book
//! tells of all they offer, and what the action's script makes of its inputs.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use yaml_rust2::{Yaml, YamlLoader};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

fn yaml(name: &str) -> Yaml {
    let mut documents = YamlLoader::load_from_str(&read(name)).unwrap();
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

fn keys(yaml: &Yaml) -> Vec<&str> {
    let keys = yaml.as_hash().unwrap().keys();
    keys.map(|key| key.as_str().unwrap()).collect()
}

#[test]
fn the_action_is_a_composite_one_and_the_book_knows_its_inputs() {
    let action = yaml("action.yml");
    assert_eq!(action["runs"]["using"].as_str(), Some("composite"));
    let chapter = read("docs/src/ci.md");
    for part in ["inputs", "outputs"] {
        for name in keys(&action[part]) {
            let description = action[part][name]["description"].as_str();
            assert!(description.is_some_and(|it| !it.is_empty()), "{name}");
            assert!(
                chapter.contains(&format!("| `{name}` |")),
                "{name} is not in the book"
            );
        }
    }
    let steps = action["runs"]["steps"].as_vec().unwrap();
    let scripts = steps.iter().map(|step| step["run"].as_str().unwrap());
    for (step, script) in steps.iter().zip(scripts) {
        assert_eq!(step["shell"].as_str(), Some("bash"));
        assert!(!script.contains("${{"), "an input would be run as a script");
    }
    for name in keys(&action["inputs"]) {
        let used = format!("${{{{ inputs.{name} }}}}");
        assert!(read("action.yml").contains(&used), "{name} is never used");
    }
}

/// What the script of the action hands to `carnet`, and the outputs that it sets.
#[cfg(unix)]
fn lint_step(name: &str, variables: &[(&str, &str)], status: u8) -> (i32, String, String) {
    use std::os::unix::fs::PermissionsExt;

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    let carnet = folder.join("carnet");
    let fake = format!("#!/bin/sh\nprintf '<%s>' \"$@\"\ntouch out.sarif\nexit {status}\n");
    fs::write(&carnet, fake).unwrap();
    fs::set_permissions(&carnet, fs::Permissions::from_mode(0o755)).unwrap();
    let outputs = folder.join("outputs");
    fs::write(&outputs, "").unwrap();

    let action = yaml("action.yml");
    let mut steps = action["runs"]["steps"].as_vec().unwrap().iter();
    let step = steps
        .find(|step| step["id"].as_str() == Some("lint"))
        .unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let ran = Command::new("bash")
        .args(["-c", step["run"].as_str().unwrap()])
        .current_dir(&folder)
        .env("PATH", path)
        .env("GITHUB_OUTPUT", &outputs)
        .envs(keys(&step["env"]).into_iter().map(|name| (name, "")))
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    (
        ran.status.code().unwrap(),
        String::from_utf8(ran.stdout).unwrap(),
        fs::read_to_string(outputs).unwrap(),
    )
}

#[cfg(unix)]
#[test]
fn the_action_hands_its_inputs_on() {
    let ran = lint_step("action_plain", &[("CARNET_PATHS", ".")], 0);
    assert_eq!(
        ran,
        (0, "<lint><--><.>".to_owned(), "exit-code=0\n".to_owned())
    );

    let (status, words, outputs) = lint_step(
        "action_all",
        &[
            ("CARNET_PATHS", "a/*.json\nb"),
            ("CARNET_OPERATION", "revnue.customer.create"),
            ("CARNET_PROFILE", "lenient"),
            ("CARNET_SARIF", "out.sarif"),
            ("CARNET_FOLDER", "."),
            ("CARNET_DENY", "warnings RV-01"),
            (
                "CARNET_ARGUMENTS",
                "--context\nmy context.json\n$(touch run)",
            ),
        ],
        1,
    );
    assert_eq!(status, 1);
    assert_eq!(
        words,
        "<lint><--operation><revnue.customer.create><--profile><lenient><--format><human>\
         <--format><sarif=out.sarif><--deny><warnings><--deny><RV-01><--context>\
         <my context.json><$(touch run)><--><a/*.json><b>"
    );
    assert_eq!(outputs, "exit-code=1\nsarif-file=out.sarif\n");
}

#[test]
fn the_hook_is_one_that_pre_commit_takes() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_vec().unwrap();
    assert_eq!(hooks.len(), 1);
    for key in ["id", "name", "entry", "language"] {
        assert!(hooks[0][key].as_str().is_some(), "{key}");
    }
    assert_eq!(hooks[0]["id"].as_str(), Some("carnet-lint"));
    let entry = hooks[0]["entry"].as_str().unwrap();
    assert!(read(entry).starts_with("#!/usr/bin/env bash\n"));
    assert!(read("docs/src/ci.md").contains("- id: carnet-lint"));
}

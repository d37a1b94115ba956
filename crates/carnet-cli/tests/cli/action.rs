//! `action.yml`, run as the runner of GitHub Actions runs a composite action. Only what installs is
//! a stand-in: a `cargo` that puts the command of this build where the real one would.

use crate::tree::Tree;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use yaml_rust2::{Yaml, YamlLoader};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../action.yml");
const GOOD: &str = r#"{"company":1,"name":"Example Ltd"}"#;
const BAD: &str = r#"{"company":"1","name":"Example Ltd"}"#;
const STEERING: &str = "[[files]]\nglob = '*.json'\noperation = 'revnue.customer.create'\n";

/// A run of the action.
struct Run {
    /// The folder of the workspace, that of the runner, and what stands in for tools.
    tree: Tree,
    inputs: BTreeMap<String, String>,
    /// Of each step that has an id.
    outputs: BTreeMap<String, BTreeMap<String, String>>,
    /// What was added to `PATH`, the newest first.
    path: String,
    log: String,
    status: i32,
}

impl Run {
    /// Runs the action with these inputs over a folder with a good and a bad payload.
    fn of(name: &str, inputs: &[(&str, &str)]) -> Self {
        let action = YamlLoader::load_from_str(&fs::read_to_string(FILE).unwrap()).unwrap();
        let [action] = &action[..] else { panic!() };
        let tree = Tree::new(&format!("action_{name}"))
            .with("work/payloads/carnet.toml", STEERING)
            .with("work/payloads/good.json", GOOD)
            .with("work/payloads/bad.json", BAD)
            .with("temp/empty", "")
            .with("bin/rustup", "#!/bin/sh\necho \"rustup $*\"\n")
            .with("bin/cargo", CARGO);
        for tool in ["rustup", "cargo"] {
            let tool = tree.path(&format!("bin/{tool}"));
            fs::set_permissions(tool, fs::Permissions::from_mode(0o755)).unwrap();
        }
        let declared = action["inputs"].as_hash().unwrap();
        let mut values: BTreeMap<_, _> = declared
            .iter()
            .map(|(name, input)| (text(name), text(&input["default"])))
            .collect();
        for (name, value) in inputs {
            let old = values.insert((*name).to_owned(), (*value).to_owned());
            assert!(old.is_some(), "{name} is no input");
        }
        let path = format!("{}:{}", tree.path("bin"), std::env::var("PATH").unwrap());
        let mut run = Self {
            tree,
            inputs: values,
            outputs: BTreeMap::new(),
            path,
            log: String::new(),
            status: 0,
        };
        for step in action["runs"]["steps"].as_vec().unwrap() {
            run.step(step);
            if run.status != 0 {
                break;
            }
        }
        let declared = action["outputs"].as_hash().unwrap();
        let of_action = declared
            .iter()
            .map(|(name, output)| (text(name), run.value(&text(&output["value"]))));
        let of_action = of_action.collect();
        run.outputs.insert(String::new(), of_action);
        run
    }

    fn step(&mut self, step: &Yaml) {
        assert_eq!(step["shell"].as_str(), Some("bash"));
        let script = self.tree.path("temp/script.sh");
        fs::write(&script, step["run"].as_str().unwrap()).unwrap();
        let files = ["GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"];
        for file in files {
            fs::write(self.tree.path(&format!("temp/{file}")), "").unwrap();
        }
        let folder = step["working-directory"].as_str().map(|it| self.value(it));
        let workspace = self.tree.path("work");
        let mut command = Command::new("bash");
        command
            .args(["--noprofile", "--norc", "-e", "-o", "pipefail", &script])
            .current_dir(Path::new(&workspace).join(folder.unwrap_or_default()))
            .env("PATH", &self.path)
            .env("GITHUB_ACTIONS", "true")
            .env("GITHUB_WORKSPACE", &workspace)
            .env("CARNET_COMMAND", env!("CARGO_BIN_EXE_carnet"))
            .env_remove("CI_PROJECT_DIR")
            .env_remove("CLICOLOR_FORCE");
        for file in files {
            command.env(file, self.tree.path(&format!("temp/{file}")));
        }
        for (name, value) in step["env"].as_hash().into_iter().flatten() {
            command.env(text(name), self.value(&text(value)));
        }
        let ran = command.output().unwrap();
        self.status = ran.status.code().unwrap();
        self.log += &String::from_utf8(ran.stdout).unwrap();
        self.log += &String::from_utf8(ran.stderr).unwrap();
        let read = |file: &str| fs::read_to_string(self.tree.path(file)).unwrap();
        let outputs = read("temp/GITHUB_OUTPUT");
        let outputs = outputs.lines().map(|line| line.split_once('=').unwrap());
        let outputs = outputs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let outputs = outputs.collect();
        for folder in read("temp/GITHUB_PATH").lines() {
            self.path = format!("{folder}:{}", self.path);
        }
        self.outputs.insert(text(&step["id"]), outputs);
    }

    /// A text with the values of its expressions.
    fn value(&self, text: &str) -> String {
        let mut value = String::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once("${{") {
            let (expression, after) = behind.split_once("}}").unwrap();
            value += before;
            let parts: Vec<_> = expression.trim().split('.').collect();
            value += &match parts[..] {
                ["inputs", name] => self.inputs[name].clone(),
                ["github", "action_path"] => "/the/action".to_owned(),
                ["runner", "temp"] => self.tree.path("temp"),
                ["steps", step, "outputs", name] => {
                    let outputs = self.outputs.get(step);
                    let output = outputs.and_then(|outputs| outputs.get(name));
                    output.cloned().unwrap_or_default()
                }
                _ => panic!("the runner does not know `{expression}`"),
            };
            rest = after;
        }
        value + rest
    }

    /// An output of the action.
    fn output(&self, name: &str) -> &str {
        &self.outputs[""][name]
    }

    /// Asserts the status, and that the log has this.
    #[track_caller]
    fn ends(&self, status: i32, said: &[&str]) {
        assert_eq!(self.status, status, "{}", self.log);
        for said in said {
            assert!(self.log.contains(said), "`{said}` is not in\n{}", self.log);
        }
    }
}

/// Tells what it is asked for, and installs the command of this build.
const CARGO: &str = r#"#!/bin/sh
echo "cargo $*"
while [ "$1" != --root ]; do shift; done
mkdir -p "$2/bin"
ln -sf "$CARNET_COMMAND" "$2/bin/carnet"
"#;

fn text(yaml: &Yaml) -> String {
    yaml.as_str().unwrap_or_default().to_owned()
}

#[test]
fn findings_fail_the_step_and_the_outputs_are_there() {
    let run = Run::of("findings", &[("paths", "payloads")]);
    let installed = "/the/action/crates/carnet-cli\n";
    let annotation = "::error file=payloads/bad.json,line=1,endLine=1,col=12,endColumn=15,title=type (revnue.customer.create)::";
    let said = [
        "rustup toolchain install stable",
        installed,
        "bad.json:1:12: error[type]",
        annotation,
    ];
    run.ends(1, &said);
    assert_eq!(
        (run.output("exit-code"), run.output("sarif-file")),
        ("1", "")
    );
}

#[test]
fn a_clean_folder_passes() {
    let run = Run::of("clean", &[("paths", "payloads/good.json")]);
    run.ends(0, &["1 file, 0 failed"]);
    assert_eq!(run.output("exit-code"), "0");
    // Nothing is named: the folder itself.
    let run = Run::of("default", &[]);
    run.ends(1, &["2 files, 1 failed"]);
}

#[test]
fn every_input_reaches_the_command() {
    let run = Run::of(
        "every_input",
        &[
            ("paths", "*.json\n\n  missing.json"),
            ("operation", "revnue.customer.create"),
            ("profile", "lenient"),
            ("format", "tap"),
            ("sarif-file", "out.sarif"),
            ("deny", "warnings RV-17"),
            ("arguments", "--max-findings\n1"),
            ("working-directory", "payloads"),
            ("from", "registry"),
            ("version", "0.1.0"),
            ("features", "net"),
        ],
    );
    let installed = "--features net --version 0.1.0 carnet-cli\n";
    let said = [
        installed,
        "TAP version 14",
        "not ok 2 - payloads/bad.json",
        "profile: \"lenient\"",
        "missing.json: error: cannot be read",
    ];
    run.ends(3, &said);
    assert_eq!(run.output("exit-code"), "3");
    let file = run.output("sarif-file");
    assert_eq!(file, "payloads/out.sarif", "seen from the workspace");
    let sarif = fs::read_to_string(run.tree.path(&format!("work/{file}"))).unwrap();
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results[0]["ruleId"], "type");
}

#[test]
fn a_mistake_in_an_input_is_told() {
    let run = Run::of("bad_from", &[("from", "npm")]);
    run.ends(
        2,
        &["::error::from is 'npm', and must be source or registry"],
    );
    assert_eq!(run.output("exit-code"), "");
    let run = Run::of("bad_deny", &[("deny", "RV-99")]);
    run.ends(2, &["RV-99"]);
    assert_eq!(
        (run.output("exit-code"), run.output("sarif-file")),
        ("2", "")
    );
    // No text of an input is ever run.
    let run = Run::of("not_run", &[("paths", "$(touch${IFS}run) `touch run`")]);
    run.ends(3, &["$(touch${IFS}run)"]);
    assert!(!fs::exists(run.tree.path("work/run")).unwrap());
}

//! `carnet.toml`.

use crate::run::carnet;
use crate::tree::Tree;
use carnet_cli::Exit;

/// Runs the lint over a folder with this `carnet.toml` and asserts what is said about it.
#[track_caller]
fn wrong(test: &str, toml: &str, at: &str, said: &[&str]) {
    let tree = Tree::new(test)
        .with("carnet.toml", toml)
        .with("a.json", "{}");
    for path in ["", "a.json"] {
        let ran = carnet(&["lint", &tree.path(path)]);
        let place = format!("{}:{at}: error: ", tree.path("carnet.toml"));
        ran.complains(Exit::Usage, &[&place]);
        ran.complains(Exit::Usage, said);
        assert_eq!(ran.errors.matches("error: ").count(), 1, "{}", ran.errors);
        assert_eq!(ran.output, "");
    }
}

#[test]
fn broken_toml_has_a_place() {
    wrong(
        "broken_toml",
        "profile = \"strict\"\n[[files]\n",
        "2:9",
        &["2 | [[files]"],
    );
    wrong(
        "broken_toml",
        "profile = strict\n",
        "1:11",
        &["1 | profile = strict"],
    );
}

#[test]
fn unknown_keys_are_guessed_at() {
    let toml = "[[files]]\nglob = \"*.json\"\noprtion = \"acme.customer.create\"\n";
    let said = [
        "unknown field `oprtion`",
        "3 | oprtion",
        "| ^^^^^^^",
        "did you mean `operation`?",
    ];
    wrong("unknown_keys", toml, "3:1", &said);
    wrong(
        "unknown_keys",
        "profle = \"strict\"\n",
        "1:1",
        &["did you mean `profile`?"],
    );
}

#[test]
fn unknown_names_are_guessed_at() {
    let toml = "[[files]]\nglob = \"*.json\"\noperation = \"acme.customer.crate\"\n";
    let said = [
        "no operation is called `acme.customer.crate`",
        "did you mean `acme.customer.create`?",
    ];
    wrong("unknown_names", toml, "3:13", &said);
    let entry = "[[files]]\nglob = \"*.json\"\noperation = \"acme.customer.create\"\n";
    let toml = format!("{entry}artifact = \"request_body\"\n");
    wrong(
        "unknown_names",
        &toml,
        "4:12",
        &["did you mean `request-body`?"],
    );
    let toml = format!("{entry}profile = \"lenent\"\n");
    wrong("unknown_names", &toml, "4:11", &["did you mean `lenient`?"]);
}

#[test]
fn bad_globs_missing_keys_and_bad_bytes_have_a_place() {
    let toml = "[[files]]\nglob = \"a[\"\noperation = \"acme.customer.create\"\n";
    wrong("bad_globs", toml, "2:8", &["the glob cannot be read"]);
    wrong(
        "bad_globs",
        "\n[[files]]\nglob = \"*\"\n",
        "3:8",
        &["missing field `operation`, `schema`, or `recorded`"],
    );
    let tree = Tree::new("bad_bytes")
        .with("carnet.toml", b"# \xff\n")
        .with("a.json", "{}");
    let ran = carnet(&["lint", &tree.path("a.json")]);
    ran.complains(
        Exit::Usage,
        &["carnet.toml:1:3: error: the file is not UTF-8"],
    );
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let toml = "[[files]]\nglob = \"[\"\noperation = \"acme\"\n[[files]]\nglob = \"*\"\noperation = \"b\"\n";
    let tree = Tree::new("all_that_is_wrong").with("carnet.toml", toml);
    let ran = carnet(&["lint", &tree.path("")]);
    assert_eq!(ran.errors.matches("error: ").count(), 3, "{}", ran.errors);
}

#[test]
fn the_last_entry_and_the_nearest_file_count() {
    let ping = "operation = 'acme.ping.send'";
    let create = "operation = 'acme.customer.create'";
    let tree = Tree::new("the_last_entry")
        .with(
            "carnet.toml",
            format!(
                "[[files]]\nglob = '**/*.json'\n{create}\n[[files]]\nglob = 'p/*.json'\n{ping}\n"
            ),
        )
        .with("a.json", "{}")
        .with("p/a.json", "{}")
        .with("p/q/a.json", "{}")
        .with(
            "near/carnet.toml",
            format!("[[files]]\nglob = 'a.json'\n{ping}\n"),
        )
        .with("near/a.json", "1")
        .with("near/b.json", "{}");
    let json = carnet(&["lint", "--format", "json", &tree.path("")]).json();
    let files = json["files"].as_array().unwrap().iter();
    let operations: Vec<_> = files
        .map(|file| {
            let path = file["path"].as_str().unwrap();
            let path = path.strip_prefix(&tree.path("")).unwrap().to_owned();
            (path, file["operation"].as_str().unwrap())
        })
        .collect();
    let expected = [
        ("/a.json", "acme.customer.create"),
        ("/near/a.json", "acme.ping.send"),
        ("/p/a.json", "acme.ping.send"),
        ("/p/q/a.json", "acme.customer.create"),
    ];
    let expected = expected.map(|(path, operation)| (path.to_owned(), operation));
    assert_eq!(operations, expected);
}

#[test]
fn the_command_line_wins_key_by_key() {
    let tree = Tree::new("the_command_line_wins")
        .with("a.json", r#"{"name":"Ada Lovelace"}"#)
        .with(
            "carnet.toml",
            "profile = 'lenient'\n[[files]]\nglob = 'a.json'\noperation = 'acme.ping.send'\n",
        );
    let file = tree.path("a.json");
    let create = [
        "lint",
        "--format",
        "json",
        "--operation",
        "acme.customer.create",
    ];
    let json = carnet(&[&create[..], &[&file]].concat()).json();
    assert_eq!(json["files"][0]["operation"], "acme.customer.create");
    assert_eq!(json["profile"], "lenient");
    assert_eq!(json["files"][0].get("profile"), None);
    assert_eq!(json["files"][0]["verdict"], "pass");
    let json = carnet(&[&create[..], &["--profile", "strict", &file]].concat()).json();
    assert_eq!(json["files"][0]["verdict"], "fail");
    let reply = ["--artifact", "reply-body", &file];
    let json = carnet(&[&create[..], &reply].concat()).json();
    assert_eq!(json["files"][0]["artifact"], "reply-body");
}

#[test]
fn a_config_that_cannot_be_read_is_an_io_error() {
    let tree = Tree::new("a_config_that_cannot_be_read")
        .with("carnet.toml/x", "")
        .with("a.json", "{}");
    let ran = carnet(&["lint", &tree.path("a.json")]);
    ran.complains(Exit::Io, &["carnet.toml", "cannot be read"]);
}

#[test]
fn the_schema_says_what_the_reader_takes() {
    let schema: serde_json::Value = serde_json::from_str(&carnet_cli::config::schema()).unwrap();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    let entry = &schema["$defs"]["FilesEntry"];
    assert_eq!(entry["required"], serde_json::json!(["glob"]));
    assert_eq!(entry["additionalProperties"], false);
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (keys, is_right) in [
        (r#""operation": "a.b.c""#, true),
        (r#""schema": "x.json""#, true),
        (r#""recorded": "har""#, true),
        (r#""recorded": "har", "operation": "a.b.c""#, true),
        (r#""operation": "a.b.c", "artifact": "reply-body""#, true),
        (r#""profile": "strict""#, false),
        (r#""operation": "a.b.c", "schema": "x.json""#, false),
        (r#""recorded": "har", "schema": "x.json""#, false),
        (r#""recorded": "har", "artifact": "reply-body""#, false),
        (r#""recorded": "pcap""#, false),
    ] {
        let file = format!(r#"{{"files": [{{"glob": "*", {keys}}}]}}"#);
        let file = serde_json::from_str(&file).unwrap();
        assert_eq!(validator.is_valid(&file), is_right, "{keys}");
    }
}

const LONG_NAME: &str = r#"{"name": "Ada Lovelace"}"#;

#[test]
fn a_discrepancy_is_switched_for_its_tree() {
    for (level, exit, summary) in [
        (
            "allow",
            Exit::Clean,
            "1 file, 0 failed: 0 errors, 0 warnings, 0 infos (strict)",
        ),
        (
            "info",
            Exit::Clean,
            "1 file, 0 failed: 0 errors, 0 warnings, 1 info (strict)",
        ),
        (
            "warning",
            Exit::Clean,
            "1 file, 0 failed: 0 errors, 1 warning, 0 infos (strict)",
        ),
        (
            "error",
            Exit::Findings,
            "1 file, 1 failed: 1 error, 0 warnings, 0 infos (strict)",
        ),
        (
            "other-reading",
            Exit::Clean,
            "1 file, 0 failed: 0 errors, 0 warnings, 0 infos (strict)",
        ),
    ] {
        let toml = format!(
            "[[files]]\nglob = \"*.json\"\noperation = \"acme.customer.create\"\n\
             [discrepancies]\nAC-01 = \"{level}\"\n"
        );
        let tree = Tree::new(&format!("a_discrepancy_is_switched_{level}"))
            .with("carnet.toml", &toml)
            .with("a.json", LONG_NAME);
        let ran = carnet(&["lint", &tree.path("")]);
        assert_eq!((ran.exit, ran.summary()), (exit, summary), "{}", ran.output);
    }
}

#[test]
fn unknown_discrepancies_and_levels_have_a_place() {
    let said = ["no discrepancy is called `AC-1`", "did you mean `AC-01`?"];
    wrong(
        "unknown_discrepancy",
        "[discrepancies]\nAC-1 = \"info\"\n",
        "2:1",
        &said,
    );
    let said = ["unknown variant `warnng`", "did you mean `warning`?"];
    wrong(
        "unknown_level",
        "[discrepancies]\nAC-01 = \"warnng\"\n",
        "2:9",
        &said,
    );
    let said = ["did you mean `other-reading`?"];
    wrong(
        "unknown_level",
        "[discrepancies]\nAC-01 = \"other_reading\"\n",
        "2:9",
        &said,
    );
    let said = ["no check depends on `AC-02`"];
    wrong("noted", "[discrepancies]\nAC-02 = \"info\"\n", "2:1", &said);
}

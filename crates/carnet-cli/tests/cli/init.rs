//! `carnet init`.

use crate::run::carnet;
use crate::tree::Tree;
use carnet_cli::Exit;
use std::fs;

const NAME: &str = r#"{"name": "Ada", "kind": "person"}"#;
const LONG: &str = r#"{"name": "Ada Lovelace", "kind": "person"}"#;

fn tree(name: &str) -> Tree {
    Tree::new(name)
        .with("in/one.request.json", NAME)
        .with("in/deep/two.request.json", LONG)
        .with("in/notes.json", r#"{"colour": "red"}"#)
        .with("in/export.ndjson", format!("{NAME}\n\n{LONG}\n"))
        .with("in/README.md", "hello")
        .with("in/.hidden.json", NAME)
}

#[test]
fn what_it_writes_is_what_lint_reads() {
    let tree = tree("init_writes");
    let ran = carnet(&["init", &tree.path("in")]);
    assert_eq!(
        (ran.exit, ran.errors.as_str()),
        (Exit::Clean, ""),
        "{ran:?}"
    );
    for said in [
        "carnet.toml\n",
        "  acme.customer.create, request-body: 3 files, 2 with errors\n",
        "not recognised: 1 file\n  notes.json: no operation knows most of its keys\n",
    ] {
        assert!(
            ran.output.contains(said),
            "`{said}` is not in\n{}",
            ran.output
        );
    }
    let text = fs::read_to_string(tree.path("in/carnet.toml")).unwrap();
    for said in [
        "glob = \"**/*.request.json\"\noperation = \"acme.customer.create\"\n# profile = \"lenient\"\n",
        "glob = \"*.ndjson\"\n",
        "# Not recognised:\n#   notes.json: ",
    ] {
        assert!(text.contains(said), "`{said}` is not in\n{text}");
    }
    let linted = carnet(&["lint", &tree.path("in")]);
    assert_eq!(linted.exit, Exit::Findings, "{linted:?}");
    assert_eq!(
        linted.summary(),
        "3 files, 2 failed: 2 errors, 0 warnings, 0 infos (strict)"
    );
}

#[test]
fn nothing_is_overwritten_unless_asked_for() {
    let tree = tree("init_keeps").with("in/carnet.toml", "profile = 'lenient'\n");
    let folder = tree.path("in");
    let kept = || fs::read_to_string(tree.path("in/carnet.toml")).unwrap();
    carnet(&["init", &folder]).complains(Exit::Usage, &["there is one already", "--force"]);
    assert_eq!(kept(), "profile = 'lenient'\n");

    for option in ["--dry-run", "--stdout"] {
        let dry = carnet(&["init", option, &folder]);
        assert_eq!(dry.exit, Exit::Clean);
        assert!(
            dry.output
                .starts_with("# Which files belong to which operation")
        );
        assert!(dry.errors.contains("not recognised: 1 file"), "{dry:?}");
        assert_eq!(kept(), "profile = 'lenient'\n");
    }

    assert_eq!(carnet(&["init", "--force", &folder]).exit, Exit::Clean);
    assert!(kept().contains("acme.customer.create"));
}

#[test]
fn where_nothing_fits_nothing_is_written() {
    let tree = Tree::new("init_nothing")
        .with("none/x.md", "x")
        .with("other/x.json", "[1, 2]");
    carnet(&["init", &tree.path("none")])
        .complains(Exit::Usage, &["no file in it looks like a payload"]);
    carnet(&["init", &tree.path("other")])
        .complains(Exit::Usage, &["looked at 1 file, and no operation fits"]);
    assert!(!fs::exists(tree.path("other/carnet.toml")).unwrap());
    carnet(&["init", &tree.path("gone")]).complains(Exit::Io, &["cannot be read"]);
}

#[test]
fn urls_are_known_by_host_and_path() {
    let tree = Tree::new("init_urls")
        .with(
            "in/create-customer.url",
            "https://api.example.com/customers\n",
        )
        .with("in/call.url", "https://api.example.com/customers\n")
        .with("in/else.url", "https://example.org/nothing\n");
    let ran = carnet(&["init", "--dry-run", &tree.path("in")]);
    assert!(ran.output.contains("artifact = \"request-url\""), "{ran:?}");
    assert!(
        ran.errors
            .contains("else.url: no operation has its host and path"),
        "{ran:?}"
    );
}

#[test]
fn prose_that_names_parameters_is_no_form() {
    let form = "a=order&apiKey=k&accessKey=k";
    let prose = format!("Place an order\n\nhttps://api.example.com/orders?{form}\n");
    let tree = Tree::new("init_prose")
        .with("in/order.txt", format!("{form}\n"))
        .with("in/page.txt", prose);
    let ran = carnet(&["init", "--dry-run", &tree.path("in")]);
    assert!(
        ran.output.contains("artifact = \"request-form\""),
        "{ran:?}"
    );
    assert!(
        ran.errors
            .contains("page.txt: it is no URL and no form of an operation"),
        "{ran:?}"
    );
}

#[test]
fn recordings_are_recognised() {
    let call =
        |body: &str| format!("curl -X POST https://api.example.com/customers --json '{body}'\n");
    let har = r#"{"log":{"entries":[{"request":{"method":"POST","url":"https://api.example.com/pings","postData":{"mimeType":"application/json","text":"7"}}},
        {"request":{"method":"GET","url":"https://api.example.com/logo.png"}}]}}"#;
    let urls = "https://api.example.com/customers\nhttps://api.example.com/customers\n";
    let tree = Tree::new("init_recordings")
        .with("in/one.sh", call(NAME))
        .with("in/two.sh", call(LONG))
        .with("in/build/make.sh", "#!/bin/sh\nset -e\nmake\n")
        .with("in/page.har", har)
        .with("in/saved.json", har)
        .with("in/other.http", "GET https://example.org/\n")
        .with("in/many.url", urls);
    let ran = carnet(&["init", &tree.path("in")]);
    assert_eq!(
        (ran.exit, ran.errors.as_str()),
        (Exit::Clean, ""),
        "{ran:?}"
    );
    for said in [
        "  recorded calls, curl: 2 files, 1 with errors\n    acme.customer.create: 2\n",
        "  recorded calls, har: 2 files, no errors\n    acme.ping.send: 2\n",
        "  recorded calls, urls: 1 file, ",
        "not recognised: 1 file\n  other.http: 1 call, none of an operation\n",
    ] {
        assert!(
            ran.output.contains(said),
            "`{said}` is not in\n{}",
            ran.output
        );
    }
    let text = fs::read_to_string(tree.path("in/carnet.toml")).unwrap();
    for said in [
        "# Recorded calls: 2 files, with errors: 1 under the strict profile, 0 under the lenient one.\n\
         # Which operation each call is, is recognised:\n#   acme.customer.create: 2\n\
         [[files]]\nglob = \"*.sh\"\nrecorded = \"curl\"\n# profile = \"lenient\"\n",
        "#   acme.ping.send: 2\n#   of no operation, and not checked: 2\n\
         [[files]]\nglob = \"*.har\"\nrecorded = \"har\"\n\n[[files]]\nglob = \"*.json\"\nrecorded = \"har\"\n",
        "recorded = \"urls\"\n",
        "#   other.http: ",
    ] {
        assert!(text.contains(said), "`{said}` is not in\n{text}");
    }
    assert!(!text.contains("make.sh"), "{text}");
    let linted = carnet(&["lint", "--format", "json", &tree.path("in")]);
    assert_eq!(linted.exit, Exit::Findings, "{linted:?}");
    let json = linted.json();
    let files = json["files"].as_array().unwrap().iter();
    let checked: std::collections::BTreeSet<_> = files
        .map(|file| file["path"].as_str().unwrap().rsplit('/').next().unwrap())
        .collect();
    let expected = ["many.url", "one.sh", "page.har", "saved.json", "two.sh"];
    assert_eq!(checked.into_iter().collect::<Vec<_>>(), expected);
}

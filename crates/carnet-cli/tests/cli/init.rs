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

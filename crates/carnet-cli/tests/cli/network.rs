//! `carnet lint --allow-net`: what schemas refer to in the network.

use crate::run::{Ran, carnet, carnet_in};
use crate::tree::Tree;
use carnet_cli::{Environment, Exit, Network, Style};
use std::sync::Arc;

const BY_URL: &str =
    r#"{"properties": {"name": {"$ref": "https://example.com/s/common.json#/$defs/Name"}}}"#;
const BY_ID: &str = r#"{"$id": "https://example.com/s/x.json", "properties": {"name": {"$ref": "common.json#/$defs/Name"}}}"#;

/// A network with one document, and with documents that refer to one another without end.
fn network() -> Network {
    Arc::new(|url: &str| {
        if let Some(number) = url.strip_prefix("https://example.com/endless/") {
            let next = number.parse::<usize>().unwrap() + 1;
            return Ok(format!(r#"{{"$ref": "https://example.com/endless/{next}"}}"#).into_bytes());
        }
        match url {
            "https://example.com/s/common.json" => {
                Ok(br#"{"$defs": {"Name": {"type": "string", "maxLength": 3}}}"#.to_vec())
            }
            "https://example.com/broken.json" => Ok(b"<html>".to_vec()),
            _ => Err("the server answers with status 404".to_owned()),
        }
    })
}

fn lint(tree: &Tree, network: Option<Network>, args: &[&str]) -> Ran {
    let environment = Environment {
        network,
        ..Environment::default()
    };
    let file = tree.path("a.txt");
    let args = [&["lint"], args, &[&file]].concat();
    carnet_in(&args, &mut &b""[..], Style::PLAIN, environment)
}

#[test]
fn it_is_asked_where_it_is_allowed() {
    let tree = Tree::new("network_allowed")
        .with("by-url.json", BY_URL)
        .with("by-id.json", BY_ID)
        .with("a.txt", r#"{"name": "Grace"}"#);
    for schema in ["by-url.json", "by-id.json"] {
        let schema = tree.path(schema);
        let ran = lint(
            &tree,
            Some(network()),
            &["--allow-net", "--schema", &schema],
        );
        assert_eq!(ran.exit, Exit::Findings, "{ran:?}");
        assert!(ran.output.contains("error[max-length]"), "{}", ran.output);
        let ran = lint(&tree, Some(network()), &["--schema", &schema]);
        ran.complains(
            Exit::Usage,
            &["`https://example.com/s/common.json`", "`--allow-net`"],
        );
    }
}

#[test]
fn a_file_beside_the_schema_goes_first() {
    let beside = r#"{"$defs": {"Name": {"maxLength": 50}}}"#;
    let tree = Tree::new("network_beside")
        .with("by-id.json", BY_ID)
        .with("common.json", beside)
        .with("a.txt", r#"{"name": "Grace"}"#);
    let schema = tree.path("by-id.json");
    let ran = lint(
        &tree,
        Some(network()),
        &["--allow-net", "--schema", &schema],
    );
    assert_eq!(ran.exit, Exit::Clean, "{ran:?}");
}

#[test]
fn what_carnet_toml_names_may_ask_too() {
    let tree = Tree::new("network_config")
        .with(
            "carnet.toml",
            "[[files]]\nglob = 'a.txt'\nschema = 's.json'\n",
        )
        .with("s.json", BY_URL)
        .with("a.txt", r#"{"name": "Grace"}"#);
    let ran = lint(&tree, Some(network()), &["--allow-net"]);
    assert_eq!(ran.exit, Exit::Findings, "{ran:?}");
    lint(&tree, Some(network()), &[]).complains(Exit::Usage, &["`--allow-net`"]);
}

#[test]
fn what_cannot_be_had_is_told_with_its_url() {
    for (url, said) in [
        (
            "https://example.com/none.json",
            "the server answers with status 404",
        ),
        (
            "https://example.com/broken.json",
            "`https://example.com/broken.json`",
        ),
        (
            "https://example.com/endless/0",
            "256 documents were asked for already",
        ),
        (
            "ftp://example.com/x.json",
            "only files, `http` and `https` are read",
        ),
    ] {
        let tree = Tree::new("network_missing")
            .with("s.json", format!(r#"{{"$ref": "{url}"}}"#))
            .with("a.txt", "{}");
        let schema = tree.path("s.json");
        let ran = lint(
            &tree,
            Some(network()),
            &["--allow-net", "--schema", &schema],
        );
        ran.complains(Exit::Usage, &["s.json:1:", said]);
    }
}

#[test]
fn a_build_without_says_how_to_get_one_with() {
    let tree = Tree::new("network_none").with("a.txt", "{}");
    let ran = lint(
        &tree,
        None,
        &["--allow-net", "--operation", "acme.ping.send"],
    );
    ran.complains(
        Exit::Usage,
        &[
            "this build has no network",
            "`cargo install carnet-cli --features net`",
        ],
    );
    assert_eq!(carnet(&["lint", "--allow-net", "x"]).exit, Exit::Usage);
}

//! The command with the feature `net`, and a server on this machine.

use crate::tree::Tree;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output, Stdio};
use std::thread;

/// Answers every request by its path; gives the address. Ends with the process.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A client that has read enough goes away.
            drop(answer(&stream));
        }
    });
    format!("http://{address}")
}

fn answer(mut stream: &TcpStream) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}
    let path = first.split(' ').nth(1).unwrap_or_default();
    let (head, body) = match path {
        "/common.json" => (
            "200 OK",
            r#"{"$defs": {"Name": {"maxLength": 3}}}"#.to_owned(),
        ),
        "/moved.json" => ("302 Found\r\nLocation: /common.json", String::new()),
        "/circle.json" => ("302 Found\r\nLocation: /circle.json", String::new()),
        "/file.json" => ("302 Found\r\nLocation: file:///etc/hostname", String::new()),
        "/large.json" => ("200 OK", " ".repeat((16 << 20) + 1)),
        _ => ("404 Not Found", String::new()),
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}

/// Lints a name of five characters against the document at a URL, which allows three.
fn lint(name: &str, url: &str) -> Output {
    let tree = Tree::new(name)
        .with(
            "s.json",
            format!(r#"{{"properties": {{"name": {{"$ref": "{url}#/$defs/Name"}}}}}}"#),
        )
        .with("a.txt", r#"{"name": "Grace"}"#);
    let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
    for proxy in [
        "http_proxy",
        "HTTP_PROXY",
        "https_proxy",
        "HTTPS_PROXY",
        "all_proxy",
        "ALL_PROXY",
    ] {
        command.env_remove(proxy);
    }
    command
        .args(["lint", "--allow-net", "--schema", &tree.path("s.json")])
        .arg(tree.path("a.txt"))
        .env_remove("GITHUB_ACTIONS")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn documents_are_read_over_http() {
    let server = server();
    for path in ["common.json", "moved.json"] {
        let ran = lint("network_http_read", &format!("{server}/{path}"));
        let output = String::from_utf8(ran.stdout).unwrap();
        assert_eq!(ran.status.code(), Some(1), "{path}");
        assert!(output.contains("error[max-length]"), "{output}");
    }
}

#[test]
fn what_it_may_cost_is_bounded() {
    let server = server();
    // Nobody listens there any more.
    let gone = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    for (url, said) in [
        (
            format!("{server}/none.json"),
            "the server answers with status 404",
        ),
        (
            format!("{server}/circle.json"),
            "it is said to be elsewhere more than 5 times",
        ),
        (
            format!("{server}/large.json"),
            "it has more than 16777216 bytes",
        ),
        (format!("{server}/file.json"), "cannot be had"),
        (format!("http://{gone}/x.json"), "cannot be had"),
    ] {
        let ran = lint("network_http_bounds", &url);
        let errors = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{url}: {errors}");
        assert!(
            errors.contains(&url) && errors.contains(said),
            "{url}: {errors}"
        );
    }
}

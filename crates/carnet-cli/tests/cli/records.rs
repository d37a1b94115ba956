//! Files with a text on every line, and files that are compressed.

use crate::run::{Ran, carnet, carnet_reading};
use crate::tree::Tree;
use carnet_cli::Exit;
use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use std::io::Write;

const PING: [&str; 5] = ["lint", "--operation", "acme.ping.send", "--format", "json"];

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn zstd(text: &[u8]) -> Vec<u8> {
    compress_to_vec(text, CompressionLevel::Fastest)
}

fn lint(tree: &Tree, file: &str, more: &[&str]) -> Ran {
    carnet(&[&PING[..], more, &[&tree.path(file)]].concat())
}

/// Record, line, column and offset of every finding.
fn places(ran: &Ran) -> Vec<(u64, u64, u64, u64)> {
    let json = ran.json();
    let mut places = Vec::new();
    for file in json["files"].as_array().unwrap() {
        for finding in file["findings"].as_array().unwrap() {
            let start = &finding["span"]["start"];
            let number = |value: &serde_json::Value| value.as_u64().unwrap_or_default();
            places.push((
                number(&file["record"]),
                number(&start["line"]),
                number(&start["column"]),
                number(&start["offset"]),
            ));
        }
    }
    places
}

#[test]
fn every_line_is_a_text() {
    let text = "7\n\n \"7\"\r\n8\n\u{fc}";
    let tree = Tree::new("every_line_is_a_text")
        .with("a.ndjson", text)
        .with("a.jsonl", text)
        .with("a.json", text)
        .with("a.ndjson.gz", gzip(text.as_bytes()))
        .with("a.jsonl.zst", zstd(text.as_bytes()));
    let expected = [(3, 3, 2, 4), (5, 5, 1, 11)];
    for name in ["a.ndjson", "a.jsonl", "a.ndjson.gz", "a.jsonl.zst"] {
        let ran = lint(&tree, name, &[]);
        assert_eq!(places(&ran), expected, "{name}");
        assert_eq!(ran.exit, Exit::Findings);
        let json = ran.json();
        assert_eq!(json["summary"]["files"], 1, "{name}");
        assert_eq!(json["summary"]["failed"], 1, "{name}");
        assert_eq!(json["files"].as_array().unwrap().len(), 2, "{name}");
    }
    assert_eq!(places(&lint(&tree, "a.json", &["--ndjson"])), expected);
    assert_eq!(
        lint(&tree, "a.json", &[]).json()["files"][0]["record"],
        serde_json::Value::Null
    );
}

#[test]
fn a_file_of_records_without_findings_is_told_of_once() {
    let tree = Tree::new("a_file_of_records")
        .with("a.ndjson", "1\n2\n3\n")
        .with("b.ndjson", "");
    for name in ["a.ndjson", "b.ndjson"] {
        let ran = lint(&tree, name, &[]);
        let json = ran.json();
        assert_eq!(json["files"].as_array().unwrap().len(), 1);
        assert_eq!(json["files"][0]["verdict"], "pass");
        assert_eq!(ran.exit, Exit::Clean);
    }
}

#[test]
fn the_order_is_that_of_the_lines_whoever_is_first() {
    let mut text = String::new();
    for i in 0..300_000 {
        text.push_str(if i % 1_000 == 999 {
            "\"x\"\n"
        } else {
            "12345678\n"
        });
    }
    let tree = Tree::new("the_order")
        .with("a.ndjson", &text)
        .with("b.json", "\"x\"");
    let one = lint(&tree, "", &["--jobs", "1"]);
    for jobs in ["2", "8"] {
        let many = lint(&tree, "", &["--jobs", jobs]);
        assert!(one.output == many.output, "--jobs {jobs}");
    }
    let records: Vec<u64> = places(&one).iter().map(|place| place.0).collect();
    assert_eq!(records.len(), 301);
    assert!(records[..300].is_sorted() && records[0] == 1_000 && records[299] == 300_000);
}

#[test]
fn many_files_stand_in_the_order_of_their_names() {
    let mut tree = Tree::new("many_files");
    for number in 100..300 {
        let text = if number % 3 == 0 { "\"x\"" } else { "7" };
        let end = if number % 2 == 0 { "json" } else { "ndjson" };
        tree = tree.with(&format!("{number}.{end}"), text);
    }
    let one = lint(&tree, "", &["--jobs", "1"]);
    let paths = one.output.matches("\"path\"").count();
    assert_eq!(paths, 200);
    for jobs in ["2", "8"] {
        assert!(one.output == lint(&tree, "", &["--jobs", jobs]).output);
    }
}

#[test]
fn lines_and_offsets_go_on_over_blocks() {
    // A block is more than a line of these, and less.
    for length in [100_000, 300_000] {
        let long = format!("{}\"x\"", " ".repeat(length));
        let text = format!("\u{feff}1\r\n\r\n{long}\r\n\n2\n{long}\n{long}\n3\n\"end\"");
        let first = 8;
        let second = first + length + 3 + 5;
        let third = second + length + 4;
        let end = third + length + 4 + 2;
        let long = length + 1;
        let expected = [
            (1, 1, 1, 0),
            (3, 3, long, first + length),
            (6, 6, long, second + length),
            (7, 7, long, third + length),
            (9, 9, 1, end),
        ];
        let expected = expected.map(|(record, line, column, offset)| {
            let number = |number: usize| u64::try_from(number).unwrap();
            (record, line, number(column), number(offset))
        });
        let tree = Tree::new(&format!("over_blocks_{length}"))
            .with("a.ndjson", &text)
            .with("a.ndjson.gz", gzip(text.as_bytes()))
            .with("a.ndjson.zst", zstd(text.as_bytes()));
        let files = ["a.ndjson", "a.ndjson.gz", "a.ndjson.zst", "a.ndjson"];
        for (name, jobs) in files.into_iter().zip(["1", "2", "3", "8"]) {
            let ran = lint(&tree, name, &["--jobs", jobs]);
            assert_eq!(places(&ran), expected, "{name} --jobs {jobs}");
        }
    }
}

#[test]
fn a_record_that_is_too_long_ends_its_file() {
    for length in [3_000, 600_000] {
        let text = format!("\"x\"\n1\n{}\n\"x\"\n", "7".repeat(length));
        let tree = Tree::new(&format!("too_long_{length}"))
            .with("a.ndjson", &text)
            .with("b.ndjson", "\"x\"");
        let most = length.to_string();
        let limit = (length - 1).to_string();
        let whole = places(&lint(&tree, "a.ndjson", &["--max-size", &most]));
        let records: Vec<_> = whole.iter().map(|place| place.0).collect();
        assert_eq!(records, [1, 3, 4]);
        let ran = lint(&tree, "", &["--max-size", &limit]);
        ran.complains(Exit::Io, &["a.ndjson", &format!("more than {limit} bytes")]);
        assert_eq!(places(&ran), [(1, 1, 1, 0), (1, 1, 1, 0)]);
    }
}

#[test]
fn people_see_the_line_of_the_file() {
    let tree = Tree::new("people_see").with("a.ndjson", "1\n2\n  \"x\" \n");
    let path = tree.path("a.ndjson");
    let ran = carnet(&["lint", "--operation", "acme.ping.send", &path]);
    assert!(ran.output.contains("a.ndjson:3:3: "), "{}", ran.output);
    assert!(ran.output.contains("3 |   \"x\""), "{}", ran.output);
}

#[test]
fn fixes_are_in_bytes_of_the_file() {
    let tree = Tree::new("fixes_are_in_bytes").with("a.ndjson", "1\n1.0\n");
    let json = lint(&tree, "a.ndjson", &[]).json();
    let edit = &json["files"][0]["findings"][0]["fix"]["edits"][0];
    assert_eq!(
        (edit["start"].as_u64(), edit["end"].as_u64()),
        (Some(2), Some(5))
    );
}

#[test]
fn whole_texts_may_be_compressed_too() {
    let tree = Tree::new("whole_texts")
        .with("a.json.gz", gzip(b"\"7\""))
        .with("b.json.zst", zstd(b"\"7\""))
        .with("c.json.gz", gzip(b"7"));
    let ran = lint(&tree, "", &[]);
    let json = ran.json();
    let verdicts: Vec<_> = json["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["verdict"].as_str().unwrap())
        .collect();
    assert_eq!(verdicts, ["fail", "fail", "pass"]);
}

#[test]
fn what_a_few_bytes_expand_to_is_bounded() {
    let bomb = gzip(&vec![b' '; 64 << 20]);
    assert!(bomb.len() < 100_000);
    let tree = Tree::new("a_bomb")
        .with("a.json.gz", &bomb)
        .with("b.ndjson.gz", &bomb)
        .with("c.json", "7");
    let ran = lint(&tree, "", &["--max-size", "1M"]);
    assert_eq!(ran.exit, Exit::Io);
    let told = ran
        .errors
        .matches("more than 1048576 bytes; raise --max-size to read it");
    assert_eq!(told.count(), 2, "{}", ran.errors);
    assert_eq!(ran.json()["files"].as_array().unwrap().len(), 1);
    assert_eq!(
        lint(&tree, "a.json.gz", &["--max-size", "65M"]).exit,
        Exit::Findings
    );
}

#[test]
fn what_is_no_archive_cannot_be_read() {
    let tree = Tree::new("no_archive")
        .with("a.json.gz", "{}")
        .with("b.json.zst", "{}")
        .with("c.json.gz", &gzip(&[b' '; 5000])[..20]);
    let ran = lint(&tree, "", &[]);
    assert_eq!(ran.exit, Exit::Io);
    assert_eq!(
        ran.errors.matches("cannot be read").count(),
        3,
        "{}",
        ran.errors
    );
}

#[test]
fn standard_input_is_what_its_name_says() {
    let tree = Tree::new("standard_input_is").with(
        "carnet.toml",
        "[[files]]\nglob = '*.ping.*'\noperation = 'acme.ping.send'\n",
    );
    let lint = |name: &str, text: &[u8]| {
        let name = tree.path(name);
        carnet_reading(
            &["lint", "--format", "json", "--stdin-filename", &name, "-"],
            text,
        )
    };
    assert_eq!(
        places(&lint("a.ping.ndjson", b"1\n\"x\"\n")),
        [(2, 2, 1, 2)]
    );
    assert_eq!(lint("a.ping.json.gz", &gzip(b"7")).exit, Exit::Clean);
    let unknown = lint("a.json", b"7");
    unknown.complains(Exit::Usage, &["standard input belongs to no operation"]);
}

#[test]
fn patterns_name_files() {
    let tree = Tree::new("patterns_name")
        .with("a/x.json", "7")
        .with("a/b/y.json", "7")
        .with("a/b/z.txt", "7");
    let checked = |pattern: &str| lint(&tree, pattern, &[]).json()["summary"]["files"].as_u64();
    assert_eq!(checked("a/*.json"), Some(1));
    assert_eq!(checked("a/**/*.json"), Some(2));
    assert_eq!(checked("a/b/[yz].*"), Some(2));
    lint(&tree, "a/*.yaml", &[]).complains(Exit::Usage, &["no file has a name like this"]);
}

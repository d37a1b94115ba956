//! Input that is large, endless, broken or changes meanwhile: a clear message, and no panic.

use crate::run::{carnet, carnet_reading};
use crate::tree::Tree;
use carnet_cli::Exit;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::thread;

const CREATE: [&str; 3] = ["lint", "--operation", "acme.customer.create"];

/// An archive of four calls, the last of which has an error. What the others brought back is `size`
/// bytes altogether: base64, plain text, and text that is full of escapes.
fn archive(path: &str, size: usize) -> usize {
    let mut file = BufWriter::new(File::create(path).unwrap());
    let mut write = |text: &[u8]| file.write_all(text).unwrap();
    write(br#"{"log":{"entries":["#);
    for (head, chunk, share) in [
        (r#""encoding":"base64","#, "QUJDREVGR0hJ", 4),
        ("", "plain text, ", 2),
        ("", r"text \u0041\n", 4),
    ] {
        write(br#"{"request":{"method":"GET","url":"https://cdn.example.com/a"},"#);
        write(format!(r#""response":{{"status":200,"content":{{{head}"text":""#).as_bytes());
        let block = chunk.repeat(1 << 14);
        for _ in 0..size / share / block.len() {
            write(block.as_bytes());
        }
        write(br#""}}},"#);
    }
    write(br#"{"request":{"method":"POST","url":"https://api.example.com/pings","#);
    write(br#""postData":{"mimeType":"application/json","text":"\"7\""}}}]}}"#);
    drop(file);
    usize::try_from(fs::metadata(path).unwrap().len()).unwrap()
}

#[test]
fn an_archive_of_200_megabytes_is_read_to_its_end() {
    let tree = Tree::new("an_archive_of_200_megabytes");
    let path = tree.path("large.har");
    assert!(archive(&path, 200 << 20) > 199 << 20);
    let ran = carnet(&["lint", &path]);
    assert_eq!(ran.exit, Exit::Findings, "{}", ran.errors);
    assert!(
        ran.output.contains("entry 3: error[type]"),
        "{}",
        ran.output
    );
    assert_eq!(
        ran.summary(),
        "1 file, 1 failed: 1 error, 0 warnings, 0 infos (strict)"
    );
    assert!(ran.output.len() < 2000, "a line of the archive is cut");
    let said = "3 of 4 calls belong to no operation, and are not checked";
    assert!(ran.errors.contains(said), "{}", ran.errors);

    let ran = carnet(&["lint", "--max-size", "100M", &path]);
    ran.complains(
        Exit::Io,
        &[
            "large.har: error: cannot be read: more than 104857600 bytes",
            "raise --max-size to read it",
        ],
    );
    assert!(ran.summary().starts_with("0 files, "), "{}", ran.output);
    fs::remove_file(path).unwrap();
}

#[test]
fn a_command_whose_quotes_do_not_close_hides_no_other() {
    let good = "curl -X POST https://api.example.com/pings -d '\"7\"'\n";
    for (bad, said) in [
        (
            "curl 'https://api.example.com/",
            "nothing closes this quote",
        ),
        (
            "curl \"https://api.example.com/",
            "nothing closes this quote",
        ),
        (
            "curl https://api.example.com/pings -d $'it\\'s",
            "nothing closes this quote",
        ),
        (
            "curl https://api.example.com/pings -d '{\"a\": \"it's\"}'",
            "nothing closes this quote",
        ),
    ] {
        let text = format!("{good}{bad}\n");
        let ran = carnet_reading(&["lint", "--recorded", "curl", "-"], text.as_bytes());
        ran.complains(Exit::Io, &["-:2:", said, "= help: "]);
        assert!(
            ran.output.contains("entry 0: error[type]"),
            "{bad}: {ran:?}"
        );
    }
    // A command that was to go on where the file ends is whole.
    let text = format!("{} \\\n", good.trim_end());
    let ran = carnet_reading(&["lint", "--recorded", "curl", "-"], text.as_bytes());
    assert_eq!(
        (ran.exit, ran.errors.as_str()),
        (Exit::Findings, ""),
        "{ran:?}"
    );
}

#[test]
fn a_file_that_changes_while_it_is_read_is_judged_as_it_was_read() {
    let tree = Tree::new("a_file_that_changes").with("a.json", "{}");
    let path = tree.path("a.json");
    let short = r#"{"name":"Ada"}"#.to_owned();
    let long = format!("{}{{\"name\":7}}", "\n".repeat(100_000));
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for _ in 0..200 {
                fs::write(&path, &long).unwrap();
                fs::write(&path, &short).unwrap();
            }
        });
        loop {
            let is_over = writer.is_finished();
            let ran = carnet(&[&CREATE[..], &[&path]].concat());
            match ran.exit {
                Exit::Clean => assert!(ran.summary().contains("0 failed"), "{ran:?}"),
                Exit::Findings => assert!(ran.output.contains("error["), "{ran:?}"),
                other => panic!("{other:?}: {ran:?}"),
            }
            if is_over {
                // Nobody writes any more.
                assert_eq!(ran.exit, Exit::Clean);
                break;
            }
        }
    });
}

#[cfg(unix)]
#[test]
fn a_file_without_end_is_refused() {
    for args in [
        &[&CREATE[..], &["--max-size", "1M", "/dev/zero"]].concat()[..],
        &["lint", "--recorded", "har", "--max-size", "1M", "/dev/zero"],
    ] {
        let ran = carnet(args);
        ran.complains(
            Exit::Io,
            &["/dev/zero: error: cannot be read: more than 1048576 bytes"],
        );
    }
}

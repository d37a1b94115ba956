//! `--format`, several times and into files; `--quiet` and `--max-findings`.

use crate::mixed::{FORMATS, folder, lint};
use crate::run::{Ran, carnet_in};
use crate::tree::Tree;
use carnet_cli::{Environment, Exit, Style};
use std::fs;

/// The names in a folder.
fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

/// A folder for what is written.
fn written(name: &str) -> Tree {
    Tree::new(&format!("written_by_{name}"))
}

#[test]
fn several_formats_are_written_at_once() {
    let tree = folder("several_formats_are_written_at_once");
    let out = written("several_formats");
    let files = FORMATS.map(|format| format!("{format}={}", out.path(format)));
    let mut args = vec!["--format", "human"];
    for file in &files {
        args.extend(["--format", file]);
    }
    let ran = lint(&tree, &args);
    assert_eq!((ran.exit, ran.errors.as_str()), (Exit::Findings, ""));
    assert!(ran.summary().starts_with("11 files, "), "{}", ran.output);
    for format in FORMATS {
        let alone = lint(&tree, &["--format", format]).output;
        let file = fs::read_to_string(out.path(format)).unwrap();
        let file = file.replace(&tree.path(""), "TREE");
        assert_eq!(file, alone, "{format}");
    }
    let mut expected = FORMATS.map(str::to_owned);
    expected.sort();
    assert_eq!(names(&out.path("")), expected, "no temporary file is left");
}

#[test]
fn a_file_alone_leaves_standard_output_empty() {
    let tree = folder("a_file_alone");
    let out = written("a_file_alone").with("log.json", "of yesterday");
    let file = out.path("log.json");
    let ran = lint(&tree, &["--format", &format!("json={file}")]);
    assert_eq!((ran.exit, ran.output.as_str()), (Exit::Findings, ""));
    let text = fs::read_to_string(file).unwrap();
    assert!(text.starts_with(r#"{"version":1"#), "{text}");
}

#[test]
fn a_file_has_no_colour() {
    let tree = folder("a_file_has_no_colour");
    let out = written("a_file_has_no_colour");
    let format = format!("human={}", out.path("log"));
    let style = Style {
        colour_output: true,
        ..Style::PLAIN
    };
    let args = ["lint", "--format", &format, &tree.path("")];
    carnet_in(&args, &mut &b""[..], style, Environment::default());
    let text = fs::read_to_string(out.path("log")).unwrap();
    assert!(!text.is_empty() && !text.contains('\u{1b}'));
}

#[test]
fn a_format_that_nobody_knows_is_a_usage_error() {
    let tree = folder("a_format_that_nobody_knows");
    for bad in ["sarfi", "sarfi=log.sarif"] {
        let ran = lint(&tree, &["--format", bad]);
        ran.complains(Exit::Usage, &["'sarfi'", "--format", "'sarif'", "ndjson"]);
    }
    let ran = lint(&tree, &["--format", "sarif="]);
    ran.complains(Exit::Usage, &["no file is named", "`sarif=FILE`"]);
}

#[test]
fn two_formats_never_share_a_place() {
    let tree = folder("two_formats_never_share_a_place");
    let ran = lint(&tree, &["--format", "human", "--format", "json=-"]);
    let said = ["`human` and `json` both go", "`--format json=FILE`"];
    ran.complains(Exit::Usage, &said);
    assert_eq!(ran.output, "");
    let (a, b) = (tree.path("log"), tree.path("old/../log"));
    let (a, b) = (format!("json={a}"), format!("sarif={b}"));
    let ran = lint(&tree, &["--format", &a, "--format", &b]);
    ran.complains(Exit::Usage, &["two formats go into this file"]);
}

#[test]
fn what_cannot_be_written_is_told_before_anything_is_read() {
    let tree = folder("what_cannot_be_written");
    let out = written("what_cannot_be_written");
    let (missing, folder) = (out.path("no/such/log"), out.path(""));
    let format = format!("sarif={missing}");
    let ran = lint(&tree, &["--format", "human", "--format", &format]);
    let said = [
        missing.as_str(),
        "cannot be written",
        "make the folder first",
    ];
    ran.complains(Exit::Io, &said);
    assert_eq!(ran.output, "");
    let ran = lint(&tree, &["--format", &format!("sarif={folder}")]);
    ran.complains(Exit::Io, &[folder.as_str(), "name a file in it"]);
    // The other file is not begun either.
    let good = format!("json={}", out.path("good"));
    let ran = lint(&tree, &["--format", &good, "--format", &format]);
    assert_eq!(ran.exit, Exit::Io);
    assert_eq!(names(&folder), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn links_and_devices_are_written_through() {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
    let tree = folder("links_and_devices");
    let out = written("links_and_devices").with("real", "old");
    symlink(out.path("real"), out.path("link")).unwrap();
    lint(&tree, &["--format", &format!("tap={}", out.path("link"))]);
    assert!(fs::symlink_metadata(out.path("link")).unwrap().is_symlink());
    let text = fs::read_to_string(out.path("real")).unwrap();
    assert!(text.starts_with("TAP version 14\n"), "{text}");
    // As the user lets new files be, and not as private as temporary ones.
    let mode = |path: &str| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    fs::write(out.path("new"), "").unwrap();
    assert_eq!(mode(&out.path("real")), mode(&out.path("new")));

    let ran = lint(&tree, &["--format", "tap=/dev/null"]);
    assert_eq!(ran.exit, Exit::Findings, "{ran:?}");
    let device = fs::metadata("/dev/null").unwrap().file_type();
    assert!(device.is_char_device());
}

#[test]
fn quiet_shows_only_what_fails() {
    let tree = folder("quiet_shows_only_what_fails");
    let loud = lint(&tree, &[]);
    let quiet = lint(&tree, &["--quiet"]);
    assert_eq!(quiet.exit, loud.exit);
    assert!(loud.output.contains("warning["));
    assert!(!quiet.output.contains("warning[") && quiet.output.contains("error["));
    assert!(!quiet.output.contains("files, "), "{}", quiet.output);
    let denied = lint(&tree, &["-q", "--deny", "warnings"]);
    assert!(denied.output.contains("warning["));
    // Counts stay complete.
    let json = lint(&tree, &["-q", "--format", "json"]).json();
    let all = lint(&tree, &["--format", "json"]).json();
    assert_eq!(json["summary"], all["summary"]);
    assert!(!json.to_string().contains(r#""severity":"warning""#));
}

#[test]
fn findings_beyond_the_most_are_counted() {
    let tree = folder("findings_beyond_the_most");
    let all = lint(&tree, &["--format", "json"]).json();
    let number = |json: &serde_json::Value| {
        let files = json["files"].as_array().unwrap().iter();
        let counts = files.map(|file| file["findings"].as_array().unwrap().len());
        counts.sum::<usize>()
    };
    let most = ["--max-findings", "3"];
    let json = lint(&tree, &[&most[..], &["--format", "json"]].concat()).json();
    assert_eq!(number(&json), 3);
    assert_eq!(json["summary"]["omitted"], number(&all) - 3);
    assert_eq!(json["summary"]["errors"], all["summary"]["errors"]);
    let ran = lint(&tree, &most);
    let more = format!("\n{} more findings not shown\n", number(&all) - 3);
    assert!(ran.output.contains(&more), "{}", ran.output);
    assert_eq!(ran.exit, Exit::Findings);
}

fn on_github(tree: &Tree, more: &[&str]) -> Ran {
    let folder = tree.path("");
    let environment = Environment {
        github_actions: true,
        folder: Some(tree.path("old").into()),
        workspace: Some(folder.clone().into()),
        ..Environment::default()
    };
    let args = [&["lint"], more, &[&folder]].concat();
    carnet_in(&args, &mut &b""[..], Style::PLAIN, environment)
}

#[test]
fn annotations_come_by_themselves_on_github() {
    let tree = folder("annotations_come_by_themselves");
    let out = written("annotations_come_by_themselves");
    let sarif = format!("sarif={}", out.path("log"));
    let annotation = "\n::warning file=old/names.json,line=1,endLine=1,col=9,";
    for more in [&[][..], &["--format", &sarif], &["--format", "human"]] {
        let ran = on_github(&tree, more);
        let output = format!("\n{}", ran.output);
        assert!(output.contains(annotation), "{more:?}: {output}");
    }
    // A program reads this, or they are somewhere already.
    let github = format!("github={}", out.path("github"));
    for more in [&["--format", "json"][..], &["--format", &github]] {
        let ran = on_github(&tree, more);
        assert!(
            !ran.output.contains("::warning"),
            "{more:?}: {}",
            ran.output
        );
    }
    let output = lint(&tree, &[]).output;
    assert!(!output.contains("::warning"), "{output}");
}

/// Standard output of which nobody reads more than the first bytes.
struct Closing(usize);

impl std::io::Write for Closing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0 == 0 {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        }
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.write(&[]).map(drop)
    }
}

#[test]
fn a_closed_pipe_ends_the_run_but_not_the_files() {
    let tree = folder("a_closed_pipe_but_not_the_files");
    let out = written("a_closed_pipe_but_not_the_files");
    let json = format!("json={}", out.path("log"));
    let lint = |formats: &[&str]| {
        let mut errors = Vec::new();
        let streams = carnet_cli::Streams {
            input: &mut std::io::empty(),
            output: &mut Closing(100),
            errors: &mut errors,
            style: Style::PLAIN,
            environment: Environment::default(),
        };
        let folder = tree.path("");
        let args = [&["carnet", "lint"], formats, &[&folder]].concat();
        let exit = carnet_cli::run(crate::acme::CATALOG, args, streams);
        assert_eq!(String::from_utf8(errors).unwrap(), "");
        exit
    };
    assert_eq!(lint(&[]), Exit::Clean);
    let formats = ["--format", "human", "--format", &json];
    assert_eq!(lint(&formats), Exit::Clean, "as of every closed pipe");
    let text = fs::read_to_string(out.path("log")).unwrap();
    assert!(text.ends_with("}}\n"), "{text}");
}

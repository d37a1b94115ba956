//! Console sessions in Markdown: what `carnet` prints there is what it prints.
//!
//! A block of the language `console` below the comment `<!-- runs in FOLDER -->` is run in that
//! folder of the repository: its lines that begin with `$` are kept, and what they print stands
//! behind them.

use crate::Result;
use carnet_cli::{Environment, Exit, Streams, Style, run};
use carnet_vendors::CATALOG;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Held while the current folder is another one.
static CURRENT_FOLDER: Mutex<()> = Mutex::new(());

const MARK: &str = "<!-- runs in ";
const FENCE: &str = "```console";

/// The text with every session as it runs today. Changes the current folder of the process while
/// it runs.
///
/// # Errors
/// When a block is not closed, a line cannot be run, or its folder is not there.
pub(crate) fn update(root: &Path, text: &str) -> Result<String> {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        push(&mut out, line);
        let Some(folder) = line.strip_prefix(MARK) else {
            continue;
        };
        let folder = folder.trim_end_matches("-->").trim();
        if lines.next() != Some(FENCE) {
            return Err(format!("`{line}`: no `{FENCE}` on the line below it"));
        }
        push(&mut out, FENCE);
        let session: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let commands = session.iter().filter_map(|line| line.strip_prefix("$ "));
        out += &in_folder(&root.join(folder), || transcript(commands))?;
        push(&mut out, "```");
    }
    Ok(out)
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

/// Runs `inside` with this as the current folder, which is the whole process's.
fn in_folder<T>(folder: &Path, inside: impl FnOnce() -> Result<T>) -> Result<T> {
    let explain = |error: io::Error| format!("{}: {error}", folder.display());
    // A panic while it was held has left nothing behind that matters here.
    let _held = CURRENT_FOLDER
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    let before = std::env::current_dir().map_err(explain)?;
    std::env::set_current_dir(folder).map_err(explain)?;
    let result = inside();
    std::env::set_current_dir(before).map_err(explain)?;
    result
}

/// The commands of a session, and what each prints.
fn transcript<'c>(commands: impl Iterator<Item = &'c str>) -> Result<String> {
    let mut out = String::new();
    let mut last = Exit::Clean;
    for (at, command) in commands.enumerate() {
        let printed = if command == "echo $?" {
            format!("{}\n", last.code())
        } else {
            if at > 0 {
                out.push('\n');
            }
            let (exit, printed) = printed(command)?;
            last = exit;
            printed
        };
        push(&mut out, &format!("$ {command}"));
        out += printed.trim_end();
        if !printed.trim_end().is_empty() {
            out.push('\n');
        }
    }
    Ok(out)
}

/// What one command prints, first on standard output and then on standard error.
fn printed(command: &str) -> Result<(Exit, String)> {
    let (line, input) = match command.split_once(" < ") {
        Some((line, file)) => (line, Some(file.trim())),
        None => (command, None),
    };
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_plain = |word: &&str| !word.contains(['\'', '"', '|', '>', '$', '\\', '*']);
    if words.first() != Some(&"carnet") || !words.iter().all(is_plain) {
        return Err(format!("`{command}` is not a plain call of carnet"));
    }
    let mut input: Box<dyn Read> = match input {
        Some(file) => Box::new(fs::File::open(file).map_err(|error| format!("{file}: {error}"))?),
        None => Box::new(io::empty()),
    };
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let exit = run(
        CATALOG,
        words,
        Streams {
            input: &mut input,
            output: &mut output,
            errors: &mut errors,
            style: Style::PLAIN,
            environment: Environment::default(),
        },
    );
    output.append(&mut errors);
    Ok((exit, String::from_utf8_lossy(&output).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::update;

    #[test]
    fn what_is_marked_is_run_and_the_rest_is_left() {
        let root = crate::root();
        let text = "a\n```console\n$ rm x\n```\n<!-- runs in docs -->\n```console\n$ carnet explain nix\nold\n$ echo $?\n```\nb\n";
        let ran = update(&root, text).unwrap();
        assert!(ran.starts_with("a\n```console\n$ rm x\n```\n<!-- runs in docs -->\n```console\n$ carnet explain nix\nerror: `nix` is"), "{ran}");
        assert!(ran.ends_with("\n$ echo $?\n2\n```\nb\n"), "{ran}");
        assert_eq!(update(&root, &ran).unwrap(), ran);
        for wrong in ["$ rm x", "$ carnet lint | less"] {
            let text = format!("<!-- runs in docs -->\n```console\n{wrong}\n```\n");
            assert!(update(&root, &text).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_readme_shows_what_is_printed() {
        let root = crate::root();
        let text = std::fs::read_to_string(root.join("README.md")).unwrap();
        assert!(text.contains(super::MARK));
        assert_eq!(update(&root, &text).unwrap(), text);
    }
}

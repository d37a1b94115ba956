//! curl commands: in a script, or as a browser copies them.
//!
//! Words are read as a POSIX shell reads them, or as Windows does where carets say so. Commands
//! other than curl are stepped over; those inside `$(…)` are read.

mod command;
mod data;
mod option;
mod quote;
mod shell;
mod windows;

use crate::recording::Collector;
use command::Command;
use shell::{Shell, Token, Word};
use std::ops::Range;

/// How deep commands inside commands are read.
const DEPTH: usize = 3;

pub(crate) fn read(stretch: Range<usize>, out: &mut Collector<'_>) {
    let file = out.file;
    if windows::is_meant(out.bytes(stretch.clone())) {
        let mut words = windows::Windows::new(file, stretch);
        commands(|| words.token(), out);
        out.leave();
        return;
    }
    let mut inside = vec![stretch];
    for _ in 0..=DEPTH {
        let mut deeper = Vec::new();
        for stretch in inside {
            let mut words = Shell::new(file, stretch);
            deeper.extend(commands(|| words.token(), out));
        }
        inside = deeper;
        inside
            .retain(|stretch| memchr::memmem::find(out.bytes(stretch.clone()), b"curl").is_some());
    }
    out.leave();
}

/// Reads every command; tells what stands in their substitutions.
fn commands<'t>(
    mut next: impl FnMut() -> Option<Token<'t>>,
    out: &mut Collector<'t>,
) -> Vec<Range<usize>> {
    let mut substitutions = Vec::new();
    let mut command = Command::default();
    let mut redirected = false;
    loop {
        let token = next();
        match token {
            Some(Token::Word(mut word)) => {
                substitutions.append(&mut word.substitutions);
                if !std::mem::take(&mut redirected) {
                    command.word(word);
                }
            }
            Some(Token::Redirect) => redirected = true,
            Some(Token::Here(here)) => command.here = Some(here),
            Some(Token::End) | None => {
                redirected = false;
                std::mem::take(&mut command).read(out);
                if token.is_none() {
                    return substitutions;
                }
            }
        }
    }
}

/// Whether a word is the name of curl, with or without a path.
fn is_curl(word: &Word<'_>) -> bool {
    let text = word.text.text();
    let name = text
        .rsplit(|&byte| byte == b'/' || byte == b'\\')
        .next()
        .unwrap_or_default();
    name == b"curl" || name.eq_ignore_ascii_case(b"curl.exe")
}

/// Whether a command may follow a word: an assignment, or a word of the shell.
fn precedes_a_command(word: &Word<'_>) -> bool {
    const WORDS: [&[u8]; 16] = [
        b"!", b"{", b"if", b"then", b"else", b"elif", b"while", b"until", b"do", b"time", b"exec",
        b"sudo", b"env", b"command", b"nohup", b"$",
    ];
    let text = word.text.text();
    if WORDS.contains(&text) {
        return true;
    }
    let name = text
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
        .count();
    name > 0 && text.get(name) == Some(&b'=')
}

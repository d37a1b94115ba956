//! The data of a command: the arguments of `-d` and its relatives, joined.

use super::command::told_variable;
use super::option::Action;
use super::shell::{Here, Word};
use crate::piece::{Piece, Weaver};
use crate::recording::{Collector, lines};

/// The arguments of one command.
#[derive(Default)]
pub(super) struct Data<'t> {
    pieces: Vec<Piece<'t>>,
    /// One of them was `--json`: these are not parted by `&`.
    pub(super) json: bool,
    /// One of them names a file.
    pub(super) unread: bool,
}

impl<'t> Data<'t> {
    /// Takes what is sent as it stands; `@` names a file, but for `--data-raw`.
    pub(super) fn plain(
        &mut self,
        action: Action,
        text: Piece<'t>,
        word: &Word<'t>,
        here: &mut Option<Here>,
        out: &mut Collector<'t>,
    ) {
        if !text.text().starts_with(b"@") || action == Action::DataRaw {
            told_variable(word, "the data", out);
            self.pieces.push(text);
            return;
        }
        // Whoever reads the input leaves nothing for the next.
        let Some(here) = here.take_if(|_| text.text() == b"@-") else {
            self.unread = true;
            return not_read(word, out);
        };
        if let Some(variable) = &here.variable {
            let message = "a variable of the shell stands in the data";
            let help = "it is checked as it stands: write a value in its place";
            out.problems.info(variable.clone(), message, help);
        }
        let mut weaver = Weaver::new(out.file, here.body.start);
        if action == Action::Data {
            // Only this one takes the ends of lines out.
            for line in lines(out.file, here.body.clone()) {
                weaver.copy(line);
            }
        } else {
            weaver.copy(here.body.clone());
        }
        self.pieces.push(weaver.finish());
    }

    /// Takes what is sent percent-encoded: `content`, `=content`, `name=content`.
    pub(super) fn urlencoded(
        &mut self,
        text: &Piece<'t>,
        word: &Word<'t>,
        out: &mut Collector<'t>,
    ) {
        let bytes = text.text();
        let mark = bytes.iter().position(|byte| matches!(byte, b'=' | b'@'));
        if mark.is_some_and(|at| bytes[at] == b'@') {
            self.unread = true;
            return not_read(word, out);
        }
        told_variable(word, "the data", out);
        let content = mark.map_or(0, |at| at + 1);
        let mut weaver = Weaver::new(out.file, word.span.start);
        if content > 1 {
            weaver.slice(text, 0..content);
        }
        let content = text.part(out.file, content..bytes.len());
        weaver.percent_encoded(&content);
        self.pieces.push(weaver.finish());
    }

    /// All of it, in one piece.
    pub(super) fn finish(self, file: &'t [u8]) -> Option<Piece<'t>> {
        let first = self.pieces.first()?;
        if self.pieces.len() == 1 {
            return Some(first.clone());
        }
        let mut weaver = Weaver::new(file, first.full_span().start);
        for (index, piece) in self.pieces.iter().enumerate() {
            let at = piece.full_span().start;
            if index > 0 && !self.json {
                weaver.stand(b"&", at..at);
            }
            weaver.piece(piece);
        }
        Some(weaver.finish())
    }
}

fn not_read(word: &Word<'_>, out: &mut Collector<'_>) {
    let message = "the file that is sent is not read";
    let help = "check that file itself, or write its text in the command";
    out.problems.warning(word.span.clone(), message, help);
}

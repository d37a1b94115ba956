//! What the reader told about the text, as findings.

use crate::judge::{Complaint, Draft, Judge, standard};
use crate::rule;
use crate::tree::{Document, Problem};
use carnet_core::Place;
use std::ops::Range;

pub(crate) fn problems(
    document: &Document<'_>,
    text: &[u8],
    judge: &Judge<'_>,
    secrets: &[Range<usize>],
    out: &mut Vec<Draft>,
) {
    for problem in &document.problems {
        let word = text.get(problem.span.clone()).unwrap_or_default();
        let word = std::str::from_utf8(word).unwrap_or_default();
        let (complaint, ruling) = if let Some(ruling) = judge.shell_variable(word) {
            (rule::shell_variable::complaint(word), *ruling)
        } else {
            let ruling = judge.text_ruling(problem.rule());
            (complain(problem, text, secrets), ruling)
        };
        let source = standard(problem.rule());
        let at = if problem.is_about_the_whole() {
            Place::default()
        } else {
            document.place(problem.span.start)
        };
        out.extend(judge.finding(complaint, &ruling, source, at, problem.span.clone()));
    }
}

/// Never quotes text that holds a credential, or part of one.
fn complain(problem: &Problem, text: &[u8], secrets: &[Range<usize>]) -> Complaint {
    let span = &problem.span;
    let shows_secret = secrets
        .iter()
        .any(|secret| secret.start < span.end && span.start < secret.end);
    let rule = problem.rule();
    let (message, help) = if shows_secret {
        (problem.message_without_text(), problem.help_without_text())
    } else {
        (problem.message(text), problem.help(text))
    };
    Complaint {
        rule,
        message,
        help: Some(help),
    }
}

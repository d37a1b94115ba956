//! What the reader told about the text, as findings.

use crate::judge::{Complaint, Draft, Judge, standard};
use crate::rule;
use crate::tree::{Cause, Document, Problem};
use carnet_core::shape::Shape;
use carnet_core::{Edit, Place, RuleId};
use std::ops::Range;

/// `shape` is what the whole text should be, where that is known.
pub(crate) fn problems(
    document: &Document<'_>,
    text: &[u8],
    shape: Option<&Shape>,
    judge: &Judge<'_>,
    secrets: &[Range<usize>],
    out: &mut Vec<Draft>,
) {
    let mut words = 0;
    for problem in &document.problems {
        words += usize::from(problem.rule() == RuleId::BareWord);
        let word = text.get(problem.span.clone()).unwrap_or_default();
        let word = std::str::from_utf8(word).unwrap_or_default();
        let (complaint, ruling) = if let Some(ruling) = judge.shell_variable(word) {
            (rule::shell_variable::complaint(word), *ruling)
        } else {
            let ruling = judge.text_ruling(problem.rule());
            let complaint = complain(problem, text, secrets);
            let edits = fix(problem, words == 1, text, document, shape);
            (complaint.fix(edits), ruling)
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

/// The changes that put a problem right without a doubt, if there are any.
fn fix(
    problem: &Problem,
    is_first_word: bool,
    text: &[u8],
    document: &Document<'_>,
    shape: Option<&Shape>,
) -> Option<Vec<Edit>> {
    match problem.cause {
        Cause::ByteOrderMark | Cause::TrailingComma | Cause::TrailingSemicolon => {
            Some(vec![Edit::remove(problem.span.clone())])
        }
        _ => rule::bare_word::fix(problem, is_first_word, text, document, shape),
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
    Complaint::new(rule, message).help(help)
}

//! `shell-variable`: a variable that no shell has replaced.

use super::{FixDoc, RuleDoc};
use crate::judge::{Complaint, Draft, Judge, standard};
use carnet_core::{Place, RuleId};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::ShellVariable,
    demands: "A variable that the vendor's page uses in a command, such as `$JSON`, is replaced by \
              its value. A text that is nothing but such a variable is not checked further.",
    why: "Between single quotes a shell replaces nothing, and the vendor receives the variable's name.",
    fix: FixDoc::Never("the value of the variable is not in the text"),
    bad: "$JSON",
    good: "{\"company\": 1, \"name\": \"Ada\"}",
};

pub(crate) fn complaint(word: &str) -> Complaint {
    Complaint::new(
        RuleId::ShellVariable,
        format!("`{word}` is a variable that was not replaced"),
    )
    .help("write its value; a shell replaces variables between double quotes only")
}

/// What is to be said of a text that is nothing but a variable which the body rules upon; `None`
/// of any other text.
pub(crate) fn whole_text(text: &[u8], judge: &Judge<'_>) -> Option<Vec<Draft>> {
    let word = text.trim_ascii();
    let ruling = judge.shell_variable(word)?;
    let word = std::str::from_utf8(word).ok()?;
    let start = text.len() - text.trim_ascii_start().len();
    let draft = judge.finding(
        complaint(word),
        ruling,
        standard(RuleId::BareWord),
        Place::default(),
        start..start + word.len(),
    );
    Some(draft.into_iter().collect())
}

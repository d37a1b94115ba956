//! `parameter-spelling`: known parameters with other blanks or in another case.

use super::{FixDoc, RuleDoc};
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::ParameterSpelling,
    demands: "The name of a parameter is spelt as documented, blanks and case included. Told in \
              place of `unknown-parameter`; told as an error, it also stands for the absence of \
              the parameter that is meant.",
    why: "Servers compare names letter by letter.",
    fix: FixDoc::Safe(
        "the documented name is written where only blanks and case differ, no other \
         parameter has or means it, and unknown parameters are told; a name of another \
         reading of the pages is left alone",
    ),
    bad: "https://api.example.com/guests?Guest=%7B%22name%22%3A%22Ada%22%7D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

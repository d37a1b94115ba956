//! `same-length`: arrays whose items belong together one by one.

use super::members::{Broken, Scope};
use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::walk::Spot;
use carnet_core::RuleId;

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::SameLength,
    demands: "Two arrays whose items belong together, the first with the first and so on, have \
              equally many. Judged where both are present.",
    why: "What has no partner is dropped, or paired with the wrong one.",
    fix: FixDoc::Never("either of the arrays may be wrong"),
    bad: r#"{"company": 1, "name": "Ada", "update": {"names": ["city", "zone"], "ids": ["c1"]}}"#,
    good: r#"{"company": 1, "name": "Ada", "update": {"names": ["city", "zone"], "ids": ["c1", "z1"]}}"#,
};

pub(super) fn check<'n>(
    first: &'static str,
    second: &'static str,
    scope: &Scope<'_, 'n>,
) -> Option<Broken<'n>> {
    let (key, node, items) = scope.items(first)?;
    let (_, _, others) = scope.items(second)?;
    if items.len() == others.len() {
        return None;
    }
    let complaint = Complaint::new(
        RuleId::SameLength,
        format!(
            "`{first}` has {}, `{second}` {}",
            count(items.len()),
            others.len()
        ),
    )
    .help(format!(
        "write one item of `{second}` for each of `{first}`"
    ));
    Some(Broken::new(complaint, Spot::of(key), node))
}

fn count(items: usize) -> String {
    match items {
        1 => "1 item".to_owned(),
        items => format!("{items} items"),
    }
}

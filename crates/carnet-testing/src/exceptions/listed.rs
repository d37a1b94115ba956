//! What a schema says of itself that it does not express.

use crate::engines::Verdicts;
use carnet_core::{Artifact, Finding, RuleId};
use carnet_schema::{Side, not_expressed};

/// The reason that is given for an error at a place where the schema lists its rule.
pub const LISTED_BY_SCHEMA: &str = "the schema lists the rule at this place as not expressed";

/// Whether the schema lists the rule of an error at its place.
pub(super) fn covers(finding: &Finding, verdicts: &Verdicts<'_>) -> bool {
    let side = match verdicts.artifact {
        Artifact::ReplyBody => Side::Response,
        Artifact::RequestBody | Artifact::RequestUrl | Artifact::RequestForm => Side::Request,
    };
    let place = finding.at.to_string();
    let list = not_expressed(verdicts.subject.contract(), side);
    list.iter()
        .filter(|entry| entry.rule == finding.rule.as_str())
        .any(|entry| {
            if finding.rule == RuleId::Secret {
                // Findings do not tell their place where a credential stands in it.
                true
            } else if is_about_members(finding.rule) {
                begins(&place, &entry.at)
            } else {
                // What is listed for the whole text holds of all JSON, and has exceptions that look
                // at the text.
                !entry.at.is_empty() && is(&place, &entry.at)
            }
        })
}

/// Rules that a schema lists at the object, and whose findings lie at one of its members.
const fn is_about_members(rule: RuleId) -> bool {
    matches!(
        rule,
        RuleId::Order
            | RuleId::SameLength
            | RuleId::NullOpposite
            | RuleId::ListedFlag
            | RuleId::FlagListed
            | RuleId::Equal
            | RuleId::Unset
            | RuleId::Distinct
            | RuleId::CalendarDay
            | RuleId::UnknownKey
    )
}

/// Whether a place is the listed one, in which `*` stands for any index or key.
fn is(place: &str, listed: &str) -> bool {
    place.split('/').count() == listed.split('/').count() && begins(place, listed)
}

/// Whether a place is the listed one or in it.
fn begins(place: &str, listed: &str) -> bool {
    let mut names = place.split('/');
    listed.is_empty()
        || listed
            .split('/')
            .all(|listed| names.next().is_some_and(|it| listed == "*" || listed == it))
}

#[cfg(test)]
mod tests {
    use super::{begins, is};

    #[test]
    fn stars_stand_for_one_step() {
        assert!(is("/items/3/price", "/items/*/price"));
        assert!(!is("/items/3/price/x", "/items/*/price"));
        assert!(!is("/items/price", "/items/*/price"));
        assert!(begins("/items/3/price/x", "/items/*/price"));
        assert!(begins("/a", ""));
        assert!(!begins("", "/a"));
    }
}

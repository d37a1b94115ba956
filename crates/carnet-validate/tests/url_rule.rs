//! The examples of the rules about calls and parameters are true.

use crate::url_contract::GUESTS;
use carnet_core::{Artifact, Profile, RuleId};
use carnet_validate::{Settings, lint, rule};

/// The rules whose examples are URLs.
pub(crate) const RULES: &[RuleId] = &[
    RuleId::CurlyQuotes,
    RuleId::Method,
    RuleId::UrlSyntax,
    RuleId::UrlScheme,
    RuleId::UrlHost,
    RuleId::UrlPath,
    RuleId::UrlLength,
    RuleId::UnencodedCharacter,
    RuleId::PercentEncoding,
    RuleId::DoubleEncoding,
    RuleId::LostPlus,
    RuleId::UnserialisedObject,
    RuleId::CutParameter,
    RuleId::MissingEquals,
    RuleId::DuplicateParameter,
    RuleId::UnknownParameter,
    RuleId::ParameterSpelling,
];

/// The rules that an example breaks. A method before the URL is what the context knows.
fn broken(example: &str) -> Vec<RuleId> {
    let mut settings = Settings {
        profile: Profile::Strict,
        ..Settings::default()
    };
    let (method, url) = example.split_once(' ').unwrap_or(("", example));
    let has_method = method.chars().all(|c| c.is_ascii_uppercase()) && !method.is_empty();
    let url = if has_method { url } else { example };
    settings.context.method = has_method.then(|| method.to_owned());
    let report = lint(&GUESTS, Artifact::RequestUrl, url.as_bytes(), &settings);
    report.findings.iter().map(|found| found.rule).collect()
}

#[test]
fn bad_examples_break_their_rule_and_good_ones_break_none() {
    for &id in RULES {
        let doc = rule::doc(id);
        let bad = match id {
            RuleId::UrlLength => doc.good.to_owned() + "&note=" + &"a".repeat(8000),
            _ => doc.bad.to_owned(),
        };
        assert_eq!(broken(&bad), [id]);
        assert_eq!(broken(doc.good), [], "{id}");
    }
}

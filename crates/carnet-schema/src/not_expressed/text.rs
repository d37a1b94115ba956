//! Rules about the text, which no schema ever sees.

use super::List;
use carnet_core::contract::{Body, Carrier};
use carnet_core::general::{GN_01, GN_02, GN_07, GN_08};
use carnet_core::{Discrepancy, RuleId};

/// What holds of every text, whatever the contract.
const TEXT: &[(RuleId, &str, Option<&Discrepancy>)] = &[
    (
        RuleId::InvalidUtf8,
        "a schema judges values, not bytes",
        None,
    ),
    (
        RuleId::ByteOrderMark,
        "a schema judges values, not bytes",
        Some(&GN_02),
    ),
    (
        RuleId::DuplicateKey,
        "readers keep one of the members before a schema sees any",
        Some(&GN_01),
    ),
    (
        RuleId::LoneSurrogate,
        "readers replace or refuse it before a schema sees the text",
        Some(&GN_08),
    ),
    (RuleId::Depth, "a schema has no measure of it", Some(&GN_07)),
];

/// The rules about a URL and about how parameters are written in it.
const CALL: &[RuleId] = &[
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
    RuleId::CurlyQuotes,
];

/// Why a schema does not see that a rule about the text is broken.
const fn reason(rule: RuleId) -> &'static str {
    match rule {
        RuleId::ShellVariable => "a schema takes it for a text like any other",
        RuleId::Method => "the method is no part of what is judged",
        RuleId::UrlSyntax
        | RuleId::UrlScheme
        | RuleId::UrlHost
        | RuleId::UrlPath
        | RuleId::UrlLength => "the URL is no part of what is judged",
        RuleId::UnencodedCharacter | RuleId::PercentEncoding => "a schema judges decoded values",
        RuleId::DoubleEncoding => "what is encoded twice decodes to a text like any other",
        RuleId::LostPlus => "a plus sign is a blank once it is decoded",
        RuleId::CutParameter => "what is cut off is another parameter, or none",
        RuleId::MissingEquals => "without its equals sign it is a parameter of another name",
        RuleId::DuplicateParameter => "an object holds one value of each name",
        RuleId::UnknownParameter | RuleId::ParameterSpelling => {
            "the query is no part of what is judged"
        }
        RuleId::UnserialisedObject | RuleId::CurlyQuotes => {
            "whether a text is JSON, a schema does not judge"
        }
        _ => "the text is not JSON, and never reaches a schema",
    }
}

impl List {
    /// What is said of the text rather than of values.
    pub(super) fn text(&mut self, body: &Body, carrier: Carrier) {
        for &(rule, reason, discrepancy) in TEXT {
            self.add(rule.as_str(), "", reason, discrepancy);
        }
        if carrier == Carrier::Parameters {
            for rule in CALL {
                let ruled = body.text.iter().find(|text| text.rule == *rule);
                let discrepancy = ruled.and_then(|text| text.ruling.discrepancy);
                self.add(rule.as_str(), "", reason(*rule), discrepancy);
            }
        }
        for text in body.text {
            let reason = reason(text.rule);
            self.add(text.rule.as_str(), "", reason, text.ruling.discrepancy);
        }
    }
}

//! What a contract demands and no schema can say.

use crate::Side;
use crate::place::{Spot, spots};
use carnet_core::auth::Auth;
use carnet_core::contract::{Body, Condition};
use carnet_core::general::{GN_01, GN_02, GN_03, GN_06, GN_07, GN_08};
use carnet_core::json_schema::Tree;
use carnet_core::shape::{Assertion, Kind};
use carnet_core::{Contract, Discrepancy, Level, RuleId, Ruling};

/// Something that a contract demands and the schema does not assert, or asserts only in part.
#[derive(Clone, Debug)]
pub struct NotExpressed {
    /// The id of the rule, or what it is about where that is no rule of bodies: `url`,
    /// `authentication`, `http-status`.
    pub rule: &'static str,
    /// JSON Pointer of the place, `*` standing for any index or key; empty for the whole text.
    pub at: String,
    /// Why a schema cannot say it.
    pub reason: String,
    /// The discrepancy that decided the rule.
    pub discrepancy: Option<&'static Discrepancy>,
}

impl From<&NotExpressed> for Tree {
    fn from(entry: &NotExpressed) -> Self {
        let mut members = vec![
            ("rule", entry.rule.into()),
            ("at", entry.at.as_str().into()),
            ("reason", entry.reason.as_str().into()),
        ];
        if let Some(discrepancy) = entry.discrepancy {
            members.push(("discrepancy", discrepancy.id.into()));
        }
        Self::object(members)
    }
}

/// What the contract demands of one side of a call and no schema can say.
///
/// # Example
/// ```
/// use carnet_core::Operation;
/// use carnet_schema::{Side, not_expressed};
/// use carnet_vendors::revnue;
///
/// let list = not_expressed(revnue::CreateCustomer::CONTRACT, Side::Request);
/// assert!(list.iter().any(|entry| entry.rule == "duplicate-key"));
/// let money = list.iter().find(|entry| entry.rule == "maximum");
/// assert_eq!(money.map(|entry| entry.at.as_str()), Some("/template/fields/*/value"));
/// ```
#[must_use]
pub fn not_expressed(contract: &Contract, side: Side) -> Vec<NotExpressed> {
    let mut list = List::default();
    match side {
        Side::Request => {
            list.call(contract);
            list.body(&contract.request);
        }
        Side::Response => {
            let conditions = contract.replies.iter().flat_map(|reply| reply.when);
            if conditions
                .into_iter()
                .any(|it| matches!(it, Condition::Status(..)))
            {
                list.add("http-status", "", "it is no part of the body", None);
            }
            for reply in contract.replies {
                list.body(&reply.body);
            }
        }
    }
    list.0
}

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

/// The entries so far, each once.
#[derive(Default)]
struct List(Vec<NotExpressed>);

impl List {
    fn add(
        &mut self,
        rule: &'static str,
        at: &str,
        reason: impl Into<String>,
        discrepancy: Option<&'static Discrepancy>,
    ) {
        let reason = reason.into();
        let known = |it: &NotExpressed| it.rule == rule && it.at == at && it.reason == reason;
        if !self.0.iter().any(known) {
            self.0.push(NotExpressed {
                rule,
                at: at.to_owned(),
                reason,
                discrepancy,
            });
        }
    }

    fn rule(&mut self, rule: RuleId, spot: &Spot, reason: impl Into<String>, ruling: &Ruling) {
        self.add(rule.as_str(), &spot.at.pointer, reason, ruling.discrepancy);
    }

    fn call(&mut self, contract: &Contract) {
        let reason = "method, URL and headers are no part of the body";
        self.add(
            "url",
            "",
            format!("{reason}: {} {}", contract.method, contract.url),
            None,
        );
        if let Auth::Header(scheme) = contract.auth {
            let header = format!("{reason}: Authorization: {scheme}");
            self.add("authentication", "", header, None);
        }
    }

    fn body(&mut self, body: &Body) {
        for &(rule, reason, discrepancy) in TEXT {
            self.add(rule.as_str(), "", reason, discrepancy);
        }
        for text in body.text {
            let reason = match text.rule {
                RuleId::ShellVariable => "a schema takes it for a text like any other",
                _ => "the text is not JSON, and never reaches a schema",
            };
            self.add(text.rule.as_str(), "", reason, text.ruling.discrepancy);
        }
        let spots = spots(&body.shape);
        if spots
            .iter()
            .any(|spot| matches!(spot.shape.kind, Kind::Integer))
        {
            self.integers();
        }
        if spots
            .iter()
            .any(|spot| matches!(spot.shape.kind, Kind::Number))
        {
            let reason = "readers refuse or round a number that no double holds";
            self.add(RuleId::NumberRange.as_str(), "", reason, None);
        }
        for spot in &spots {
            self.checks(spot);
            self.kind(spot);
        }
    }

    fn integers(&mut self) {
        let reason = "1.0 and 1e0 are the same value as 1";
        self.add(RuleId::IntegerSpelling.as_str(), "", reason, Some(&GN_03));
        let reason =
            "a reader that holds numbers as doubles does not see a value just past 64 bits";
        self.add(RuleId::IntegerRange.as_str(), "", reason, Some(&GN_06));
        let reason = "a reader that holds numbers as doubles does not see a fraction that is too \
                      small beside the integer";
        self.add(RuleId::Type.as_str(), "", reason, None);
    }

    fn checks(&mut self, spot: &Spot) {
        for check in spot.shape.all_checks() {
            let rule = check.assertion.rule();
            let is_error = check.ruling.levels.strict == Level::Error;
            match check.assertion {
                Assertion::Placeholder if check.ruling.levels.strict > Level::Allow => {
                    let reason = "what a live credential looks like is judged in files only";
                    self.rule(rule, spot, reason, &check.ruling);
                }
                Assertion::Minimum(bound) | Assertion::Maximum(bound)
                    if is_error && matches!(spot.shape.kind, Kind::Number) =>
                {
                    let reason = format!(
                        "a reader that holds numbers as doubles does not see a value just past \
                         {bound}"
                    );
                    self.rule(rule, spot, reason, &check.ruling);
                }
                Assertion::MaxDecimals(_) if is_error => {
                    let reason = "decimal places are not exact in doubles";
                    self.rule(rule, spot, reason, &check.ruling);
                }
                Assertion::MaxUtf16Length(_) if is_error => {
                    let reason = "a schema counts code points: a text that is short enough in \
                                  these may be too long in UTF-16 code units";
                    self.rule(rule, spot, reason, &check.ruling);
                }
                Assertion::Format(format)
                    if is_error && format.keyword.is_none() && format.pattern.is_none() =>
                {
                    let reason = format!("no keyword says {}", format.expects);
                    self.rule(rule, spot, reason, &check.ruling);
                }
                _ => {}
            }
        }
    }

    fn kind(&mut self, spot: &Spot) {
        match spot.shape.kind {
            Kind::Object(object) => {
                let ruling = &object.key_spelling;
                match (object.is_closed(), ruling.levels.strict == Level::Error) {
                    (false, true) => {
                        let reason = "the object is open: a misspelt key is a key like any other";
                        self.rule(RuleId::KeySpelling, spot, reason, ruling);
                    }
                    (true, false) => {
                        let reason = "the object is closed: the schema refuses a misspelt key";
                        self.rule(RuleId::KeySpelling, spot, reason, ruling);
                    }
                    (true, true) | (false, false) => {}
                }
            }
            Kind::Union(union) => {
                let Some(select) = union.select else {
                    return;
                };
                let reason = format!(
                    "which variant applies is known from outside the payload ({}, by the member \
                     {}): the schema takes a value that fits any",
                    select.context, select.key
                );
                self.add(RuleId::Type.as_str(), &spot.at.pointer, reason, None);
                for disputed in select.disputed {
                    if disputed.ruling.levels.strict > Level::Allow {
                        let reason = format!(
                            "that the data type is {} is known from outside the payload",
                            disputed.name
                        );
                        self.rule(RuleId::DisputedType, spot, reason, &disputed.ruling);
                    }
                }
            }
            _ => {}
        }
    }
}

//! What a contract demands and no schema can say.

mod text;
mod value;

use crate::Side;
use crate::place::{Spot, spots};
use carnet_core::auth::Auth;
use carnet_core::contract::{Body, Carrier, Condition};
use carnet_core::json_schema::Tree;
use carnet_core::{Contract, Discrepancy, RuleId, Ruling};

/// Something that a contract demands and the schema does not assert, or asserts only in part.
#[derive(Clone, Debug)]
pub struct NotExpressed {
    /// The id of the rule, or what it is about where that is no rule of bodies: `url`,
    /// `authentication`, `http-status`.
    pub rule: &'static str,
    /// The place as findings write it, `*` standing for any index or key: a JSON Pointer, or
    /// `query:name#` and a JSON Pointer for JSON inside a parameter; empty for the whole text.
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
            list.body(&contract.request, contract.carrier);
        }
        Side::Response => {
            list.conditions(contract);
            for reply in contract.replies {
                list.body(&reply.body, Carrier::JsonBody);
            }
        }
    }
    list.0
}

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
        let at = spot.at.to_string();
        self.add(rule.as_str(), &at, reason, ruling.discrepancy);
    }

    fn call(&mut self, contract: &Contract) {
        let reason = match contract.carrier {
            Carrier::JsonBody => "method, URL and headers are no part of the body",
            Carrier::Parameters => "method, URL and headers are no part of the parameters",
        };
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

    fn conditions(&mut self, contract: &Contract) {
        for condition in contract.replies.iter().flat_map(|reply| reply.when) {
            match condition {
                Condition::Status(..) => {
                    self.add("http-status", "", "it is no part of the body", None);
                    let reason = "where the HTTP status is not known, required members tell which \
                                  kind of reply is meant, and a schema does not take misspelt keys \
                                  for theirs";
                    self.add(RuleId::KeySpelling.as_str(), "", reason, None);
                }
                Condition::Word(member, _) => {
                    let reason = "which kind of reply is meant is told by this key, and patterns \
                                  do not take U+0085, U+FEFF and U+212A as the validator does";
                    let at = carnet_core::Place::default().member(member).to_string();
                    self.add(RuleId::KeySpelling.as_str(), &at, reason, None);
                }
                Condition::Prefix(..) | Condition::Present(_) => {}
            }
        }
    }

    fn body(&mut self, body: &Body, carrier: Carrier) {
        self.text(body, carrier);
        let spots = spots(&body.shape, carrier);
        self.numbers(&spots);
        for spot in &spots {
            self.value(spot);
        }
    }
}

//! The works that are measured: for each vendor texts, the contract that they keep, and what peers
//! know of it.

use crate::corpus::{self, Corpus};
use crate::peer::schema::{Boon, Jsonschema};
use crate::peer::{skip, typed};
use carnet::apptivo::Customer;
use carnet::auth::Auth;
use carnet::contract::{Body, Carrier};
use carnet::schema::{Side, document};
use carnet::validate::{CleanPass, Report, Settings, lint};
use carnet::{Artifact, Contract, Encode, Operation, Payload, Profile};
use carnet::{apptivo, aptania, kapture, payload, revnue};
use serde_json::Value;

/// A customer of Apptivo as a body of its own. The vendor takes it as a parameter, in which no peer
/// could read it.
const CUSTOMER_DATA: Contract = Contract {
    auth: Auth::None,
    carrier: Carrier::JsonBody,
    request: Body {
        media_type: "application/json",
        shape: Customer::SHAPE,
        text: &[],
    },
    replies: &[],
    ..*apptivo::CreateCustomer::CONTRACT
};

/// Something to judge, and who judges it.
pub(crate) struct Work {
    pub(crate) name: &'static str,
    contract: &'static Contract,
    artifact: Artifact,
    /// The emitted schema.
    schema: Value,
    /// `serde_json` and `garde`.
    pub(crate) is_typed: fn(&[u8]) -> bool,
    pub(crate) corpus: Corpus,
}

impl Work {
    /// Every work.
    pub(crate) fn all() -> [Self; 4] {
        [
            Self::revnue(),
            Self::apptivo(),
            Self::aptania(),
            Self::kapture(),
        ]
    }

    fn revnue() -> Self {
        let contract = revnue::CreateCustomer::CONTRACT;
        Self {
            name: "RevNue request",
            contract,
            artifact: Artifact::RequestBody,
            schema: document(contract, Side::Request).to_value(),
            is_typed: typed::is_valid::<typed::revnue::CreateCustomer>,
            corpus: Corpus::revnue(),
        }
    }

    fn apptivo() -> Self {
        Self {
            name: "Apptivo customerData",
            contract: &CUSTOMER_DATA,
            artifact: Artifact::RequestBody,
            schema: document(&CUSTOMER_DATA, Side::Request).to_value(),
            is_typed: typed::is_valid::<typed::apptivo::Customer>,
            corpus: Corpus::made(|rng| payload::to_vec(&corpus::apptivo::customer(rng))),
        }
    }

    fn aptania() -> Self {
        let contract = aptania::CreateAccount::CONTRACT;
        let token = corpus::aptania::token();
        Self {
            name: "Aptania request",
            contract,
            artifact: Artifact::RequestBody,
            schema: document(contract, Side::Request).to_value(),
            is_typed: typed::is_valid::<typed::aptania::CreateAccount>,
            corpus: Corpus::made(|rng| {
                let mut text = Vec::new();
                let account = corpus::aptania::account(rng);
                let written = account.encode_body(Profile::Strict, &token, &mut text);
                written.expect("what is made keeps the contract");
                text
            }),
        }
    }

    fn kapture() -> Self {
        let contract = kapture::SearchCustomer::CONTRACT;
        let mut schema = document(contract, Side::Response).to_value();
        // Peers need not find out which reply it is.
        if let Some(keywords) = schema.as_object_mut() {
            for keyword in ["if", "then", "else"] {
                keywords.remove(keyword);
            }
            keywords.insert("$ref".to_owned(), "#/$defs/success".into());
        }
        Self {
            name: "Kapture reply record",
            contract,
            artifact: Artifact::ReplyBody,
            schema,
            is_typed: typed::is_valid::<typed::kapture::Found>,
            corpus: Corpus::made(|rng| payload::to_vec(&corpus::kapture::found(rng))),
        }
    }

    /// The clean pass under the strict profile.
    pub(crate) fn pass(&self) -> CleanPass {
        CleanPass::new(self.contract, self.artifact, &Settings::default())
    }

    /// What the validator finds under the strict profile.
    pub(crate) fn lint(&self, text: &[u8]) -> Report {
        lint(self.contract, self.artifact, text, &Settings::default())
    }

    pub(crate) fn jsonschema(&self) -> Jsonschema {
        Jsonschema::new(&self.schema)
    }

    pub(crate) fn boon(&self) -> Boon {
        Boon::new(&self.schema)
    }

    /// How much of a corpus the clean pass recognises as what it is: clean.
    pub(crate) fn coverage(&self, corpus: &Corpus) -> f64 {
        let pass = self.pass();
        let texts = corpus.texts.iter();
        let told = texts.filter(|text| pass.is_clean(text)).count();
        told as f64 / corpus.texts.len() as f64
    }

    /// Makes sure that everyone passes every text of a corpus: else they would not do the same
    /// work.
    ///
    /// # Panics
    /// When somebody does not.
    pub(crate) fn assert_clean(&self, corpus: &Corpus) {
        let (jsonschema, boon) = (self.jsonschema(), self.boon());
        for text in &corpus.texts {
            let report = self.lint(text);
            let shown = || format!("{}: {}", self.name, String::from_utf8_lossy(text));
            assert!(report.is_clean(), "{}\n{:#?}", shown(), report.findings);
            assert!(jsonschema.is_valid(text), "jsonschema refuses {}", shown());
            assert!(boon.is_valid(text), "boon refuses {}", shown());
            assert!((self.is_typed)(text), "serde or garde refuses {}", shown());
            assert!(
                skip::ignored(text) && skip::lazily(text),
                "sonic-rs refuses {}",
                shown()
            );
            // Whoever skips must have seen the end.
            let cut = &text.trim_ascii_end()[..text.trim_ascii_end().len() - 1];
            assert!(
                !skip::ignored(cut) && !skip::lazily(cut),
                "sonic-rs takes half a text"
            );
        }
    }

    /// Makes sure that everyone finds something in every text of a corpus.
    ///
    /// # Panics
    /// When somebody does not.
    pub(crate) fn assert_broken(&self, corpus: &Corpus) {
        let jsonschema = self.jsonschema();
        for text in &corpus.texts {
            let shown = || format!("{}: {}", self.name, String::from_utf8_lossy(text));
            assert!(
                !self.lint(text).passes(),
                "nothing is wrong with {}",
                shown()
            );
            assert!(jsonschema.errors(text) > 0, "jsonschema takes {}", shown());
        }
    }
}

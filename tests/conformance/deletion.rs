//! Every statement of the contracts is needed: without it, some case yields something else.
//!
//! Contracts are data. This test deletes one statement at a time, be it an error or a warning, and
//! looks for a case that notices.

use crate::case::{self, Case};
use crate::expectation::Expected;
use carnet_core::contract::{Body, Contract, Reply};
use carnet_core::shape::{
    Disputed, Enum, Field, Items, Kind, Map, Object, Select, Shape, Union, Variant,
};
use carnet_core::{Levels, Operation, Profile, Ruling};
use carnet_validate::lint;
use carnet_vendors::CATALOG;
use carnet_vendors::aptania::CreateAccount;
use carnet_vendors::revnue::CreateCustomer;

/// Statements that no payload needs, and why.
const REDUNDANT: &[&str] = &[
    // An empty text is no date and no time, which is graver than that it is empty.
    "aptania.account.create request/Actions/*/ActionDate: empty",
    "aptania.account.create request/Actions/*/ActionTime: empty",
    // A reply is a success when StatusCode begins with 2: that it is an object with such a member
    // is clear by then.
    "aptania.account.create success: type",
    "aptania.account.create success/StatusCode: required",
    "aptania.account.create success/StatusCode: null",
];

/// Copies a contract, leaving one statement out.
struct Deletion {
    /// How many statements to keep before that one.
    keep: usize,
    /// What was left out.
    deleted: Option<String>,
    /// The place, for naming it.
    path: Vec<&'static str>,
    /// Inside a union whose variants nothing selects: then only the union itself rules on types.
    unselected: bool,
}

impl Deletion {
    /// Whether this is the statement to leave out.
    fn hits(&mut self, what: &str) -> bool {
        if self.deleted.is_some() {
            return false;
        }
        if self.keep > 0 {
            self.keep -= 1;
            return false;
        }
        self.deleted = Some(format!("{}: {what}", self.path.join("/")));
        true
    }

    fn ruling(&mut self, ruling: Ruling, what: &str) -> Ruling {
        if ruling.levels != Levels::ALLOW && self.hits(what) {
            Ruling::ALLOW
        } else {
            ruling
        }
    }

    fn null(&mut self, null: Option<Ruling>) -> Option<Ruling> {
        null.filter(|ruling| ruling.levels == Levels::ALLOW || !self.hits("null"))
    }

    fn list<T: Copy>(&mut self, all: &[T], what: impl Fn(&T) -> String) -> &'static [T] {
        let kept = all.iter().filter(|it| !self.hits(&what(it))).copied();
        kept.collect::<Vec<_>>().leak()
    }

    fn contract(&mut self, contract: &Contract) -> &'static Contract {
        self.path.push("request");
        let request = self.body(&contract.request);
        let mut replies = Vec::new();
        for reply in contract.replies {
            self.path = vec![reply.outcome.as_str()];
            replies.push(Reply {
                body: self.body(&reply.body),
                ..*reply
            });
        }
        leak(Contract {
            request,
            replies: replies.leak(),
            ..*contract
        })
    }

    fn body(&mut self, body: &Body) -> Body {
        Body {
            text: self.list(body.text, |text| text.rule.to_string()),
            shape: self.shape(&body.shape),
            ..*body
        }
    }

    fn shape(&mut self, shape: &Shape) -> Shape {
        let assertion = |check: &carnet_core::shape::Check| format!("{:?}", check.assertion);
        let reading =
            |it: &carnet_core::shape::Reading| format!("reading {}", it.shape.kind.describe());
        Shape {
            inherent: self.list(shape.inherent, assertion),
            checks: self.list(shape.checks, assertion),
            readings: self.list(shape.readings, reading),
            mismatch: match shape.kind {
                Kind::Any => shape.mismatch,
                _ if self.unselected => shape.mismatch,
                _ => self.ruling(shape.mismatch, "type"),
            },
            kind: self.kind(&shape.kind),
            sensitive: shape.sensitive,
        }
    }

    fn kind(&mut self, kind: &Kind) -> Kind {
        match *kind {
            Kind::Enum(it) => {
                let other_case = self.ruling(it.other_case, "other case");
                Kind::Enum(leak(Enum { other_case, ..*it }))
            }
            Kind::Array(items) => {
                self.path.push("*");
                let null = self.null(items.null);
                let items = Items {
                    shape: self.shape(&items.shape),
                    null,
                };
                self.path.pop();
                Kind::Array(leak(items))
            }
            Kind::Object(object) => Kind::Object(leak(self.object(object))),
            Kind::Map(map) => {
                self.path.push("*");
                let map = Map {
                    null: self.null(map.null),
                    empty_key: self.ruling(map.empty_key, "empty key"),
                    value: self.shape(&map.value),
                };
                self.path.pop();
                Kind::Map(leak(map))
            }
            Kind::Union(union) => Kind::Union(leak(self.union(union))),
            kind => kind,
        }
    }

    fn union(&mut self, union: &Union) -> Union {
        let mut variants = Vec::new();
        self.unselected = union.select.is_none();
        for variant in union.variants {
            self.path.push(variant.name);
            variants.push(Variant {
                shape: self.shape(&variant.shape),
                ..*variant
            });
            self.path.pop();
        }
        self.unselected = false;
        let name = |disputed: &Disputed| format!("disputed {}", disputed.name);
        let select = union.select.map(|select| {
            let disputed = self.list(select.disputed, name);
            Select { disputed, ..select }
        });
        Union {
            variants: variants.leak(),
            select,
            ..*union
        }
    }

    fn object(&mut self, object: &Object) -> Object {
        let mut fields = Vec::new();
        for field in object.fields {
            self.path.push(field.name);
            fields.push(Field {
                required: self.ruling(field.required, "required"),
                null: self.null(field.null),
                empty: match field.shape.kind {
                    Kind::String => self.ruling(field.empty, "empty"),
                    _ => field.empty,
                },
                shape: self.shape(&field.shape),
                ..*field
            });
            self.path.pop();
        }
        Object {
            unknown_keys: self.ruling(object.unknown_keys, "unknown keys"),
            key_spelling: self.ruling(object.key_spelling, "key spelling"),
            adopts: false,
            empty_is_absent: false,
            dynamic: None,
            rules: self.list(object.rules, |rule| format!("{:?}", rule.assertion)),
            fields: fields.leak(),
            ..*object
        }
    }
}

/// Contracts hold references that live for ever; a test may as well.
fn leak<T>(it: T) -> &'static T {
    Box::leak(Box::new(it))
}

fn found(contract: &Contract, case: &Case) -> [Vec<Expected>; 2] {
    Profile::ALL.map(|profile| {
        let report = lint(contract, case.artifact, &case.text, &case.settings(profile));
        report.findings.iter().map(Expected::from).collect()
    })
}

/// The statements of a contract that no case needs.
fn unneeded(contract: &Contract) -> Vec<String> {
    let every_case = case::all();
    // A statement makes findings: where there are none, none can go.
    let cases: Vec<_> = every_case
        .iter()
        .filter(|case| case.contract.id == contract.id)
        .map(|case| (case, found(contract, case)))
        .filter(|(_, before)| before.iter().any(|findings| !findings.is_empty()))
        .collect();
    let mut unneeded = Vec::new();
    for keep in 0.. {
        let mut deletion = Deletion {
            keep,
            deleted: None,
            path: Vec::new(),
            unselected: false,
        };
        let without = deletion.contract(contract);
        let Some(what) = deletion.deleted else {
            assert!(keep > 100, "{} has only {keep} statements", contract.id);
            break;
        };
        if cases
            .iter()
            .all(|(case, before)| found(without, case) == *before)
        {
            unneeded.push(format!("{} {what}", contract.id));
        }
    }
    unneeded
}

fn redundant(contract: &Contract) -> Vec<&'static str> {
    let all = REDUNDANT.iter().copied();
    all.filter(|what| what.starts_with(contract.id)).collect()
}

#[test]
fn every_statement_of_revnue_is_needed_by_a_case() {
    let contract = CreateCustomer::CONTRACT;
    assert_eq!(
        unneeded(contract),
        redundant(contract),
        "which no case needs"
    );
}

#[test]
fn every_statement_of_aptania_is_needed_by_a_case() {
    let contract = CreateAccount::CONTRACT;
    assert_eq!(
        unneeded(contract),
        redundant(contract),
        "which no case needs"
    );
}

#[test]
fn every_contract_is_among_these() {
    let ids: Vec<_> = CATALOG.iter().map(|contract| contract.id).collect();
    assert_eq!(
        ids,
        [CreateAccount::CONTRACT.id, CreateCustomer::CONTRACT.id]
    );
}

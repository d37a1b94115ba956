//! Every statement of the contracts is needed: without it, some case yields something else.
//!
//! Contracts are data. This test deletes one statement at a time, be it an error or a warning, and
//! looks for a case that notices.

use crate::case::{self, Case};
use crate::expectation::Expected;
use carnet_core::contract::{Body, Carrier, Contract, Reply};
use carnet_core::shape::{
    Disputed, Dynamic, Enum, Field, Items, Kind, Map, Object, Select, Shape, Union, Variant,
};
use carnet_core::{Levels, Profile, Ruling};
use carnet_validate::lint;
use carnet_vendors::CATALOG;

/// Statements that no payload needs, and why.
const REDUNDANT: &[(&str, &str)] = &[
    // An empty text is no date and no time, which is graver than that it is empty.
    (
        "aptania.account.create",
        "request/Actions/*/ActionDate: empty",
    ),
    (
        "aptania.account.create",
        "request/Actions/*/ActionTime: empty",
    ),
    // A reply is a success when StatusCode begins with 2: that it is an object with such a member
    // is clear by then.
    ("aptania.account.create", "success: type"),
    ("aptania.account.create", "success/StatusCode: required"),
    ("aptania.account.create", "success/StatusCode: null"),
    // A reply is a failure when it has a member with a certain word: it is an object with that
    // member by then, and the member is a text.
    ("apptivo.customer.create", "failure: type"),
    ("apptivo.customer.create", "failure/status: required"),
    ("apptivo.customer.create", "failure/status: null"),
    ("apptivo.customer.create", "failure/status: type"),
    ("apptivo.customer.update_by_contact", "failure: type"),
    (
        "apptivo.customer.update_by_contact",
        "failure/status: required",
    ),
    ("apptivo.customer.update_by_contact", "failure/status: null"),
    ("apptivo.customer.update_by_contact", "failure/status: type"),
    ("apptivo.customer.update_by_name", "failure: type"),
    (
        "apptivo.customer.update_by_name",
        "failure/status: required",
    ),
    ("apptivo.customer.update_by_name", "failure/status: null"),
    ("apptivo.customer.update_by_name", "failure/status: type"),
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
    /// In a request of parameters: what travels bare there is no `null`, and a text is any text.
    parameters: bool,
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
        self.parameters = contract.carrier == Carrier::Parameters;
        let request = self.body(&contract.request);
        self.parameters = false;
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
                // The parameters together are always an object.
                Kind::Object(_) if self.parameters && self.path.len() == 1 => shape.mismatch,
                Kind::String if self.is_bare(shape) => shape.mismatch,
                _ => self.ruling(shape.mismatch, "type"),
            },
            kind: self.kind(&shape.kind),
            sensitive: shape.sensitive,
        }
    }

    /// Whether this is a parameter that is no JSON.
    fn is_bare(&self, shape: &Shape) -> bool {
        let is_json = matches!(
            shape.kind,
            Kind::Any | Kind::Array(_) | Kind::Object(_) | Kind::Map(_) | Kind::Union(_)
        );
        self.parameters && self.path.len() == 2 && !is_json
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
            fields.push(self.field(field));
            self.path.pop();
        }
        Object {
            unknown_keys: match object.dynamic {
                None => self.ruling(object.unknown_keys, "unknown keys"),
                // What is stray there is the dynamic member's business.
                Some(_) => object.unknown_keys,
            },
            key_spelling: self.ruling(object.key_spelling, "key spelling"),
            adopts: object.adopts && !self.hits("adopts"),
            empty_is_absent: object.empty_is_absent && !self.hits("empty is absent"),
            dynamic: object.dynamic.map(|it| leak(self.dynamic(it))),
            rules: self.list(object.rules, |rule| format!("{:?}", rule.assertion)),
            fields: fields.leak(),
            ..*object
        }
    }

    fn field(&mut self, field: &Field) -> Field {
        Field {
            required: self.ruling(field.required, "required"),
            null: match field.null {
                null if self.is_bare(&field.shape) => null,
                null => self.null(null),
            },
            empty: match field.shape.kind {
                Kind::String => self.ruling(field.empty, "empty"),
                _ => field.empty,
            },
            undocumented: self.ruling(field.undocumented, "undocumented"),
            aliases: self.list(field.aliases, |alias| format!("alias {}", alias.name)),
            shape: self.shape(&field.shape),
            ..*field
        }
    }

    fn dynamic(&mut self, dynamic: &Dynamic) -> Dynamic {
        self.path.push("dynamic");
        let dynamic = Dynamic {
            null: self.null(dynamic.null),
            stray: self.ruling(dynamic.stray, "stray"),
            shape: self.shape(&dynamic.shape),
            ..*dynamic
        };
        self.path.pop();
        dynamic
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
    let mut cases: Vec<_> = every_case
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
            parameters: false,
        };
        let without = deletion.contract(contract);
        let Some(what) = deletion.deleted else {
            assert!(keep > 50, "{} has only {keep} statements", contract.id);
            break;
        };
        let notices =
            |(case, before): &(&Case, [Vec<Expected>; 2])| found(without, case) != *before;
        match cases.iter().position(notices) {
            // Statements that stand together are mostly needed by the same case.
            Some(at) => cases[..=at].rotate_right(1),
            None => unneeded.push(format!("{} {what}", contract.id)),
        }
    }
    unneeded
}

fn every_statement_is_needed(id: &str) {
    let contract = CATALOG.iter().find(|contract| contract.id == id);
    let contract = contract.unwrap_or_else(|| panic!("no operation is `{id}`"));
    let redundant: Vec<_> = REDUNDANT
        .iter()
        .filter(|(operation, _)| *operation == id)
        .map(|(operation, what)| format!("{operation} {what}"))
        .collect();
    assert_eq!(unneeded(contract), redundant, "which no case needs");
}

macro_rules! operations {
    ($($test:ident $id:literal)*) => {
        $(#[test]
        fn $test() {
            every_statement_is_needed($id);
        })*
    };
}

// Of the smaller contracts: a run for every statement of the larger contracts takes minutes.
operations! {
    every_statement_of_aptania_is_needed "aptania.account.create"
    every_statement_of_revnue_is_needed "revnue.customer.create"
}

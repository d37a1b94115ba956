//! The context: what is known besides the payload, in a file or where it is named.
//!
//! ```json
//! {
//!   "http_status": 400,
//!   "method": "POST", "url": "https://api.example.com/customers",
//!   "template_field_types": { "2042": "money" }
//! }
//! ```
//! It is JSON, so it has a contract like any other payload and the validator reads it: keys are
//! `http_status`, `url` and `method`, and the maps that unions of the catalog are selected by,
//! values of those the names that the unions know.

use crate::catalog::DEEPEST;
use crate::complaint::Complaint;
use crate::redact::Shown;
use carnet_core::auth::Auth;
use carnet_core::contract::{Body, Carrier};
use carnet_core::decimal::Literal;
use carnet_core::shape::{Assertion, Check, Enum, Map, Select, Union};
use carnet_core::{
    Artifact, Contract, Field, Kind, Object, Ruling, Severity, Shape, Source, Vendor,
};
use carnet_validate::masked::Masked;
use carnet_validate::{Context, Settings, lint};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const NOWHERE: Source = Source::section("");
const CARNET: Vendor = Vendor {
    id: "carnet",
    name: "Carnet",
    discrepancies: &[],
};

/// Reads a context file; `shown` is its path in complaints.
pub(crate) fn parse(
    catalog: &[&'static Contract],
    shown: &Path,
    text: &[u8],
) -> Result<Context, Vec<Complaint>> {
    read(catalog, text, |finding, masked| match finding.span {
        Some(span) => Complaint::configuration(shown, masked.excerpt(span), &*finding.message),
        None => Complaint::usage(format!("{}: {}", shown.display(), finding.message)),
    })
}

/// Reads a context that stands where a file could be named; `complain` knows where that is.
pub(crate) fn inline(
    catalog: &[&'static Contract],
    text: &[u8],
    complain: impl Fn(String) -> Complaint,
) -> Result<Context, Vec<Complaint>> {
    read(catalog, text, |finding, _| {
        let place = finding.at.to_string();
        let key = place.trim_start_matches('/');
        complain(match key {
            "" => format!("the context: {}", finding.message),
            key => format!("`{key}` of the context: {}", finding.message),
        })
    })
}

fn read(
    catalog: &[&'static Contract],
    text: &[u8],
    complain: impl Fn(&Shown, &Masked<'_>) -> Complaint,
) -> Result<Context, Vec<Complaint>> {
    let contract = contract(catalog);
    let settings = Settings::default();
    let report = lint(&contract, Artifact::RequestBody, text, &settings);
    let masked = Masked::new(text, &report.secrets);
    let complaints: Vec<Complaint> = report
        .findings
        .into_iter()
        .filter(|finding| finding.severity > Severity::Info)
        .map(|finding| {
            let finding = Shown::new(finding, &[&masked]);
            Complaint {
                help: finding.help.clone(),
                ..complain(&finding, &masked)
            }
        })
        .collect();
    if !complaints.is_empty() {
        return Err(complaints);
    }
    let file: ContextFile = serde_json::from_slice(text).map_err(|error| {
        // The contract has let it pass.
        vec![Complaint::usage(format!(
            "the context cannot be read: {error}"
        ))]
    })?;
    Ok(Context {
        http_status: file.http_status,
        url: file.url,
        method: file.method,
        selections: file.selections,
    })
}

#[derive(Deserialize)]
struct ContextFile {
    #[serde(default)]
    http_status: Option<u16>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    method: Option<String>,
    #[serde(flatten)]
    selections: BTreeMap<String, BTreeMap<String, String>>,
}

/// The contract of the context file, under a catalog.
///
/// Contracts are constant data, so the names taken from the catalog are kept for as long as the
/// process runs: some hundred bytes, once for every context file.
fn contract(catalog: &[&'static Contract]) -> Contract {
    let mut selections = BTreeMap::new();
    for contract in catalog {
        collect(&contract.request.shape, 0, &mut selections);
        for reply in contract.replies {
            collect(&reply.body.shape, 0, &mut selections);
        }
    }
    let mut fields = vec![HTTP_STATUS, URL, METHOD];
    fields.extend(
        selections
            .into_iter()
            .map(|(name, variants)| selection(name, variants)),
    );
    let object = Object {
        name: "Context",
        description: "What is known besides the payload.",
        fields: fields.leak(),
        unknown_keys: Ruling::ERROR,
        key_spelling: Ruling::ERROR,
        adopts: false,
        empty_is_absent: false,
        dynamic: None,
        rules: &[],
        source: NOWHERE,
    };
    Contract {
        id: "carnet.context.read",
        vendor: &CARNET,
        summary: "What is known besides the payload",
        page: "",
        method: "GET",
        url: "",
        auth: Auth::None,
        carrier: Carrier::JsonBody,
        request: Body {
            media_type: "application/json",
            shape: Shape::of(Kind::Object(Box::leak(Box::new(object)))),
            text: &[],
        },
        replies: &[],
    }
}

const HTTP_STATUS: Field = Field {
    name: "http_status",
    description: "The HTTP status that a reply came with.",
    shape: Shape {
        checks: &[
            Check {
                assertion: Assertion::Minimum(Literal("100")),
                ruling: Ruling::ERROR,
            },
            Check {
                assertion: Assertion::Maximum(Literal("599")),
                ruling: Ruling::ERROR,
            },
        ],
        ..Shape::of(Kind::Integer)
    },
    required: Ruling::ALLOW,
    null: Some(Ruling::ERROR),
    empty: Ruling::ALLOW,
    undocumented: Ruling::ALLOW,
    aliases: &[],
    source: NOWHERE,
    see: &[],
};

const URL: Field = Field {
    name: "url",
    description: "The URL that a body is sent to.",
    shape: Shape {
        checks: NOT_EMPTY,
        // Its query may hold credentials.
        sensitive: true,
        ..Shape::of(Kind::String)
    },
    ..HTTP_STATUS
};

const METHOD: Field = Field {
    name: "method",
    description: "The HTTP method that a request is sent with.",
    shape: Shape {
        checks: NOT_EMPTY,
        ..Shape::of(Kind::String)
    },
    ..HTTP_STATUS
};

const NOT_EMPTY: &[Check] = &[Check {
    assertion: Assertion::MinLength(1),
    ruling: Ruling::ERROR,
}];

fn selection(name: &'static str, variants: BTreeSet<&'static str>) -> Field {
    let variants = Enum {
        name: "Variant",
        description: "",
        values: variants.into_iter().collect::<Vec<_>>().leak(),
        other_case: Ruling::ERROR,
    };
    let map = Map {
        value: Shape::of(Kind::Enum(Box::leak(Box::new(variants)))),
        null: Some(Ruling::ERROR),
        empty_key: Ruling::ERROR,
    };
    Field {
        name,
        description: "From key to the variant that applies.",
        shape: Shape::of(Kind::Map(Box::leak(Box::new(map)))),
        ..HTTP_STATUS
    }
}

type Selections = BTreeMap<&'static str, BTreeSet<&'static str>>;

/// Finds every union in a shape that the context selects a variant of.
fn collect(shape: &Shape, depth: usize, selections: &mut Selections) {
    if depth > DEEPEST {
        return;
    }
    match shape.kind {
        Kind::Object(object) => {
            for field in object.fields {
                collect(&field.shape, depth + 1, selections);
            }
        }
        Kind::Array(items) => collect(&items.shape, depth + 1, selections),
        Kind::Map(map) => collect(&map.value, depth + 1, selections),
        Kind::Union(union) => {
            if let Some(select) = &union.select {
                let names = selections.entry(select.context).or_default();
                names.extend(known_names(union, select));
            }
            for variant in union.variants {
                collect(&variant.shape, depth + 1, selections);
            }
        }
        Kind::Any | Kind::Boolean | Kind::Integer | Kind::Number | Kind::String | Kind::Enum(_) => {
        }
    }
}

fn known_names(union: &Union, select: &Select) -> impl Iterator<Item = &'static str> + use<> {
    let variants = union.variants.iter().map(|variant| variant.name);
    variants.chain(select.disputed.iter().map(|disputed| disputed.name))
}

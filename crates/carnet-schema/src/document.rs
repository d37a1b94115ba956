//! One side of a call as a document.

use crate::not_expressed::not_expressed;
use crate::{Side, example, reply};
use carnet_core::auth::Auth;
use carnet_core::contract::Carrier;
use carnet_core::json_schema::{self, Definitions, Keywords, Tree};
use carnet_core::{Contract, Discrepancy, Field, Shape};
use std::collections::BTreeMap;

/// Where the documents' ids live. An id is a name: nothing is fetched from there.
pub(crate) const ROOT: &str = "https://carnet-rs.github.io/carnet/schemas/";
/// The metaschema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// How parameters are sent when they do not stand in the URL.
const FORM: &str = "application/x-www-form-urlencoded";

/// The document's path below the folder of schemas.
///
/// # Example
/// ```
/// use carnet_core::Operation;
/// use carnet_schema::{Side, file_name};
/// use carnet_vendors::revnue;
///
/// let name = file_name(revnue::CreateCustomer::CONTRACT, Side::Request);
/// assert_eq!(name, "revnue/revnue.customer.create.request.schema.json");
/// ```
#[must_use]
pub fn file_name(contract: &Contract, side: Side) -> String {
    format!("{}/{}.{side}.schema.json", contract.vendor.id, contract.id)
}

/// The document's `$id`.
#[must_use]
pub fn id(contract: &Contract, side: Side) -> String {
    id_under(ROOT, contract, side)
}

/// The `$id` of a document whose ids live elsewhere.
pub(crate) fn id_under(root: &str, contract: &Contract, side: Side) -> String {
    format!("{root}{}", file_name(contract, side))
}

/// The schema of one side of a call, under the strict profile.
///
/// # Shape
/// A JSON Schema 2020-12 document whose keys stand in reading order and whose properties stand in
/// the contract's. Keywords that are not the standard's begin with `x-carnet-`:
///
/// | keyword | what it holds |
/// |---|---|
/// | `operation` | id, method, URL, page and credentials of the call |
/// | `when` | in words, when a reply is of this kind |
/// | `source`, `sources` | where the vendor describes the place, and where single rules of it |
/// | `discrepancies` | ids of the contradictions and silences that concern the place |
/// | `advice` | what the strict profile merely warns of, and at its place what no schema can say |
/// | `dynamic` | the members whose values are keys, and what stands under such a key |
/// | `not-expressed` | what the contract demands and no schema can say |
/// | `register` | the discrepancies that the document names |
///
/// The request of a call whose members travel as parameters is an object of the decoded texts. Where
/// a text is JSON, `contentSchema` says what it holds; most validators apply it only when told to.
///
/// # Example
/// ```
/// use carnet_schema::{Side, document, to_text};
/// use carnet_vendors::revnue;
/// use carnet_core::Operation;
///
/// let schema = document(revnue::CreateCustomer::CONTRACT, Side::Request).to_value();
/// assert_eq!(schema["properties"]["name"]["maxLength"], 50);
/// assert_eq!(schema["required"], serde_json::json!(["company", "name"]));
/// ```
#[must_use]
pub fn document(contract: &Contract, side: Side) -> Tree {
    document_under(ROOT, contract, side)
}

/// The schema of one side of a call, its ids living elsewhere.
pub(crate) fn document_under(root: &str, contract: &Contract, side: Side) -> Tree {
    let mut definitions = Collected {
        page: contract.page,
        ..Collected::default()
    };
    let shape = &contract.request.shape;
    let (mut keywords, what): (Keywords, _) = match (side, contract.carrier) {
        (Side::Request, Carrier::JsonBody) => (
            json_schema::tree(shape, &mut definitions).into(),
            "request body",
        ),
        (Side::Request, Carrier::Parameters) => (
            json_schema::parameters(shape, &mut definitions).into(),
            "request parameters",
        ),
        (Side::Response, _) => (reply::keywords(contract, &mut definitions), "response body"),
    };
    keywords.set("$schema", DIALECT);
    keywords.set("$id", id_under(root, contract, side));
    keywords.set(
        "title",
        format!("{} {}: {what}", contract.vendor.name, contract.id),
    );
    if keywords.get("description").is_none() {
        keywords.set("description", contract.summary);
    }
    keywords.set("x-carnet-operation", operation(contract));
    let not_expressed = not_expressed(contract, side);
    for discrepancy in not_expressed.iter().filter_map(|entry| entry.discrepancy) {
        definitions.cite(discrepancy);
    }
    keywords.set(
        "x-carnet-not-expressed",
        Tree::array(not_expressed.iter().map(Tree::from)),
    );
    let register: Vec<_> = definitions
        .cited
        .values()
        .map(|it| (it.id, entry(it)))
        .collect();
    if !register.is_empty() {
        keywords.set("x-carnet-register", Tree::object(register));
    }
    let examples = example::examples(contract, side);
    if !examples.is_empty() {
        keywords.set("examples", examples);
    }
    if !definitions.named.is_empty() {
        keywords.set("$defs", Tree::Object(definitions.named));
    }
    keywords.into_tree()
}

/// Credentials that travel among the members of the request.
fn among(place: &str, what: &str, fields: &[Field]) -> Tree {
    let names = Tree::array(fields.iter().map(|field| field.name));
    Tree::object([("in", place.into()), (what, names)])
}

fn operation(contract: &Contract) -> Tree {
    let auth = match contract.auth {
        Auth::None => Tree::object([("in", "nothing".into())]),
        Auth::Header(scheme) => Tree::object([
            ("in", "header".into()),
            ("name", "Authorization".into()),
            ("scheme", scheme.into()),
        ]),
        Auth::Body(fields) => among("body", "members", fields),
        Auth::Query(fields) => among("query", "parameters", fields),
    };
    let mut members = vec![
        ("id", contract.id.into()),
        ("method", contract.method.into()),
        ("url", contract.url.into()),
        ("page", contract.page.into()),
        ("auth", auth),
    ];
    if contract.carrier == Carrier::Parameters {
        let form = format!("body, as {FORM}");
        members.push(("parameters-in", Tree::array(["query", &form])));
    }
    Tree::object(members)
}

fn entry(discrepancy: &Discrepancy) -> Tree {
    Tree::object([
        ("readings", Tree::array(discrepancy.readings)),
        ("strict", discrepancy.strict.into()),
        ("lenient", discrepancy.lenient.into()),
        ("reason", discrepancy.reason.into()),
    ])
}

/// The definitions of a document, and the discrepancies that it names.
#[derive(Default)]
pub(crate) struct Collected {
    named: Vec<(String, Tree)>,
    cited: BTreeMap<&'static str, &'static Discrepancy>,
    page: &'static str,
}

impl Collected {
    /// The name under which a schema is a definition: the one wished for, with a number behind it
    /// where that is another schema's.
    pub(crate) fn define(&mut self, wish: &str, schema: Tree) -> String {
        let mut name = wish.to_owned();
        for number in 2.. {
            match self.named.iter().find(|(known, _)| *known == name) {
                Some((_, known)) if *known == schema => return name,
                Some(_) => name = format!("{wish}{number}"),
                None => break,
            }
        }
        self.named.push((name.clone(), schema));
        self.named.sort_by(|(one, _), (other, _)| one.cmp(other));
        name
    }
}

impl Definitions for Collected {
    fn place(&mut self, name: &str, _shape: &Shape, schema: Tree) -> Tree {
        reference(&self.define(name, schema))
    }

    fn page(&self) -> &'static str {
        self.page
    }

    fn cite(&mut self, discrepancy: &'static Discrepancy) {
        self.cited.insert(discrepancy.id, discrepancy);
    }
}

/// Names of types and of outcomes need no escaping in a reference.
pub(crate) fn reference(name: &str) -> Tree {
    Tree::object([("$ref", format!("#/$defs/{name}").into())])
}

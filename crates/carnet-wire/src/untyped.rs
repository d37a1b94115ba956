//! JSON text to request, by contract alone.

use crate::encode::{check, request};
use crate::{BaseUrl, EncodeError};
use carnet_core::auth::{self, Auth};
use carnet_core::json::{ObjectWriter, Writer};
use carnet_core::shape::{Field, Kind, Object, Shape};
use carnet_core::{Contract, Profile, Secret};
use carnet_validate::tree::{self, Member, Node, NodeKind};
use http::Request;

/// Makes the HTTP request of an operation from JSON text instead of a Rust value.
///
/// Members are written in the vendor's order and without white space, whatever their order in the
/// text; members that the contract does not know follow. `secret` is the credential, wherever the
/// contract says that it travels; the text does not hold it.
///
/// # Errors
/// [`EncodeError`], as [`Encode::encode`](crate::Encode::encode). The findings of a text that is
/// not JSON point into it; those of one that is point into the body as it would be sent.
///
/// # Example
/// ```
/// use carnet_core::Profile;
/// use carnet_vendors::{CATALOG, revnue};
/// use carnet_wire::{BaseUrl, encode_json};
///
/// let create = CATALOG.iter().find(|contract| contract.id == "revnue.customer.create").unwrap();
/// let text = br#"{ "name": "Example Ltd", "company": 1 }"#;
/// let base = BaseUrl::new("https://api.example.com").unwrap();
/// let request = encode_json(create, text, &"token".into(), &base, Profile::Strict).unwrap();
/// assert_eq!(request.body(), br#"{"company":1,"name":"Example Ltd"}"#);
/// ```
pub fn encode_json(
    contract: &Contract,
    text: &[u8],
    secret: &Secret,
    base: &BaseUrl,
    profile: Profile,
) -> Result<Request<Vec<u8>>, EncodeError> {
    let uri = base.url_of(contract)?;
    let document = tree::parse(text);
    let object = contract.request.shape.object();
    let (Some(root), Some(object), []) = (&document.root, object, &document.problems[..]) else {
        return Err(refused_as_text(contract, text, profile));
    };
    let NodeKind::Object(members) = &root.kind else {
        return Err(refused_as_text(contract, text, profile));
    };
    let mut body = Vec::with_capacity(text.len() + 64);
    Writer::new(&mut body).object(|out| {
        let credentials = auth::fields(contract.auth);
        for field in credentials {
            out.key(field.name).string(secret.expose());
        }
        write_members(members, object, credentials, out);
    });
    let report = check(contract, profile, &body);
    if !report.passes() {
        return Err(EncodeError::refused(contract.id, report.findings));
    }
    let header = match contract.auth {
        Auth::Header(scheme) => Some(auth::header_value(scheme, secret)),
        Auth::None | Auth::Body(_) | Auth::Query(_) => None,
    };
    request(contract, uri, header, body)
}

/// The refusal of a text that cannot be rewritten: what it is, is not an object in sound JSON.
fn refused_as_text(contract: &Contract, text: &[u8], profile: Profile) -> EncodeError {
    EncodeError::refused(contract.id, check(contract, profile, text).findings)
}

/// Known members in the contract's order, then the others; `given` ones were written before.
fn write_members(
    members: &[Member<'_>],
    object: &Object,
    given: &[Field],
    out: &mut ObjectWriter<'_, Vec<u8>>,
) {
    let is_given = |key: &str| given.iter().any(|field| field.name == key);
    for field in object.fields.iter().filter(|field| !is_given(field.name)) {
        for member in members.iter().filter(|member| member.key == field.name) {
            write(&member.value, &field.shape, &mut out.key(field.name));
        }
    }
    for member in members
        .iter()
        .filter(|member| object.field(&member.key).is_none())
    {
        write(&member.value, &Shape::ANY, &mut out.key(&member.key));
    }
}

fn write(node: &Node<'_>, shape: &Shape, out: &mut Writer<'_, Vec<u8>>) {
    match (&node.kind, shape.kind) {
        (NodeKind::Object(members), Kind::Object(object)) => {
            out.object(|out| write_members(members, object, &[], out));
        }
        (NodeKind::Object(members), _) => out.object(|out| {
            for member in members {
                write(&member.value, &Shape::ANY, &mut out.key(&member.key));
            }
        }),
        (NodeKind::Array(items), kind) => {
            let item = if let Kind::Array(items) = kind {
                &items.shape
            } else {
                &Shape::ANY
            };
            out.array(items, |node, out| write(node, item, out));
        }
        (NodeKind::String(text), _) => out.string(text),
        (NodeKind::Number(text), _) => out.raw(text),
        (NodeKind::Bool(value), _) => out.raw(if *value { "true" } else { "false" }),
        (NodeKind::Null | NodeKind::Invalid, _) => out.raw("null"),
    }
}

//! JSON text to request, by contract alone.

use crate::credentials::Taken;
use crate::message::{Call, Message, Written, check};
use crate::{BaseUrl, Credentials, EncodeError};
use carnet_core::auth;
use carnet_core::contract::Carrier;
use carnet_core::json::{ObjectWriter, Sink, Writer};
use carnet_core::parameters::ParameterWriter;
use carnet_core::shape::{Field, Kind, Object, Shape};
use carnet_core::{Artifact, Contract, Levels, Place, Profile, RuleId};
use carnet_validate::tree::{self, Member, Node, NodeKind};
use http::Request;

/// Makes the HTTP request of an operation from JSON text instead of a Rust value.
///
/// The text is one object. For an operation whose members are parameters its members are those:
/// texts, numbers, `true` and `false` travel bare, arrays and objects as JSON. Members are written
/// in the vendor's order and without white space, whatever their order in the text; members that
/// the contract does not know follow. What the contract fixes to one text may be left out.
///
/// The credentials are given by name, or as one [`Secret`](carnet_core::Secret) where the call takes
/// one; what stands in the text in their place is not sent.
///
/// # Errors
/// [`EncodeError`], as [`Encode::encode`](crate::Encode::encode), and when the credentials are not
/// those that the contract names. The findings of a text that is no object in sound JSON point into
/// it; all others point into what would have been sent.
///
/// # Example
/// ```
/// use carnet_core::{Profile, Secret};
/// use carnet_vendors::{CATALOG, revnue};
/// use carnet_wire::{BaseUrl, encode_json};
///
/// let create = CATALOG.iter().find(|contract| contract.id == "revnue.customer.create").unwrap();
/// let text = br#"{ "name": "Example Ltd", "company": 1 }"#;
/// let base = BaseUrl::new("https://api.example.com").unwrap();
/// let request = encode_json(create, text, Secret::from("token"), &base, Profile::Strict).unwrap();
/// assert_eq!(request.body(), br#"{"company":1,"name":"Example Ltd"}"#);
/// ```
pub fn encode_json(
    contract: &Contract,
    text: &[u8],
    credentials: impl Into<Credentials>,
    base: &BaseUrl,
    profile: Profile,
) -> Result<Request<Vec<u8>>, EncodeError> {
    let artifact = contract.request_artifact();
    encode(contract, artifact, text, &credentials.into(), base, profile)
}

/// As [`encode_json`], with the parameters in a form body instead of the URL.
///
/// # Errors
/// As [`encode_json`], and for an operation that takes a JSON body.
pub fn encode_json_form(
    contract: &Contract,
    text: &[u8],
    credentials: impl Into<Credentials>,
    base: &BaseUrl,
    profile: Profile,
) -> Result<Request<Vec<u8>>, EncodeError> {
    if contract.carrier != Carrier::Parameters {
        return Err(EncodeError::no_parameters(contract.id));
    }
    let artifact = Artifact::RequestForm;
    encode(contract, artifact, text, &credentials.into(), base, profile)
}

fn encode(
    contract: &Contract,
    artifact: Artifact,
    text: &[u8],
    credentials: &Credentials,
    base: &BaseUrl,
    profile: Profile,
) -> Result<Request<Vec<u8>>, EncodeError> {
    let credentials = credentials.of(contract)?;
    let document = tree::parse(text);
    let object = contract.request.shape.object();
    let (Some(root), Some(object), []) = (&document.root, object, &document.problems[..]) else {
        return Err(refused_as_text(contract, text, profile));
    };
    let NodeKind::Object(members) = &root.kind else {
        return Err(refused_as_text(contract, text, profile));
    };
    let request = Untyped {
        object,
        members,
        given: auth::fields(contract.auth),
        credentials: &credentials,
    };
    let call = Call {
        contract,
        artifact,
        mapping: None,
        // A contract is no place to keep anything.
        kept: None,
    };
    let message = Message::write(call, profile, base, &(contract.carrier, request))?;
    message.request(credentials.get("Authorization"))
}

/// The refusal of a text that cannot be rewritten: what it is, is not an object in sound JSON.
///
/// What would be supplied is not missed in it.
fn refused_as_text(contract: &Contract, text: &[u8], profile: Profile) -> EncodeError {
    let fields = contract
        .request
        .shape
        .object()
        .map_or(&[][..], |object| object.fields);
    let given = auth::fields(contract.auth);
    let is_supplied = |field: &&Field| {
        fixed(field).is_some() || given.iter().any(|given| given.name == field.name)
    };
    let supplied: Vec<_> = fields
        .iter()
        .filter(is_supplied)
        .map(|field| Place::default().member(field.name))
        .collect();
    let mut findings = check(contract, Artifact::RequestBody, profile, text).findings;
    findings.retain(|it| it.rule != RuleId::Required || !supplied.contains(&it.at));
    EncodeError::refused(contract.id, findings)
}

/// As the contract has it carried.
impl Written for (Carrier, Untyped<'_>) {
    fn write<S: Sink>(&self, out: &mut S) {
        let (carrier, request) = self;
        match carrier {
            Carrier::JsonBody => Writer::new(out).object(|out| request.write_members(out)),
            Carrier::Parameters => {
                let mut parameters = ParameterWriter::new(out);
                request.write_parameters(&mut parameters);
                parameters.end();
            }
        }
    }
}

/// The request as one object: what the text holds, and the credentials.
struct Untyped<'a> {
    object: &'static Object,
    members: &'a [Member<'a>],
    /// The credentials among the members.
    given: &'static [Field],
    credentials: &'a Taken<'a>,
}

impl Untyped<'_> {
    /// Credentials, known members in the contract's order, then the others.
    fn write_members<S: Sink>(&self, out: &mut ObjectWriter<'_, S>) {
        for field in self.given {
            if let Some(secret) = self.credentials.get(field.name) {
                out.key(field.name).string(secret.expose());
            }
        }
        for field in self.own_fields() {
            match self.supplied(field) {
                Some(text) => out.key(field.name).string(text),
                None => write_field(self.members, field, out),
            }
        }
        write_unknown(self.members, self.object, out);
    }

    /// Known members in the contract's order, the others, then the credentials.
    fn write_parameters<S: Sink>(&self, out: &mut ParameterWriter<'_, S>) {
        for field in self.own_fields() {
            if let Some(text) = self.supplied(field) {
                out.key(field.name).put(text.as_bytes());
            }
            for member in self.members.iter().filter(|it| it.key == field.name) {
                let mut value = out.key(field.name);
                write(&member.value, &field.shape, &mut Writer::bare(&mut value));
            }
        }
        for member in unknown(self.members, self.object) {
            let mut value = out.key(&member.key);
            write(&member.value, &Shape::ANY, &mut Writer::bare(&mut value));
        }
        for field in self.given {
            if let Some(secret) = self.credentials.get(field.name) {
                out.key(field.name).put(secret.expose().as_bytes());
            }
        }
    }

    /// The known members that the text may hold.
    fn own_fields(&self) -> impl Iterator<Item = &'static Field> {
        let is_given = |name| self.given.iter().any(|given| given.name == name);
        let fields = self.object.fields.iter();
        fields.filter(move |field| !is_given(field.name))
    }

    /// What is supplied for a member that the text leaves out.
    fn supplied(&self, field: &Field) -> Option<&'static str> {
        let is_given = self.members.iter().any(|member| member.key == field.name);
        fixed(field).filter(|_| !is_given)
    }
}

/// The one text that a required member can have.
fn fixed(field: &Field) -> Option<&'static str> {
    match field.shape.kind {
        Kind::Enum(texts) if field.required.levels != Levels::ALLOW => match texts.values {
            [only] => Some(only),
            _ => None,
        },
        _ => None,
    }
}

/// The members that an object does not know, in the order of the text.
fn unknown<'m>(
    members: &'m [Member<'m>],
    object: &'static Object,
) -> impl Iterator<Item = &'m Member<'m>> {
    let members = members.iter();
    members.filter(|member| object.field(&member.key).is_none())
}

/// Every member of this name, so that a repeated one is found out.
fn write_field(members: &[Member<'_>], field: &Field, out: &mut ObjectWriter<'_, impl Sink>) {
    for member in members.iter().filter(|member| member.key == field.name) {
        write(&member.value, &field.shape, &mut out.key(field.name));
    }
}

fn write_unknown(
    members: &[Member<'_>],
    object: &'static Object,
    out: &mut ObjectWriter<'_, impl Sink>,
) {
    for member in unknown(members, object) {
        write(&member.value, &Shape::ANY, &mut out.key(&member.key));
    }
}

/// A value as JSON, the members of known objects in the contract's order.
fn write<S: Sink>(node: &Node<'_>, shape: &Shape, out: &mut Writer<'_, S>) {
    match (&node.kind, shape.kind) {
        (NodeKind::Object(members), Kind::Object(object)) => out.object(|out| {
            for field in object.fields {
                write_field(members, field, out);
            }
            write_unknown(members, object, out);
        }),
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
        (NodeKind::Bool(value), _) => out.boolean(*value),
        (NodeKind::Null | NodeKind::Invalid, _) => out.null(),
    }
}

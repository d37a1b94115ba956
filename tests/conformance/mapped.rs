//! Structs that are mapped to the catalog's operations are written as the catalog's own types are.
//!
//! Both are made of the same random data, right and wrong: the bytes are equal, and so is all that
//! is found, but that of what is mapped the field is named.

mod apptivo;
mod aptania;
mod kapture;
mod mirror;
mod revnue;

use carnet_core::json::Writer;
use carnet_core::parameters::ParameterWriter;
use carnet_core::{EncodeAs, Finding, Mapped, Operation, Profile};
use carnet_testing::fastrand::Rng;
use carnet_wire::{BaseUrl, Encode, EncodeError};
use http::Request;
use mirror::Mirror;

/// How many payloads are made for each operation.
const CASES: u64 = 3_000;

/// Of so many one is made a request of, which takes longer.
const PER_REQUEST: u64 = 40;

/// What a run of cases came across: of each kind there must have been some.
#[derive(Debug, Default)]
struct Seen {
    sent: u32,
    refused: u32,
    named: u32,
}

impl Seen {
    #[track_caller]
    fn assert_some(&self) {
        assert!(
            self.sent > 10 && self.refused > 10 && self.named > 10,
            "{self:?}"
        );
    }
}

/// Compares the requests of a mapped struct with those of the operation that it mirrors, for every
/// case; `unnamed` are the places of findings that come from no one field.
fn compare<T, O>(auth: &O::Auth, base: &BaseUrl, unnamed: &[&str])
where
    O: Operation + Mapped,
    T: Mirror<Catalog = O> + EncodeAs<O> + Mapped,
{
    let mut seen = Seen::default();
    for case in 0..CASES {
        let mapped = T::random(&mut Rng::with_seed(case));
        let catalog = mapped.catalog();
        assert_eq!(text::<O>(&mapped), text::<O>(&catalog), "case {case}");
        if case % PER_REQUEST != 0 {
            continue;
        }
        for profile in Profile::ALL {
            let ours = mapped.encode_under::<O>(profile, auth, base);
            let theirs = catalog.encode_under::<O>(profile, auth, base);
            alike(ours, theirs, unnamed, &mut seen, case);

            let (mut ours, mut theirs) = (vec![b'x'], vec![b'x']);
            let refused = mapped
                .encode_body::<O>(profile, auth, &mut ours)
                .map_err(|error| without_fields(error.findings()));
            let also_refused = catalog
                .encode_body::<O>(profile, auth, &mut theirs)
                .map_err(|error| without_fields(error.findings()));
            assert_eq!((refused, ours), (also_refused, theirs), "case {case}");

            let (ours, theirs) = (mapped.check(profile, auth), catalog.check(profile, auth));
            assert_eq!(
                without_fields(&ours.findings),
                without_fields(&theirs.findings),
                "case {case}"
            );
            names(&ours.findings, unnamed, &mut seen);
        }
    }
    seen.assert_some();
}

/// What is written, as members and as parameters.
fn text<O>(value: &impl EncodeAs<O>) -> (String, String) {
    let mut members = Vec::new();
    Writer::new(&mut members).object(|out| value.write_members(out));
    let mut parameters = Vec::new();
    value.write_parameters(&mut ParameterWriter::new(&mut parameters));
    let text = |bytes| String::from_utf8(bytes).expect("JSON and parameters are UTF-8");
    (text(members), text(parameters))
}

/// The same request, or the same reasons.
fn alike(
    ours: Result<Request<Vec<u8>>, EncodeError>,
    theirs: Result<Request<Vec<u8>>, EncodeError>,
    unnamed: &[&str],
    seen: &mut Seen,
    case: u64,
) {
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            seen.sent += 1;
            assert_eq!(parts(&ours), parts(&theirs), "case {case}");
        }
        (Err(ours), Err(theirs)) => {
            seen.refused += 1;
            assert_eq!(
                without_fields(ours.findings()),
                without_fields(theirs.findings()),
                "case {case}"
            );
            names(ours.findings(), unnamed, seen);
            assert!(theirs.findings().iter().all(|it| it.field.is_none()));
        }
        (ours, theirs) => panic!("case {case}: {ours:?}, and of the catalog {theirs:?}"),
    }
}

fn parts(request: &Request<Vec<u8>>) -> impl PartialEq + std::fmt::Debug {
    (
        request.method().clone(),
        request.uri().clone(),
        request.headers().clone(),
        String::from_utf8_lossy(request.body()).into_owned(),
    )
}

fn without_fields(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let field = None;
            format!(
                "{:?}",
                Finding {
                    field,
                    ..finding.clone()
                }
            )
        })
        .collect()
}

/// Every finding names the field of the struct that it comes from.
fn names(findings: &[Finding], unnamed: &[&str], seen: &mut Seen) {
    for finding in findings {
        let place = finding.at.to_string();
        match &finding.field {
            Some(field) => {
                seen.named += 1;
                assert!(field.contains("::"), "{place}: {field}");
            }
            None => assert!(unnamed.contains(&place.as_str()), "{place}: {finding:?}"),
        }
    }
}

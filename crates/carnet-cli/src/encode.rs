//! `carnet encode`: the HTTP request of a payload, printed and not sent.

use crate::args::EncodeArgs;
use crate::catalog;
use crate::complaint::{Complaint, Outcome};
use crate::redact::Masked;
use crate::render::human::Human;
use crate::{Exit, Streams};
use carnet_core::auth::{self, Auth};
use carnet_core::{Artifact, Contract, Finding, Place, Profile, RuleId, Secret};
use carnet_validate::{Settings, Surface, lint};
use carnet_wire::{BaseUrl, EncodeError, encode_json};
use http::{HeaderValue, Request};
use std::io;
use std::path::Path;

/// Stands for every credential, since none is ever shown.
const CREDENTIAL: &str = "********";

/// Runs `carnet encode`.
pub(crate) fn run(
    catalog: &[&'static Contract],
    args: &EncodeArgs,
    streams: &mut Streams<'_>,
) -> Outcome {
    let contract = catalog::find(catalog, &args.operation)?;
    let profile = args.profile.map_or(Profile::Strict, Profile::from);
    let base = match &args.base {
        Some(base) => BaseUrl::new(base).map_err(|error| bad_base(&error.to_string()))?,
        None => BaseUrl::documented(),
    };
    let mut text = Vec::new();
    let read = streams.input.read_to_end(&mut text);
    read.map_err(|error| Complaint::unreadable(Path::new("-"), error))?;
    match encode_json(contract, &text, &Secret::from(CREDENTIAL), &base, profile) {
        Ok(request) => {
            print(contract, &request, streams)?;
            Ok(Exit::Clean)
        }
        Err(_) if args.base.is_none() && !has_host(contract) => {
            let id = contract.id;
            Err(bad_base(&format!(
                "{id} is served by a host that depends on the account"
            ))
            .into())
        }
        Err(error) if error.findings().is_empty() => Err(bad_base(&error.to_string()).into()),
        Err(error) => {
            refuse(contract, &text, &error, profile, streams)?;
            Ok(Exit::Findings)
        }
    }
}

/// Whether the vendor documents the host, and leaves nothing of it to the caller.
fn has_host(contract: &Contract) -> bool {
    let host = contract.url.split("://").nth(1).unwrap_or_default();
    let host = host.split('/').next().unwrap_or_default();
    !host.contains('{')
}

fn bad_base(message: &str) -> Complaint {
    Complaint::usage(message).with_help("write `--base https://api.example.com`")
}

/// Prints the request, without `Content-Length`: with another credential it would be another.
fn print(
    contract: &Contract,
    request: &Request<Vec<u8>>,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let out = &mut *streams.output;
    let uri = request.uri();
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    writeln!(out, "{} {target} HTTP/1.1", request.method())?;
    if let Some(host) = uri.authority() {
        writeln!(out, "Host: {host}")?;
    }
    for (name, value) in request.headers() {
        let value = if value.is_sensitive() {
            masked_header(contract.auth)
        } else {
            visible_header(value)
        };
        writeln!(out, "{name}: {value}")?;
    }
    let report = lint(
        contract,
        Artifact::RequestBody,
        request.body(),
        &Settings::default(),
    );
    let body = Masked::new(request.body(), &report.secrets).whole();
    writeln!(out, "\n{body}")
}

fn masked_header(auth: Auth) -> String {
    match auth {
        Auth::Header(scheme) => format!("{scheme} {CREDENTIAL}"),
        Auth::None | Auth::Body(_) | Auth::Query(_) => CREDENTIAL.to_owned(),
    }
}

fn visible_header(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

/// Prints what keeps the payload from being sent, with its places in the text that was read.
fn refuse(
    contract: &Contract,
    text: &[u8],
    error: &EncodeError,
    profile: Profile,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let settings = Settings {
        profile,
        surface: Surface::Wire,
        ..Settings::default()
    };
    let report = lint(contract, Artifact::RequestBody, text, &settings);
    let masked = Masked::new(text, &report.secrets);
    let mut findings = report.findings;
    findings.retain(|finding| !is_supplied(contract, finding));
    if findings.is_empty() {
        // The encoder alone refused: its findings are about a body that nobody has typed.
        findings.extend(error.findings().iter().cloned().map(|finding| Finding {
            span: None,
            ..finding
        }));
    }
    let human = Human::for_errors(streams.style, profile);
    for mut finding in findings {
        masked.hide_in(&mut finding);
        human.finding(streams.errors, "-", &finding, &masked, profile)?;
    }
    let id = contract.id;
    writeln!(
        streams.errors,
        "nothing encoded: {id} does not take this payload ({profile})"
    )
}

/// Whether a finding misses a credential, which the payload is not to hold.
fn is_supplied(contract: &Contract, finding: &Finding) -> bool {
    let mut fields = auth::fields(contract.auth).iter();
    finding.rule == RuleId::Required
        && fields.any(|field| finding.at == Place::default().member(field.name))
}

//! `carnet encode`: the HTTP request of a payload, printed and not sent.

mod locate;

use crate::args::EncodeArgs;
use crate::catalog;
use crate::complaint::{Complaint, Outcome};
use crate::redact::Shown;
use crate::render::human::Human;
use crate::{Exit, Streams};
use carnet_core::auth;
use carnet_core::contract::Carrier;
use carnet_core::shape::Assertion;
use carnet_core::{Artifact, Contract, Finding, Place, Profile, RuleId, Secret};
use carnet_validate::masked::{CREDENTIAL, Masked};
use carnet_validate::{Report, Settings, Surface, lint};
use carnet_wire::{BaseUrl, Credentials, EncodeError, Redacted, encode_json, encode_json_form};
use http::Request;
use std::collections::BTreeMap;
use std::env;
use std::io;
use std::path::Path;

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
    let credentials = credentials(contract, &args.credentials)?;
    let mut text = Vec::new();
    let read = streams.input.read_to_end(&mut text);
    read.map_err(|error| Complaint::unreadable(Path::new("-"), error))?;
    let encode = if args.form {
        encode_json_form
    } else {
        encode_json
    };
    match encode(contract, &text, credentials, &base, profile) {
        Ok(request) => {
            print(contract, &request, profile, streams)?;
            Ok(Exit::Clean)
        }
        Err(error) if error.findings().is_empty() => {
            Err(not_encoded(contract, &error, args).into())
        }
        Err(error) => {
            refuse(contract, &text, &error, profile, streams)?;
            Ok(Exit::Findings)
        }
    }
}

/// The credentials from the environment, and stars for those that the command line does not name.
fn credentials(contract: &Contract, asked: &[(String, String)]) -> Result<Credentials, Complaint> {
    let names = Credentials::names(contract).collect::<Vec<_>>();
    let stars = names
        .iter()
        .map(|&name| (name, Secret::from(stand_in(contract, name))));
    let mut all: BTreeMap<&str, Secret> = stars.collect();
    for (name, variable) in asked {
        let Some(secret) = all.get_mut(name.as_str()) else {
            let message = format!("{} takes no credential `{name}`", contract.id);
            let help = match names[..] {
                [] => "it takes none".to_owned(),
                _ => format!("it takes `{}`", names.join("` and `")),
            };
            let complaint = Complaint::usage(message).with_help(help);
            return Err(complaint.did_you_mean(name, names));
        };
        let value = env::var(variable).map_err(|_| {
            Complaint::usage(format!(
                "the environment variable `{variable}` holds no text"
            ))
            .with_help(format!("set it to the credential `{name}`"))
        })?;
        *secret = value.into();
    }
    Ok(Credentials::new(all))
}

/// What stands for a credential that is not given: stars, as many as the contract lets it have, or
/// the example of its format. It is never printed.
fn stand_in(contract: &Contract, name: &str) -> String {
    let mut fields = auth::fields(contract.auth).iter();
    let Some(field) = fields.find(|field| field.name == name) else {
        return CREDENTIAL.to_owned();
    };
    let (mut least, mut most) = (0, u32::MAX);
    for check in field.shape.all_checks() {
        match check.assertion {
            Assertion::Format(format) => return format.example.to_owned(),
            Assertion::MinLength(length) => least = length,
            Assertion::MaxLength(length) | Assertion::MaxUtf16Length(length) => most = length,
            _ => {}
        }
    }
    let length = CREDENTIAL.len().max(least as usize).min(most as usize);
    "*".repeat(length)
}

fn bad_base(message: &str) -> Complaint {
    Complaint::usage(message).with_help("write `--base https://api.example.com`")
}

/// What is wrong with the call, where the payload is not.
fn not_encoded(contract: &Contract, error: &EncodeError, args: &EncodeArgs) -> Complaint {
    let complaint = Complaint::usage(error.to_string());
    if error.bad_base_url().is_some() {
        bad_base(&error.to_string())
    } else if args.form {
        complaint.with_help("leave out `--form`")
    } else if contract.carrier == Carrier::Parameters {
        complaint.with_help("write `--form`")
    } else {
        complaint
    }
}

/// Prints the request without its credentials.
fn print(
    contract: &Contract,
    request: &Request<Vec<u8>>,
    profile: Profile,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    write!(streams.output, "{}", Redacted::new(contract, request))?;
    let url = request.uri().to_string();
    let report = check(contract, Artifact::RequestUrl, url.as_bytes(), profile);
    warn_of_length(&report, &url, profile, streams)
}

/// Tells on standard error that the URL is longer than some proxies let pass.
fn warn_of_length(
    report: &Report,
    url: &str,
    profile: Profile,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let human = Human::for_errors(streams.style, profile);
    let masked = Masked::new(url.as_bytes(), &report.secrets);
    let mut findings = report.findings.iter();
    match findings.find(|finding| finding.rule == RuleId::UrlLength) {
        Some(finding) => {
            let finding = Shown::new(unplaced(finding), &[&masked]);
            human.finding(streams.errors, "-", &finding, &masked, profile)
        }
        None => Ok(()),
    }
}

/// A finding without its span, which is in a text that nobody has typed.
fn unplaced(finding: &Finding) -> Finding {
    Finding {
        span: None,
        fix: None,
        ..finding.clone()
    }
}

fn check(contract: &Contract, artifact: Artifact, text: &[u8], profile: Profile) -> Report {
    let settings = Settings {
        profile,
        surface: Surface::Wire,
        ..Settings::default()
    };
    lint(contract, artifact, text, &settings)
}

/// Prints what keeps the payload from being sent, with its places in the text that was read.
fn refuse(
    contract: &Contract,
    text: &[u8],
    error: &EncodeError,
    profile: Profile,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let report = check(contract, Artifact::RequestBody, text, profile);
    let masked = Masked::new(text, &report.secrets);
    let mut findings = match contract.carrier {
        Carrier::JsonBody => report.findings,
        Carrier::Parameters => locate::in_text(text, error.findings()),
    };
    findings.retain(|finding| !is_supplied(contract, finding));
    if findings.is_empty() {
        // The encoder alone refused: its findings are about a body that nobody has typed.
        findings.extend(error.findings().iter().map(unplaced));
    }
    let human = Human::for_errors(streams.style, profile);
    for finding in findings {
        let finding = Shown::new(finding, &[&masked]);
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

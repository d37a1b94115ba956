//! An operation: the call, every member, the rules between members, the replies.

use super::{Page, member, ruling};
use carnet_core::auth::Auth;
use carnet_core::contract::{Body, Carrier, Condition, Reply, TextRuling, Transport};
use carnet_core::{Contract, Discrepancy, Field, Levels, RuleId};
use std::collections::BTreeSet;
use std::io;

/// Prints everything known about an operation.
pub(super) fn explain(contract: &Contract, page: &mut Page<'_>) -> io::Result<()> {
    page.title(contract.id, contract.summary)?;
    page.item("vendor", contract.vendor.name)?;
    page.item("call", &format!("{} {}", contract.method, contract.url))?;
    page.item("credentials", &credentials(contract.auth))?;
    page.item("page", contract.page)?;
    for transport in [
        Transport::Url,
        Transport::Header,
        Transport::Query,
        Transport::Body,
    ] {
        let parameters = contract.parameters().filter(|it| it.transport == transport);
        let names: Vec<_> = parameters.map(|parameter| parameter.name).collect();
        if !names.is_empty() {
            page.item(
                &format!("in {transport}", transport = transport.as_str()),
                &names.join(", "),
            )?;
        }
    }
    page.heading(&request_heading(contract))?;
    body(&contract.request, contract.carrier, page)?;
    for reply in contract.replies {
        let outcome = reply.outcome.as_str();
        let media_type = reply.body.media_type;
        let when = conditions(reply);
        page.heading(&format!("reply-body ({outcome}), {media_type}: {when}"))?;
        body(&reply.body, Carrier::JsonBody, page)?;
    }
    discrepancies(contract, page)
}

/// Where the members of the request travel.
fn request_heading(contract: &Contract) -> String {
    let media_type = contract.request.media_type;
    match contract.carrier {
        Carrier::JsonBody => format!("request-body, {media_type}"),
        Carrier::Parameters => {
            format!("parameters, in the query (request-url) or as {media_type} (request-form)")
        }
    }
}

/// The discrepancies that decide about the operation, and the ids of the vendor's others.
fn discrepancies(contract: &Contract, page: &mut Page<'_>) -> io::Result<()> {
    let mut here = BTreeSet::new();
    ruling::visit(contract, &mut |_, _, said| {
        here.extend(said.discrepancy().map(|discrepancy| discrepancy.id));
    });
    let known = contract.vendor.discrepancies.iter().copied();
    let (here, others): (Vec<&Discrepancy>, Vec<&Discrepancy>) =
        known.partition(|known| here.contains(known.id));
    if !here.is_empty() {
        page.heading("Discrepancies that decide about it")?;
        for discrepancy in here {
            page.item(discrepancy.id, &format!("strict: {}", discrepancy.strict))?;
        }
    }
    if !others.is_empty() {
        page.heading(&format!("Others of {}", contract.vendor.name))?;
        let ids: Vec<_> = others.iter().map(|discrepancy| discrepancy.id).collect();
        page.line(&ids.join(", "))?;
    }
    page.heading("More")?;
    page.line("carnet explain ID, for a discrepancy or a rule")?;
    page.line(&format!("carnet schema {}", contract.id))
}

fn credentials(auth: Auth) -> String {
    match auth {
        Auth::None => "none".to_owned(),
        Auth::Header(scheme) => format!("Authorization: {scheme} <token>"),
        Auth::Body(fields) => format!("in the body: {}", names(fields)),
        Auth::Query(fields) => format!("in the query: {}", names(fields)),
    }
}

fn names(fields: &[Field]) -> String {
    let names: Vec<_> = fields.iter().map(|field| field.name).collect();
    names.join(", ")
}

fn conditions(reply: &Reply) -> String {
    let all: Vec<_> = reply
        .when
        .iter()
        .map(|condition| match condition {
            Condition::Status(first, last) if first == last => format!("HTTP status {first}"),
            Condition::Status(first, last) => format!("HTTP status {first} to {last}"),
            Condition::Prefix(name, prefix) => format!("`{name}` begins with `{prefix}`"),
            Condition::Present(name) => format!("`{name}` is present"),
            Condition::Word(name, words) => {
                format!("`{name}` is `{}`, in any case", words.join("` or `"))
            }
        })
        .collect();
    if all.is_empty() {
        return "any other".to_owned();
    }
    format!("when {}", all.join(" and "))
}

fn body(body: &Body, carrier: Carrier, page: &mut Page<'_>) -> io::Result<()> {
    let (rows, rules) = member::rows(&body.shape, carrier);
    member::print(&rows, page)?;
    for rule in rules {
        page.line(&rule)?;
    }
    for text in body.text {
        let Levels { strict, lenient } = text.ruling.levels;
        let (rule, words, id) = (text.rule, words(text), member::decided(&text.ruling));
        page.line(&format!(
            "text: {rule}, strict {strict}, lenient {lenient}{words}{id}"
        ))?;
    }
    Ok(())
}

/// The texts that a ruling is about.
fn words(text: &TextRuling) -> String {
    if text.words.is_empty() {
        return String::new();
    }
    let words = text.words.join("`, `");
    match text.rule {
        RuleId::Method => format!("; `{words}` is right as well"),
        RuleId::UrlHost => format!(" for hosts under `{words}`; error for all others"),
        _ => format!(" for `{words}`"),
    }
}

//! What of an exchange there is to check.

use crate::exchange::{Body, Exchange, Request, Unread};
use crate::piece::Piece;
use carnet_core::contract::Carrier;
use carnet_core::{Artifact, Contract};

/// A text of an exchange, what it is to a contract, and what is known besides.
///
/// The members beside `piece` are those of the validator's `Context`.
#[derive(Clone, Debug)]
pub struct Part<'t> {
    /// The part of the call that the text is.
    pub artifact: Artifact,
    /// The text. Findings in it lead to the file by [`Piece::span`].
    pub piece: Piece<'t>,
    /// The method of the request; of one part only, so that it is judged once.
    pub method: Option<String>,
    /// The URL that a form is sent to: its parameters count as well.
    pub url: Option<String>,
    /// Where that URL stands in the file: what is found in it has no place in the text.
    pub url_piece: Option<Piece<'t>>,
    /// The HTTP status that a reply came with.
    pub http_status: Option<u16>,
}

impl<'t> Part<'t> {
    fn new(artifact: Artifact, piece: &Piece<'t>) -> Self {
        Self {
            artifact,
            piece: piece.clone(),
            method: None,
            url: None,
            url_piece: None,
            http_status: None,
        }
    }
}

impl<'t> Exchange<'t> {
    /// What of the exchange there is to check against a contract, in the order of the call.
    ///
    /// - Of an operation with a JSON body: the URL with the method, then the body. A request
    ///   without a body has an empty one, behind the URL; one whose body was not read has none.
    /// - Of an operation with parameters: the form body, with the URL it is sent to; or the URL
    ///   alone. A body that is no form is not a part: [`stray_body`](Self::stray_body) has it. Where
    ///   some of the body was not read, neither is a part: parameters would seem to be missing.
    /// - The body of the reply, with its status. A reply without a body is none.
    ///
    /// # Example
    /// See the [crate's](crate) documentation.
    #[must_use]
    pub fn parts(&self, contract: &Contract) -> Vec<Part<'t>> {
        let mut parts = Vec::new();
        if let Some(request) = &self.request {
            match contract.carrier {
                Carrier::JsonBody => json(request, &mut parts),
                Carrier::Parameters => parameters(request, &mut parts),
            }
        }
        if let Some(reply) = &self.reply
            && let Some(body) = reply.body.as_ref().filter(|body| !is_blank(body))
        {
            parts.push(Part {
                http_status: reply.status,
                ..Part::new(Artifact::ReplyBody, &body.text)
            });
        }
        parts
    }

    /// The body of a request that an operation with parameters does not take: it is no form.
    #[must_use]
    pub fn stray_body(&self, contract: &Contract) -> Option<&Body<'t>> {
        let body = self.request.as_ref()?.body.as_ref()?;
        let stray = contract.carrier == Carrier::Parameters && !is_blank(body) && !is_form(body);
        stray.then_some(body)
    }
}

fn json<'t>(request: &Request<'t>, parts: &mut Vec<Part<'t>>) {
    parts.push(Part {
        method: request.method(),
        ..Part::new(Artifact::RequestUrl, &request.url)
    });
    if request.unread.is_some() {
        return;
    }
    let body = request.body.as_ref().map(|body| body.text.clone());
    let body = body.unwrap_or_else(|| Piece::nothing(request.url.full_span().end));
    parts.push(Part::new(Artifact::RequestBody, &body));
}

fn parameters<'t>(request: &Request<'t>, parts: &mut Vec<Part<'t>>) {
    if request.unread == Some(Unread::NotRead) {
        return;
    }
    let form = request.body.as_ref();
    let form = form.filter(|body| !is_blank(body) && is_form(body));
    let method = request.method();
    parts.push(match form {
        Some(form) => Part {
            method,
            url: Some(request.url.to_text().into_owned()),
            url_piece: Some(request.url.clone()),
            ..Part::new(Artifact::RequestForm, &form.text)
        },
        None => Part {
            method,
            ..Part::new(Artifact::RequestUrl, &request.url)
        },
    });
}

/// A body is a form by its media type, or, where that is not known, by its look.
fn is_form(body: &Body<'_>) -> bool {
    match &body.media_type {
        Some(_) => body.is_form() && !body.looks_like_json(),
        None => !body.looks_like_json(),
    }
}

fn is_blank(body: &Body<'_>) -> bool {
    body.text.text().trim_ascii().is_empty()
}

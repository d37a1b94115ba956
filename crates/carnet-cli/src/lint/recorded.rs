//! What is found in a file of recorded calls: each is told apart by the operation it belongs to.

use super::judge::{Found, Judged, secrets_of_url};
use super::pass::{Passes, Sieve};
use crate::Exit;
use crate::against::Against;
use crate::complaint::Complaint;
use crate::target::Target;
use carnet_core::{Contract, Finding, Severity, Span};
use carnet_record::{Exchange, Format, Part, Piece, Recognised, Request, read, recognise};
use carnet_validate::masked::Masked;
use carnet_validate::{Context, Settings, lines, lint};
use std::ops::Range;

/// What is found in every call of a recording.
pub(super) fn judge(target: &Target, sieve: &Sieve, format: Format, file: &[u8]) -> Found {
    let recording = read(format, file);
    let mut calls = Calls {
        target,
        passes: matches!(sieve, Sieve::Recorded).then(Passes::default),
        clean: Vec::new(),
        found: Found {
            secrets: recording.secrets,
            ..Found::default()
        },
        told: Vec::new(),
        open: Vec::new(),
        strangers: 0,
    };
    for problem in recording.problems {
        let exit = match problem.severity {
            Severity::Error => Exit::Io,
            Severity::Warning => Exit::Clean,
            Severity::Info => {
                calls.open.push(problem.span.clone());
                Exit::Clean
            }
        };
        let complaint = Complaint {
            exit,
            severity: problem.severity,
            help: problem.help,
            ..Complaint::warning(problem.message)
        };
        calls.told.push((problem.span.start, complaint));
    }
    for exchange in &recording.exchanges {
        calls.exchange(exchange);
    }
    calls.end(file, recording.exchanges.len())
}

struct Calls<'t, 'f> {
    target: &'t Target,
    /// What clean texts are known by; none where all are explained.
    passes: Option<Passes>,
    /// Texts that were not explained, being clean.
    clean: Vec<(&'static Contract, Part<'f>)>,
    found: Found,
    /// What there is to tell besides findings, with its place.
    told: Vec<(usize, Complaint)>,
    /// What is not known: variables without a value.
    open: Vec<Range<usize>>,
    /// Calls that are like no operation at all.
    strangers: usize,
}

impl<'f> Calls<'_, 'f> {
    fn exchange(&mut self, exchange: &Exchange<'f>) {
        let contract = match (&self.target.against, &exchange.request) {
            (Against::Calls(catalog), Some(request)) => match recognise(catalog, request) {
                Recognised::Contract(contract) => contract,
                // A browser asks so before it calls.
                Recognised::Unknown(misses) if misses.is_empty() || is_preflight(request) => {
                    self.strangers += 1;
                    return;
                }
                missed => {
                    let message = format!("entry {} is not checked: {missed}", exchange.index);
                    let help = Some("name the operation: `--operation ID`".to_owned());
                    let place = request.url.full_span();
                    return self.tell(place, message, help);
                }
            },
            (Against::Calls(_), None) => {
                self.strangers += 1;
                return;
            }
            (against, _) => against.contract(),
        };
        for part in exchange.parts(contract) {
            self.part(exchange.index, contract, part);
        }
        if let Some(body) = exchange.stray_body(contract) {
            let message = format!(
                "entry {}: the body is not checked: it is no form, and {} takes parameters",
                exchange.index, contract.id
            );
            self.tell(body.text.full_span(), message, None);
        }
    }

    fn part(&mut self, entry: usize, contract: &'static Contract, part: Part<'f>) {
        let settings = self.settings(&part);
        let mut judged = Judged {
            entry: Some(entry),
            operation: Some(contract.id),
            ..Judged::new(part.artifact)
        };
        if let Some(passes) = &mut self.passes
            && passes
                .pass(contract, part.artifact, &settings)
                .is_clean(part.piece.text())
        {
            self.clean.push((contract, part));
        } else {
            judged.findings = self.explained(contract, &part, &settings);
        }
        self.found.texts.push(judged);
    }

    /// How a text of a call is judged.
    fn settings(&self, part: &Part<'_>) -> Settings {
        let known = &self.target.settings;
        Settings {
            context: Context {
                // A recording says itself how it was sent, and where to.
                method: part.method.clone(),
                url: part.url.clone(),
                http_status: part.http_status.or(known.context.http_status),
                ..known.context.clone()
            },
            ..known.clone()
        }
    }

    /// What is found in a text of a call, without the credentials in it; where these stand is noted.
    fn explained(
        &mut self,
        contract: &'static Contract,
        part: &Part<'_>,
        settings: &Settings,
    ) -> Vec<Finding> {
        let piece = &part.piece;
        let report = lint(contract, part.artifact, piece.text(), settings);
        let mut findings = report.findings;
        self.target.levels.apply(&mut findings);
        self.hide(piece, &report.secrets, &mut findings);
        if let Some(url) = &part.url_piece {
            self.hide(
                url,
                &secrets_of_url(contract, &url.to_text()),
                &mut findings,
            );
        }
        for finding in &mut findings {
            let place = match (finding.span, &part.url_piece) {
                (Some(span), _) => piece.span(span.start.offset..span.end.offset),
                (None, Some(url)) => url.full_span(),
                (None, None) => piece.full_span(),
            };
            finding.span = Some(unplaced(place));
            // What is certain in the text may have to be quoted otherwise in the recording.
            finding.fix = None;
        }
        findings.retain(|finding| !self.is_open(finding.span));
        findings
    }

    /// A finding shows the file around it, and what clean texts keep secret may stand there.
    fn secrets_of_clean(&mut self) {
        if self.found.texts.iter().all(|it| it.findings.is_empty()) {
            return;
        }
        for (contract, part) in std::mem::take(&mut self.clean) {
            let settings = self.settings(&part);
            self.explained(contract, &part, &settings);
        }
    }

    /// Whether a variable without a value is a part of what a finding is about.
    fn is_open(&self, span: Option<Span>) -> bool {
        span.is_some_and(|span| {
            let (start, end) = (span.start.offset, span.end.offset);
            let mut open = self.open.iter();
            open.any(|open| start < open.end && open.start < end)
        })
    }

    /// Takes credentials out of what findings quote, as they are meant and as the file has them.
    fn hide(&mut self, piece: &Piece<'_>, secrets: &[Range<usize>], findings: &mut [Finding]) {
        if secrets.is_empty() {
            return;
        }
        let masked = Masked::new(piece.text(), secrets);
        for finding in findings {
            masked.hide_in(finding);
        }
        let places = secrets.iter().flat_map(|range| piece.spans(range.clone()));
        self.found.secrets.extend(places);
    }

    fn tell(&mut self, place: Range<usize>, message: String, help: Option<String>) {
        let complaint = Complaint {
            help,
            ..Complaint::warning(message)
        };
        self.told.push((place.start, complaint));
    }

    /// Lines and columns for everything at once, and the calls that nothing was said of.
    fn end(mut self, file: &[u8], calls: usize) -> Found {
        self.secrets_of_clean();
        let findings = self.found.texts.iter().flat_map(|text| &text.findings);
        let spans = findings.filter_map(|finding| finding.span);
        let offsets = spans.flat_map(|span| [span.start.offset, span.end.offset]);
        let told = self.told.iter().map(|(at, _)| *at);
        let positions = lines::positions(file, offsets.chain(told));
        let place = |offset: usize| positions.get(&offset.min(file.len())).copied();
        let findings = self.found.texts.iter_mut();
        for finding in findings.flat_map(|text| &mut text.findings) {
            finding.span = finding.span.and_then(|span| {
                Some(Span {
                    start: place(span.start.offset)?,
                    end: place(span.end.offset)?,
                })
            });
        }
        let path = self.target.text.path().display();
        self.told.sort_by_key(|(at, _)| *at);
        for (offset, complaint) in self.told {
            self.found.told.push(Complaint {
                at: Some(path.to_string()),
                place: place(offset).map(|at| (at.line, at.column)),
                ..complaint
            });
        }
        let of = match (self.strangers, calls) {
            (0, 1..) => return self.found,
            (_, 0) => "no call was found in it".to_owned(),
            (1, calls) => {
                let calls = if calls == 1 {
                    "1 call".to_owned()
                } else {
                    format!("{calls} calls")
                };
                format!("1 of {calls} belongs to no operation, and is not checked")
            }
            (strangers, calls) => {
                format!("{strangers} of {calls} calls belong to no operation, and are not checked")
            }
        };
        let at = Some(path.to_string());
        self.found.told.push(Complaint {
            at,
            ..Complaint::warning(of)
        });
        self.found
    }
}

/// Whether a request only asks whether another may be made.
fn is_preflight(request: &Request<'_>) -> bool {
    request.method().as_deref() == Some("OPTIONS")
}

/// A span whose lines are not known yet.
const fn unplaced(bytes: Range<usize>) -> Span {
    const fn at(offset: usize) -> carnet_core::Position {
        carnet_core::Position {
            offset,
            line: 1,
            column: 1,
        }
    }
    Span {
        start: at(bytes.start),
        end: at(bytes.end),
    }
}

//! Reads recorded requests and replies: lists of URLs, curl commands, `.http` files, raw HTTP/1.1
//! messages, HAR archives.
//!
//! [`read`] takes the bytes of a file and gives its [`Exchange`]s in order, with what could not be
//! read as [`Problem`]s. Every text is a [`Piece`], which leads from its decoded bytes back to the
//! bytes of the file, so that a finding inside is underlined in the file as it is. [`recognise`]
//! says which operation of a catalog a request is, and [`Exchange::parts`] what of it there is to
//! check against that operation's contract.
//!
//! Deliberately absent: files and `@file` arguments (nothing is opened), output, judging what was
//! read, any vendor's knowledge. No input makes it panic; work and memory grow linearly with the
//! file.
//!
//! # Example
//! ```
//! use carnet_record::{Format, read, recognise};
//! use carnet_vendors::CATALOG;
//!
//! let file = br#"
//! curl -X POST https://crm.example.com/api/v2/customer \
//!   -H 'Content-Type: application/json' \
//!   -d '{"name":"Ada"}'
//! "#;
//! let format = Format::of("requests.sh", file).expect("the extension is known");
//! let recording = read(format, file);
//! assert!(recording.problems.is_empty());
//!
//! let exchange = &recording.exchanges[0];
//! let request = exchange.request.as_ref().expect("a curl command is a request");
//! let contract = recognise(CATALOG, request).contract().expect("one operation fits");
//! assert_eq!(contract.id, "revnue.customer.create");
//!
//! let parts = exchange.parts(contract);
//! let named: Vec<_> = parts.iter().map(|part| part.artifact.as_str()).collect();
//! assert_eq!(named, ["request-url", "request-body"]);
//! assert_eq!(parts[1].piece.text(), br#"{"name":"Ada"}"#);
//! assert_eq!(&file[parts[1].piece.span(9..12)], b"Ada");
//! ```
//!
//! # From a finding to the file
//! A validator counts bytes of the text it is given; [`Piece::span`] leads on to the file. Findings
//! about the URL beside a form have no place in the form: they belong to [`Part::url_piece`].
//! Whoever shows the file hides [`Recording::secrets`] and, by [`Piece::spans`], the credentials
//! that the validator reports.
//! ```
//! use carnet_record::{Format, read, recognise};
//! use carnet_validate::{Context, Settings, lint};
//! use carnet_vendors::CATALOG;
//!
//! let file = br#"{"log": {"entries": [{"request": {"method": "POST",
//!   "url": "https://crm.example.com/api/v2/customer", "postData": {"mimeType": "application/json",
//!   "text": "{\"company\":1,\"name\":7,\"category\":1}"}}}]}}"#;
//! let recording = read(Format::Har, file);
//! let exchange = &recording.exchanges[0];
//! let request = exchange.request.as_ref().expect("the entry has a request");
//! let contract = recognise(CATALOG, request).contract().expect("one operation fits");
//! let mut underlined = Vec::new();
//! for part in exchange.parts(contract) {
//!     let settings = Settings {
//!         context: Context {
//!             method: part.method,
//!             url: part.url,
//!             http_status: part.http_status,
//!             ..Context::default()
//!         },
//!         ..Settings::default()
//!     };
//!     for finding in lint(contract, part.artifact, part.piece.text(), &settings).findings {
//!         let span = finding.span.expect("there is no form");
//!         let span = part.piece.span(span.start.offset..span.end.offset);
//!         underlined.push((finding.rule.as_str(), &file[span]));
//!     }
//! }
//! assert_eq!(underlined, [("type", &b"7"[..])]);
//! ```

mod credential;
mod curl;
mod exchange;
mod format;
mod har;
mod http_file;
mod json;
mod message;
mod part;
mod piece;
mod problem;
mod recognise;
mod recording;
mod url_list;

pub use exchange::{Body, Exchange, Header, Reply, Request, Unread};
pub use format::Format;
pub use part::Part;
pub use piece::Piece;
pub use problem::Problem;
pub use recognise::{Difference, NearMiss, Recognised, recognise};
pub use recording::{Recording, read};

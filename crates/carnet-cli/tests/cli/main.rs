//! The command, run as a library on a contract of its own, and a few times as a process.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod acme;
#[cfg(unix)]
mod action;
mod binary;
mod book;
mod config;
mod context;
mod diff;
mod encode;
mod explain;
mod fix;
mod formats;
mod hostile;
mod human;
mod init;
mod input;
mod json;
mod levels;
mod mixed;
mod network;
#[cfg(feature = "net")]
mod network_http;
mod own_schema;
mod parameters;
mod progress;
mod recorded;
mod records;
mod run;
mod sarif;
mod secrets;
mod shell;
mod tree;
mod walking;
mod watch;

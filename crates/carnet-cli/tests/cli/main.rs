//! The command, run as a library on a contract of its own, and a few times as a process.

mod acme;
mod binary;
mod config;
mod context;
mod explain;
mod human;
mod input;
mod json;
mod run;
mod secrets;
mod tree;
mod walking;

//! Everything that `carnet-validate` promises, on contracts written by hand.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]
#![allow(
    clippy::format_collect,
    clippy::single_range_in_vec_init,
    clippy::unnecessary_to_owned,
    reason = "tests read best when they say plainly what they mean"
)]

mod adopting;
mod chain;
mod clean;
mod contract;
mod decoding;
mod documentation;
mod fix;
mod fix_property;
mod form;
mod hostile;
mod key;
mod object;
mod parameter;
mod reading;
mod recovery;
mod reply;
mod secret;
mod statement;
mod text;
mod union;
mod url;
mod url_contract;
mod url_parameter;
mod url_property;
mod url_rule;
mod url_secret;
mod value;
mod watch;

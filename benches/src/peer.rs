//! What people use today for the same questions.

pub(crate) mod schema;
pub(crate) mod skip;
pub(crate) mod typed;

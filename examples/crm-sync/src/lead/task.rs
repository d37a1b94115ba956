//! What is to be done.

use super::SYNC_USER;
use carnet::{Encode, aptania};
use jiff::civil::{Date, Time};
use serde::Deserialize;

/// Something to be done for a lead.
#[derive(Clone, Debug, Deserialize, Encode)]
#[serde(deny_unknown_fields)]
#[carnet(to(
    aptania::create_account::Action,
    set(ActionTypeID = "1", ActionAssignedToUserID = SYNC_USER)
))]
pub struct Task {
    /// What.
    #[carnet(aptania = "ActionText")]
    pub what: String,
    /// On which day; Aptania writes the day first, which the contract says and nothing here.
    #[carnet(aptania = "ActionDate")]
    pub on: Date,
    /// At what time.
    #[carnet(aptania = "ActionTime")]
    pub at: Time,
}

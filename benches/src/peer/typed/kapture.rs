//! A reply of Kapture with the records that were found.

use super::format;
use garde::Validate;
use serde::Deserialize;

/// The customers that were found.
#[derive(Deserialize, Validate)]
#[garde(allow_unvalidated)]
pub(crate) struct Found {
    #[garde(dive)]
    pub(crate) message: Vec<Record>,
    pub(crate) status: Option<LowercaseSuccess>,
}

/// That the vendor did what was asked.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LowercaseSuccess {
    Success,
}

/// A customer as the vendor has stored it.
#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct Record {
    pub(crate) id: i64,
    pub(crate) cm_id: Option<i64>,
    pub(crate) is_organization: Option<bool>,
    pub(crate) name: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) state: Option<String>,
    pub(crate) city: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) current_status: Option<String>,
    #[garde(custom(format::text_time))]
    pub(crate) generation_date: Option<String>,
    pub(crate) creator_id: Option<i64>,
    pub(crate) channel_partner_id: Option<i64>,
    pub(crate) rate_plan_id: Option<i64>,
    pub(crate) is_channel_partner: Option<bool>,
    pub(crate) pin_code: Option<String>,
    pub(crate) campaign_id: Option<i64>,
    pub(crate) campaign_item_id: Option<i64>,
    pub(crate) campaign_activity_id: Option<i64>,
    pub(crate) total_no_of_enquiries: Option<i64>,
    pub(crate) feedback_on_customer: Option<String>,
    #[garde(dive)]
    pub(crate) contacts: Option<Vec<Contact>>,
    pub(crate) image_reference_id: Option<String>,
    pub(crate) classification: Option<String>,
    pub(crate) customer_type: Option<String>,
    pub(crate) customer_level: Option<i64>,
    pub(crate) zone: Option<i64>,
    pub(crate) company_parent_id: Option<i64>,
    pub(crate) assigned_to_id: Option<i64>,
    pub(crate) max_credit_amt: Option<f64>,
    pub(crate) max_credit_period: Option<i64>,
    pub(crate) history_emp_id: Option<i64>,
    pub(crate) channel_partner_emp_id: Option<i64>,
    pub(crate) deleted: Option<bool>,
    pub(crate) company_status: Option<String>,
    pub(crate) is_existing_customer: Option<bool>,
    pub(crate) is_existing_contact: Option<bool>,
    pub(crate) sync_status: Option<bool>,
    pub(crate) syncd_location_id: Option<String>,
    pub(crate) cross_remarks: Option<String>,
    pub(crate) synced_step_number: Option<i64>,
    pub(crate) out_standing_amount: Option<f64>,
    pub(crate) sales_admin_zone: Option<i64>,
    pub(crate) referral_id: Option<i64>,
    pub(crate) status: Option<LowercaseSuccess>,
}

/// A person at a customer.
#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct Contact {
    pub(crate) id: i64,
    pub(crate) cm_id: Option<i64>,
    pub(crate) lead_id: Option<i64>,
    pub(crate) contact_person: Option<String>,
    pub(crate) gender: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) is_primary_contact: Option<bool>,
    pub(crate) is_active: Option<bool>,
    #[garde(dive)]
    pub(crate) generation_date: Option<Calendar>,
    pub(crate) parent_contact_id: Option<i64>,
    pub(crate) sub_office_id: Option<i64>,
    pub(crate) creator_id: Option<i64>,
    pub(crate) age: Option<i64>,
    pub(crate) marital_status: Option<String>,
    pub(crate) is_guest: Option<bool>,
    pub(crate) enquiry_id: Option<i64>,
}

/// A date and a time of day, its months counted from zero.
#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct Calendar {
    #[garde(range(min = 0, max = 9999))]
    pub(crate) year: i64,
    #[garde(range(min = 0, max = 11))]
    pub(crate) month: i64,
    #[garde(range(min = 1, max = 31), custom(format::day_of(self.year, self.month)))]
    pub(crate) day_of_month: i64,
    #[garde(range(min = 0, max = 23))]
    pub(crate) hour_of_day: i64,
    #[garde(range(min = 0, max = 59))]
    pub(crate) minute: i64,
    #[garde(range(min = 0, max = 59))]
    pub(crate) second: i64,
}

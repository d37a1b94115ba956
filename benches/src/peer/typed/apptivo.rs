//! A customer of Apptivo.

mod attribute;
mod reach;

use super::format;
use attribute::CustomAttribute;
use garde::Validate;
use reach::{Address, Email, Phone};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// A member that stands there, be it with `null`.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A customer, as a parameter holds it.
#[derive(Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub(crate) struct Customer {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) custom_attributes: Option<Vec<CustomAttribute>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) customer_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customer_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customer_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customer_category: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) customer_category_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) status_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) default_billing_currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) assignee_object_ref_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) assignee_object_ref_id: Option<Option<i64>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) assignee_object_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phone_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) contact_email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) skype_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) parent_customer_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) parent_customer_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) employee_range: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) employee_range_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ticker_symbol: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) annual_revenue: Option<Option<f64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) annual_revenue_currency_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) campaign_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) campaign_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) credit_rating: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) market_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) market_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) segment_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) segment_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) industry_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) industry_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) payment_term: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) payment_term_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ownership: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sla_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) sla_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_unsubscribed: Option<YesNo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) accounts: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) territories: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_bounced: Option<YesNo>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) bounced_reason: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_responded: Option<YesNo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sync_to_google: Option<YesNo>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) follow_up_date: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) follow_up_description: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created_by_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_updated_by_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(format::timestamp))]
    pub(crate) creation_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(custom(format::timestamp))]
    pub(crate) last_update_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_existing_customer: Option<YesNo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_affiliate: Option<YesNo>,
    #[serde(rename = "faceBookURL", skip_serializing_if = "Option::is_none")]
    pub(crate) facebook_url: Option<String>,
    #[serde(rename = "twitterURL", skip_serializing_if = "Option::is_none")]
    pub(crate) twitter_url: Option<String>,
    #[serde(rename = "linkedInURL", skip_serializing_if = "Option::is_none")]
    pub(crate) linkedin_url: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) created_by: Option<Option<i64>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) last_updated_by: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) phone_numbers: Option<Vec<Phone>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) remove_phone_numbers: Option<Vec<Phone>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) email_addresses: Option<Vec<Email>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive)]
    pub(crate) addresses: Option<Vec<Address>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) last_contacted_date: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) remove_labels: Option<Vec<Value>>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) affiliate_logo_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) support_plan_name: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) support_plan_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(dive, custom(distinct(self.email_addresses.as_deref())))]
    pub(crate) remove_email_addresses: Option<Vec<Email>>,
}

/// A flag as a letter.
#[derive(Deserialize, Serialize)]
pub(crate) enum YesNo {
    Y,
    N,
}

/// No address is both there and to be removed.
fn distinct(kept: Option<&[Email]>) -> impl FnOnce(&Option<Vec<Email>>, &()) -> garde::Result + '_ {
    move |removed, ()| {
        let both = removed.iter().flatten().any(|removed| {
            let id = removed.communication_id;
            let mut kept = kept.into_iter().flatten();
            id.is_some() && kept.any(|kept| kept.communication_id == id)
        });
        if both {
            return Err(garde::Error::new(
                "an address is both there and to be removed",
            ));
        }
        Ok(())
    }
}

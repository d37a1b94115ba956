//! What Apptivo's two updates have in common: the parameters, and the rules that tie them.

use super::customer::{Customer, Id};
use super::discrepancies::*;
use carnet_core::format::Format;
use carnet_core::{Member, Payload};

/// The parameters of an update.
///
/// They say thrice what is to change: the attributes, their ids, and a flag for some. That is why
/// they are private: whoever says what to update gets all three.
#[derive(Clone, Debug, PartialEq, Payload)]
#[serde(rename_all = "camelCase")]
#[allow(
    clippy::struct_field_names,
    reason = "the fields are named as the parameters are"
)]
#[carnet(
    open,
    page = "https://www.apptivo.com/developer-api/customers-api-reference/updatecustomer/",
    section = "Request Parameters",
    demanded("/customerData/customerId", strict = error, lenient = warning, strength = inferred),
    equal(customer_id, "/customerData/customerId", decided_by = AP_11),
    same_length(attribute_name, attribute_ids, decided_by = AP_15),
    null_opposite(attribute_ids, attribute_name, "address", decided_by = AP_14),
    listed_requires_true(attribute_name, "address", is_address_update, decided_by = AP_17, lenient = error),
    listed_requires_true(attribute_name, "phoneNumbers", is_phone_number_update, decided_by = AP_17),
    listed_requires_true(attribute_name, "emailAddresses", is_email_address_update, decided_by = AP_09),
    true_requires_listed(is_address_update, attribute_name, "address", decided_by = AP_17, strict = warning, lenient = info),
    true_requires_listed(is_phone_number_update, attribute_name, "phoneNumbers", decided_by = AP_17, strict = warning, lenient = info),
    true_requires_listed(is_email_address_update, attribute_name, "emailAddresses", decided_by = AP_17, strict = warning, lenient = info)
)]
pub struct Update {
    /// The customer.
    #[carnet(mismatch, see(AP_37, AP_43, AP_45))]
    customer_data: Customer,
    /// ID of the customer.
    #[carnet(required(decided_by = AP_10))]
    customer_id: i64,
    /// What changes.
    #[carnet(
        required(decided_by = AP_10, lenient = warning),
        min_items = 1,
        alias("attributeNames", decided_by = AP_07)
    )]
    attribute_name: Vec<AttributeName>,
    /// IDs of what changes, in the same order.
    #[carnet(required(decided_by = AP_10, strict = warning, lenient = allow))]
    attribute_ids: Option<Vec<Option<String>>>,
    /// Whether the address changes.
    #[carnet(reading(LooseFlag, decided_by = AP_16), mismatch(decided_by = AP_16, lenient = error))]
    is_address_update: Option<bool>,
    /// Whether the telephone numbers change.
    #[carnet(reading(LooseFlag, decided_by = AP_16), mismatch(decided_by = AP_16, lenient = error))]
    is_phone_number_update: Option<bool>,
    /// Whether the addresses to write to change.
    #[carnet(reading(LooseFlag, decided_by = AP_16), mismatch(decided_by = AP_16, lenient = error))]
    is_email_address_update: Option<bool>,
    /// What the record is: 3 is a customer; the page's template has the number of leads.
    #[carnet(const(3, decided_by = AP_08))]
    object_id: Option<i64>,
}

/// Name of an attribute of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
#[carnet(format(ATTRIBUTE_NAME, decided_by = AP_13))]
pub struct AttributeName(pub String);

const ATTRIBUTE_NAME: Format = Format {
    name: "attribute-name",
    expects: "the name of an attribute: the one of `addresses` is `address`",
    example: "address",
    check: |text| text != "addresses",
    keyword: None,
    pattern: Some("^(?!addresses$)"),
};

/// A flag in quotes, or in another case.
#[derive(Clone, Debug, PartialEq, Eq, Payload)]
#[carnet(format = LOOSE_FLAG)]
pub struct LooseFlag(pub String);

const LOOSE_FLAG: Format = Format {
    name: "loose-flag",
    expects: "true or false, in any case, in quotes or not",
    example: "True",
    check: |text| {
        let bare = [['"', '"'], ['\'', '\''], ['“', '”']]
            .iter()
            .find_map(|[open, close]| text.strip_prefix(*open)?.strip_suffix(*close));
        let bare = bare.unwrap_or(text);
        bare.eq_ignore_ascii_case("true") || bare.eq_ignore_ascii_case("false")
    },
    keyword: None,
    pattern: None,
};

impl Update {
    /// An update of the customer with this id, which changes nothing yet.
    #[must_use]
    pub(super) fn new(customer_id: i64) -> Self {
        Self {
            customer_data: Customer {
                customer_id: Member::Value(Id(customer_id)),
                ..Customer::default()
            },
            customer_id,
            attribute_name: Vec::new(),
            attribute_ids: Some(Vec::new()),
            is_address_update: None,
            is_phone_number_update: None,
            is_email_address_update: None,
            object_id: None,
        }
    }

    /// The customer, with what changes and with what else the account wants to be sent.
    ///
    /// Its id stays what it is.
    pub(super) fn customer(&mut self, fill: impl FnOnce(&mut Customer)) {
        fill(&mut self.customer_data);
        self.customer_data.customer_id = Member::Value(Id(self.customer_id));
    }

    /// Lists an attribute that changes, and its id, once.
    pub(super) fn list(&mut self, name: &str, id: Option<&str>) {
        let id = id.map(str::to_owned);
        let ids = self.attribute_ids.get_or_insert_default();
        let place = self.attribute_name.iter().position(|it| it.0 == name);
        if let Some(place) = place {
            ids[place] = id;
        } else {
            self.attribute_name.push(AttributeName(name.to_owned()));
            ids.push(id);
        }
        match name {
            "address" => self.is_address_update = Some(true),
            "phoneNumbers" => self.is_phone_number_update = Some(true),
            "emailAddresses" => self.is_email_address_update = Some(true),
            _ => {}
        }
    }
}

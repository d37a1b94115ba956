//! Where a lead is.

use crate::ledgerly;
use carnet::{Encode, apptivo};
use serde::Deserialize;

/// A postal address.
///
/// Mapped to what stands for an address at two vendors. The names of the targets are those of the
/// lead's, so that a field of this type finds its form.
#[derive(Clone, Debug, Deserialize, Encode)]
#[serde(deny_unknown_fields)]
#[carnet(
    to(
        apptivo::customer::Address,
        set(
            addressAttributeId = "address_section_attr_id",
            addressType = "Billing Address",
            addressTypeCode = "1",
            addressGroupName = "Address1"
        )
    ),
    to(ledgerly::PostalAddress)
)]
pub struct Address {
    /// First line.
    #[carnet(apptivo = "addressLine1", ledgerly = "street")]
    pub line_1: String,
    /// Second line.
    #[carnet(apptivo = "addressLine2")]
    pub line_2: Option<String>,
    /// Town.
    #[carnet(apptivo = "city", ledgerly = "town")]
    pub town: String,
    /// County.
    #[carnet(apptivo = "county")]
    pub county: String,
    /// Postcode.
    #[carnet(apptivo = "zipCode", ledgerly = "postcode")]
    pub postcode: String,
    /// Country.
    #[carnet(apptivo = "countryCode", ledgerly = "country")]
    pub country: Country,
}

impl Address {
    pub(crate) fn line_1(&self) -> &str {
        &self.line_1
    }

    pub(crate) fn line_2(&self) -> Option<&str> {
        self.line_2.as_deref()
    }

    /// For Aptania, which requires a second line: an empty one is worth a warning there, `None` would
    /// not compile.
    pub(crate) fn line_2_or_empty(&self) -> &str {
        self.line_2.as_deref().unwrap_or_default()
    }

    pub(crate) fn town(&self) -> &str {
        &self.town
    }

    pub(crate) fn county(&self) -> &str {
        &self.county
    }

    pub(crate) fn postcode(&self) -> &str {
        &self.postcode
    }

    pub(crate) fn country(&self) -> Country {
        self.country
    }
}

/// A country that we sell to: a number, an id in quotes, a name or a code, as the vendor has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Encode)]
#[serde(rename_all = "lowercase")]
pub enum Country {
    /// Germany.
    #[carnet(
        revnue = 276,
        kapture = "Germany",
        aptania = "49",
        apptivo = "DE",
        ledgerly = "DE"
    )]
    De,
    /// United Kingdom.
    #[carnet(
        revnue = 826,
        kapture = "United Kingdom",
        aptania = "77",
        apptivo = "GB",
        ledgerly = "GB"
    )]
    Gb,
}

//! Apptivo: parameters that hold JSON, in the URL and in a form.

use super::mirror::{Amount, Mirror, mirror};
use super::{CASES, PER_REQUEST, Seen, alike, compare, without_fields};
use carnet_core::{Encode, Member, Profile};
use carnet_testing::fastrand::Rng;
use carnet_vendors::apptivo;
use carnet_vendors::apptivo::customer::{CustomAttribute, Id, Unexplained, YesNo};
use carnet_vendors::apptivo::{Keys, OtherParameters};
use carnet_wire::{BaseUrl, EncodeForm};
use serde_json::Value;

/// The parameters beside the customer, none of which but one is documented.
#[derive(Encode)]
#[carnet(crate = carnet_core, to(apptivo::CreateCustomer))]
struct Call {
    #[carnet(apptivo = "isCustomAttributesUpdate")]
    changes: Option<String>,
    #[carnet(apptivo = "sessionKey")]
    session: Option<String>,
    #[carnet(apptivo = "appId")]
    app: Option<String>,
    #[carnet(apptivo = "userName")]
    user: Option<String>,
    #[carnet(apptivo = "BaseURL")]
    base: Option<String>,
    #[carnet(apptivo = "objectId")]
    object: Option<i64>,
    #[carnet(apptivo = "customerData")]
    customer: Client,
}

impl Mirror for Call {
    type Catalog = apptivo::CreateCustomer;

    fn random(rng: &mut Rng) -> Self {
        Self {
            changes: Mirror::random(rng),
            session: Mirror::random(rng),
            app: Mirror::random(rng),
            user: Mirror::random(rng),
            base: Mirror::random(rng),
            object: [None, Some(3), Some(3), Some(4)][rng.usize(..4)],
            customer: Mirror::random(rng),
        }
    }

    fn catalog(&self) -> apptivo::CreateCustomer {
        apptivo::CreateCustomer {
            customer_data: self.customer.catalog(),
            object_id: self.object,
            others: OtherParameters {
                base_url: self.base.catalog(),
                user_name: self.user.catalog(),
                app_id: self.app.catalog(),
                session_key: self.session.catalog(),
                is_custom_attributes_update: self.changes.catalog(),
            },
        }
    }
}

mirror! {
    Client as apptivo::customer::Customer {
        remove_email_addresses: Option<Vec<Mail>> = "removeEmailAddresses" => remove_email_addresses;
        support_plan_id: Member<Number> = "supportPlanId" => support_plan_id;
        support_plan_name: Option<String> = "supportPlanName" => support_plan_name;
        affiliate_logo_id: Member<Number> = "affiliateLogoId" => affiliate_logo_id;
        remove_labels: Option<Vec<Value>> = "removeLabels" => remove_labels;
        last_contacted_date: Member<String> = "lastContactedDate" => last_contacted_date;
        addresses: Option<Vec<Home>> = "addresses" => addresses;
        email_addresses: Option<Vec<Mail>> = "emailAddresses" => email_addresses;
        remove_phone_numbers: Option<Vec<Phone>> = "removePhoneNumbers" => remove_phone_numbers;
        phone_numbers: Option<Vec<Phone>> = "phoneNumbers" => phone_numbers;
        labels: Option<Vec<Value>> = "labels" => labels;
        last_updated_by: Member<Number> = "lastUpdatedBy" => last_updated_by;
        created_by: Member<Number> = "createdBy" => created_by;
        linkedin_url: Option<String> = "linkedInURL" => linkedin_url;
        twitter_url: Option<String> = "twitterURL" => twitter_url;
        facebook_url: Option<String> = "faceBookURL" => facebook_url;
        is_affiliate: Option<Flag> = "isAffiliate" => is_affiliate;
        is_existing_customer: Option<Flag> = "isExistingCustomer" => is_existing_customer;
        last_update_date: Option<String> = "lastUpdateDate" => last_update_date;
        creation_date: Option<String> = "creationDate" => creation_date;
        last_updated_by_name: Option<String> = "lastUpdatedByName" => last_updated_by_name;
        created_by_name: Option<String> = "createdByName" => created_by_name;
        follow_up_description: Member<String> = "followUpDescription" => follow_up_description;
        follow_up_date: Member<String> = "followUpDate" => follow_up_date;
        sync_to_google: Option<Flag> = "syncToGoogle" => sync_to_google;
        is_responded: Option<Flag> = "isResponded" => is_responded;
        bounced_reason: Member<String> = "bouncedReason" => bounced_reason;
        is_bounced: Option<Flag> = "isBounced" => is_bounced;
        territories: Option<Vec<Value>> = "territories" => territories;
        accounts: Option<Vec<Value>> = "accounts" => accounts;
        is_unsubscribed: Option<Flag> = "isUnsubscribed" => is_unsubscribed;
        sla_id: Member<Number> = "slaId" => sla_id;
        sla_name: Option<String> = "slaName" => sla_name;
        ownership: Option<String> = "ownership" => ownership;
        payment_term_id: Member<Number> = "paymentTermId" => payment_term_id;
        payment_term: Option<String> = "paymentTerm" => payment_term;
        industry_id: Member<Number> = "industryId" => industry_id;
        industry_name: Option<String> = "industryName" => industry_name;
        segment_id: Member<Number> = "segmentId" => segment_id;
        segment_name: Option<String> = "segmentName" => segment_name;
        market_id: Member<Number> = "marketId" => market_id;
        market_name: Option<String> = "marketName" => market_name;
        credit_rating: Option<String> = "creditRating" => credit_rating;
        campaign_id: Member<Number> = "campaignId" => campaign_id;
        campaign_name: Option<String> = "campaignName" => campaign_name;
        annual_revenue_currency_code: Option<String> = "annualRevenueCurrencyCode" => annual_revenue_currency_code;
        annual_revenue: Member<Amount> = "annualRevenue" => annual_revenue;
        ticker_symbol: Option<String> = "tickerSymbol" => ticker_symbol;
        website: Option<String> = "website" => website;
        employee_range_id: Member<Number> = "employeeRangeId" => employee_range_id;
        employee_range: Option<String> = "employeeRange" => employee_range;
        parent_customer_id: Member<Number> = "parentCustomerId" => parent_customer_id;
        parent_customer_name: Option<String> = "parentCustomerName" => parent_customer_name;
        skype_name: Option<String> = "skypeName" => skype_name;
        contact_email: Option<String> = "contactEmail" => contact_email;
        phone_number: Option<String> = "phoneNumber" => phone_number;
        description: Option<String> = "description" => description;
        assignee_object_id: Member<Number> = "assigneeObjectId" => assignee_object_id;
        assignee_object_ref_id: Member<Number> = "assigneeObjectRefId" => assignee_object_ref_id;
        assignee_object_ref_name: Option<String> = "assigneeObjectRefName" => assignee_object_ref_name;
        default_billing_currency: Option<String> = "defaultBillingCurrency" => default_billing_currency;
        status_id: Member<Number> = "statusId" => status_id;
        status_name: Option<String> = "statusName" => status_name;
        customer_category_id: Member<Number> = "customerCategoryId" => customer_category_id;
        customer_category: Option<String> = "customerCategory" => customer_category;
        customer_number: Option<String> = "customerNumber" => customer_number;
        customer_name: Option<String> = "customerName" => customer_name;
        customer_id: Member<Number> = "customerId" => customer_id;
        custom_attributes: Option<Vec<Own>> = "customAttributes" => custom_attributes;
    }
}

mirror! {
    Own as apptivo::customer::CustomAttribute {
        undefined: Option<String> = "undefined" => undefined;
        t: Option<Letter> = "t" => t;
        attribute_values: Option<Vec<Choice>> = "attributeValues" => attribute_values;
        field_type: Option<String> = "fieldType" => field_type;
        custom_attribute_name: Option<String> = "customAttributeName" => custom_attribute_name;
        custom_attribute_tag_name: Option<String> = "customAttributeTagName" => custom_attribute_tag_name;
        custom_attribute_type: Option<String> = "customAttributeType" => custom_attribute_type;
        custom_attribute_value: Option<String> = "customAttributeValue" => custom_attribute_value;
        custom_attribute_id: String = "customAttributeId" => custom_attribute_id;
        ..CustomAttribute::default()
    }
}

mirror! {
    Choice as apptivo::customer::AttributeValue {
        color: Option<String> = "color" => color;
        shape: Option<String> = "shape" => shape;
        attribute_value: Option<String> = "attributeValue" => attribute_value;
        attribute_id: Option<String> = "attributeId" => attribute_id;
    }
}

mirror! {
    Phone as apptivo::customer::Phone {
        communication_id: Option<Number> = "communicationId" => communication_id;
        id: Option<String> = "id" => id;
        code: Option<String> = "phoneTypeCode" => phone_type_code;
        sort: Option<String> = "phoneType" => phone_type;
        number: String = "phoneNumber" => phone_number;
    }
}

mirror! {
    Mail as apptivo::customer::Email {
        communication_id: Option<Number> = "communicationId" => communication_id;
        id: Option<String> = "id" => id;
        email_type: Option<String> = "emailType" => email_type;
        email_type_code: Option<String> = "emailTypeCode" => email_type_code;
        email_address: String = "emailAddress" => email_address;
    }
}

mirror! {
    Home as apptivo::customer::Address {
        is_added: Option<bool> = "isAdded" => is_added;
        address_group_name: Option<String> = "addressGroupName" => address_group_name;
        delivery_instructions: Member<String> = "deliveryInstructions" => delivery_instructions;
        county: Member<String> = "county" => county;
        country_code: Option<String> = "countryCode" => country_code;
        country_name: Option<String> = "countryName" => country_name;
        country_id: Option<Number> = "countryId" => country_id;
        zip_code: Option<String> = "zipCode" => zip_code;
        state_code: Option<String> = "stateCode" => state_code;
        state: Option<String> = "state" => state;
        city: Option<String> = "city" => city;
        address_line2: Option<String> = "addressLine2" => address_line2;
        address_line1: Option<String> = "addressLine1" => address_line1;
        address_type_code: Option<String> = "addressTypeCode" => address_type_code;
        address_type: Option<String> = "addressType" => address_type;
        address_attribute_id: String = "addressAttributeId" => address_attribute_id;
        account_address_id: Option<Number> = "accountAddressId" => account_address_id;
        address_id: Option<Number> = "addressId" => address_id;
        id: Option<String> = "id" => id;
    }
}

/// A number of the account.
#[derive(Encode)]
#[carnet(crate = carnet_core)]
struct Number(i64);

impl Mirror for Number {
    type Catalog = Id;

    fn random(rng: &mut Rng) -> Self {
        Self(i64::random(rng))
    }

    fn catalog(&self) -> Id {
        Id(self.0)
    }
}

/// A flag that is a letter there.
#[derive(Encode)]
#[carnet(crate = carnet_core, to(apptivo::customer::YesNo))]
enum Flag {
    #[carnet(apptivo = "Y")]
    On,
    #[carnet(apptivo = "N")]
    Off,
}

impl Mirror for Flag {
    type Catalog = YesNo;

    fn random(rng: &mut Rng) -> Self {
        if rng.bool() { Self::On } else { Self::Off }
    }

    fn catalog(&self) -> YesNo {
        matches!(self, Self::On).into()
    }
}

/// The same letters elsewhere.
#[derive(Encode)]
#[carnet(crate = carnet_core)]
struct Letter(Flag);

impl Mirror for Letter {
    type Catalog = Unexplained;

    fn random(rng: &mut Rng) -> Self {
        Self(Flag::random(rng))
    }

    fn catalog(&self) -> Unexplained {
        match self.0 {
            Flag::On => Unexplained::Y,
            Flag::Off => Unexplained::N,
        }
    }
}

fn keys() -> Keys {
    Keys {
        api_key: "an-api-key".into(),
        access_key: "an-access-key".into(),
    }
}

#[test]
fn create_customer_in_a_url() {
    compare::<Call, apptivo::CreateCustomer>(&keys(), &BaseUrl::documented(), &[""]);
}

#[test]
fn create_customer_as_a_form() {
    let mut seen = Seen::default();
    for case in (0..CASES).filter(|case| case % PER_REQUEST == 0) {
        let mapped = Call::random(&mut Rng::with_seed(case));
        let catalog = mapped.catalog();
        for profile in Profile::ALL {
            let base = BaseUrl::documented();
            alike(
                mapped.encode_form_under(profile, &keys(), &base),
                catalog.encode_form_under(profile, &keys(), &base),
                &[],
                &mut seen,
                case,
            );
            assert_eq!(
                without_fields(&mapped.check_form(profile, &keys()).findings),
                without_fields(&catalog.check_form(profile, &keys()).findings),
                "case {case}"
            );
        }
    }
    seen.assert_some();
}

//! A vendor that nobody has, whose calls take parameters.

use carnet_core::auth::Bearer;
use carnet_core::{Authentication, Decimal, Member, Operation, Payload, Secret, Vendor};
use carnet_wire::BaseUrl;
use serde::Deserialize;

pub(crate) const ACME: Vendor = Vendor {
    id: "acme",
    name: "Acme",
    discrepancies: &[],
};

/// Opens the door.
#[derive(Clone, Debug, Payload, Authentication)]
#[serde(rename_all = "camelCase")]
#[carnet(query)]
pub(crate) struct Keys {
    /// The one.
    #[carnet(secret)]
    pub(crate) api_key: Secret,
    /// The other.
    #[carnet(secret)]
    pub(crate) access_key: Secret,
}

/// What is done when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
pub(crate) enum Speed {
    /// At once.
    #[serde(rename = "at once")]
    AtOnce,
    /// Some day.
    #[serde(rename = "some day")]
    SomeDay,
}

/// One thing that is ordered.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Payload)]
pub(crate) struct Line {
    /// What.
    pub(crate) article: String,
    /// How many.
    #[carnet(minimum = 1)]
    pub(crate) count: Option<i64>,
}

/// Places an order.
#[derive(Clone, Debug, Default, PartialEq, Payload, Operation)]
#[serde(rename_all = "camelCase")]
#[carnet(
    operation = "acme.order.place",
    vendor = ACME,
    page = "https://acme.example/docs/orders",
    post = "https://api.acme.example/orders",
    parameters,
    auth = Keys,
    success(Placed, status = "200"),
    failure(Refusal),
    constant(a = "place")
)]
pub(crate) struct PlaceOrder {
    /// What is ordered.
    pub(crate) lines: Vec<Line>,
    /// A word to go with it.
    pub(crate) note: Option<String>,
    /// What it may cost.
    pub(crate) limit: Option<Decimal>,
    /// Whether it is a present.
    pub(crate) is_present: Option<bool>,
    /// When.
    pub(crate) speed: Option<Speed>,
    /// What it is about.
    pub(crate) subject: Member<Line>,
}

impl PlaceOrder {
    /// An order of one thing.
    pub(crate) fn of(article: impl Into<String>) -> Self {
        Self {
            lines: vec![Line {
                article: article.into(),
                count: None,
            }],
            ..Self::default()
        }
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(reply)]
pub(crate) struct Placed {
    /// Number of the order.
    pub(crate) id: i64,
}

/// Why nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Payload)]
#[carnet(reply)]
pub(crate) struct Refusal {
    /// The reason.
    pub(crate) error: String,
}

/// Cancels an order.
#[derive(Clone, Debug, PartialEq, Payload, Operation)]
#[carnet(
    operation = "acme.order.cancel",
    vendor = ACME,
    page = "https://acme.example/docs/orders",
    post = "https://{account}.acme.example/orders/cancel",
    auth = Bearer,
    success(Placed, status = "200"),
    failure(Refusal)
)]
pub(crate) struct CancelOrder {
    /// Number of the order.
    pub(crate) id: i64,
}

pub(crate) fn keys() -> Keys {
    Keys {
        api_key: "an api key".into(),
        access_key: "open+sesame/7".into(),
    }
}

pub(crate) const SECRETS: [&str; 3] = ["an api key", "an%20api%20key", "sesame"];

pub(crate) fn test_server() -> BaseUrl {
    BaseUrl::new("http://localhost:8080/mock").unwrap()
}

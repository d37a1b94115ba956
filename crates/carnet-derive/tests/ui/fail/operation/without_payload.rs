use carnet::{Operation, Payload, Vendor};

const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

#[derive(serde::Deserialize, Payload)]
struct Done {}

#[derive(Operation)]
#[carnet(
    operation = "acme.thing.create",
    vendor = ACME,
    post = "https://{base_url}/things",
    page = "https://example.com/things",
    success(Done),
    failure(Done)
)]
struct Create {}

fn main() {}

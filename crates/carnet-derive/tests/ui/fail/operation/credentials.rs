use carnet::{Authentication, Operation, Payload, Secret, Vendor};

const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

#[derive(serde::Deserialize, Payload)]
struct Reply {}

#[derive(Payload, Authentication)]
#[carnet(body)]
struct InBody {
    key: Secret,
}

#[derive(Payload, Authentication)]
#[carnet(query)]
struct InQuery {
    key: Secret,
}

/// Renames a thing.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.rename",
    vendor = ACME,
    page = "https://acme.example/docs/rename",
    post = "https://{base_url}/things",
    auth = InBody,
    parameters,
    success(Reply, status = 200),
    failure(Reply)
)]
struct Rename {
    name: String,
}

/// Moves a thing.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.move",
    vendor = ACME,
    page = "https://acme.example/docs/move",
    post = "https://{base_url}/things",
    auth = InQuery,
    success(Reply, status = 200),
    failure(Reply)
)]
struct Move {
    name: String,
}

fn main() {}

use carnet::{Operation, Payload, Vendor};

const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

#[derive(serde::Deserialize, Payload)]
struct Reply {}

/// Renames a thing.
#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.rename",
    vendor = ACME,
    page = "https://acme.example/docs/rename",
    post = "https://{base_url}/things",
    success(Reply, status = 200),
    failure(Reply)
)]
struct Rename {
    name: String,
}

fn form<T: carnet::operation::Parameters>(_: T) {}

fn main() {
    form(Rename { name: String::new() });
}

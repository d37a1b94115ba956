use carnet::auth::NoAuth;
use carnet::{Operation, Payload, Vendor};

const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

#[derive(serde::Deserialize, Payload)]
struct Reply {}

#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.rename",
    vendor = ACME,
    page = "https://acme.example/docs/rename",
    post = "https://{base_url}/things",
    auth = NoAuth,
    parameters = true,
    parameters,
    batch(strict = info),
    text(url_hots("example.com")),
    reply_text(url_host("example.com")),
    reply_text(trailing_coma),
    reply_text(depth, strict = info),
    reply_text(depth),
    success(Reply, word(Status)),
    failure(Reply, word(Status, fail), word("Status", "fail"))
)]
struct Rename {
    name: String,
}

fn main() {}

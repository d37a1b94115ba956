use carnet::{Operation, Payload, Vendor};

const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

#[derive(serde::Deserialize, Payload)]
struct Done {}

#[derive(Payload, Operation)]
#[carnet(
    operation = "Acme.create",
    vendor = "acme",
    post = "http://{base_url}/things",
    put = "https://example.com",
    page = "example.com/things",
    success(Done, status = "2x"),
    failure(Done, satus = 404),
    failure(Done),
    text(trailing_coma),
    text(depth(5)),
    text(bare_word),
    text(bare_word, strict = warning)
)]
struct Create {}

#[derive(Payload, Operation)]
#[carnet(
    operation = "acme.thing.create",
    vendor = ACME,
    post = "https://{{base_url}}/things",
    page = "https://example.com/things",
    success(Done, present(5)),
    failure("Done"),
    auth = 5,
    media_type
)]
struct Other {}

fn main() {}

use carnet::{Operation, Payload, Vendor};

const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

#[derive(serde::Deserialize, Payload)]
struct Done {}

#[derive(Payload, Operation)]
struct Nothing {}

#[derive(Payload, Operation)]
#[carnet(operation = "acme.thing.create", vendor = ACME, success(Done, status = "2xx"))]
struct Some {}

fn use_it() -> &'static str {
    Nothing::CONTRACT.id
}

fn main() {}

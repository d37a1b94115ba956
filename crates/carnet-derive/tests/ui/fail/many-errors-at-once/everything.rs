use carnet::{Operation, Payload, Vendor};

const ACME: Vendor = Vendor { id: "acme", name: "Acme", discrepancies: &[] };

#[derive(serde::Deserialize, Payload)]
struct Done {}

/// Every stage finds something, and nothing hides anything else.
#[derive(Payload, Operation)]
#[serde(rename_all = "kebab")]
#[carnet(
    operation = "acme",
    vendor = ACME,
    post = "https://{base_url/things",
    page = "https://example.com/things",
    success(Done),
    required_together(nam, email),
    opn
)]
struct Create {
    #[carnet(max_lenght = 50, min_length = 10)]
    name: Option<String>,
    #[carnet(max_length = "254", format = "mail-box", strength = sampled)]
    email: Option<String>,
    #[carnet(minimum = 5, maximum = 4, decided_by = XX_01)]
    age: i64,
    #[serde(rename = "age")]
    years: i64,
}

/// No error follows from those above.
fn use_it(create: &Create) -> Vec<u8> {
    let _ = (Create::CONTRACT.id, <Create as carnet::Members>::OBJECT.fields);
    carnet::payload::to_vec(create)
}

fn main() {}

use carnet::Payload;

#[derive(Payload)]
#[serde(rename_all = "camel-case")]
struct Near {
    first_name: String,
}

#[derive(Payload)]
#[serde(rename_all = "Title Case")]
struct Far {
    first_name: String,
}

fn main() {}

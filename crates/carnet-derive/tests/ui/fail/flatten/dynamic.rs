use carnet::Payload;

#[derive(Payload)]
struct Attribute {
    tag: String,
    #[carnet(dynamic(tag))]
    value: Option<i64>,
}

#[derive(Payload)]
struct Customer {
    #[serde(flatten)]
    attribute: Attribute,
}

fn main() {}

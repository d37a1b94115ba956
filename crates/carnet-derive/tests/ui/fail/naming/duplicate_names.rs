use carnet::Payload;

#[derive(Payload)]
#[serde(rename_all = "camelCase")]
struct Thing {
    first_name: String,
    #[serde(rename = "firstName")]
    given_name: String,
    #[serde(rename = "a")]
    b: i64,
    a: i64,
}

#[derive(Payload)]
#[serde(rename_all = "lowercase")]
enum Size {
    Small,
    #[serde(rename = "small")]
    Little,
}

fn main() {}

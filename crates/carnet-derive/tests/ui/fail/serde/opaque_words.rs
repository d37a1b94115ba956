use carnet::Payload;

#[derive(Payload)]
#[serde(into = "String")]
struct Thing {
    #[serde(with = "hex")]
    bytes: String,
    #[serde(skip_serializing)]
    half: i64,
}

#[derive(Payload)]
#[serde(tag = "kind", content = "value")]
enum Choice {
    One(i64),
}

#[derive(Payload)]
enum List {
    Known,
    #[serde(other)]
    Unknown,
    #[serde(skip)]
    Hidden,
}

fn main() {}

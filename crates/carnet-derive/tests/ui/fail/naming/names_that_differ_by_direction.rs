use carnet::Payload;

#[derive(Payload)]
#[serde(rename_all(serialize = "camelCase"))]
struct Thing {
    #[serde(rename(serialize = "a", deserialize = "b"))]
    a: i64,
}

fn main() {}

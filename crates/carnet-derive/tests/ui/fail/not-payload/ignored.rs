use carnet::Payload;

#[derive(Payload)]
struct Thing {
    #[serde(skip)]
    #[carnet(max_length = 5)]
    skipped: String,
    #[serde(flatten)]
    #[carnet(required)]
    flattened: Part,
}

#[derive(Payload)]
struct Part {
    one: i64,
}

#[derive(Payload)]
struct Newtype(#[serde(flatten)] Part);

fn main() {}

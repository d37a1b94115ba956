use carnet::Payload;

#[derive(Payload)]
enum Mixed {
    Unit,
    Newtype(i64),
    Tuple(i64, i64),
    Struct { a: i64 },
}

#[derive(Payload)]
enum Tagged {
    Number(i64),
    Text(String),
}

#[derive(Payload)]
#[serde(untagged)]
enum Nulls {
    One,
    Two,
}

#[derive(Payload)]
enum Nothing {}

fn main() {}

use carnet::Payload;

#[derive(Payload)]
#[carnet(open, open)]
struct Thing {
    #[carnet(max_length = 5)]
    #[carnet(max_length = 6)]
    text: String,
    #[carnet(required(strict = warning, strict = error))]
    number: i64,
    #[serde(rename = "a", rename = "b")]
    flag: bool,
}

#[derive(Payload)]
#[carnet(open, reply)]
struct Both {}

fn main() {}

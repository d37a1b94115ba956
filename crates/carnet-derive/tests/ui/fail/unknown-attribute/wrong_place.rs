use carnet::Payload;

#[derive(Payload)]
#[carnet(max_length = 5, other_case, select(context = "a", key = "b"), requires(a))]
struct Thing {
    #[carnet(open, required_together(a, b))]
    a: String,
    #[carnet(strict = warning)]
    b: String,
}

#[derive(Payload)]
#[carnet(open, max_length = 5)]
enum List {
    #[carnet(max_length = 5)]
    One,
}

#[derive(Payload)]
#[serde(untagged)]
#[carnet(other_case, maximum = 3)]
enum Choice {
    #[carnet(required)]
    One(i64),
}

#[derive(Payload)]
#[carnet(reply)]
struct Newtype(#[carnet(max_length = 5)] String);

fn main() {}

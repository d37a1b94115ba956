use carnet::Payload;

#[derive(Payload)]
struct Ratio(f64);

#[derive(Payload)]
#[carnet(max_length = 5)]
struct Bounded(char);

#[derive(Payload)]
#[serde(untagged)]
enum Choice {
    One(u8),
}

fn main() {}

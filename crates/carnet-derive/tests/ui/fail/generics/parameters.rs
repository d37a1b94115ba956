use carnet::Payload;

#[derive(Payload)]
struct Page<T> {
    #[serde(flatten)]
    items: T,
}

#[derive(Payload)]
#[carnet(max_length = 5)]
struct Wrapper<T>(T);

fn main() {}

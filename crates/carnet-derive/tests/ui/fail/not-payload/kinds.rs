use carnet::Payload;

#[derive(Payload)]
struct Unit;

#[derive(Payload)]
struct Pair(i64, i64);

#[derive(Payload)]
struct None();

#[derive(Payload)]
union Either {
    a: i64,
    b: bool,
}

#[derive(Payload)]
#[serde(transparent)]
struct Two {
    a: i64,
    b: i64,
}

fn main() {}

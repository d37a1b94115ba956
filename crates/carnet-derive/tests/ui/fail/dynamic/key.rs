use carnet::{Member, Payload};

#[derive(Payload)]
struct Bare {
    tag: String,
    #[carnet(dynamic)]
    value: Option<i64>,
}

#[derive(Payload)]
struct Unnamed {
    tag: String,
    #[carnet(dynamic())]
    value: Option<i64>,
}

#[derive(Payload)]
struct Wrong {
    tag: String,
    number: i64,
    maybe: Member<String>,
    #[carnet(dynamic(tga, "tag", number, maybe, value))]
    value: Option<i64>,
}

#[derive(Payload)]
struct Twice {
    tag: String,
    #[carnet(dynamic(tag))]
    value: Option<i64>,
    #[carnet(dynamic(tag))]
    other: Option<i64>,
}

fn main() {}

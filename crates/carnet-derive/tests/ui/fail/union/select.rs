use carnet::Payload;

#[derive(Payload)]
#[serde(untagged)]
#[carnet(select(context = "types"))]
enum NoKey {
    Number(i64),
}

#[derive(Payload)]
#[serde(untagged)]
#[carnet(select(contxt = "types", key = 5))]
enum Wrong {
    Number(i64),
}

#[derive(Payload)]
#[serde(untagged)]
#[carnet(disputed("file"))]
enum NoSelect {
    Number(i64),
}

#[derive(Payload)]
#[serde(untagged)]
#[carnet(select, disputed(file))]
enum Bare {
    #[carnet(max_length = 5)]
    Number(i64),
}

fn main() {}

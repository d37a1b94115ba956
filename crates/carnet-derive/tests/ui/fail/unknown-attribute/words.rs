use carnet::Payload;

#[derive(Payload)]
#[carnet(closed)]
struct Thing {
    #[carnet(pattern = "[a-z]+")]
    code: String,
    #[carnet(rename = "Name", flatten)]
    name: String,
    #[carnet(max_length(5, severity = warning))]
    short: String,
}

#[derive(Payload)]
#[serde(untagged)]
enum Choice {
    #[carnet(weight = 2)]
    One(i64),
}

fn main() {}

use carnet::Payload;

#[derive(Payload)]
struct Thing {
    float: f64,
    #[serde(flatten)]
    text: String,
}

fn main() {}

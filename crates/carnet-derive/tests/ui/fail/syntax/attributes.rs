use carnet::Payload;

#[derive(Payload)]
#[carnet]
#[carnet = "open"]
struct Thing {
    #[carnet("max_length" = 5)]
    quoted: String,
    #[carnet(max_length = 5 min_length = 2)]
    comma: String,
    #[carnet(max_length = 5,, min_length = 2)]
    commas: String,
    #[carnet(carnet::max_length = 5)]
    path: String,
    #[carnet(required(strict = warning) 5)]
    rest: String,
}

fn main() {}

use carnet::Payload;

#[derive(Payload)]
struct Thing {
    #[carnet(max_length = "50")]
    text: String,
    #[carnet(max_length = 5.5)]
    real: String,
    #[carnet(max_length = -1)]
    negative: String,
    #[carnet(max_length = 4294967296)]
    large: String,
    #[carnet(max_length)]
    none: String,
    #[carnet(max_length 50)]
    no_sign: String,
    #[carnet(max_length = fifty)]
    word: String,
    #[carnet(minimum = "0")]
    quoted: i64,
    #[carnet(maximum = 5u8)]
    suffix: i64,
    #[carnet(required = true)]
    flag: i64,
    #[carnet(page = "example.com")]
    page: i64,
    #[carnet(section = 5)]
    section: i64,
}

fn main() {}

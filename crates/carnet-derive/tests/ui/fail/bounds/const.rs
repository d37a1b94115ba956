use carnet::Payload;

#[derive(Payload)]
struct Version {
    #[carnet(const = "1")]
    quoted: i64,
    #[carnet(const = 1)]
    text: String,
    #[carnet(const(5, strict = info), maximum = 4.5)]
    high: i64,
    #[carnet(minimum = 6, const = 5)]
    low: i64,
    #[carnet(const)]
    bare: i64,
}

fn main() {}

use carnet::Payload;

#[derive(Payload)]
struct Thing {
    #[carnet(min_length = 10, max_length = 5)]
    text: String,
    #[carnet(maximum = 999999999999999.00, minimum(999999999999999.01, strict = warning))]
    money: carnet::Decimal,
    #[carnet(min_items = 2, max_items = 1)]
    list: Vec<i64>,
    #[carnet(minimum = 1.0, maximum = 1)]
    equal: i64,
}

fn main() {}

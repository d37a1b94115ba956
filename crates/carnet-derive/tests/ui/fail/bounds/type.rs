use carnet::{Decimal, Member, Payload};

#[derive(Payload)]
struct Thing {
    #[carnet(max_length = 5)]
    number: i64,
    #[carnet(format = "date")]
    flag: Option<bool>,
    #[carnet(maximum = 5)]
    text: Member<String>,
    #[carnet(max_length = 5)]
    list: Vec<String>,
    #[carnet(max_items = 5)]
    word: String,
    #[carnet(max_decimals = 2)]
    whole: i64,
    #[carnet(max_decimals = 2)]
    money: Decimal,
}

#[derive(Payload)]
#[carnet(max_length = 5)]
struct Number(i64);

fn main() {}

use carnet::Payload;

#[derive(Payload)]
#[carnet(required_togehter(name, email), unknown_key(strict = warning))]
struct Contact {
    #[carnet(max_lenght = 50)]
    name: Option<String>,
    #[carnet(maxLength = 254, fromat = "mailbox")]
    email: Option<String>,
    #[carnet(maximum(5, decidedby = XX_01))]
    age: i64,
}

fn main() {}

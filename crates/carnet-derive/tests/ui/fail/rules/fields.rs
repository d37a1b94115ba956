use carnet::Payload;

#[derive(Payload)]
#[carnet(required_together(name))]
#[carnet(at_least_one())]
#[carnet(at_least_one)]
#[carnet(required_together(name, name, email))]
#[carnet(required_together(name, cache))]
#[carnet(required_together(name, address))]
#[carnet(required_together("name", "email"))]
struct Contact {
    name: Option<String>,
    email: Option<String>,
    #[serde(skip)]
    cache: u8,
    #[serde(flatten)]
    address: Address,
}

#[derive(Payload)]
struct Address {
    street: String,
}

fn main() {}

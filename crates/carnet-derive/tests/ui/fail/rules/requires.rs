use carnet::Payload;

#[derive(Payload)]
struct Contact {
    #[carnet(requires(name))]
    signed: bool,
    #[carnet(requires(name_on))]
    name_on: bool,
    #[carnet(requires)]
    name: String,
    #[carnet(requires(signed, name_on))]
    email: String,
}

fn main() {}

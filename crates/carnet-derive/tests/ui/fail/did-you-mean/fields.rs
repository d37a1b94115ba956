use carnet::Payload;

#[derive(Payload)]
#[carnet(required_together(nam, email), at_least_one(email, phone_number), at_least_one(type, name))]
struct Contact {
    name: Option<String>,
    email: Option<String>,
    #[serde(rename = "type")]
    role: Option<String>,
    agreed: Option<bool>,
    #[carnet(requires(agred))]
    agreed_on: Option<String>,
}

fn main() {}

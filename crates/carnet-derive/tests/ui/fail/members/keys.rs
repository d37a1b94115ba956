use carnet::Payload;

#[derive(Payload)]
#[carnet(labels = "x", adopts(strict = error), empty_is_absent = true)]
struct Customer {
    #[carnet(alias("email"))]
    #[serde(rename = "Email")]
    mail: String,
    #[carnet(alias = "b", alias("b", strict = info))]
    email: String,
    #[carnet(alias = b)]
    phone: String,
    #[carnet(alias)]
    street: String,
    #[carnet(optional, required(strict = info))]
    city: Option<String>,
    #[carnet(optional(strict = info))]
    state: Option<String>,
    #[carnet(undocumented = true)]
    country: Option<String>,
}

fn main() {}

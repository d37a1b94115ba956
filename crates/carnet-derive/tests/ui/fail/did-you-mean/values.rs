use carnet::Payload;

#[derive(Payload)]
struct Contact {
    #[carnet(format = "dates")]
    born: String,
    #[carnet(format = "rfc-5322")]
    email: String,
    #[carnet(format = date)]
    died: String,
    #[carnet(max_length(5, strict = warn, lenient = off))]
    name: String,
    #[carnet(required(strict = "warning"))]
    code: String,
    #[carnet(strength = samples)]
    street: String,
    #[carnet(reading(strng), reading(null))]
    city: String,
}

fn main() {}

use carnet::{Authentication, Payload, Secret};

#[derive(Payload, Authentication)]
struct Unsaid {
    token: Secret,
}

#[derive(Payload, Authentication)]
#[carnet(body = true)]
struct Value {
    token: Secret,
}

#[derive(Payload, Authentication)]
#[carnet(body)]
struct Newtype(Secret);

fn main() {}

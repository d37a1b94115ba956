use carnet::{Authentication, Payload, Secret};

#[derive(Payload, Authentication)]
#[carnet(body, query)]
struct Both {
    token: Secret,
}

#[derive(Payload, Authentication)]
#[carnet(query(strict = info))]
struct Value {
    token: Secret,
}

#[derive(Payload, Authentication)]
#[carnet(query)]
struct Newtype(Secret);

fn main() {}

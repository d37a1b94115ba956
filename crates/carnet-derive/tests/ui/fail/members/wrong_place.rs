use carnet::Payload;

#[derive(Payload)]
#[carnet(optional, undocumented, alias = "a", dynamic(name))]
struct Contact {
    #[carnet(adopts)]
    name: String,
    #[carnet(labels(strict = info))]
    email: String,
    #[carnet(constant(a = "b"))]
    role: String,
    #[carnet(equal(name, role))]
    phone: String,
}

#[derive(Payload)]
#[carnet(adopts, required, same_length(a, b))]
struct Code(String);

fn main() {}

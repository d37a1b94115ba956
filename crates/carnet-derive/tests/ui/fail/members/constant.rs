use carnet::Payload;

#[derive(Payload)]
#[carnet(
    constant,
    constant(),
    constant(action),
    constant(action = save),
    constant(action = "save", descripton = "What it does."),
    constant(action = "save", minimum = 5),
    constant("sent by" = "us"),
    constant("sent by" = "them"),
    constant(name = "x"),
)]
struct Contact {
    name: String,
}

#[derive(Payload)]
#[carnet(constant(a = "b"))]
enum Role {
    Boss,
}

fn main() {}

use carnet::Payload;

struct NotOne;

#[derive(Payload)]
struct Page<T> {
    item: T,
}

fn takes<T: Payload>(_: T) {}

fn call() {
    takes(Page { item: NotOne });
}

fn main() {}

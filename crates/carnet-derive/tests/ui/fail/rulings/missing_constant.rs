use carnet::Payload;

const NOT_ONE: &str = "RV-12";

#[derive(Payload)]
struct Thing {
    #[carnet(required(decided_by = RV_99))]
    missing: String,
    #[carnet(required(decided_by = NOT_ONE))]
    other: String,
}

fn main() {}

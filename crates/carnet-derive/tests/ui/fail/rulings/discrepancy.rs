use carnet::Payload;

#[derive(Payload)]
struct Thing {
    #[carnet(required(decided_by))]
    bare: String,
    #[carnet(required(decided_by = "RV-12"))]
    quoted: String,
    #[carnet(required(decided_by = 12))]
    number: String,
    #[carnet(see("RV-12"), null(decided_by = ))]
    see: String,
    #[carnet(max_length(5 strict = warning))]
    comma: String,
    #[carnet(max_length(strict = warning, 5))]
    order: String,
}

fn main() {}

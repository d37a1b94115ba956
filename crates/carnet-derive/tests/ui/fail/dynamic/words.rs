use carnet::Payload;

const XX_01: carnet::Discrepancy = carnet::Discrepancy {
    id: "XX-01",
    kind: "silence",
    readings: ["", ""],
    strict: "",
    lenient: "",
    levels: carnet::Levels::ERROR,
    reason: "",
    evidence: &[],
    source: None,
    note: None,
};

#[derive(Payload)]
#[carnet(at_least_one(tag, value), demanded("/value"))]
struct Attribute {
    tag: String,
    flag: bool,
    #[carnet(
        dynamic(tag),
        required,
        empty(strict = info),
        undocumented,
        alias = "a",
        requires(flag),
        see(XX_01)
    )]
    #[serde(rename = "other")]
    value: Option<String>,
}

fn main() {}

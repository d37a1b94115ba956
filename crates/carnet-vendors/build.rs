//! Turns every `src/<vendor>/discrepancies.toml` into constants beside the operations.

fn main() -> Result<(), carnet_register::Error> {
    carnet_register::compile_all("src")
}

//! Turns the register into constants.

fn main() -> Result<(), carnet_register::Error> {
    carnet_register::Register::at("src/acme/discrepancies.toml")
        .crate_path("vendor_kit")
        .compile()
}

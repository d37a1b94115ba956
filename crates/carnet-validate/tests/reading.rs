//! Readings of the pages that the contract does not take, and the choice between the two.

use crate::chain::{Chain, update, with};
use carnet_core::Level;
use carnet_validate::Choice;

/// The same text where the other reading of a discrepancy is in force.
fn swapped(chain: Chain<'static>, id: &str) -> Chain<'static> {
    chain.settings(|settings| {
        let choice = Choice::OtherReading;
        settings.overrides.insert(id.to_owned(), choice);
    })
}

fn decided_by(chain: &Chain<'_>) -> Option<&'static str> {
    chain.only().discrepancy.map(|known| known.id)
}

#[test]
fn a_reading_is_meant_where_it_takes_the_value() {
    update("\"reference\":7").clean();
    update("\"reference\":\"12\"")
        .strict(&["error type /update/reference"])
        .lenient(&["warning type /update/reference"]);
    assert_eq!(decided_by(&update("\"reference\":\"12\"")), Some("AC-11"));
    // Not by that reading: an error of its own.
    let other = update("\"reference\":\"abc\"").both(&["error type /update/reference"]);
    assert_eq!(decided_by(&other), None);
}

#[test]
fn the_first_reading_that_takes_the_value_is_meant() {
    for (value, id) in [
        ("\"true\"", Some("AC-11")),
        ("\"FALSE\"", Some("AC-11")),
        ("\"y\"", Some("AC-12")),
        ("1", Some("AC-12")),
        ("\"yes\"", None),
        ("1.5", None),
    ] {
        let chain = update(&format!("\"loud\":{value}"));
        assert_eq!(decided_by(&chain), id, "{value}");
        let lenient = if id.is_some() { "warning" } else { "error" };
        chain
            .strict(&["error type /update/loud"])
            .lenient(&[&format!("{lenient} type /update/loud")]);
    }
    // What is let pass is judged further by the reading.
    update("\"loud\":2")
        .strict(&["error type /update/loud"])
        .lenient(&["warning type /update/loud", "info maximum /update/loud"]);
}

#[test]
fn a_reading_of_the_same_type() {
    update("\"start\":\"2024-02-29 10:00:00\"").clean();
    let chain = update("\"start\":\"2024-02-29\"")
        .strict(&["error format /update/start"])
        .lenient(&["warning format /update/start"])
        .message("`2024-02-29` is not a real date and time written yyyy-MM-dd hh:mm:ss, 24 hours");
    assert_eq!(decided_by(&chain), Some("AC-10"));
    let chain = update("\"start\":\"2023-02-29\"").both(&["error format /update/start"]);
    assert_eq!(decided_by(&chain), None);
}

#[test]
fn another_word() {
    update("\"size\":\"small\"")
        .strict(&["error enum-case /update/size"])
        .lenient(&["warning enum-case /update/size"]);
    for word in ["tiny", "TINY"] {
        let chain = update(&format!("\"size\":\"{word}\""))
            .strict(&["error enum /update/size"])
            .lenient(&["warning enum /update/size"]);
        assert_eq!(decided_by(&chain), Some("AC-09"), "{word}");
    }
    let chain = update("\"size\":\"vast\"").both(&["error enum /update/size"]);
    assert_eq!(decided_by(&chain), None);
}

#[test]
fn the_other_reading_of_a_type() {
    // What follows it is judged as if it were documented.
    swapped(with("\"country\":\"FRA\""), "AC-01").clean();
    swapped(with("\"country\":\"France\""), "AC-01").both(&["error max-length /country"]);
    // What is documented is the finding then.
    let chain = swapped(with("\"country\":77"), "AC-01")
        .strict(&["error type /country"])
        .lenient(&["warning type /country"])
        .message("expected a string, found a number; the other reading of AC-01 is in force")
        .help("write \"77\" in quotes");
    assert_eq!(decided_by(&chain), Some("AC-01"));
    swapped(with("\"country\":true"), "AC-01")
        .both(&["error type /country"])
        .message("expected a string, found a boolean");
    // Of several readings the others remain what they were.
    let loud = |value: &str| swapped(update(&format!("\"loud\":{value}")), "AC-11");
    loud("\"true\"").clean();
    assert_eq!(decided_by(&loud("true")), Some("AC-11"));
    assert_eq!(decided_by(&loud("\"y\"")), Some("AC-12"));
    loud("[]").both(&["error type /update/loud"]);
}

#[test]
fn the_other_reading_of_the_same_type() {
    let start = |value: &str| swapped(update(&format!("\"start\":\"{value}\"")), "AC-10");
    start("2024-02-29").clean();
    start("2024-02-29 10:00:00")
        .strict(&["error format /update/start"])
        .lenient(&["warning format /update/start"])
        .message(
            "`2024-02-29 10:00:00` is not a real date written yyyy-MM-dd; \
             the other reading of AC-10 is in force",
        );
    start("soon")
        .both(&["error format /update/start"])
        .message("`soon` is not a real date written yyyy-MM-dd");
    let size = |value: &str| swapped(update(&format!("\"size\":\"{value}\"")), "AC-09");
    size("tiny").clean();
    size("Small")
        .strict(&["error enum /update/size"])
        .lenient(&["warning enum /update/size"])
        .help("write one of `tiny`");
    size("vast").both(&["error enum /update/size"]);
}

#[test]
fn a_level_is_no_other_reading() {
    let level = |level| {
        with("\"country\":\"FRA\"").settings(|settings| {
            let choice = Choice::Level(level);
            settings.overrides.insert("AC-01".to_owned(), choice);
        })
    };
    level(Level::Info).both(&["info type /country"]);
    level(Level::Allow).clean();
}

//! Keys that mean a member which has another, members known from elsewhere, keys that are values.

use crate::chain::{text, update, with};
use crate::contract::update::AC_08;
use carnet_core::{Discrepancy, Level, Profile};
use carnet_validate::Choice;

#[test]
fn undocumented_members() {
    update("\"origin\":\"web\"")
        .strict(&["warning undocumented-key /update/origin"])
        .lenient(&["info undocumented-key /update/origin"])
        .underlines("\"origin\"")
        .message("the key `origin` is known from elsewhere, and not documented here");
    // The value is judged all the same.
    update("\"origin\":1").strict(&[
        "warning undocumented-key /update/origin",
        "error type /update/origin",
    ]);
    update("\"origin\":null").lenient(&[
        "info undocumented-key /update/origin",
        "warning null /update/origin",
    ]);
    // One finding about one key.
    update("\"Origin\":\"web\"")
        .strict(&["error key-spelling /update/Origin"])
        .lenient(&["warning key-spelling /update/Origin"]);
}

#[test]
fn what_nobody_said_cannot_be_made_graver() {
    for rule in ["undocumented-key", "required", "empty"] {
        update("\"version\":3,\"id\":\"\"")
            .settings(|settings| {
                let level = Choice::Level(Level::Error);
                settings.overrides.insert(rule.to_owned(), level);
            })
            .clean();
    }
}

#[test]
fn a_key_by_another_reading_stands_for_its_member() {
    update("\"town\":\"Paris\",\"zone\":\"z\"")
        .strict(&["error key-spelling /update/town"])
        .lenient(&["warning key-spelling /update/town"])
        .underlines("\"town\"")
        .message("the key `town` is another reading of the pages for `city`")
        .help("write `city`");
    let finding = update("\"town\":\"Paris\",\"zone\":\"z\"").only();
    assert_eq!(
        finding.discrepancy.map(|known: &Discrepancy| known.id),
        Some(AC_08.id)
    );
    // Statements about several members see it, and its value is judged once, where it stands.
    update("\"town\":\"Paris\"")
        .strict(&["error key-spelling /update/town"])
        .lenient(&[
            "warning required-with /update/zone",
            "warning key-spelling /update/town",
        ]);
    update("\"town\":\"1234567890\",\"zone\":\"z\"").lenient(&[
        "warning key-spelling /update/town",
        "error max-length /update/town",
    ]);
    // Case and blanks.
    update("\" TOWN\":\"Paris\",\"zone\":\"z\"")
        .strict(&["error key-spelling /update/ TOWN"])
        .lenient(&["warning key-spelling /update/ TOWN"]);
    // A reading that nobody minds is no finding.
    update("\"place of living\":\"Paris\",\"zone\":\"z\"").clean();
    update("\"Place_Of_Living\":\"1234567890\",\"zone\":\"z\"")
        .both(&["error max-length /update/Place_Of_Living"]);
}

#[test]
fn a_key_beside_the_one_it_means() {
    for (members, at) in [
        ("\"city\":\"a\",\"town\":\"b\",\"zone\":\"z\"", "town"),
        ("\"town\":\"b\",\"city\":\"a\",\"zone\":\"z\"", "town"),
        ("\"City\":\"a\",\"city\":\"b\",\"zone\":\"z\"", "City"),
    ] {
        update(members)
            .strict(&[&format!("error key-spelling /update/{at}")])
            .lenient(&[&format!("warning key-spelling /update/{at}")])
            .help("remove it; `city` is there already");
    }
    // Of two that mean it the first stands.
    let report = update("\"town\":\"a\",\"CITY\":\"1234567890\",\"zone\":\"z\"");
    let report = report.lenient(&[
        "warning key-spelling /update/town",
        "warning key-spelling /update/CITY",
    ]);
    let help = report.report(Profile::Lenient).findings[1].help.clone();
    assert_eq!(help.as_deref(), Some("remove it; `city` is there already"));
}

#[test]
fn a_slip_stands_where_the_object_adopts_it() {
    update("\"City \":\"Paris\",\"zone\":\"z\"")
        .strict(&["error key-spelling /update/City "])
        .lenient(&["warning key-spelling /update/City "]);
    update("\"City \":\"Paris\"").lenient(&[
        "warning required-with /update/zone",
        "warning key-spelling /update/City ",
    ]);
    // Elsewhere it does not.
    text("{\"company\":1,\"Name\":\"x\"}")
        .lenient(&["error required /name", "warning key-spelling /Name"]);
}

#[test]
fn the_other_reading_of_a_key() {
    update("\"town\":\"Paris\",\"zone\":\"z\"")
        .settings(|settings| {
            let choice = Choice::OtherReading;
            settings.overrides.insert("AC-08".to_owned(), choice);
        })
        .clean();
}

#[test]
fn empty_counts_as_absent_where_the_object_says_so() {
    // Nothing is said of an empty city in the lenient profile, and it needs no zone.
    update("\"city\":\"\"")
        .strict(&["warning empty /update/city"])
        .lenient(&[]);
    update("\"city\":\"\",\"zone\":\"z\"")
        .strict(&[
            "warning empty /update/city",
            "error required-with /update/city",
        ])
        .lenient(&["warning required-with /update/city"]);
    // Told as an error, it is not told again.
    update("\"city\":\"a\",\"zone\":\"\"")
        .strict(&["error empty /update/zone"])
        .lenient(&[
            "warning required-with /update/zone",
            "warning empty /update/zone",
        ]);
    // Elsewhere an empty text is a text.
    with("\"person\":{\"name\":\"\",\"email\":\"a@b\"}").clean();
}

#[test]
fn keys_that_are_values() {
    let attribute = |members: &str| update(&format!("\"attribute\":{{{members}}}"));
    attribute("\"tag\":\"t1\",\"t1\":\"x\"").clean();
    attribute("\"t1\":\"x\",\"tag\":\"t1\"").clean();
    attribute("\"name\":\"n1\",\"tag\":\"t1\",\"n1\":\"x\",\"t1\":\"y\"").clean();
    attribute("\"tag\":\"t1\",\"t1\":5").both(&["error type /update/attribute/t1"]);
    attribute("\"tag\":\"t1\",\"t1\":null")
        .strict(&["error null /update/attribute/t1"])
        .lenient(&["warning null /update/attribute/t1"]);
    // A key that is known, or a slip of one, is not taken for a stray one.
    attribute("\"tag\":\"value\",\"value\":5").both(&["error type /update/attribute/value"]);
    attribute("\"Value\":\"x\"").strict(&["error key-spelling /update/attribute/Value"]);
    attribute("\"tag\":\"Value\",\"Value\":\"x\"").clean();
    // The member that names it may be under another key itself.
    attribute("\"t1\":\"x\",\"TAG\":\"t1\"")
        .lenient(&["warning key-spelling /update/attribute/TAG"]);
}

#[test]
fn keys_that_are_values_of_nothing() {
    let attribute = |members: &str| update(&format!("\"attribute\":{{{members}}}"));
    attribute("\"tag\":\"colour\",\"size\":\"x\"")
        .strict(&["warning unknown-key /update/attribute/size"])
        .lenient(&["info unknown-key /update/attribute/size"])
        .help("remove it");
    attribute("\"tag\":\"colour\",\"color\":\"x\"")
        .strict(&["warning unknown-key /update/attribute/color"])
        .help("did you mean `colour`?");
    attribute("\"tag\":\"colour\",\"vlaue\":\"x\"").help("did you mean `value`?");
    attribute("\"tag\":\"\",\"\":\"x\"").strict(&["warning unknown-key /update/attribute/"]);
    attribute("\"tag\":null,\"null\":\"x\"").lenient(&[
        "warning null /update/attribute/tag",
        "info unknown-key /update/attribute/null",
    ]);
}

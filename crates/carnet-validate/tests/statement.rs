//! Statements about several members, and about what is in them.

use crate::chain::{update, with};

#[test]
fn order_of_dates() {
    let range =
        |since: &str, until: &str| with(&format!("\"since\":\"{since}\",\"until\":\"{until}\""));
    range("2024-02-29", "2024-02-29").clean();
    range("2023-12-31", "2024-01-01").clean();
    range("2024-03-01", "2024-02-29")
        .strict(&["error order /until"])
        .lenient(&["warning order /until"])
        .underlines("\"2024-02-29\"")
        .message("`until` is before `since`")
        .help("write `2024-03-01` or something later");
    // Judged where both are real: here the time makes one of them wrong, but a moment.
    range("2024-03-01", "2024-02-29 23:59:59")
        .strict(&["error format /until", "error order /until"]);
    range("2024-02-29 00:00:00", "2024-02-29").strict(&["error format /since"]);
    range("2024-02-29 00:00:01", "2024-02-29")
        .strict(&["error format /since", "error order /until"]);
    range("2023-02-29", "2023-02-28").strict(&["error format /since"]);
    with("\"since\":\"2024-03-01\",\"until\":null").lenient(&["warning null /until"]);
}

#[test]
fn arrays_of_one_length() {
    update("\"names\":[\"a\",\"b\"],\"ids\":[\"c\",\"d\"]").clean();
    update("\"names\":[],\"ids\":[]").clean();
    update("\"names\":[\"a\",\"b\"],\"ids\":[\"c\"]")
        .strict(&["error same-length /update/names"])
        .lenient(&["warning same-length /update/names"])
        .underlines("[\"a\",\"b\"]")
        .message("`names` has 2 items, `ids` 1");
    update("\"names\":[\"a\"]").clean();
    update("\"names\":[\"a\"],\"ids\":null").strict(&["error null /update/ids"]);
    update("\"names\":\"a\",\"ids\":[]").strict(&["error type /update/names"]);
    // Items may have been lost.
    update("\"names\":[\"a\",{\"b\" \"c\":1],\"ids\":[]")
        .report(carnet_core::Profile::Strict)
        .findings
        .iter()
        .for_each(|found| assert_ne!(found.rule, carnet_core::RuleId::SameLength));
}

#[test]
fn null_opposite_to_one_text_only() {
    update("\"names\":[\"address\",\"b\"],\"ids\":[null,\"d\"],\"address\":true").clean();
    update("\"names\":[\"a\",\"b\"],\"ids\":[null,\"d\"]")
        .strict(&["error null-opposite /update/ids/0"])
        .lenient(&["warning null-opposite /update/ids/0"])
        .underlines("null")
        .message("null stands in `ids` opposite to no `address` in `names`")
        .help("write what belongs to item 1 of `names`");
    // One beyond the end of the other, too.
    update("\"names\":[\"address\"],\"ids\":[null,null],\"address\":true").strict(&[
        "error same-length /update/names",
        "error null-opposite /update/ids/1",
    ]);
    update("\"ids\":[null]").clean();
    update("\"names\":null,\"ids\":[null]").strict(&["error null /update/names"]);
}

#[test]
fn what_is_listed_needs_its_flag() {
    let listed = |flag: &str| update(&format!("\"names\":[\"b\",\"address\"]{flag}"));
    listed(",\"address\":true").clean();
    listed("")
        .strict(&["error listed-flag /update/names/1"])
        .lenient(&["warning listed-flag /update/names/1"])
        .underlines("\"address\"")
        .message("`address` is listed in `names`, but `address` is missing")
        .help("write \"address\": true, or take `address` out of `names`");
    listed(",\"address\":false")
        .strict(&["error listed-flag /update/address"])
        .underlines("false");
    // Told already.
    listed(",\"address\":\"true\"").strict(&["error type /update/address"]);
    listed(",\"address\":null")
        .strict(&["error null /update/address"])
        .lenient(&[
            "warning listed-flag /update/names/1",
            "warning null /update/address",
        ]);
    update("\"names\":[\"ADDRESS\"],\"address\":false").clean();
}

#[test]
fn a_flag_needs_what_it_is_about() {
    update("\"names\":[\"b\"],\"address\":true")
        .strict(&["warning flag-listed /update/address"])
        .lenient(&["info flag-listed /update/address"])
        .underlines("true")
        .help("add \"address\" to `names`, or remove `address`");
    update("\"address\":true").strict(&["warning flag-listed /update/address"]);
    update("\"address\":false").clean();
    update("\"names\":null,\"address\":true").strict(&["error null /update/names"]);
    update("\"names\":7,\"address\":true").strict(&["error type /update/names"]);
}

#[test]
fn values_that_mean_the_same() {
    let ids =
        |one: &str, other: &str| update(&format!("\"id\":{one},\"record\":{{\"id\":{other}}}"));
    ids("\"7\"", "7").clean();
    ids("\"7\"", "null").clean();
    ids("\"7\"", "8")
        .strict(&["error equal /update/record/id"])
        .lenient(&["warning equal /update/record/id"])
        .underlines("8")
        .message("`record/id` is not the same as `id`")
        .help("write 7 in both");
    // Integers by value, texts letter by letter.
    ids("\"100\"", "1e2").strict(&["warning integer-spelling /update/record/id"]);
    ids("\"7.0\"", "7").strict(&["error equal /update/record/id"]);
    ids("7", "7.0").strict(&[
        "error type /update/id",
        "warning integer-spelling /update/record/id",
    ]);
    ids("true", "7").strict(&["error type /update/id", "error equal /update/record/id"]);
    ids("[]", "7").strict(&["error type /update/id"]);
    update("\"id\":\"7\",\"record\":{}").clean();
    update("\"id\":\"7\",\"record\":7").strict(&["error type /update/record"]);
    // Under another key, where that stands for it.
    update("\"id\":\"7\",\"record\":{\"ID\":8}")
        .strict(&["error key-spelling /update/record/ID"])
        .lenient(&[
            "warning key-spelling /update/record/ID",
            "warning equal /update/record/ID",
        ]);
}

#[test]
fn values_that_another_object_demands() {
    update("\"owner\":{\"id\":7}").clean();
    update("\"version\":3").clean();
    update("\"owner\":{}")
        .strict(&["error required /update/owner/id"])
        .lenient(&["warning required /update/owner/id"])
        .underlines("{")
        .message("`owner/id` is missing")
        .help("write a value for `owner/id`");
    update("\"owner\":{\"id\":null}")
        .strict(&["error required /update/owner/id"])
        .underlines("null")
        .message("`owner/id` is null");
    update("\"owner\":{\"id\":\"\"}").strict(&[
        "error type /update/owner/id",
        "error required /update/owner/id",
    ]);
    // Told already.
    update("\"owner\":{\"Id\":7}")
        .strict(&["error key-spelling /update/owner/Id"])
        .lenient(&["warning key-spelling /update/owner/Id"]);
    update("\"owner\":null").strict(&["error null /update/owner"]);
    update("\"owner\":[]").strict(&["error type /update/owner"]);
}

#[test]
fn values_that_the_vendor_assigns() {
    update("\"record\":{\"number\":null}").clean();
    update("\"record\":{\"number\":5}")
        .strict(&["error unset /update/record/number"])
        .lenient(&["warning unset /update/record/number"])
        .underlines("5")
        .help("leave `record/number` out");
}

#[test]
fn lists_that_exclude_each_other() {
    let lists =
        |keep: &str, remove: &str| update(&format!("\"keep\":[{keep}],\"remove\":[{remove}]"));
    lists("{\"id\":1},{\"id\":2}", "{\"id\":3}").clean();
    lists("{\"id\":null},{}", "{\"id\":null},{}").clean();
    lists("{\"id\":1},{\"id\":2}", "{\"id\":3},{\"id\":2}")
        .strict(&["error distinct /update/remove/1/id"])
        .lenient(&["warning distinct /update/remove/1/id"])
        .underlines("2")
        .message("this `id` stands in `keep` as well");
    lists("{\"id\":\"1\"}", "{\"id\":1},{\"id\":1}").strict(&[
        "error type /update/keep/0/id",
        "error distinct /update/remove/0/id",
        "error distinct /update/remove/1/id",
    ]);
    update("\"remove\":[{\"id\":1}]").clean();
}

#[test]
fn days_of_the_calendar() {
    let born = |year: &str, month: &str, day: &str| {
        update(&format!(
            "\"born\":{{\"year\":{year},\"month\":{month},\"day\":{day}}}"
        ))
    };
    for (year, month, day) in [
        ("2024", "1", "29"),
        ("2000", "1", "29"),
        ("2023", "0", "31"),
        ("2023", "11", "31"),
        ("-4", "1", "29"),
    ] {
        born(year, month, day).clean();
    }
    born("2023", "1", "29")
        .strict(&["error calendar-day /update/born/day"])
        .lenient(&["warning calendar-day /update/born/day"])
        .underlines("29")
        .message("there is no day 29 in month 1 of 2023")
        .help("write a day from 1 to 28");
    born("1900", "1", "29").strict(&["error calendar-day /update/born/day"]);
    for day in ["0", "32", "-1", "99999999999"] {
        born("2023", "0", day).help("write a day from 1 to 31");
    }
    for month in ["12", "-1", "20"] {
        born("2023", month, "1")
            .strict(&["error calendar-day /update/born/day"])
            .message(&format!("there is no month {month}, January being 0"))
            .help("write a month from 0 to 11");
    }
    // A month that is out of its range was told.
    born("2023", "21", "1").strict(&["error maximum /update/born/month"]);
    born("2023", "\"1\"", "31").strict(&["error type /update/born/month"]);
    born("2023", "null", "31").strict(&["error null /update/born/month"]);
    update("\"born\":{\"year\":2023,\"day\":31}").clean();
}

#[test]
fn something_besides() {
    update("\"select\":{\"id\":1}")
        .strict(&["warning at-least-one /update/select"])
        .lenient(&["info at-least-one /update/select"])
        .underlines("{")
        .message("nothing is present besides `id`");
    update("\"select\":{}").strict(&["warning at-least-one /update/select"]);
    update("\"select\":{\"id\":1,\"note\":\"x\"}").clean();
    // Null and empty are nothing; what is wrong, or not known, is something.
    update("\"select\":{\"note\":\"\"}").strict(&["warning at-least-one /update/select"]);
    update("\"select\":{\"note\":null}")
        .strict(&["error null /update/select/note"])
        .lenient(&[
            "info at-least-one /update/select",
            "warning null /update/select/note",
        ]);
    update("\"select\":{\"note\":1}").strict(&["error type /update/select/note"]);
    update("\"select\":{\"colour\":1}").strict(&["warning unknown-key /update/select/colour"]);
    update("\"select\":{\"colour\":null}").strict(&[
        "warning at-least-one /update/select",
        "warning unknown-key /update/select/colour",
    ]);
    update("\"select\":{\"Note\":\"x\"}").lenient(&["warning key-spelling /update/select/Note"]);
    update("\"select\":{\"ID\":1}").lenient(&[
        "info at-least-one /update/select",
        "warning key-spelling /update/select/ID",
    ]);
}

#[test]
fn numbers_that_are_fixed() {
    update("\"version\":3").clean();
    update("\"version\":3.0").strict(&["warning integer-spelling /update/version"]);
    for other in ["4", "-3", "30", "3000000000"] {
        update(&format!("\"version\":{other}"))
            .both(&["error const /update/version"])
            .message(&format!("`{other}` is not 3"))
            .help("write 3");
    }
}

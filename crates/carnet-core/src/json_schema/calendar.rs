//! Days of the calendar whose parts are members of an object.

use super::members::implies;
use super::{Keywords, Tree};

/// Year, month and day, where all three are integers, are a day of the proleptic Gregorian
/// calendar; `january` is the number that stands for January.
pub(super) fn day(year: &str, month: &str, day: &str, january: u8) -> Keywords {
    let number = |month: u8| Tree::Number((u32::from(january) + u32::from(month) - 1).to_string());
    let is_february = || Tree::object([("const", number(2))]);
    let is = |number: u32| Tree::object([("const", number.into())]);
    let short = Tree::array([4, 6, 9, 11].map(number));
    let months = range(number(1), number(12));
    let integer = || Tree::object([("type", "integer".into())]);

    let mut then = with([(month, months), (day, range(1.into(), 31.into()))]);
    then.push(
        "allOf",
        implies(
            with([(month, Tree::object([("enum", short)]))]),
            with([(day, Tree::object([("maximum", 30.into())]))]),
        ),
    );
    then.push(
        "allOf",
        implies(
            with([(month, is_february())]),
            with([(day, Tree::object([("maximum", 29.into())]))]),
        ),
    );
    then.push(
        "allOf",
        implies(
            with([(month, is_february()), (day, is(29))]),
            with([(year, leap_year())]),
        ),
    );
    let mut numbers = with([(year, integer()), (month, integer()), (day, integer())]);
    numbers.set("required", Tree::array([year, month, day]));
    implies(numbers, then)
}

fn leap_year() -> Tree {
    let multiple = |number: u32| Tree::object([("multipleOf", number.into())]);
    let mut keywords = Keywords::default();
    keywords.set("multipleOf", 4);
    keywords.push("anyOf", Tree::object([("not", multiple(100))]));
    keywords.push("anyOf", multiple(400));
    keywords.into_tree()
}

fn range(least: Tree, most: Tree) -> Tree {
    Tree::object([("minimum", least), ("maximum", most)])
}

/// The members satisfy schemas.
fn with<const N: usize>(members: [(&str, Tree); N]) -> Keywords {
    let mut keywords = Keywords::default();
    keywords.set("properties", Tree::object(members));
    keywords
}

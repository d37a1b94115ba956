//! `unserialised-object`: what JavaScript makes of an object that nobody serialised.

use super::{FixDoc, RuleDoc};
use crate::judge::Complaint;
use crate::tree::abbreviate;
use carnet_core::{RuleId, Source};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::UnserialisedObject,
    demands: "No value is `[object Object]`, or several of those.",
    why: "That is what JavaScript makes of an object that is joined to a text. All that was in it \
          is lost.",
    fix: FixDoc::Never("what the object held is lost"),
    bad: "https://api.example.com/guests?guest=%5Bobject%20Object%5D",
    good: "https://api.example.com/guests?guest=%7B%22name%22%3A%22Ada%22%7D",
};

/// The standard of JavaScript, which says what an object is as a text.
pub(crate) const fn source() -> Source {
    Source::outside("https://tc39.es/ecma262/", "Object.prototype.toString")
}

pub(crate) fn is_one(decoded: &str) -> bool {
    let mut objects = decoded.split(',');
    objects.all(|object| object.trim() == "[object Object]")
}

pub(crate) fn complaint(name: &str) -> Complaint {
    let name = abbreviate(name, false);
    let message = format!("the value of `{name}` is an object that was not serialised");
    Complaint::new(RuleId::UnserialisedObject, message)
        .help("serialise it, with `JSON.stringify` for one, and percent-encode the result")
}

//! `bare-word`: texts without quotes, and words of other languages.

use super::{FixDoc, RuleDoc, curly_quotes};
use crate::tree::{Cause, Document, Problem};
use carnet_core::shape::{Kind, Shape};
use carnet_core::{Edit, Place, RuleId};

pub(super) const DOC: RuleDoc = RuleDoc {
    id: RuleId::BareWord,
    demands: "Every value is JSON, and every text and key stands in double quotes. Alternatives \
              joined with `|` are told as one finding.",
    why: "Vendors print skeletons with type names in the place of values; a copied skeleton is no \
          payload yet.",
    fix: FixDoc::Safe(
        "`True`, `TRUE`, `False` and `FALSE` become `true` and `false` where a boolean is \
         documented and no page shows another type; typographic double quotes become \
         straight ones where the text has no straight quote and is JSON afterwards. Any \
         other word may be a text, a placeholder or a slip, and is left alone",
    ),
    bad: "{\"company\": integer, \"name\": \"Ada\"}",
    good: "{\"company\": 1, \"name\": \"Ada\"}",
};

/// The changes that put a word right without a doubt, if there are any.
///
/// `is_first` is whether it is the first such word: all typographic quotes go with it.
pub(crate) fn fix(
    problem: &Problem,
    is_first: bool,
    text: &[u8],
    document: &Document<'_>,
    shape: Option<&Shape>,
) -> Option<Vec<Edit>> {
    let word = match text.get(problem.span.clone())? {
        b"True" | b"TRUE" => "true",
        b"False" | b"FALSE" => "false",
        _ if is_first && problem.rule() == RuleId::BareWord => {
            return curly_quotes::straightened(text);
        }
        _ => return None,
    };
    if problem.cause != Cause::BareWord {
        return None;
    }
    let at = document.place(problem.span.start);
    is_flag(&at, shape?).then(|| vec![Edit::new(problem.span.clone(), word)])
}

/// Whether a boolean and nothing else is documented at a place.
fn is_flag(at: &Place, shape: &Shape) -> bool {
    let mut shape = shape;
    for key in at.pointer.split('/').skip(1) {
        let key = key.replace("~1", "/").replace("~0", "~");
        let inner = match shape.kind {
            Kind::Object(object) => object.field(&key).map(|field| &field.shape),
            Kind::Array(items) => Some(&items.shape),
            Kind::Map(map) => Some(&map.value),
            _ => None,
        };
        match inner {
            Some(inner) => shape = inner,
            None => return false,
        }
    }
    matches!(shape.kind, Kind::Boolean) && shape.has_one_type() && !shape.sensitive
}

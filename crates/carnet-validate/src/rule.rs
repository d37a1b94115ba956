//! The rules: what each demands and why, beside the code that checks it.

pub(crate) mod accepts;
pub(crate) mod assertion;
pub(crate) mod bare_word;
pub(crate) mod calendar_day;
pub(crate) mod curly_quotes;
pub(crate) mod cut_parameter;
mod date_order;
pub(crate) mod disputed_type;
mod distinct;
pub(crate) mod double_encoding;
pub(crate) mod duplicate_key;
mod duplicate_parameter;
pub(crate) mod empty;
mod equal;
mod format;
pub(crate) mod integer;
mod items;
pub(crate) mod key_spelling;
pub(crate) mod kind;
pub(crate) mod length;
pub(crate) mod listed;
mod listed_flag;
pub(crate) mod lost_plus;
pub(crate) mod members;
pub(crate) mod method;
pub(crate) mod missing_equals;
pub(crate) mod notation;
pub(crate) mod null;
mod null_opposite;
mod order;
mod parameter_spelling;
pub(crate) mod percent_encoding;
mod range;
pub(crate) mod required;
mod same_length;
mod schema;
pub(crate) mod secret;
pub(crate) mod shell_variable;
mod text;
pub(crate) mod undocumented_key;
pub(crate) mod unencoded_character;
pub(crate) mod unknown_key;
pub(crate) mod unknown_parameter;
pub(crate) mod unserialised_object;
mod unset;
pub(crate) mod url_host;
pub(crate) mod url_length;
pub(crate) mod url_path;
pub(crate) mod url_scheme;
pub(crate) mod url_syntax;

use crate::judge::{Draft, default_ruling};
use carnet_core::{Levels, RuleId};

/// RFC 3986, the URL's generic syntax.
pub(crate) const RFC_3986: &str = "https://www.rfc-editor.org/rfc/rfc3986";
/// The URL standard, which says how browsers and most servers read parameters.
pub(crate) const URL_STANDARD: &str = "https://url.spec.whatwg.org/";

/// What a person should know about a rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleDoc {
    /// The rule.
    pub id: RuleId,
    /// What it demands, in a sentence or two.
    pub demands: &'static str,
    /// Why it exists: what goes wrong otherwise.
    pub why: &'static str,
    /// Whether what breaks it can be mended without a doubt.
    pub fix: FixDoc,
    /// A text that breaks it.
    pub bad: &'static str,
    /// The same, put right.
    pub good: &'static str,
}

/// Whether what breaks a rule can be [fixed](crate::fix), and the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixDoc {
    /// A finding may carry a fix that is safe: what it does and where it does not.
    Safe(&'static str),
    /// No finding carries a fix: why nothing is certain.
    Never(&'static str),
}

/// The documentation of a rule.
///
/// # Example
/// ```
/// use carnet_core::RuleId;
/// use carnet_validate::rule;
///
/// for &id in RuleId::ALL {
///     assert_eq!(rule::doc(id).id, id);
/// }
/// ```
#[must_use]
pub const fn doc(rule: RuleId) -> &'static RuleDoc {
    match rule {
        RuleId::InvalidUtf8 => &text::INVALID_UTF8,
        RuleId::ByteOrderMark => &text::BYTE_ORDER_MARK,
        RuleId::Syntax => &text::SYNTAX,
        RuleId::TrailingComma => &text::TRAILING_COMMA,
        RuleId::TrailingSemicolon => &text::TRAILING_SEMICOLON,
        RuleId::BareWord => &bare_word::DOC,
        RuleId::ShellVariable => &shell_variable::DOC,
        RuleId::DuplicateKey => &duplicate_key::DOC,
        RuleId::CurlyQuotes => &curly_quotes::DOC,
        RuleId::Method => &method::DOC,
        RuleId::UrlSyntax => &url_syntax::DOC,
        RuleId::UrlScheme => &url_scheme::DOC,
        RuleId::UrlHost => &url_host::DOC,
        RuleId::UrlPath => &url_path::DOC,
        RuleId::UrlLength => &url_length::DOC,
        RuleId::UnencodedCharacter => &unencoded_character::DOC,
        RuleId::PercentEncoding => &percent_encoding::DOC,
        RuleId::DoubleEncoding => &double_encoding::DOC,
        RuleId::LostPlus => &lost_plus::DOC,
        RuleId::UnserialisedObject => &unserialised_object::DOC,
        RuleId::CutParameter => &cut_parameter::DOC,
        RuleId::MissingEquals => &missing_equals::DOC,
        RuleId::DuplicateParameter => &duplicate_parameter::DOC,
        RuleId::UnknownParameter => &unknown_parameter::DOC,
        RuleId::ParameterSpelling => &parameter_spelling::DOC,
        RuleId::LoneSurrogate => &text::LONE_SURROGATE,
        RuleId::Depth => &text::DEPTH,
        RuleId::IntegerSpelling => &integer::SPELLING,
        RuleId::IntegerRange => &integer::RANGE,
        RuleId::NumberRange => &text::NUMBER_RANGE,
        RuleId::Type => &kind::DOC,
        RuleId::Null => &null::DOC,
        RuleId::Enum => &listed::DOC,
        RuleId::EnumCase => &listed::CASE,
        RuleId::MinLength => &length::MIN,
        RuleId::MaxLength => &length::MAX,
        RuleId::Utf16Length => &length::UTF16,
        RuleId::Empty => &empty::DOC,
        RuleId::Minimum => &range::MINIMUM,
        RuleId::Maximum => &range::MAXIMUM,
        RuleId::Const => &range::CONST,
        RuleId::Decimals => &range::DECIMALS,
        RuleId::Format => &format::DOC,
        RuleId::MinItems => &items::MIN,
        RuleId::MaxItems => &items::MAX,
        RuleId::Secret => &secret::DOC,
        RuleId::Required => &required::DOC,
        RuleId::RequiredWith => &members::TOGETHER,
        RuleId::AtLeastOne => &members::AT_LEAST_ONE,
        RuleId::RequiresTrue => &members::REQUIRES_TRUE,
        RuleId::Order => &order::DOC,
        RuleId::SameLength => &same_length::DOC,
        RuleId::NullOpposite => &null_opposite::DOC,
        RuleId::ListedFlag => &listed_flag::FLAG,
        RuleId::FlagListed => &listed_flag::LISTED,
        RuleId::Equal => &equal::DOC,
        RuleId::Unset => &unset::DOC,
        RuleId::Distinct => &distinct::DOC,
        RuleId::CalendarDay => &calendar_day::DOC,
        RuleId::UndocumentedKey => &undocumented_key::DOC,
        RuleId::UnknownKey => &unknown_key::DOC,
        RuleId::KeySpelling => &key_spelling::DOC,
        RuleId::DisputedType => &disputed_type::DOC,
        RuleId::Schema => &schema::DOC,
    }
}

/// The levels of a rule about text, a URL or parameters where no contract rules upon it.
///
/// # Example
/// ```
/// use carnet_core::{Levels, Level, RuleId};
/// use carnet_validate::rule::usual_levels;
///
/// assert_eq!(usual_levels(RuleId::Syntax, false), Levels::new(Level::Error, Level::Error));
/// assert_eq!(usual_levels(RuleId::TrailingComma, true).lenient, Level::Warning);
/// ```
#[must_use]
pub fn usual_levels(rule: RuleId, in_reply: bool) -> Levels {
    default_ruling(rule, in_reply).levels
}

/// Keeps one finding per root cause of those that were made about one value.
pub(crate) fn settle(found: Vec<Draft>) -> Vec<Draft> {
    if found.len() < 2 {
        return found;
    }
    let keep: Vec<bool> = (0..found.len())
        .map(|i| !(0..found.len()).any(|j| hides(&found, j, i)))
        .collect();
    let mut keep = keep.into_iter();
    let mut found = found;
    found.retain(|_| keep.next().unwrap_or(true));
    found
}

/// Whether the finding `a` says all that the finding `b` does: of the same value, from the same
/// cause, and no less grave.
fn hides(found: &[Draft], a: usize, b: usize) -> bool {
    let (one, other) = (&found[a], &found[b]);
    if a == b || one.bytes != other.bytes {
        return false;
    }
    let (hider, hidden) = (one.finding.rule, other.finding.rule);
    let graver = one.finding.severity.cmp(&other.finding.severity);
    if hider == hidden {
        // Two bounds on one thing: the graver, or else the first.
        return graver.is_gt() || graver.is_eq() && a < b;
    }
    if explains(hider, hidden) {
        graver.is_ge()
    } else {
        explains(hidden, hider) && graver.is_gt()
    }
}

/// Whether a value that breaks the first rule breaks the second as a consequence.
const fn explains(first: RuleId, second: RuleId) -> bool {
    use RuleId::{
        Decimals, Empty, Enum, EnumCase, Format, IntegerRange, IntegerSpelling, MaxLength, Maximum,
        MinLength, Minimum, Type, Utf16Length,
    };
    match first {
        Type => matches!(second, Empty),
        Empty => matches!(second, Format | MinLength | Enum | EnumCase),
        MinLength => matches!(second, Format),
        MaxLength => matches!(second, Utf16Length),
        Minimum | Maximum => matches!(second, Decimals | IntegerRange | IntegerSpelling),
        IntegerRange => matches!(second, IntegerSpelling | Decimals),
        _ => false,
    }
}

/// A value for a message: quoted, or not where it must not be shown.
fn this(value: &str, show: bool) -> String {
    if show {
        format!("`{}`", crate::tree::abbreviate(value, false))
    } else {
        "the value".to_owned()
    }
}

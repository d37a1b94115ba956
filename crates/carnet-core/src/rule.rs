//! The ids of the rules, and one line on each.

use std::fmt;
use std::str::FromStr;

macro_rules! rules {
    ($($variant:ident $id:literal $summary:literal)*) => {
        /// The stable id of a rule.
        ///
        /// What a rule demands, and why, is written beside its code in the validator.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleId {
            $(#[doc = $summary] $variant,)*
        }

        impl RuleId {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The id: kebab case, JSON Schema's words where it has one.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// What the rule demands, in one line.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$variant => $summary,)* }
            }
        }
    };
}

rules! {
    // The text.
    InvalidUtf8 "invalid-utf8" "The text is UTF-8."
    ByteOrderMark "byte-order-mark" "The text does not begin with a byte order mark."
    Syntax "syntax" "The text is JSON (RFC 8259)."
    TrailingComma "trailing-comma" "No comma stands before a closing bracket."
    TrailingSemicolon "trailing-semicolon" "No semicolon stands after the value."
    BareWord "bare-word" "Every value is JSON: texts stand in quotes."
    ShellVariable "shell-variable" "Variables of a shell are replaced by their values."
    DuplicateKey "duplicate-key" "No key stands twice in one object."
    LoneSurrogate "lone-surrogate" "Escapes of surrogates come in pairs."
    Depth "depth" "Values nest at most 127 deep."
    IntegerSpelling "integer-spelling" "Integers are written with digits only."
    IntegerRange "integer-range" "Integers fit 64 bits."
    NumberRange "number-range" "Numbers fit an IEEE 754 double."
    CurlyQuotes "curly-quotes" "JSON is quoted with straight quotes."
    // The call.
    Method "method" "The HTTP method is the documented one."
    UrlSyntax "url-syntax" "The URL is one (RFC 3986)."
    UrlScheme "url-scheme" "The URL's scheme is https."
    UrlHost "url-host" "The host is the documented one."
    UrlPath "url-path" "The path is the documented one."
    UrlLength "url-length" "The URL is short enough for every proxy on the way."
    // The parameters.
    UnencodedCharacter "unencoded-character" "Characters that a URL cannot hold are percent-encoded."
    PercentEncoding "percent-encoding" "Every percent sign begins a percent-encoded byte."
    DoubleEncoding "double-encoding" "Values are percent-encoded once."
    LostPlus "lost-plus" "A plus sign that is meant is percent-encoded."
    UnserialisedObject "unserialised-object" "An object is written as JSON, not by its name."
    CutParameter "cut-parameter" "No bare `&` or `#` cuts a value."
    MissingEquals "missing-equals" "A parameter's name and value are parted by an equals sign."
    DuplicateParameter "duplicate-parameter" "No parameter is given twice."
    UnknownParameter "unknown-parameter" "Every parameter is documented."
    ParameterSpelling "parameter-spelling" "Parameters are spelt as documented."
    // A value.
    Type "type" "The value has the documented JSON type."
    Null "null" "The value is not null."
    Enum "enum" "The value is one of the documented texts."
    EnumCase "enum-case" "Documented texts are written in the documented case."
    MinLength "min-length" "The text is long enough."
    MaxLength "max-length" "The text is short enough, counted in code points."
    Utf16Length "utf16-length" "The text is short enough, counted in UTF-16 code units."
    Empty "empty" "A required text is not empty."
    Minimum "minimum" "The number is not too small, judged by its text."
    Maximum "maximum" "The number is not too large, judged by its text."
    Const "const" "The number is the documented one."
    Decimals "decimals" "The number has no more decimal places than the vendor keeps."
    Format "format" "The text has the documented format."
    MinItems "min-items" "The array has enough items."
    MaxItems "max-items" "The array has few enough items."
    Secret "secret" "No live credential stands in a file."
    // An object.
    Required "required" "Required members are present."
    RequiredWith "required-with" "Members that belong together are present together."
    AtLeastOne "at-least-one" "At least one of several members is present."
    RequiresTrue "requires-true" "A member that depends on a flag comes with that flag set."
    Order "order" "What comes later is not before what comes earlier."
    SameLength "same-length" "Arrays that belong together have equally many items."
    NullOpposite "null-opposite" "Null stands only where there is nothing to name."
    ListedFlag "listed-flag" "What is listed comes with its flag set."
    FlagListed "flag-listed" "A flag that is set comes with what it is about."
    Equal "equal" "Values that mean the same are the same."
    Unset "unset" "What the vendor assigns is not sent."
    Distinct "distinct" "No id stands in two lists that exclude each other."
    CalendarDay "calendar-day" "Year, month and day are a day of the calendar."
    UndocumentedKey "undocumented-key" "Keys are documented where they stand."
    UnknownKey "unknown-key" "Every key is documented."
    KeySpelling "key-spelling" "Keys are spelt as documented, blanks and case included."
    // The context.
    DisputedType "disputed-type" "The data type is one that the vendor's pages agree upon."
    // A schema of one's own.
    Schema "schema" "The value fits the JSON Schema."
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for RuleId {
    type Err = crate::ruling::UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|rule| rule.as_str() == name)
            .ok_or(crate::ruling::UnknownName)
    }
}

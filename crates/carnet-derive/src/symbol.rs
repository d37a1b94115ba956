//! Every word of the attributes, named once, and the lists of words by where they may stand.

macro_rules! words {
    ($($(#[$doc:meta])* $list:ident: $($constant:ident $word:literal)*;)*) => {$(
        $(pub(crate) const $constant: &str = $word;)*
        $(#[$doc])*
        pub(crate) const $list: &[&str] = &[$($constant),*];
    )*};
}

/// The attributes that are read.
pub(crate) const CARNET: &str = "carnet";
pub(crate) const SERDE: &str = "serde";
pub(crate) const DOC: &str = "doc";

words! {
    /// What may stand in the parentheses of any constraint, beside a source.
    RULING: STRICT "strict" LENIENT "lenient" DECIDED_BY "decided_by";
    /// Where the vendor states something.
    SOURCE: SECTION "section" PAGE "page" STRENGTH "strength";
    /// What is demanded of one value.
    CONSTRAINT:
        MIN_LENGTH "min_length" MAX_LENGTH "max_length"
        MINIMUM "minimum" MAXIMUM "maximum" CONST "const" MAX_DECIMALS "max_decimals"
        MIN_ITEMS "min_items" MAX_ITEMS "max_items"
        FORMAT "format" SECRET "secret" READING "reading" MISMATCH "mismatch";
    /// What is demanded of a member of an object, beside its value.
    MEMBER:
        REQUIRED "required" OPTIONAL "optional" NULL "null" EMPTY "empty" REQUIRES "requires"
        UNDOCUMENTED "undocumented" ALIAS "alias" DYNAMIC "dynamic" SEE "see";
    /// What is said of a whole type, beside its rules and the defaults of its members.
    TYPE:
        CRATE "crate" OPEN "open" REPLY "reply" UNKNOWN_KEYS "unknown_keys"
        KEY_SPELLING "key_spelling" ADOPTS "adopts" EMPTY_IS_ABSENT "empty_is_absent"
        CONSTANT "constant" LABELS "labels" LENGTH_DECIDED_BY "length_decided_by"
        OTHER_CASE "other_case" SELECT "select" DISPUTED "disputed";
    /// The rules about several members of one object.
    RULE:
        REQUIRED_TOGETHER "required_together" AT_LEAST_ONE "at_least_one"
        AT_LEAST_ONE_OTHER "at_least_one_other" NOT_BEFORE "not_before"
        SAME_LENGTH "same_length" NULL_OPPOSITE "null_opposite"
        LISTED_REQUIRES_TRUE "listed_requires_true" TRUE_REQUIRES_LISTED "true_requires_listed"
        EQUAL "equal" DEMANDED "demanded" UNSET "unset" DISTINCT "distinct"
        CALENDAR_DAY "calendar_day";
    /// What a member without a field says of itself, beside its value and a ruling.
    CONSTANT_OWN: DESCRIPTION "description";
    /// What an operation says of itself, beside its page and method.
    OPERATION_OWN:
        OPERATION "operation" VENDOR "vendor" AUTH "auth" PARAMETERS "parameters"
        MEDIA_TYPE "media_type" BATCH "batch" SUCCESS "success" FAILURE "failure" TEXT "text"
        REPLY_TEXT "reply_text";
    /// HTTP methods.
    HTTP_METHOD: POST "post" GET "get" PUT "put" PATCH "patch" DELETE "delete";
    /// What credentials say of themselves.
    AUTHENTICATION: BODY "body" QUERY "query";
    /// How one kind of reply is told from another.
    CONDITION: STATUS "status" PREFIX "prefix" PRESENT "present" WORD "word";
    /// What is said of a type that is mapped to others.
    ENCODE_TYPE: TO "to";
    /// What follows the type that one is mapped to.
    ENCODE_TO: AS "as" PROFILE "profile" SET "set";
    /// How the context selects a variant.
    SELECTION: CONTEXT "context" KEY "key";
    /// The JSON types that `reading` knows by name.
    READING_KIND:
        STRING "string" INTEGER "integer" NUMBER "number" BOOLEAN "boolean" OBJECT "object"
        ARRAY "array" ANY "any";
    /// Words of serde that the contract follows.
    SERDE_READ:
        RENAME "rename" RENAME_ALL "rename_all" TRANSPARENT "transparent" UNTAGGED "untagged"
        FLATTEN "flatten" SKIP "skip" SKIP_SERIALIZING_IF "skip_serializing_if";
    /// Words of serde that change the JSON in a way the contract cannot see.
    SERDE_OPAQUE:
        TAG "tag" CONTENT "content" FROM "from" TRY_FROM "try_from" INTO "into" REMOTE "remote"
        RENAME_ALL_FIELDS "rename_all_fields" WITH "with" SERIALIZE_WITH "serialize_with"
        DESERIALIZE_WITH "deserialize_with" GETTER "getter" SKIP_SERIALIZING "skip_serializing"
        SKIP_DESERIALIZING "skip_deserializing" OTHER "other" VARIANT_IDENTIFIER "variant_identifier"
        FIELD_IDENTIFIER "field_identifier";
    /// Words of serde that do not concern the contract.
    SERDE_OTHER: DEFAULT "default";
    /// Levels of severity.
    LEVEL: ALLOW "allow" INFO "info" WARNING "warning" ERROR "error";
    /// How strongly something is stated.
    STRENGTHS:
        NORMATIVE "normative" SKELETON "skeleton" SAMPLE "sample" OUTSIDE "outside"
        INFERRED "inferred";
    /// The formats that an attribute can name.
    FORMATS:
        DATE "date" DATE_AND_TIME "date-and-time" DAY_MONTH_YEAR "day-month-year"
        HOUR_MINUTE "hour-minute" UUID "uuid" MAILBOX "mailbox" DIGITS "digits"
        THREE_DIGITS "three-digits";
    /// The rules about the text of a body.
    TEXT_RULES:
        INVALID_UTF8 "invalid_utf8" BYTE_ORDER_MARK "byte_order_mark" SYNTAX "syntax"
        TRAILING_COMMA "trailing_comma" TRAILING_SEMICOLON "trailing_semicolon"
        BARE_WORD "bare_word" SHELL_VARIABLE "shell_variable"
        DUPLICATE_KEY "duplicate_key" LONE_SURROGATE "lone_surrogate" DEPTH "depth"
        INTEGER_SPELLING "integer_spelling" INTEGER_RANGE "integer_range"
        NUMBER_RANGE "number_range" CURLY_QUOTES "curly_quotes";
    /// The rules about the call itself, and about the text of its parameters.
    CALL_RULES:
        METHOD "method" URL_SYNTAX "url_syntax" URL_SCHEME "url_scheme" URL_HOST "url_host"
        URL_PATH "url_path" URL_LENGTH "url_length" UNENCODED_CHARACTER "unencoded_character"
        PERCENT_ENCODING "percent_encoding" DOUBLE_ENCODING "double_encoding"
        LOST_PLUS "lost_plus" UNSERIALISED_OBJECT "unserialised_object"
        CUT_PARAMETER "cut_parameter" MISSING_EQUALS "missing_equals"
        DUPLICATE_PARAMETER "duplicate_parameter" UNKNOWN_PARAMETER "unknown_parameter"
        PARAMETER_SPELLING "parameter_spelling";
}

/// What may follow the path that a field is mapped to.
pub(crate) const ENCODE_PLACE: &[&str] = &[WITH, UNDOCUMENTED];

/// What the contract calls the rule of the word `requires`.
pub(crate) const REQUIRES_TRUE: &str = "requires_true";
/// The number that stands for January, in the rule about days of the calendar.
pub(crate) const JANUARY: &str = "january";

/// What stands in the parentheses of a rule.
pub(crate) fn rule_example(word: &str) -> &'static str {
    match word {
        REQUIRED_TOGETHER | AT_LEAST_ONE => "one_field, another_field",
        AT_LEAST_ONE_OTHER => "one_field",
        NOT_BEFORE => "later, earlier",
        SAME_LENGTH => "one_list, another_list",
        NULL_OPPOSITE => "list_with_nulls, list, \"text\"",
        LISTED_REQUIRES_TRUE => "list, \"text\", flag",
        TRUE_REQUIRES_LISTED => "flag, list, \"text\"",
        EQUAL => "one_field, \"/member/inner\"",
        DEMANDED | UNSET => "\"/member/inner\"",
        DISTINCT => "one_list, another_list, \"key\"",
        CALENDAR_DAY => "year, month, day, january = 0",
        _ => "other_field",
    }
}

/// What may stand on a member of an object.
pub(crate) fn on_field() -> Vec<&'static str> {
    [MEMBER, CONSTRAINT, SOURCE].concat()
}

/// What may stand on a variant of a union.
pub(crate) fn on_variant() -> Vec<&'static str> {
    [CONSTRAINT, SOURCE].concat()
}

/// What may stand on a type, the words of the other derives included.
pub(crate) fn on_type() -> Vec<&'static str> {
    [
        TYPE,
        RULE,
        &[REQUIRED, NULL, EMPTY],
        CONSTRAINT,
        SOURCE,
        OPERATION_OWN,
        HTTP_METHOD,
        AUTHENTICATION,
    ]
    .concat()
}

/// Whether a word on a type is read by another derive than `Payload`.
pub(crate) fn of_operation(word: &str) -> bool {
    [OPERATION_OWN, HTTP_METHOD, AUTHENTICATION]
        .concat()
        .contains(&word)
}

/// What may stand in the parentheses of a constraint.
pub(crate) fn in_ruling() -> Vec<&'static str> {
    [RULING, SOURCE].concat()
}

/// What may follow the value of a member without a field.
pub(crate) fn in_constant() -> Vec<&'static str> {
    [CONSTANT_OWN, &[REQUIRED, SEE], RULING, SOURCE].concat()
}

/// The rules about what is sent, as a text.
pub(crate) fn on_text() -> Vec<&'static str> {
    [TEXT_RULES, CALL_RULES].concat()
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, LEVEL, STRENGTHS, on_text};
    use carnet::{Level, RuleId, Strength};

    #[test]
    fn names_are_those_of_the_contract() {
        let formats: Vec<_> = carnet::format::ALL
            .iter()
            .map(|format| format.name)
            .collect();
        assert_eq!(FORMATS, formats);
        assert_eq!(LEVEL, Level::ALL.map(Level::as_str));
        let strengths = [
            Strength::Normative,
            Strength::Skeleton,
            Strength::Sample,
            Strength::Outside,
            Strength::Inferred,
        ];
        assert_eq!(STRENGTHS, strengths.map(Strength::as_str));
        for rule in on_text() {
            assert!(rule.replace('_', "-").parse::<RuleId>().is_ok(), "{rule}");
        }
    }
}

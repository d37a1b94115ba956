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
        MINIMUM "minimum" MAXIMUM "maximum" MAX_DECIMALS "max_decimals"
        MIN_ITEMS "min_items" MAX_ITEMS "max_items"
        FORMAT "format" SECRET "secret" READING "reading" MISMATCH "mismatch";
    /// What is demanded of a member of an object, beside its value.
    MEMBER: REQUIRED "required" NULL "null" EMPTY "empty" REQUIRES "requires" SEE "see";
    /// What is said of a whole type, beside the defaults of its members.
    TYPE:
        CRATE "crate" OPEN "open" REPLY "reply" UNKNOWN_KEYS "unknown_keys"
        KEY_SPELLING "key_spelling" LENGTH_DECIDED_BY "length_decided_by"
        REQUIRED_TOGETHER "required_together" AT_LEAST_ONE "at_least_one"
        OTHER_CASE "other_case" SELECT "select" DISPUTED "disputed";
    /// What an operation says of itself, beside its page and method.
    OPERATION_OWN:
        OPERATION "operation" VENDOR "vendor" AUTH "auth" MEDIA_TYPE "media_type"
        SUCCESS "success" FAILURE "failure" TEXT "text";
    /// HTTP methods.
    METHOD: POST "post" GET "get" PUT "put" PATCH "patch" DELETE "delete";
    /// What credentials say of themselves.
    AUTHENTICATION: BODY "body";
    /// How one kind of reply is told from another.
    CONDITION: STATUS "status" PREFIX "prefix" PRESENT "present";
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
    SERDE_OTHER: ALIAS "alias" DEFAULT "default";
    /// Levels of severity.
    LEVEL: ALLOW "allow" INFO "info" WARNING "warning" ERROR "error";
    /// How strongly something is stated.
    STRENGTHS:
        NORMATIVE "normative" SKELETON "skeleton" SAMPLE "sample" OUTSIDE "outside"
        INFERRED "inferred";
    /// The formats that an attribute can name.
    FORMATS:
        DATE "date" DAY_MONTH_YEAR "day-month-year" HOUR_MINUTE "hour-minute" UUID "uuid"
        MAILBOX "mailbox" THREE_DIGITS "three-digits";
    /// The rules about the text of a body.
    TEXT_RULES:
        INVALID_UTF8 "invalid_utf8" BYTE_ORDER_MARK "byte_order_mark" SYNTAX "syntax"
        TRAILING_COMMA "trailing_comma" TRAILING_SEMICOLON "trailing_semicolon"
        BARE_WORD "bare_word" SHELL_VARIABLE "shell_variable"
        DUPLICATE_KEY "duplicate_key" LONE_SURROGATE "lone_surrogate" DEPTH "depth"
        INTEGER_SPELLING "integer_spelling" INTEGER_RANGE "integer_range"
        NUMBER_RANGE "number_range";
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
        &[NULL, EMPTY],
        CONSTRAINT,
        SOURCE,
        OPERATION_OWN,
        METHOD,
        AUTHENTICATION,
    ]
    .concat()
}

/// Whether a word on a type is read by another derive than `Payload`.
pub(crate) fn of_operation(word: &str) -> bool {
    [OPERATION_OWN, METHOD, AUTHENTICATION]
        .concat()
        .contains(&word)
}

/// What may stand in the parentheses of a constraint.
pub(crate) fn in_ruling() -> Vec<&'static str> {
    [RULING, SOURCE].concat()
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, LEVEL, STRENGTHS, TEXT_RULES};
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
        for rule in TEXT_RULES {
            assert!(rule.replace('_', "-").parse::<RuleId>().is_ok(), "{rule}");
        }
    }
}

//! Fixing changes what it says and nothing else, and what it makes is better.

use crate::contract::{CODED, PEOPLE, call::CALLING};
use crate::url_contract::GUESTS;
use carnet_core::{Artifact, Contract, Profile, RuleId};
use carnet_validate::fix::{self, Fixed};
use carnet_validate::tree::{self, Node, NodeKind};
use carnet_validate::{Report, Settings, lint, parameters};
use proptest::prelude::*;
use proptest::sample::select;

/// Members with one slip each, or none, and what is meant by them.
const MEMBERS: &[(&str, &str)] = &[
    (r#""role":"SALES""#, r#""role":"sales""#),
    (r#""Role" : "Billing""#, r#""role" : "billing""#),
    (r#""id":1e2"#, r#""id":100"#),
    (r#""id" : "12""#, r#""id" : 12"#),
    (r#""ID":-7.0"#, r#""id":-7"#),
    (r#""since":"31.12.2024""#, r#""since":"2024-12-31""#),
    (r#""since":"03-04-2024""#, r#""since":"03-04-2024""#),
    (r#""tags":["b","a" , ]"#, r#""tags":["b","a"  ]"#),
    (r#""signed":TRUE"#, r#""signed":true"#),
    (
        r#""code":"AB","amount":1.50"#,
        r#""code":"AB","amount":1.50"#,
    ),
    (r#""Code ":"x\u0041""#, r#""code":"x\u0041""#),
    (
        r#""person":{"Name":"\u00e9","E mail":"a@b",}"#,
        r#""person":{"name":"\u00e9","email":"a@b"}"#,
    ),
    (
        r#""labels":{"Z":"1","a":"2"}"#,
        r#""labels":{"Z":"1","a":"2"}"#,
    ),
    (r#""country":"7""#, r#""country":"7""#),
    (r#""key":"<key> Sales 1.0""#, r#""key":"<key> Sales 1.0""#),
    (
        r#""free":{"a":1.0,"b":True}"#,
        r#""free":{"a":1.0,"b":True}"#,
    ),
];

fn settings(profile: Profile) -> Settings {
    Settings {
        profile,
        ..Settings::default()
    }
}

fn judge(contract: &Contract, artifact: Artifact, text: &[u8], profile: Profile) -> Report {
    lint(contract, artifact, text, &settings(profile))
}

/// Fixes a text, and checks what holds for all texts.
fn fixed_in(contract: &Contract, artifact: Artifact, text: &[u8], profile: Profile) -> Fixed {
    let before = judge(contract, artifact, text, profile);
    for found in &before.findings {
        for edit in found.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(edit.bytes.start <= edit.bytes.end && edit.bytes.end <= text.len());
            let mut secrets = before.secrets.iter();
            assert!(secrets.all(|it| it.end <= edit.bytes.start || edit.bytes.end <= it.start));
        }
    }
    let fixed = fix::fix(contract, artifact, text, &settings(profile));
    let again = fix::fix(contract, artifact, &fixed.text, &settings(profile));
    assert_eq!(again.text, fixed.text, "not idempotent: {text:?}");
    assert!(again.applied.is_empty());
    // What stood behind a key or a word may come to light; nothing else does.
    let uncovers = |rule| {
        use RuleId::{BareWord, CurlyQuotes, KeySpelling, ParameterSpelling, Type};
        matches!(
            rule,
            BareWord | CurlyQuotes | KeySpelling | ParameterSpelling | Type
        )
    };
    let (count, least) = (fixed.report.findings.len(), before.findings.len());
    let applied = &fixed.applied;
    if !applied.iter().any(|found| uncovers(found.rule)) {
        assert!(
            count + usize::from(!applied.is_empty()) <= least,
            "{text:?}"
        );
    }
    if applied.is_empty() {
        assert_eq!(fixed.text, text);
    }
    fixed
}

/// The same value, but for what rules may change: the spelling of a key, the case of a text, the
/// order of a date, how a number is written.
fn is_same(before: &Node<'_>, after: &Node<'_>) -> bool {
    let is_word = |before: &str, after: &str| {
        let digits = |text: &str| {
            let mut digits: Vec<_> = text
                .split(['-', '/', '.', ' ', 'T'])
                .map(str::to_owned)
                .collect();
            digits.sort();
            digits
        };
        before.eq_ignore_ascii_case(after)
            || before.starts_with(|c: char| c.is_ascii_digit()) && digits(before) == digits(after)
    };
    let is_key = |before: &str, after: &str| {
        let plain = |key: &str| {
            let letters = key.chars().filter(|c| !c.is_whitespace() && *c != '_');
            letters.flat_map(char::to_lowercase).collect::<String>()
        };
        before == after || plain(before) == plain(after)
    };
    match (&before.kind, &after.kind) {
        (NodeKind::Number(before), NodeKind::Number(after)) => {
            before == after || before.parse::<f64>().ok() == after.parse::<f64>().ok()
        }
        (NodeKind::String(before), NodeKind::String(after)) => is_word(before, after),
        (NodeKind::String(before), NodeKind::Number(after)) => before == after,
        (NodeKind::String(before), NodeKind::Bool(after)) => *before == after.to_string(),
        (NodeKind::Array(before), NodeKind::Array(after)) => {
            before.len() == after.len() && before.iter().zip(after).all(|(a, b)| is_same(a, b))
        }
        (NodeKind::Object(before), NodeKind::Object(after)) => {
            let same = |(a, b): (&tree::Member<'_>, &tree::Member<'_>)| {
                is_key(&a.key, &b.key) && is_same(&a.value, &b.value)
            };
            before.len() == after.len() && before.iter().zip(after).all(same)
        }
        (NodeKind::Null, NodeKind::Null)
        | (NodeKind::Invalid, NodeKind::Invalid | NodeKind::Bool(_)) => true,
        (NodeKind::Bool(before), NodeKind::Bool(after)) => before == after,
        _ => false,
    }
}

fn is_same_json(before: &[u8], after: &[u8]) -> bool {
    match (tree::parse(before).root, tree::parse(after).root) {
        (Some(before), Some(after)) => is_same(&before, &after),
        (before, after) => before.is_none() && after.is_none(),
    }
}

/// What no rule may change: everything but blanks, case, quotes, points and the like.
fn is_same_parameters(before: &[u8], after: &[u8]) -> bool {
    let pairs = |text: &[u8]| parameters::pairs(text);
    let (before, after) = (pairs(before), pairs(after));
    before.len() == after.len()
        && before
            .iter()
            .zip(&after)
            .all(|((name, value), (new_name, new))| {
                let plain = |text: &str| text.replace(char::is_whitespace, "").to_lowercase();
                plain(name) == plain(new_name)
                    && (value == new
                        || value.eq_ignore_ascii_case(new)
                        || is_same_json(value.as_bytes(), new.as_bytes())
                        || value.contains('\u{201C}'))
            })
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\"role\"",
    "\"Role\"",
    "\"SALES\"",
    "\"id\"",
    "1.0",
    "1e2",
    "\"7\"",
    "True",
    "\"signed\"",
    "\u{201C}",
    "\u{201D}",
    "\u{FEFF}",
    ";",
    " ",
    "\"since\"",
    "\"25-12-2024\"",
    "name",
    "\"Name \"",
    "\"key\"",
    "\"person\"",
    "\\",
    "null",
    "\u{E9}",
    "\"company\"",
    "'",
];

const PARAMETERS: &[&str] = &[
    "&",
    "=",
    "#",
    "%7B",
    "%22",
    "\"",
    "{",
    "}",
    "%7D",
    "guest",
    "Guest",
    "note",
    "ids",
    "[1.0,2,]",
    "count",
    "1.0",
    "mode",
    "NOW",
    ":",
    ",",
    "name",
    "age",
    "+4",
    "%",
    "%E2%80%9C",
    "\u{E9}",
    "%C3",
    " ",
    "|",
    "id",
    "Id",
    "apiKey",
    "ApiKey",
    "<",
    "data",
    "Loud",
    "true",
    "\u{FEFF}",
];

proptest! {
    #[test]
    fn members_are_fixed_where_they_stand(
        chosen in prop::collection::vec(select(MEMBERS), 0..6),
        mark in any::<bool>(),
        comma in any::<bool>(),
        profile in select(&Profile::ALL[..]),
    ) {
        let join = |take: fn(&(&'static str, &'static str)) -> &'static str, comma: &str| {
            let members: Vec<_> = chosen.iter().map(take).collect();
            let required = [r#""company":1"#, r#""name":"Ada""#];
            format!("{{{}{comma}\n}}\n", [&required[..], &members].concat().join(",\n  "))
        };
        let text = join(|(slip, _)| slip, if comma { "," } else { "" });
        let meant = join(|(_, meant)| meant, "");
        let text = if mark { format!("\u{FEFF}{text}") } else { text };
        let keys = |text: &str| {
            let root = tree::parse(text.as_bytes()).root.unwrap();
            root.members().iter().map(|member| member.key.to_string()).collect::<Vec<_>>()
        };
        let mut unique = keys(&meant);
        unique.sort();
        unique.dedup();
        let fixed = fixed_in(&PEOPLE, Artifact::RequestBody, text.as_bytes(), profile);
        // Of members that stand there twice nobody knows which is meant.
        if unique.len() == keys(&meant).len() && profile == Profile::Strict {
            let fixed = String::from_utf8(fixed.text).unwrap();
            prop_assert_eq!(fixed, meant);
        } else {
            prop_assert!(is_same_json(text.as_bytes(), &fixed.text), "{}", text);
        }
    }

    #[test]
    fn odd_mixtures_keep_their_meaning(
        parts in prop::collection::vec(select(PIECES), 0..30),
        profile in select(&Profile::ALL[..]),
    ) {
        let text = parts.concat();
        for text in [text.clone(), format!("{{{text}}}")] {
            let fixed = fixed_in(&PEOPLE, Artifact::RequestBody, text.as_bytes(), profile);
            if !text.contains(['\u{201C}', '\u{201D}']) {
                prop_assert!(is_same_json(text.as_bytes(), &fixed.text), "{:?}", text);
            }
            fixed_in(&CODED, Artifact::ReplyBody, text.as_bytes(), profile);
        }
    }

    #[test]
    fn parameters_keep_their_meaning(
        parts in prop::collection::vec(select(PARAMETERS), 0..30),
        profile in select(&Profile::ALL[..]),
    ) {
        let query = parts.concat();
        for contract in [&GUESTS, &CALLING] {
            let form = fixed_in(contract, Artifact::RequestForm, query.as_bytes(), profile);
            let unmarked = query.trim_start_matches('\u{FEFF}').trim();
            let form = String::from_utf8(form.text).unwrap();
            let form = form.trim_start_matches('\u{FEFF}').trim();
            prop_assert!(is_same_parameters(unmarked.as_bytes(), form.as_bytes()), "{} {}", query, form);
            let url = format!("https://example.com/call?{query}");
            fixed_in(contract, Artifact::RequestUrl, url.as_bytes(), profile);
        }
    }

    #[test]
    fn any_bytes_are_survived(text in prop::collection::vec(any::<u8>(), 0..100)) {
        fixed_in(&PEOPLE, Artifact::RequestBody, &text, Profile::Strict);
        fixed_in(&GUESTS, Artifact::RequestUrl, &text, Profile::Lenient);
        fixed_in(&GUESTS, Artifact::RequestForm, &text, Profile::Strict);
    }
}

/// Texts of unlimited length: work that grew with the square of it would not end.
#[test]
fn long_texts_take_linear_time() {
    const TIMES: usize = 10_000;
    let tags = format!(
        "{{\"company\":1,\"name\":\"A\",\"entries\":[{}]}}",
        vec!["{\"ID\":1.0}"; TIMES].join(",")
    );
    let done = fix::fix(
        &PEOPLE,
        Artifact::RequestBody,
        tags.as_bytes(),
        &settings(Profile::Strict),
    );
    assert!(done.report.is_clean());
    assert_eq!(done.applied.len(), 2 * TIMES);
    let keys = (0..TIMES).map(|index| format!("\"{}ID\":1", " ".repeat(index % 60)));
    let keys = format!("{{{}}}", keys.collect::<Vec<_>>().join(","));
    let _ = fix::fix(
        &PEOPLE,
        Artifact::RequestBody,
        keys.as_bytes(),
        &settings(Profile::Strict),
    );
    let url = format!(
        "https://example.com/call?id=1&title={}",
        "\u{E9} ".repeat(TIMES)
    );
    let done = fix::fix(
        &CALLING,
        Artifact::RequestUrl,
        url.as_bytes(),
        &settings(Profile::Strict),
    );
    assert_eq!(done.applied.len(), 1);
}

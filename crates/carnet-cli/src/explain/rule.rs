//! A rule: what it demands and why, an example, and where a contract states it.

use super::Page;
use super::ruling::{self, Statement};
use carnet_core::{Contract, Level, Levels, RuleId};
use carnet_validate::rule::FixDoc;
use std::io;

/// Prints everything known about a rule.
pub(super) fn explain(
    catalog: &[&'static Contract],
    rule: RuleId,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let doc = carnet_validate::rule::doc(rule);
    page.title(rule.as_str(), rule.summary())?;
    page.heading("What it demands")?;
    page.line(doc.demands)?;
    page.heading("Why")?;
    page.line(doc.why)?;
    page.heading("Fix")?;
    match doc.fix {
        FixDoc::Safe(when) => page.line(&format!("safe: {when}"))?,
        FixDoc::Never(why) => page.line(&format!("none: {why}"))?,
    }
    page.heading("Example")?;
    page.item("bad", doc.bad)?;
    page.item("good", doc.good)?;
    page.heading("Where it is stated")?;
    let mut stated = false;
    for contract in catalog {
        let mut places = 0_usize;
        ruling::visit(contract, &mut |_, _, said| match said {
            Statement::Rule(found, ruling) if found == rule && can_fail(ruling.levels) => {
                places += 1;
            }
            Statement::Rule(..) | Statement::See(_) => {}
        });
        match places {
            0 => continue,
            1 => page.line(&format!("{}, in one place", contract.id))?,
            places => page.line(&format!("{}, in {places} places", contract.id))?,
        }
        stated = true;
    }
    if stated {
        page.line("`carnet explain OPERATION` shows them")
    } else {
        page.line(&format!("in no contract: {}", everywhere(rule)))
    }
}

/// What a rule holds for that no contract states.
const fn everywhere(rule: RuleId) -> &'static str {
    match rule {
        RuleId::Method => "it holds for every call",
        RuleId::UrlSyntax
        | RuleId::UrlScheme
        | RuleId::UrlHost
        | RuleId::UrlPath
        | RuleId::UrlLength => "it holds for the URL of every call",
        RuleId::CurlyQuotes
        | RuleId::UnencodedCharacter
        | RuleId::PercentEncoding
        | RuleId::DoubleEncoding
        | RuleId::LostPlus
        | RuleId::UnserialisedObject
        | RuleId::CutParameter
        | RuleId::MissingEquals
        | RuleId::DuplicateParameter
        | RuleId::UnknownParameter
        | RuleId::ParameterSpelling => "it holds for the parameters of every call",
        RuleId::Schema => "it holds for payloads that are linted against a JSON Schema",
        _ => "it holds for the text of every payload",
    }
}

fn can_fail(levels: Levels) -> bool {
    levels.strict > Level::Allow || levels.lenient > Level::Allow
}

//! A rule: what it demands and why, an example, and where a contract states it.

use super::Page;
use super::ruling::{self, Statement};
use carnet_core::{Contract, Level, Levels, RuleId, Ruling};
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
    let stated = stated(catalog, rule);
    for (contract, rulings) in &stated {
        match rulings.len() {
            1 => page.line(&format!("{}, in one place", contract.id))?,
            places => page.line(&format!("{}, in {places} places", contract.id))?,
        }
    }
    if !stated.is_empty() {
        return page.line("`carnet explain OPERATION` shows them");
    }
    match everywhere(rule) {
        Some(everywhere) => page.line(&format!("in no contract: {everywhere}")),
        None => page.line("in no contract of the catalog"),
    }
}

/// The contracts that state a rule, with a ruling for every place in them.
pub(crate) fn stated(
    catalog: &[&'static Contract],
    rule: RuleId,
) -> Vec<(&'static Contract, Vec<Ruling>)> {
    let all = catalog.iter().map(|contract| {
        let mut rulings = Vec::new();
        ruling::visit(contract, &mut |_, _, said| match said {
            Statement::Rule(found, ruling) if found == rule && can_fail(ruling.levels) => {
                rulings.push(ruling);
            }
            Statement::Rule(..) | Statement::See(_) => {}
        });
        (*contract, rulings)
    });
    all.filter(|(_, rulings)| !rulings.is_empty()).collect()
}

/// What a rule holds for that no contract has to state.
pub(crate) const fn everywhere(rule: RuleId) -> Option<&'static str> {
    Some(match rule {
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
        RuleId::InvalidUtf8
        | RuleId::ByteOrderMark
        | RuleId::Syntax
        | RuleId::TrailingComma
        | RuleId::TrailingSemicolon
        | RuleId::BareWord
        | RuleId::DuplicateKey
        | RuleId::LoneSurrogate
        | RuleId::Depth
        | RuleId::IntegerSpelling
        | RuleId::IntegerRange
        | RuleId::NumberRange => "it holds for the text of every payload",
        _ => return None,
    })
}

fn can_fail(levels: Levels) -> bool {
    levels.strict > Level::Allow || levels.lenient > Level::Allow
}

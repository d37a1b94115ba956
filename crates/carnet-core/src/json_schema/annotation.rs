//! What a schema says beside its assertions: sources, discrepancies, advice.

use super::branch::is_any_text;
use super::value::other_texts;
use super::{Definitions, Keywords, Tree, asserts, types};
use crate::shape::{Assertion, Kind, Reading, Shape};
use crate::{Discrepancy, Level, RuleId, Ruling, Source};

/// What is known of one place, gathered while its schema is built.
#[derive(Default)]
pub(super) struct Notes {
    source: Option<Source>,
    sources: Vec<(RuleId, Source)>,
    discrepancies: Vec<&'static Discrepancy>,
    advice: Vec<Tree>,
}

impl Notes {
    /// Notes on a place that a page describes.
    pub(super) fn on(source: Source) -> Self {
        Self {
            source: Some(source),
            ..Self::default()
        }
    }

    /// Notes a ruling; `detail` says what the rule demands here.
    pub(super) fn ruling(&mut self, rule: RuleId, ruling: &Ruling, detail: Option<String>) {
        if let Some(discrepancy) = ruling.discrepancy {
            self.discrepancy(discrepancy);
        }
        if let Some(source) = ruling.source.filter(|source| self.source != Some(*source))
            && !self.sources.contains(&(rule, source))
        {
            self.sources.push((rule, source));
        }
        if let Level::Info | Level::Warning = ruling.levels.strict {
            self.advise(rule, ruling, detail);
        }
    }

    /// Notes a ruling that is an error and that the schema does not assert.
    pub(super) fn unsaid(&mut self, rule: RuleId, ruling: &Ruling, detail: Option<String>) {
        self.ruling(rule, ruling, None);
        self.advise(rule, ruling, detail);
    }

    /// Notes the constraints on a number that is written as a text.
    pub(super) fn unsaid_of_text(&mut self, shape: &Shape) {
        for check in shape.all_checks().filter(|check| asserts(&check.ruling)) {
            let demand = demand(&check.assertion);
            if let Assertion::Minimum(_) | Assertion::Maximum(_) | Assertion::MaxDecimals(_) =
                check.assertion
            {
                self.unsaid(check.assertion.rule(), &check.ruling, Some(demand));
            }
        }
    }

    fn advise(&mut self, rule: RuleId, ruling: &Ruling, detail: Option<String>) {
        let mut item = vec![
            ("rule".to_owned(), rule.as_str().into()),
            ("severity".to_owned(), ruling.levels.strict.as_str().into()),
        ];
        if let Some(detail) = detail {
            item.push(("detail".to_owned(), detail.into()));
        }
        if let Some(discrepancy) = ruling.discrepancy {
            item.push(("discrepancy".to_owned(), discrepancy.id.into()));
        }
        self.advice.push(Tree::Object(item));
    }

    /// Notes a discrepancy.
    pub(super) fn discrepancy(&mut self, discrepancy: &'static Discrepancy) {
        if !self
            .discrepancies
            .iter()
            .any(|known| known.id == discrepancy.id)
        {
            self.discrepancies.push(discrepancy);
        }
    }

    /// Notes the rulings on the value itself.
    pub(super) fn shape(&mut self, shape: &Shape) {
        for check in shape.all_checks() {
            self.ruling(
                check.assertion.rule(),
                &check.ruling,
                Some(demand(&check.assertion)),
            );
        }
        if let (Kind::Enum(list), Some(ruling)) = (shape.kind, other_texts(shape)) {
            self.ruling(
                RuleId::Enum,
                ruling,
                Some(format!("one of {}", list.values.join(", "))),
            );
        }
        let is_noted =
            |reading: &&Reading| matches!(shape.kind, Kind::Enum(_)) && is_any_text(&reading.shape);
        for reading in shape.readings.iter().filter(|it| !is_noted(it)) {
            let (rule, detail) = otherwise(shape, &reading.shape);
            self.ruling(rule, &reading.ruling, Some(detail));
        }
        self.ruling(
            RuleId::Type,
            &shape.mismatch,
            Some(shape.kind.describe().into_owned()),
        );
    }

    /// Writes everything into a schema, beside what it says already.
    pub(super) fn write(self, keywords: &mut Keywords, definitions: &mut dyn Definitions) {
        for discrepancy in &self.discrepancies {
            definitions.cite(discrepancy);
        }
        let page = definitions.page();
        if let Some(source) = self.source.filter(|source| *source != Source::section("")) {
            keywords.set("x-carnet-source", Tree::Object(members(source, page)));
        }
        let sources = self.sources.into_iter().map(|(rule, source)| {
            let mut said = vec![("rule".to_owned(), rule.as_str().into())];
            said.extend(members(source, page));
            Tree::Object(said)
        });
        append(keywords, "x-carnet-sources", sources.collect());
        let ids = self
            .discrepancies
            .iter()
            .map(|discrepancy| discrepancy.id.into())
            .collect();
        append(keywords, "x-carnet-discrepancies", ids);
        append(keywords, "x-carnet-advice", self.advice);
    }
}

fn append(keywords: &mut Keywords, keyword: &str, items: Vec<Tree>) {
    for item in items {
        if !matches!(keywords.get(keyword), Some(Tree::Array(old)) if old.contains(&item)) {
            keywords.push(keyword, item);
        }
    }
}

/// A source as JSON. Without a URL it is the document's own page.
fn members(source: Source, page: &str) -> Vec<(String, Tree)> {
    let mut members = Vec::new();
    if !source.url.is_empty() && source.url != page {
        members.push(("url".to_owned(), source.url.into()));
    }
    if !source.section.is_empty() {
        members.push(("section".to_owned(), source.section.into()));
    }
    members.push(("strength".to_owned(), source.strength.as_str().into()));
    members
}

/// The rule that a value follows a reading against, and what the reading takes, in words.
fn otherwise(shape: &Shape, reading: &Shape) -> (RuleId, String) {
    let same_type = types(&shape.kind) == types(&reading.kind);
    let rule = match shape.kind {
        Kind::Enum(_) if same_type => RuleId::Enum,
        _ => shape
            .all_checks()
            .next()
            .filter(|_| same_type)
            .map_or(RuleId::Type, |check| check.assertion.rule()),
    };
    let mut detail = match reading.kind {
        Kind::Enum(list) => format!("one of {}", list.values.join(", ")),
        kind => kind.describe().into_owned(),
    };
    for check in reading.all_checks() {
        detail = format!("{detail}, {}", demand(&check.assertion));
    }
    (rule, detail)
}

/// What an assertion demands, in words.
fn demand(assertion: &Assertion) -> String {
    match assertion {
        Assertion::MinLength(least) => format!("at least {}", count(*least, "character")),
        Assertion::MaxLength(most) => format!("at most {}", count(*most, "character")),
        Assertion::MaxUtf16Length(most) => format!("at most {}", count(*most, "UTF-16 code unit")),
        Assertion::Minimum(least) => format!("at least {least}"),
        Assertion::Maximum(most) => format!("at most {most}"),
        Assertion::MaxDecimals(most) => format!("at most {}", count(*most, "decimal place")),
        Assertion::Const(number) => format!("exactly {number}"),
        Assertion::Format(format) => format.expects.to_owned(),
        Assertion::MinItems(least) => format!("at least {}", count(*least, "item")),
        Assertion::MaxItems(most) => format!("at most {}", count(*most, "item")),
        Assertion::Placeholder => "an obvious placeholder".to_owned(),
    }
}

fn count(number: u32, thing: &str) -> String {
    if number == 1 {
        format!("1 {thing}")
    } else {
        format!("{number} {thing}s")
    }
}

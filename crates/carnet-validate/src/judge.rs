//! From a broken statement to a finding: which severity, and who says so.

use crate::settings::{Choice, Settings};
use carnet_core::contract::TextRuling;
use carnet_core::general::{GN_01, GN_02, GN_03, GN_05, GN_06, GN_07, GN_08, RFC_8259};
use carnet_core::{Edit, Finding, Fix, Level, Levels, Place, RuleId, Ruling, Severity, Source};
use std::ops::Range;

/// What decides severities.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judge<'a> {
    /// The operation's page, for sources that name none.
    pub(crate) page: &'static str,
    /// What the body says about its text.
    pub(crate) rulings: &'static [TextRuling],
    /// Whether the text is a reply: some slips of a vendor are stepped over there.
    pub(crate) reply: bool,
    pub(crate) settings: &'a Settings,
}

/// A finding whose place in the text is still counted in bytes.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) finding: Finding,
    pub(crate) bytes: Range<usize>,
}

impl Draft {
    pub(crate) fn is_error(&self) -> bool {
        self.finding.severity == Severity::Error
    }

    /// What is wrong, without what was decided about it. Where another reading decides, nothing is
    /// certain enough to be fixed.
    pub(crate) fn complaint(&self) -> Complaint {
        Complaint {
            rule: self.finding.rule,
            message: self.finding.message.clone(),
            help: self.finding.help.clone(),
            fix: None,
        }
    }
}

/// What is wrong, before anybody has decided how grave that is.
#[derive(Clone, Debug)]
pub(crate) struct Complaint {
    pub(crate) rule: RuleId,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) fix: Option<Fix>,
}

impl Complaint {
    pub(crate) fn new(rule: RuleId, message: impl Into<String>) -> Self {
        Self {
            rule,
            message: message.into(),
            help: None,
            fix: None,
        }
    }

    /// The same with changes that are certain and go together, where there are any.
    pub(crate) fn fix(self, edits: Option<Vec<Edit>>) -> Self {
        Self {
            fix: edits.map(Fix::safe),
            ..self
        }
    }

    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }
}

impl Judge<'_> {
    /// The level of a broken rule: the caller's by discrepancy, by rule, else the profile's.
    #[inline]
    pub(crate) fn level(&self, rule: RuleId, ruling: &Ruling) -> Level {
        if self.settings.overrides.is_empty() {
            return ruling.levels.of(self.settings.profile);
        }
        self.chosen_level(rule, ruling)
    }

    fn chosen_level(&self, rule: RuleId, ruling: &Ruling) -> Level {
        match self.choice(ruling) {
            Some(Choice::Level(level)) => level,
            Some(Choice::OtherReading) => Level::Allow,
            None => self.level_of_profile(rule, ruling),
        }
    }

    /// The level of a broken rule whatever the caller decided about its discrepancy.
    pub(crate) fn level_of_profile(&self, rule: RuleId, ruling: &Ruling) -> Level {
        // What nobody ever said is no rule that a caller could make graver.
        let is_said = ruling.levels != Levels::ALLOW || ruling.discrepancy.is_some();
        match self.settings.overrides.get(rule.as_str()) {
            Some(Choice::Level(level)) if is_said => *level,
            Some(Choice::OtherReading) => Level::Allow,
            _ => ruling.levels.of(self.settings.profile),
        }
    }

    /// Whether the caller has put the other reading of a ruling's discrepancy in force.
    pub(crate) fn is_swapped(&self, ruling: &Ruling) -> bool {
        self.choice(ruling) == Some(Choice::OtherReading)
    }

    fn choice(&self, ruling: &Ruling) -> Option<Choice> {
        let known = ruling.discrepancy?;
        self.settings.overrides.get(known.id).copied()
    }

    /// The finding of a complaint, unless the ruling lets it pass.
    pub(crate) fn finding(
        &self,
        complaint: Complaint,
        ruling: &Ruling,
        source: Source,
        at: Place,
        bytes: Range<usize>,
    ) -> Option<Draft> {
        let level = self.level(complaint.rule, ruling);
        self.finding_at(level, complaint, ruling, source, at, bytes)
    }

    /// The finding of a complaint at a level that was decided already.
    pub(crate) fn finding_at(
        &self,
        level: Level,
        complaint: Complaint,
        ruling: &Ruling,
        source: Source,
        at: Place,
        bytes: Range<usize>,
    ) -> Option<Draft> {
        let severity = level.severity()?;
        Some(Draft {
            finding: Finding {
                field: None,
                rule: complaint.rule,
                severity,
                at,
                message: complaint.message,
                help: complaint.help,
                fix: complaint.fix,
                span: None,
                source: Some(ruling.source.unwrap_or(source).on(self.page)),
                discrepancy: ruling.discrepancy,
            },
            bytes,
        })
    }

    /// What happens when a rule about the text is broken: what the body says, else the default.
    pub(crate) fn text_ruling(&self, rule: RuleId) -> Ruling {
        let own = self.rulings.iter().find(|text| text.rule == rule);
        own.map_or_else(|| default_ruling(rule, self.reply), |text| text.ruling)
    }

    /// The words that the body rules upon as shell variables, with the ruling.
    pub(crate) fn shell_variable(&self, text: impl AsRef<[u8]>) -> Option<&'static Ruling> {
        let is_it = |word: &&str| word.as_bytes() == text.as_ref();
        let mut rulings = self.rulings.iter();
        let ruling = rulings.find(|ruling| {
            ruling.rule == RuleId::ShellVariable && ruling.words.iter().any(is_it)
        })?;
        Some(&ruling.ruling)
    }
}

/// What a vendor's reply may get wrong under the lenient profile. Requests are never repaired.
const REPAIRED: Ruling = Ruling::plain(Levels::new(Level::Error, Level::Warning));

/// What most servers take and some do not.
const DOUBTFUL: Ruling = Ruling::plain(Levels::new(Level::Error, Level::Warning));

/// What nobody can tell from the text alone.
const HINT: Ruling = Ruling::plain(Levels::new(Level::Warning, Level::Info));

/// What holds for all JSON, or for all replies.
pub(crate) fn default_ruling(rule: RuleId, reply: bool) -> Ruling {
    match rule {
        RuleId::TrailingComma | RuleId::TrailingSemicolon if reply => REPAIRED,
        RuleId::DuplicateKey => Ruling::by(&GN_01),
        RuleId::UrlLength | RuleId::LostPlus => HINT,
        RuleId::UnencodedCharacter | RuleId::DuplicateParameter => DOUBTFUL,
        RuleId::UnknownParameter => Ruling::by(&GN_05).with_levels(HINT.levels),
        RuleId::ByteOrderMark => Ruling::by(&GN_02),
        RuleId::IntegerSpelling => Ruling::by(&GN_03),
        RuleId::IntegerRange => Ruling::by(&GN_06),
        RuleId::Depth => Ruling::by(&GN_07),
        RuleId::LoneSurrogate => Ruling::by(&GN_08),
        _ => Ruling::ERROR,
    }
}

/// Where RFC 8259 states a rule about text.
pub(crate) const fn standard(rule: RuleId) -> Source {
    let section = match rule {
        RuleId::InvalidUtf8 => "8.1",
        RuleId::BareWord => "3",
        RuleId::TrailingComma | RuleId::DuplicateKey => "4",
        RuleId::NumberRange => "6",
        _ => "2",
    };
    Source::outside(RFC_8259, section)
}

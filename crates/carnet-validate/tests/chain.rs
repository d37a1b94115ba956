//! One fluent chain per text: what a profile must find, and nothing else.

use crate::contract::PEOPLE;
use crate::contract::call::CALLING;
use carnet_core::{Artifact, Contract, Finding, Profile};
use carnet_validate::fix::{self, Fixed};
use carnet_validate::{CleanPass, Report, Settings, lint};

/// A text to lint.
pub(crate) struct Chain<'a> {
    contract: &'a Contract,
    artifact: Artifact,
    text: Vec<u8>,
    settings: Settings,
}

/// A request of [`PEOPLE`].
pub(crate) fn text(text: impl AsRef<[u8]>) -> Chain<'static> {
    Chain {
        contract: &PEOPLE,
        artifact: Artifact::RequestBody,
        text: text.as_ref().to_vec(),
        settings: Settings::default(),
    }
}

/// A request of [`PEOPLE`] with its required members and these.
pub(crate) fn with(members: &str) -> Chain<'static> {
    text(format!("{{\"company\":1,\"name\":\"Ada\",{members}}}"))
}

/// A request of [`PEOPLE`] with these members in its `update`.
pub(crate) fn update(members: &str) -> Chain<'static> {
    with(&format!("\"update\":{{{members}}}"))
}

/// The URL of a request of [`CALLING`] with these parameters.
pub(crate) fn call(parameters: &str) -> Chain<'static> {
    Chain {
        contract: &CALLING,
        artifact: Artifact::RequestUrl,
        ..text(format!("https://example.com/call?{parameters}"))
    }
}

/// A reply of a contract.
pub(crate) fn reply<'a>(contract: &'a Contract, reply: &str) -> Chain<'a> {
    Chain {
        contract,
        artifact: Artifact::ReplyBody,
        ..text(reply)
    }
}

/// A text that is this part of a call.
pub(crate) fn artifact(
    contract: &Contract,
    artifact: Artifact,
    written: impl AsRef<[u8]>,
) -> Chain<'_> {
    Chain {
        contract,
        artifact,
        ..text(written)
    }
}

impl Chain<'_> {
    pub(crate) fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    pub(crate) fn report(&self, profile: Profile) -> Report {
        let settings = Settings {
            profile,
            ..self.settings.clone()
        };
        let report = lint(self.contract, self.artifact, &self.text, &settings);
        let pass = CleanPass::new(self.contract, self.artifact, &settings);
        let is_right = !pass.is_clean(&self.text) || report.is_clean();
        assert!(is_right, "called clean: {:#?}", report.findings);
        report
    }

    /// Findings as `severity rule at` lines, in order.
    fn lines(&self, profile: Profile) -> Vec<String> {
        let report = self.report(profile);
        for finding in &report.findings {
            self.check_form(finding);
        }
        let findings = report.findings.iter();
        findings
            .map(|found| format!("{} {} {}", found.severity, found.rule, found.at))
            .collect()
    }

    fn check_form(&self, finding: &Finding) {
        let message = &finding.message;
        let first = message.chars().next().unwrap();
        assert!(!first.is_uppercase() || message.starts_with("U+") || message.starts_with("JSON"));
        assert!(
            !message.ends_with('.') && !message.contains('\n'),
            "{message}"
        );
        let span = finding.span.unwrap();
        assert!(span.start.offset <= span.end.offset && span.end.offset <= self.text.len());
        assert!(finding.source.is_some_and(|source| !source.url.is_empty()));
    }

    pub(crate) fn strict(self, expected: &[&str]) -> Self {
        assert_eq!(self.lines(Profile::Strict), expected, "strict: {self}");
        self
    }

    pub(crate) fn lenient(self, expected: &[&str]) -> Self {
        assert_eq!(self.lines(Profile::Lenient), expected, "lenient: {self}");
        self
    }

    pub(crate) fn both(self, expected: &[&str]) -> Self {
        self.strict(expected).lenient(expected)
    }

    pub(crate) fn clean(self) -> Self {
        self.both(&[])
    }

    /// The only strict finding.
    pub(crate) fn only(&self) -> Finding {
        let [finding] = &self.report(Profile::Strict).findings[..] else {
            panic!("not exactly one finding: {:?}", self.lines(Profile::Strict));
        };
        finding.clone()
    }

    pub(crate) fn message(self, expected: &str) -> Self {
        assert_eq!(self.only().message, expected);
        self
    }

    pub(crate) fn help(self, expected: &str) -> Self {
        assert_eq!(self.only().help.as_deref(), Some(expected));
        self
    }

    /// The text that the only strict finding underlines.
    pub(crate) fn underlines(self, expected: &str) -> Self {
        let span = self.only().span.unwrap();
        let bytes = &self.text[span.start.offset..span.end.offset];
        assert_eq!(String::from_utf8_lossy(bytes), expected);
        self
    }

    /// The text that comes out under a profile when everything is fixed that is certain.
    pub(crate) fn fixed_under(&self, profile: Profile) -> Fixed {
        let settings = Settings {
            profile,
            ..self.settings.clone()
        };
        fix::fix(self.contract, self.artifact, &self.text, &settings)
    }

    /// Fixing under either profile makes this of the text, and nothing more of that.
    pub(crate) fn fixes(self, expected: impl AsRef<[u8]>) -> Self {
        self.fixes_under(&Profile::ALL, expected)
    }

    /// Fixing under the strict profile does; the lenient one has nothing to say.
    pub(crate) fn fixes_strictly(self, expected: impl AsRef<[u8]>) -> Self {
        let written = self.text.clone();
        self.fixes_under(&[Profile::Strict], expected)
            .fixes_under(&[Profile::Lenient], written)
    }

    fn fixes_under(self, profiles: &[Profile], expected: impl AsRef<[u8]>) -> Self {
        for &profile in profiles {
            let fixed = self.fixed_under(profile);
            let shown = |text: &[u8]| String::from_utf8_lossy(text).into_owned();
            assert_eq!(shown(&fixed.text), shown(expected.as_ref()), "{profile}");
            let again = Self {
                text: fixed.text.clone(),
                settings: self.settings.clone(),
                ..self
            };
            let again = again.fixed_under(profile);
            assert_eq!(again.text, fixed.text, "{profile}");
            assert_eq!(fixed.applied.is_empty(), self.text == fixed.text);
        }
        self
    }

    /// Nothing in the text is certain enough to be fixed.
    pub(crate) fn keeps(self) -> Self {
        for profile in Profile::ALL {
            let report = self.report(profile);
            let fixes = report.findings.iter().filter(|found| found.fix.is_some());
            assert_eq!(fixes.count(), 0, "{profile}: {self}");
        }
        self
    }

    /// Line, column and offset of both ends of the only strict finding.
    pub(crate) fn spans(self, start: [usize; 3], end: [usize; 3]) -> Self {
        let span = self.only().span.unwrap();
        let numbers = |at: carnet_core::Position| [at.line, at.column, at.offset];
        assert_eq!([numbers(span.start), numbers(span.end)], [start, end]);
        self
    }
}

impl std::fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.text))
    }
}

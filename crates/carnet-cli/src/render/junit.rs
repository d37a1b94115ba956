//! Findings for CI servers: JUnit XML, one suite, a test case for every payload.
//!
//! What fails the payload is the case's failure, the other findings are its output. What could not
//! be read is a case with an error. The document begins with its totals, so all of it is kept until
//! the end.

use super::human::Human;
use super::{Checked, Origin, Render, Summary};
use crate::args::{Deny, fails};
use crate::complaint::Complaint;
use crate::redact::Shown;
use carnet_core::Profile;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use std::io::{self, Write};

const NAME: &str = "carnet";
/// Characters in a line of a failure's text.
const WIDTH: usize = 120;

/// Writes for CI servers.
#[derive(Debug)]
pub(super) struct Junit {
    human: Human,
    deny: Option<Deny>,
    origin: Origin,
    suite: TestSuite,
}

impl Junit {
    pub(super) fn new(profile: Profile, deny: Option<Deny>, origin: Origin) -> Self {
        Self {
            human: Human::new(false, WIDTH, profile),
            deny,
            origin,
            suite: TestSuite::new(NAME),
        }
    }

    /// Findings as people read them.
    fn text(&self, file: &Checked<'_>, findings: &[&Shown]) -> io::Result<String> {
        let mut text = Vec::new();
        for finding in findings {
            self.human.finding_in(&mut text, file, finding)?;
        }
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

impl Render for Junit {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, _: &mut dyn Write, file: &Checked<'_>) -> io::Result<()> {
        let findings = file.findings.iter();
        let (failing, others): (Vec<_>, Vec<_>) =
            findings.partition(|finding| fails(finding.severity, self.deny));
        let mut status = TestCaseStatus::success();
        if file.failed {
            status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(headline(&failing));
            if let Some(first) = failing.first() {
                status.set_type(first.rule.as_str());
            }
            status.set_description(self.text(file, &failing)?);
        }
        let mut case = TestCase::new(file.name(&self.origin), status);
        case.set_classname(file.operation);
        if !others.is_empty() {
            case.set_system_out(self.text(file, &others)?);
        }
        self.suite.add_test_case(case);
        Ok(())
    }

    fn unread(&mut self, _: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(complaint.message.as_str());
        if let Some(help) = &complaint.help {
            status.set_description(help.as_str());
        }
        let path = complaint.at.as_deref().unwrap_or(NAME);
        let mut case = TestCase::new(self.origin.path(path), status);
        case.set_classname(NAME);
        self.suite.add_test_case(case);
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        let mut report = Report::new(NAME);
        report.add_test_suite(std::mem::replace(&mut self.suite, TestSuite::new(NAME)));
        let text = report.to_string().map_err(io::Error::other)?;
        out.write_all(text.as_bytes())
    }
}

/// The first finding, and how many there are besides.
fn headline(failing: &[&Shown]) -> String {
    match failing {
        [] => "its findings are not shown".to_owned(),
        [only] => only.message.clone(),
        [first, rest @ ..] => format!("{}, and {} more", first.message, rest.len()),
    }
}

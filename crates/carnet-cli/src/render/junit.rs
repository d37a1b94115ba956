//! Findings for CI servers: JUnit XML, one suite, a test case for every payload.
//!
//! What fails the payload is the case's failure, the other findings are its output. What could not
//! be read is a case with an error. What there is to tell besides is the suite's `system-err`. The document begins with its totals, so all of it is kept until
//! the end.

use super::human::Human;
use super::paint::visible;
use super::{Checked, Origin, Render, Summary};
use crate::args::{Deny, fails};
use crate::complaint::Complaint;
use crate::redact::Shown;
use carnet_core::Profile;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

const NAME: &str = "carnet";
/// Characters in a line of a failure's text.
const WIDTH: usize = 120;
/// Blanks before an element, for every element that it is in.
const INDENT: usize = 4;

/// Writes for CI servers.
#[derive(Debug)]
pub(super) struct Junit {
    human: Human,
    deny: Option<Deny>,
    origin: Origin,
    cases: Vec<Case>,
    /// What there is to tell besides, a line each.
    told: Vec<String>,
}

/// A test case.
#[derive(Debug)]
struct Case {
    name: String,
    class: String,
    /// Why it is no success.
    problem: Option<Problem>,
    /// Findings that fail nothing.
    output: String,
}

/// Why a test case is no success.
#[derive(Debug)]
struct Problem {
    kind: ProblemKind,
    message: String,
    /// The first rule that is broken.
    rule: Option<&'static str>,
    text: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ProblemKind {
    /// The payload is wrong.
    Failure,
    /// There was nothing to check.
    Error,
}

impl ProblemKind {
    const fn tag(self) -> &'static str {
        match self {
            Self::Failure => "failure",
            Self::Error => "error",
        }
    }
}

impl Junit {
    pub(super) fn new(profile: Profile, deny: Option<Deny>, origin: Origin) -> Self {
        Self {
            human: Human::new(false, WIDTH, profile),
            deny,
            origin,
            cases: Vec::new(),
            told: Vec::new(),
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

    /// How many cases are no success for this reason.
    fn count(&self, kind: ProblemKind) -> String {
        let problems = self.cases.iter().filter_map(|case| case.problem.as_ref());
        let of_kind = problems.filter(|problem| problem.kind == kind).count();
        of_kind.to_string()
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
        let problem = if file.failed {
            Some(Problem {
                kind: ProblemKind::Failure,
                message: headline(&failing),
                rule: failing.first().map(|first| first.rule.as_str()),
                text: Some(self.text(file, &failing)?),
            })
        } else {
            None
        };
        let output = self.text(file, &others)?;
        self.cases.push(Case {
            name: file.name(&self.origin),
            class: file.operation.to_owned(),
            problem,
            output,
        });
        Ok(())
    }

    fn unread(&mut self, _: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        let path = complaint.at.as_deref().unwrap_or(NAME);
        self.cases.push(Case {
            name: self.origin.path(path),
            class: NAME.to_owned(),
            problem: Some(Problem {
                kind: ProblemKind::Error,
                message: complaint.message.clone(),
                rule: None,
                text: complaint.help.clone(),
            }),
            output: String::new(),
        });
        Ok(())
    }

    fn told(&mut self, _: &mut dyn Write, complaint: &Complaint) -> io::Result<()> {
        let at = complaint.shown_at().unwrap_or_default();
        let (severity, message) = (complaint.severity, visible(&complaint.message));
        self.told.push(format!("{at}: {severity}: {message}\n"));
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        let tests = self.cases.len().to_string();
        let failures = self.count(ProblemKind::Failure);
        let errors = self.count(ProblemKind::Error);
        let totals = [
            ("name", NAME),
            ("tests", &tests),
            ("skipped", "0"),
            ("failures", &failures),
            ("errors", &errors),
        ];
        let mut xml = Writer::new_with_indent(&mut *out, b' ', INDENT);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let suites = xml.create_element("testsuites").with_attributes(totals);
        suites.write_inner_content(|xml| {
            let suite = xml.create_element("testsuite").with_attributes(totals);
            if self.cases.is_empty() && self.told.is_empty() {
                suite.write_empty()?;
                return Ok(());
            }
            suite.write_inner_content(|xml| {
                self.cases.iter().try_for_each(|case| case.write(xml))?;
                output(xml, "system-err", &self.told.concat())
            })?;
            Ok(())
        })?;
        writeln!(out)
    }
}

/// What a case or a suite has written; nothing where that is nothing.
fn output<W: Write>(xml: &mut Writer<W>, tag: &str, text: &str) -> io::Result<()> {
    if !text.is_empty() {
        let text = held(text);
        xml.create_element(tag)
            .write_text_content(BytesText::new(&text))?;
    }
    Ok(())
}

impl Case {
    fn write<W: Write>(&self, xml: &mut Writer<W>) -> io::Result<()> {
        let case = xml
            .create_element("testcase")
            .with_attribute(("name", &*line(&self.name)))
            .with_attribute(("classname", &*line(&self.class)));
        if self.problem.is_none() && self.output.is_empty() {
            case.write_empty()?;
            return Ok(());
        }
        case.write_inner_content(|xml| {
            if let Some(problem) = &self.problem {
                problem.write(xml)?;
            }
            output(xml, "system-out", &self.output)
        })?;
        Ok(())
    }
}

impl Problem {
    fn write<W: Write>(&self, xml: &mut Writer<W>) -> io::Result<()> {
        let mut element = xml
            .create_element(self.kind.tag())
            .with_attribute(("message", &*line(&self.message)));
        if let Some(rule) = self.rule {
            element = element.with_attribute(("type", rule));
        }
        match &self.text {
            Some(text) => element.write_text_content(BytesText::new(&held(text)))?,
            None => element.write_empty()?,
        };
        Ok(())
    }
}

/// The text of an attribute, where a reader of XML takes line breaks for blanks.
fn line(text: &str) -> String {
    held(&visible(text))
}

/// The text as XML 1.0 can hold it: other characters are spelt out, for no reference may stand for
/// them either.
fn held(text: &str) -> String {
    let mut held = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | ' '..='~' | '\u{a0}'..='\u{fffd}' | '\u{10000}'.. => held.push(c),
            c => held.extend(c.escape_unicode()),
        }
    }
    held
}

/// The first finding, and how many there are besides.
fn headline(failing: &[&Shown]) -> String {
    match failing {
        [] => "its findings are not shown".to_owned(),
        [only] => only.message.clone(),
        [first, rest @ ..] => format!("{}, and {} more", first.message, rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, Junit, Problem, ProblemKind};
    use crate::render::{Origin, Render, Summary};
    use carnet_core::Profile;
    use quick_xml::Reader;
    use quick_xml::escape::unescape;
    use quick_xml::events::Event;

    fn junit(cases: Vec<Case>) -> String {
        let mut junit = Junit::new(Profile::Strict, None, Origin::default());
        junit.cases = cases;
        let mut out = Vec::new();
        junit.end(&mut out, &Summary::default()).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn case(kind: ProblemKind, message: &str, text: Option<&str>) -> Case {
        Case {
            name: message.to_owned(),
            class: "acme".to_owned(),
            problem: Some(Problem {
                kind,
                message: message.to_owned(),
                rule: None,
                text: text.map(str::to_owned),
            }),
            output: text.unwrap_or_default().to_owned(),
        }
    }

    /// The elements of a document with their attributes, and its texts.
    fn read(xml: &str) -> (Vec<Vec<String>>, Vec<String>) {
        let (mut elements, mut texts, mut reader) = (Vec::new(), Vec::new(), Reader::from_str(xml));
        reader.config_mut().check_end_names = true;
        let mut text = String::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) | Event::Empty(tag) => {
                    text.clear();
                    let mut words = vec![tag.name().into_inner().to_owned()];
                    for attribute in tag.attributes() {
                        let value = attribute.unwrap().value;
                        words.push(unescape(&value).unwrap().into_owned());
                    }
                    elements.push(words);
                }
                Event::Text(part) => text += &part.into_inner(),
                Event::GeneralRef(name) => {
                    let name = format!("&{};", name.into_inner());
                    text += &unescape(&name).unwrap();
                }
                Event::End(_) if !text.trim().is_empty() => texts.push(std::mem::take(&mut text)),
                Event::Eof => return (elements, texts),
                _ => {}
            }
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let nasty = "</failure> & <b> \"two\" 'one' ]]> \u{10ffff}\n\tÄ";
        let xml = junit(vec![
            case(ProblemKind::Failure, "a & \"b\" <c>", Some(nasty)),
            case(ProblemKind::Error, "cannot be read", None),
        ]);
        let (elements, texts) = read(&xml);
        assert_eq!(texts, [nasty, nasty]);
        let totals = ["carnet", "2", "0", "1", "1"];
        let expected: [&[&str]; 7] = [
            &[&["testsuites"], &totals[..]].concat(),
            &[&["testsuite"], &totals[..]].concat(),
            &["testcase", "a & \"b\" <c>", "acme"],
            &["failure", "a & \"b\" <c>"],
            &["system-out"],
            &["testcase", "cannot be read", "acme"],
            &["error", "cannot be read"],
        ];
        assert_eq!(elements, expected);
    }

    #[test]
    fn what_xml_cannot_hold_is_spelt_out() {
        let text = "\u{1b}[31mred\u{1b}[0m \0 \r \u{ffff}\n";
        let xml = junit(vec![case(ProblemKind::Failure, text, Some(text))]);
        let is_held = |c: char| matches!(c, '\n' | ' '..='~');
        assert!(xml.chars().all(is_held), "{xml:?}");
        let (elements, texts) = read(&xml);
        let shown = r"\u{1b}[31mred\u{1b}[0m \u{0} \u{d} \u{ffff}";
        assert_eq!(texts, [format!("{shown}\n"), format!("{shown}\n")]);
        assert_eq!(elements[3], ["failure", &format!(r"{shown}\u{{a}}")]);
    }

    #[test]
    fn a_run_over_nothing_is_a_suite_without_tests() {
        let (elements, _) = read(&junit(Vec::new()));
        assert_eq!(elements[1], ["testsuite", "carnet", "0", "0", "0", "0"]);
    }
}

//! JUnit XML for continuous integration.
//!
//! One `<testsuite>` a test, one `<testcase>` for the test itself (called `harness status`) and one
//! for each subtest. Red and green follow the **verdict**, as a pipeline wants: what was foreseen to
//! fail and fails is green, and an unexpected pass is red. The raw status is a property of every test
//! case that did not simply pass.
//!
//! | result | test case |
//! |---|---|
//! | as foreseen, or known intermittent | success |
//! | not as foreseen (better included) | `<failure type="STATUS">` |
//! | expected subtest not reported | `<failure type="NOT REPORTED">` |
//! | PRECONDITION_FAILED as foreseen, SKIP | `<skipped>` with the reason |
//! | outside the run's profile | `<skipped>` that says since or until when it holds |
//! | a shard without tests, where other shards have some | `<skipped type="EMPTY">` |
//! | unmeasured test, interrupted run, nothing measured, stale expectation | `<error>` |
//!
//! The pair of class name (`runtime:/test/id`) and name is unique in the file and the same from one
//! version of a runtime to the next, so that a pipeline can follow a test through time. Attempts
//! before the last are `<flakyFailure>` of what passed in the end, `<rerunFailure>` of what did not,
//! as Maven Surefire and cargo-nextest write them; a test whose attempts ended differently has the
//! property `flaky`.
//!
//! JUnit has no standard. The elements and attributes are those of
//! <https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd> that
//! Jenkins, GitLab and others read, and `docs/junit.xsd` describes what of them is used.

use std::collections::{HashMap, HashSet};

use winterproof_model::Verdict;
use winterproof_model::log::TestRecord;

use crate::matrix::{Entry, Matrix, SubtestKey};
use crate::seen::{HARNESS, MISSING, STALE, Seen, Sign, UNMEASURED, prefixes, unique};
use crate::summary;
use crate::unexpected::NOT_REPORTED;
use crate::xml::Xml;

/// Test cases by what they came to.
#[derive(Clone, Copy, Default)]
struct Numbers {
    tests: u64,
    skipped: u64,
    failures: u64,
    errors: u64,
}

impl Numbers {
    fn add(&mut self, other: Self) {
        self.tests += other.tests;
        self.skipped += other.skipped;
        self.failures += other.failures;
        self.errors += other.errors;
    }

    fn attributes(self) -> [(&'static str, String); 4] {
        [
            ("tests", self.tests.to_string()),
            ("skipped", self.skipped.to_string()),
            ("failures", self.failures.to_string()),
            ("errors", self.errors.to_string()),
        ]
    }
}

/// Writes one JUnit document for all columns.
pub fn render(matrix: &Matrix<'_>) -> String {
    let mut suites = Xml::at_depth(1);
    let mut all = Numbers::default();
    for (at, prefix) in prefixes(matrix).iter().enumerate() {
        if let Some(warning) = summary::warning(&matrix.columns[at]) {
            let name = format!("{prefix}: the run");
            let mut suite = Suite::new(&name);
            match summary::is_empty_shard(&matrix.columns[at]) {
                true => suite.skipped("is complete", "EMPTY", "there is no test in this shard"),
                false => suite.error("is complete", "INCOMPLETE", &warning),
            }
            all.add(suite.end(&mut suites));
        }
        let stale = summary::stale(&matrix.columns[at]);
        if !stale.is_empty() {
            let name = format!("{prefix}: the expectations");
            let mut suite = Suite::new(&name);
            let mut names = HashSet::new();
            for one in stale {
                suite.error(&unique(&one.place, &mut names), STALE, &one.problem);
            }
            all.add(suite.end(&mut suites));
        }
        for (_, row) in matrix.rows() {
            for entry in &row.entries[at] {
                all.add(test(prefix, entry, &mut suites));
            }
        }
    }
    let counts = all.attributes();
    let mut attributes = vec![("name", "winterproof")];
    attributes.extend(counts.iter().map(|(name, number)| (*name, number.as_str())));
    let mut document = Xml::document();
    document.open("testsuites", &attributes);
    document.append(suites);
    document.close("testsuites");
    document.into_text() + "\n"
}

fn test(prefix: &str, entry: &Entry<'_>, suites: &mut Xml) -> Numbers {
    let class = format!("{prefix}:{}", entry.id);
    let mut suite = Suite::new(&class);
    let Some(record) = entry.record else {
        suite.error(HARNESS, "UNMEASURED", UNMEASURED);
        return suite.end(suites);
    };
    let result = &record.result;
    let seconds = format!("{:.3}", result.duration_ms as f64 / 1000.0);
    suite.time = Some(&seconds);
    let earlier = entry.earlier.iter();
    let reruns: Vec<Seen<'_>> = earlier.map(|record| Seen::of(record)).collect();
    suite.case(HARNESS, Some(&seconds), &Seen::of(record), &reruns, &{
        let flaky = entry.flaky.then_some(("flaky", "true"));
        let title = record.title.as_deref().map(|title| ("title", title));
        let specs = record.specs.iter().map(|spec| ("spec", spec.as_str()));
        flaky
            .into_iter()
            .chain(title)
            .chain(specs)
            .collect::<Vec<_>>()
    });
    subtests(entry, record, &mut suite);
    suite.outputs = [&result.stdout_tail, &result.stderr_tail];
    suite.end(suites)
}

fn subtests<'a>(entry: &'a Entry<'_>, record: &'a TestRecord, suite: &mut Suite<'a>) {
    let mut names = HashSet::from([HARNESS.to_owned()]);
    let mut reruns: HashMap<SubtestKey<'_>, Vec<Seen<'_>>> = HashMap::new();
    for earlier in &entry.earlier {
        for (key, seen) in Seen::subtests(earlier) {
            reruns.entry(key).or_default().push(seen);
        }
    }
    for (key, seen) in Seen::subtests(record) {
        let name = unique(&key.text(), &mut names);
        let reruns = reruns.remove(&key).unwrap_or_default();
        suite.case(&name, None, &seen, &reruns, &[]);
    }
    for name in &record.result.missing {
        let name = unique(name, &mut names);
        suite.count(|numbers| numbers.failures += 1);
        suite.open(&name, None);
        suite
            .cases
            .empty("failure", &[("message", MISSING), ("type", NOT_REPORTED)]);
        suite.cases.close("testcase");
    }
}

/// A `<testsuite>` in the making: its numbers stand before its test cases.
struct Suite<'a> {
    name: &'a str,
    time: Option<&'a str>,
    numbers: Numbers,
    cases: Xml,
    outputs: [&'a str; 2],
}

impl<'a> Suite<'a> {
    fn new(name: &'a str) -> Self {
        Self {
            name,
            time: None,
            numbers: Numbers::default(),
            cases: Xml::at_depth(2),
            outputs: [""; 2],
        }
    }

    fn count(&mut self, add: impl FnOnce(&mut Numbers)) {
        self.numbers.tests += 1;
        add(&mut self.numbers);
    }

    fn end(self, out: &mut Xml) -> Numbers {
        let counts = self.numbers.attributes();
        let mut attributes = vec![("name", self.name)];
        attributes.extend(counts.iter().map(|(name, number)| (*name, number.as_str())));
        attributes.extend(self.time.map(|time| ("time", time)));
        out.open("testsuite", &attributes);
        out.append(self.cases);
        for (name, text) in ["system-out", "system-err"].iter().zip(self.outputs) {
            if !text.is_empty() {
                out.text(name, &[], text);
            }
        }
        out.close("testsuite");
        self.numbers
    }

    fn attributes<'b>(&self, name: &'b str, time: Option<&'b str>) -> Vec<(&'b str, &'b str)>
    where
        'a: 'b,
    {
        let mut attributes = vec![("name", name), ("classname", self.name)];
        attributes.extend(time.map(|time| ("time", time)));
        attributes
    }

    fn open(&mut self, name: &str, time: Option<&str>) {
        let attributes = self.attributes(name, time);
        self.cases.open("testcase", &attributes);
    }

    fn error(&mut self, name: &str, kind: &str, message: &str) {
        self.count(|numbers| numbers.errors += 1);
        self.open(name, None);
        self.cases
            .empty("error", &[("message", message), ("type", kind)]);
        self.cases.close("testcase");
    }

    fn skipped(&mut self, name: &str, kind: &str, message: &str) {
        self.count(|numbers| numbers.skipped += 1);
        self.open(name, None);
        self.cases
            .empty("skipped", &[("message", message), ("type", kind)]);
        self.cases.close("testcase");
    }

    fn case(
        &mut self,
        name: &str,
        time: Option<&str>,
        seen: &Seen<'_>,
        earlier: &[Seen<'_>],
        facts: &[(&str, &str)],
    ) {
        let sign = seen.sign();
        self.count(|numbers| match sign {
            Sign::Unexpected { .. } => numbers.failures += 1,
            Sign::Neutral => numbers.skipped += 1,
            Sign::Pass | Sign::Foreseen | Sign::Intermittent => {}
        });
        let reruns: Vec<&Seen<'_>> = earlier
            .iter()
            .filter(|seen| matches!(seen.sign(), Sign::Unexpected { .. }))
            .collect();
        let status = (sign != Sign::Pass).then_some(("status", seen.status));
        let intermittent = (*seen.verdict == Verdict::KnownIntermittent)
            .then_some(("verdict", "known intermittent"));
        let why = seen.why.map(|why| ("reason", why.reason.as_str()));
        let issue = seen.why.and_then(|why| why.issue.as_deref());
        let facts = facts.iter().copied();
        let properties: Vec<_> = status
            .into_iter()
            .chain(intermittent)
            .chain(why)
            .chain(issue.map(|issue| ("issue", issue)))
            .chain(facts)
            .collect();
        if sign == Sign::Pass && reruns.is_empty() && properties.is_empty() {
            self.cases.empty("testcase", &self.attributes(name, time));
            return;
        }
        self.open(name, time);
        let cases = &mut self.cases;
        if !properties.is_empty() {
            cases.open("properties", &[]);
            for (name, value) in properties {
                cases.empty("property", &[("name", name), ("value", value)]);
            }
            cases.close("properties");
        }
        let message = seen.message.unwrap_or_default();
        match sign {
            Sign::Unexpected { expected, better } => {
                let contrast = seen.contrast(expected, better);
                let attributes = [("message", contrast.as_str()), ("type", seen.status)];
                match seen.stack {
                    Some(stack) => cases.text("failure", &attributes, stack),
                    None => cases.empty("failure", &attributes),
                }
            }
            Sign::Neutral => {
                let reason = seen.reason();
                cases.empty("skipped", &[("message", &reason), ("type", seen.status)]);
            }
            Sign::Pass | Sign::Foreseen | Sign::Intermittent => {}
        }
        let rerun = match sign {
            Sign::Unexpected { .. } => "rerunFailure",
            _ => "flakyFailure",
        };
        for seen in reruns {
            let message = seen.message.unwrap_or_default();
            cases.open(rerun, &[("message", message), ("type", seen.status)]);
            if let Some(stack) = seen.stack {
                cases.text("stackTrace", &[], stack);
            }
            cases.close(rerun);
        }
        // A foreseen failure is green; its message still tells what is wrong with the runtime.
        if matches!(sign, Sign::Foreseen | Sign::Intermittent) && !message.is_empty() {
            cases.text("system-out", &[], message);
        }
        cases.close("testcase");
    }
}

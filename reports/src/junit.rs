//! JUnit XML for continuous integration.
//!
//! One `<testsuite>` a test, one `<testcase>` for the test itself (called `harness status`) and one
//! for each subtest. Red and green follow the **verdict**, as a pipeline wants: what was foreseen to
//! fail and fails is green, and an unexpected pass is red. The raw status is always there as a
//! property of the test case.
//!
//! | result | test case |
//! |---|---|
//! | as foreseen, or known intermittent | success |
//! | not as foreseen (better included) | `<failure type="STATUS">` |
//! | expected subtest not reported | `<failure type="NOT REPORTED">` |
//! | PRECONDITION_FAILED as foreseen, SKIP | `<skipped>` with the reason |
//! | outside the run's profile | `<skipped>` that says since or until when it holds |
//! | unmeasured test, interrupted run, nothing measured | `<error>` |
//!
//! The pair of class name (`runtime:/test/id`) and name is unique in the file and the same from one
//! version of a runtime to the next, so that a pipeline can follow a test through time. Attempts
//! before the last are `<flakyFailure>` of what passed in the end, `<rerunFailure>` of what did not.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Duration;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestRerun, TestSuite};
use winterproof_model::log::TestRecord;
use winterproof_model::{HarnessStatus, SubtestStatus, Verdict};

use crate::error::ReportError;
use crate::matrix::{Entry, Matrix, SubtestKey, occurrences};
use crate::summary;
use crate::text::{one_line, visible};
use crate::unexpected::{NOT_REPORTED, judged};

const HARNESS: &str = "harness status";

/// Writes one JUnit document for all columns.
pub fn render(matrix: &Matrix<'_>) -> Result<String, ReportError> {
    let mut report = Report::new("winterproof");
    for (at, prefix) in prefixes(matrix).iter().enumerate() {
        if let Some(warning) = summary::warning(&matrix.columns[at]) {
            report.add_test_suite(warning_suite(prefix, &warning));
        }
        for (_, row) in matrix.rows() {
            for entry in &row.entries[at] {
                report.add_test_suite(suite(prefix, entry));
            }
        }
    }
    report.to_string().map_err(|error| ReportError::Format {
        format: "junit",
        problem: error.to_string(),
    })
}

/// The runtime's id, or the column's label where several columns are of one runtime.
fn prefixes(matrix: &Matrix<'_>) -> Vec<String> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for column in &matrix.columns {
        *uses.entry(&column.log.header.runtime.id).or_default() += 1;
    }
    let columns = matrix.columns.iter();
    columns
        .map(|column| match column.log.header.runtime.id.as_str() {
            id if uses[id] == 1 => visible(id).into_owned(),
            _ => visible(&column.label).into_owned(),
        })
        .collect()
}

fn warning_suite(prefix: &str, warning: &str) -> TestSuite {
    let name = format!("{prefix}: the run");
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_type("INCOMPLETE").set_message(visible(warning));
    let mut suite = TestSuite::new(name.as_str());
    let mut case = TestCase::new("is complete", status);
    case.set_classname(name);
    suite.add_test_case(case);
    suite
}

fn suite(prefix: &str, entry: &Entry<'_>) -> TestSuite {
    let class = format!("{prefix}:{}", visible(entry.id.as_str()));
    let mut suite = TestSuite::new(class.as_str());
    let add = |suite: &mut TestSuite, mut case: TestCase| {
        case.set_classname(class.as_str());
        suite.add_test_case(case);
    };
    let Some(record) = entry.record else {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status
            .set_type("UNMEASURED")
            .set_message("planned, and no result was recorded");
        add(&mut suite, TestCase::new(HARNESS, status));
        return suite;
    };
    let result = &record.result;
    let time = Duration::from_millis(result.duration_ms);
    suite.set_time(time);
    let mut case = harness_case(entry, record);
    case.set_time(time);
    add(&mut suite, case);
    let mut names = HashSet::from([HARNESS.to_owned()]);
    for case in subtest_cases(entry, record, &mut names) {
        add(&mut suite, case);
    }
    for name in &result.missing {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status
            .set_type(NOT_REPORTED)
            .set_message("an expectation names this subtest, and the test did not report it");
        add(&mut suite, TestCase::new(unique(name, &mut names), status));
    }
    if !result.stdout_tail.is_empty() {
        suite.set_system_out(visible(&result.stdout_tail));
    }
    if !result.stderr_tail.is_empty() {
        suite.set_system_err(visible(&result.stderr_tail));
    }
    suite
}

/// Names must not collide, whatever the subtests are called. They stand on one line, because XML makes
/// a space of a newline in an attribute.
fn unique(name: &str, taken: &mut HashSet<String>) -> String {
    let name = match one_line(name, usize::MAX) {
        empty if empty.trim().is_empty() => "(no name)".to_owned(),
        name => name,
    };
    let mut candidate = name.clone();
    let mut number = 1;
    while !taken.insert(candidate.clone()) {
        number += 1;
        candidate = format!("{name} ({number})");
    }
    candidate
}

/// One result in what it has in common with the others.
struct Seen<'a> {
    status: &'static str,
    neutral: bool,
    verdict: &'a Verdict,
    message: Option<&'a str>,
    stack: Option<&'a str>,
}

impl Seen<'_> {
    fn status(&self) -> TestCaseStatus {
        let message = visible(self.message.unwrap_or_default());
        let mut status = match judged(self.verdict) {
            None if self.neutral => {
                let message = match self.verdict {
                    // The reason of a test that was skipped says it already.
                    Verdict::OutsideProfile(holds)
                        if self.status != HarnessStatus::Skip.as_str() =>
                    {
                        format!("outside the profile (holds {holds}): {message}").into()
                    }
                    _ => message,
                };
                let mut status = TestCaseStatus::skipped();
                status.set_type(self.status).set_message(message.as_ref());
                return status;
            }
            None => return TestCaseStatus::success(),
            Some((expected, better)) => {
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                let hint = if better {
                    ", the expectation is out of date"
                } else {
                    ""
                };
                let text = format!("{} where {expected} was expected{hint}", self.status);
                let text = if message.is_empty() {
                    text
                } else {
                    format!("{text}: {message}")
                };
                status.set_message(text);
                status
            }
        };
        status.set_type(self.status);
        if let Some(stack) = self.stack {
            status.set_description(visible(stack));
        }
        status
    }

    fn case(&self, name: &str) -> TestCase {
        let mut case = TestCase::new(name, self.status());
        case.add_property(("status", self.status));
        if *self.verdict == Verdict::KnownIntermittent {
            case.add_property(("verdict", "known intermittent"));
        }
        // A foreseen failure is green; its message still tells what is wrong with the runtime.
        if let (None, false, Some(message)) = (judged(self.verdict), self.neutral, self.message) {
            case.set_system_out(visible(message));
        }
        case
    }

    /// The attempt, if it was not as foreseen.
    fn rerun(&self) -> Option<TestRerun> {
        judged(self.verdict)?;
        let mut rerun = TestRerun::new(NonSuccessKind::Failure);
        rerun.set_type(self.status);
        rerun.set_message(visible(self.message.unwrap_or_default()));
        if let Some(stack) = self.stack {
            rerun.set_stack_trace(visible(stack));
        }
        Some(rerun)
    }
}

fn seen(record: &TestRecord) -> Seen<'_> {
    let result = &record.result;
    Seen {
        status: result.status.as_str(),
        neutral: matches!(
            result.status,
            HarnessStatus::Skip | HarnessStatus::PreconditionFailed
        ),
        verdict: &result.verdict,
        message: result.message.as_deref(),
        stack: result.stack.as_deref(),
    }
}

fn seen_subtests(record: &TestRecord) -> impl Iterator<Item = (SubtestKey<'_>, Seen<'_>)> {
    let subtests = &record.result.subtests;
    occurrences(subtests.iter().map(|subtest| subtest.name.as_str()))
        .zip(subtests)
        .map(|(key, subtest)| {
            let seen = Seen {
                status: subtest.status.as_str(),
                neutral: subtest.status == SubtestStatus::PreconditionFailed
                    || subtest.verdict.is_outside_profile(),
                verdict: &subtest.verdict,
                message: subtest.message.as_deref(),
                stack: subtest.stack.as_deref(),
            };
            (key, seen)
        })
}

fn harness_case(entry: &Entry<'_>, record: &TestRecord) -> TestCase {
    let mut case = seen(record).case(HARNESS);
    let earlier = entry.earlier.iter();
    case.status
        .add_reruns(earlier.filter_map(|record| seen(record).rerun()));
    if entry.flaky {
        case.add_property(("flaky", "true"));
    }
    if let Some(title) = &record.title {
        case.add_property(("title", visible(title).as_ref()));
    }
    for spec in &record.specs {
        case.add_property(("spec", visible(spec).as_ref()));
    }
    case
}

fn subtest_cases(
    entry: &Entry<'_>,
    record: &TestRecord,
    names: &mut HashSet<String>,
) -> Vec<TestCase> {
    let mut reruns: HashMap<SubtestKey<'_>, Vec<TestRerun>> = HashMap::new();
    for earlier in &entry.earlier {
        for (key, seen) in seen_subtests(earlier) {
            reruns.entry(key).or_default().extend(seen.rerun());
        }
    }
    seen_subtests(record)
        .map(|(key, seen)| {
            let mut case = seen.case(&unique(&key.to_string(), names));
            case.status
                .add_reruns(reruns.remove(&key).unwrap_or_default());
            case
        })
        .collect()
}

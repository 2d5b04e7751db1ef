//! `wptreport.json`, as wptrunner writes it and wpt.fyi takes it; one runtime a file.
//!
//! ```json
//! { "run_info": { "product": "node", "browser_version": "26.1.0", "os": "linux", "revision": ".." },
//!   "time_start": 1767225600000, "time_end": 1767225660000,
//!   "results": [{ "test": "/url/a.any.js", "status": "OK", "message": null, "duration": 12,
//!                 "subtests": [{ "name": "..", "status": "FAIL", "message": "..",
//!                                "expected": "PASS" }] }] }
//! ```
//!
//! As wptrunner does: `expected` is there only where it differs from the status, times are in
//! milliseconds since 1970, a skipped test has status SKIP and no subtests, a crashed one CRASH and
//! the subtests that came before. A known intermittent result has its status in
//! `known_intermittent`. `revision` is the suite's revision and absent where none is known (wpt.fyi
//! takes no report without one). The format has no word for *unmeasured*: those tests are not in
//! `results`; `winterproof`, a key of ours beside those that wpt.fyi reads, says how many there are
//! and what the run comes to. `time_end` is absent from an interrupted run, whose end nobody recorded.
//! The format has no word for *outside the run's profile* either: a subtest of that kind has the status
//! PRECONDITION_FAILED, which nobody scores, and a message with what it really ended with.
//!
//! Source: <https://github.com/web-platform-tests/wpt.fyi/tree/main/api#results-creation>; the fields
//! are those that wptrunner's formatter writes and wpt.fyi's `results-processor/wptreport.py` reads.

use std::borrow::Cow;

use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use winterproof_model::log::TestRecord;
use winterproof_model::{Profile, SubtestResult, SubtestStatus, TestId, Verdict};

use crate::error::ReportError;
use crate::matrix::Column;
use crate::summary::Outcome;

#[derive(Serialize)]
struct Report<'a> {
    run_info: RunInfo<'a>,
    time_start: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_end: Option<i64>,
    results: Vec<Test<'a>>,
    subsuites: Empty,
    winterproof: Winterproof<'a>,
}

/// winterproof has no subsuites.
#[derive(Serialize)]
struct Empty {}

#[derive(Serialize)]
struct RunInfo<'a> {
    product: &'a str,
    browser_version: &'a str,
    os: &'a str,
    processor: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<&'a str>,
}

#[derive(Serialize)]
struct Winterproof<'a> {
    version: &'a str,
    suite: &'a str,
    suite_hash: &'a str,
    profile: Profile,
    complete: bool,
    outcome: &'static str,
    planned: u64,
    unmeasured: u64,
}

#[derive(Serialize)]
struct Test<'a> {
    test: &'a TestId,
    subsuite: &'static str,
    status: &'static str,
    message: Option<&'a str>,
    duration: u64,
    #[serde(flatten)]
    expectation: Expectation<'a>,
    subtests: Vec<Subtest<'a>>,
}

#[derive(Serialize)]
struct Subtest<'a> {
    name: &'a str,
    status: &'static str,
    message: Option<Cow<'a, str>>,
    #[serde(flatten)]
    expectation: Expectation<'a>,
}

/// What was foreseen, where that is not what was seen.
#[derive(Serialize)]
struct Expectation<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    known_intermittent: Vec<&'static str>,
}

impl<'a> Expectation<'a> {
    fn of(verdict: &'a Verdict, status: &'static str, ideal: &'static str) -> Self {
        match verdict {
            Verdict::KnownIntermittent if status != ideal => Self {
                expected: Some(ideal),
                known_intermittent: vec![status],
            },
            _ => Self {
                expected: verdict.unexpected().map(|(expected, _)| expected),
                known_intermittent: Vec::new(),
            },
        }
    }
}

/// Writes the `wptreport.json` of one log.
pub fn render(column: &Column<'_>) -> Result<String, ReportError> {
    let (log, header) = (column.log, &column.log.header);
    let start =
        OffsetDateTime::parse(&header.started, &Rfc3339).map_err(|_| ReportError::BadDate {
            log: column.file.to_owned(),
            started: header.started.clone(),
        })?;
    let start = start.unix_timestamp() * 1000 + i64::from(start.millisecond());
    let report = Report {
        run_info: RunInfo {
            product: &header.runtime.id,
            browser_version: &header.runtime.version,
            os: &header.host.os,
            processor: &header.host.arch,
            revision: header.suite.revision.as_deref(),
        },
        time_start: start,
        time_end: log
            .footer
            .as_ref()
            .map(|footer| start.saturating_add_unsigned(footer.duration_ms)),
        results: log.tests.iter().map(test).collect(),
        subsuites: Empty {},
        winterproof: Winterproof {
            version: &header.harness_version,
            suite: &header.suite.name,
            suite_hash: &header.suite.hash,
            profile: header.profile,
            complete: log.is_complete(),
            outcome: Outcome::of(column).as_str(),
            planned: header.planned.len() as u64,
            unmeasured: log.unmeasured.len() as u64,
        },
    };
    let mut text = serde_json::to_string(&report).expect("the shape is plain data");
    text.push('\n');
    Ok(text)
}

fn test(record: &TestRecord) -> Test<'_> {
    let result = &record.result;
    let status = result.status.as_str();
    Test {
        test: &record.id,
        subsuite: "",
        status,
        message: result.message.as_deref(),
        duration: result.duration_ms,
        expectation: Expectation::of(&result.verdict, status, "OK"),
        subtests: result.subtests.iter().map(subtest).collect(),
    }
}

fn subtest(subtest: &SubtestResult) -> Subtest<'_> {
    let mut status = subtest.status.as_str();
    let mut message = subtest.message.as_deref().map(Cow::Borrowed);
    if let Verdict::OutsideProfile(holds) = &subtest.verdict {
        let told = message.map_or_else(String::new, |text| format!(": {text}"));
        message = Some(format!("outside the profile (holds {holds}); {status}{told}").into());
        status = SubtestStatus::PreconditionFailed.as_str();
    }
    Subtest {
        name: &subtest.name,
        status,
        message,
        expectation: Expectation::of(&subtest.verdict, status, "PASS"),
    }
}

//! `wptreport.json`: results, as wptrunner and many other runners write them.
//!
//! ```json
//! { "results": [{ "test": "/url/a.any.html", "status": "OK", "message": null,
//!                 "subtests": [{ "name": "a subtest", "status": "FAIL", "message": "why",
//!                                "expected": "PASS", "known_intermittent": ["FAIL"] }] }] }
//! ```
//!
//! What there was becomes what is expected, with reasons made of the messages, as `accept` makes them.
//! Several reports are several runs: what passes in one and fails in another is intermittent.
//!
//! Source: <https://github.com/web-platform-tests/wpt.fyi/tree/main/api#results-creation>.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};
use winterproof_model::{
    Expectation, HarnessStatus, Reason, SubtestResult, SubtestStatus, TestResult, Verdict,
};

use super::statement::{About, Statement};
use super::{Found, ImportError, ImportOptions, ImportSource};
use crate::accept::seen::Seen;
use crate::accept::wanted::{List, Wanted};

#[derive(Deserialize)]
struct Report {
    results: Vec<Test>,
}

#[derive(Deserialize)]
struct Test {
    test: String,
    status: String,
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    known_intermittent: Vec<String>,
    #[serde(default)]
    subtests: Vec<Subtest>,
}

#[derive(Deserialize)]
struct Subtest {
    name: String,
    status: String,
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    expected: Option<String>,
    #[serde(default)]
    known_intermittent: Vec<String>,
}

/// What all reports say of one test.
#[derive(Default)]
struct Results {
    /// The first report with it.
    path: String,
    seen: Seen,
    /// Subtests that a report says end in several ways.
    known: BTreeMap<String, Known>,
    /// Whether a report has a subtest that ended as none of ours does.
    partial: bool,
}

/// How a subtest is known to end.
struct Known {
    /// The first report that says so.
    path: String,
    ways: BTreeSet<String>,
    /// What a report says of its failing.
    message: Option<String>,
}

pub(super) fn read(
    sources: &[ImportSource<'_>],
    options: &ImportOptions<'_>,
    found: &mut Found,
) -> Result<(), ImportError> {
    let mut tests: BTreeMap<String, Results> = BTreeMap::new();
    for source in sources {
        if !source.text.trim_start().starts_with('{') {
            return Err(source.error(1, "an object with \"results\" is due here"));
        }
        let report: Report = serde_json::from_str(source.text)
            .map_err(|error| source.error(error.line().max(1), plain(&error)))?;
        for test in report.results {
            let id = test.test.clone();
            let Some(result) = result(*source, test, found, &mut tests) else {
                continue;
            };
            let results = tests.entry(id).or_default();
            if results.path.is_empty() {
                source.path.clone_into(&mut results.path);
            }
            results.seen.add(&result);
        }
    }
    for (id, mut results) in tests {
        if results.partial || !results.known.is_empty() {
            results.seen.set_partial();
        }
        for subtest in results.seen.unsettled() {
            if subtest.is_some_and(|name| results.known.contains_key(name)) {
                continue;
            }
            let subtest = subtest.map(|name| format!("the subtest {name:?} of "));
            let what = format!("{}{id} ended in several ways", subtest.unwrap_or_default());
            let why = "no entry is for that but PASS and FAIL of a subtest";
            found.lose(&results.path, 0, what, why);
        }
        let (none, known) = (Expectation::default(), BTreeSet::new());
        let wanted = Wanted::measured(&results.seen, &none, &known, &none);
        let mut statement = Statement::new(&results.path, 0, About::Test(id.clone()));
        statement.claims = wanted.into_made();
        for (name, known) in results.known {
            for list in List::ALL {
                statement.unsay(list, &name);
            }
            if known.ways.iter().eq(["FAIL", "PASS"]) {
                let otherwise = || {
                    let mut of_path = sources.iter().filter(|source| source.path == known.path);
                    of_path.next().map(|source| source.reason(options))
                };
                let reason = Reason {
                    text: known.message.or_else(otherwise).unwrap_or_default(),
                    issue: None,
                };
                statement.subtest(List::Intermittent, &name, &reason);
                continue;
            }
            let ways = known.ways.into_iter().collect::<Vec<_>>();
            let (ways, why) = match &ways[..] {
                [way] => (
                    format!("sometimes ends with {way}"),
                    "the report does not say how else it ends",
                ),
                ways => (
                    format!("ends with {}", ways.join(" or ")),
                    "no list of subtests is for that",
                ),
            };
            let what = format!("the subtest {name:?} of {id} {ways}");
            found.lose(&known.path, 0, what, why);
        }
        found.statements.push(statement);
    }
    Ok(())
}

/// A result as our own runner has it; `None` when it is none.
fn result(
    source: ImportSource<'_>,
    test: Test,
    found: &mut Found,
    tests: &mut BTreeMap<String, Results>,
) -> Option<TestResult> {
    let id = test.test;
    let Some(status) = word::<HarnessStatus>(&test.status) else {
        // Tests of pages as pictures end with PASS or FAIL.
        if id.ends_with(".js") || id.contains(".any.") {
            let what = format!("{id} ended with {}", test.status);
            found.lose(source.path, 0, what, "no test as a whole ends so here");
        }
        return None;
    };
    // Says nothing that would be expected: what is skipped is always as expected.
    if status == HarnessStatus::Skip {
        return None;
    }
    if !test.known_intermittent.is_empty() {
        let what = format!(
            "{id} sometimes ends with {}",
            test.known_intermittent.join(", ")
        );
        let why = "a test as a whole has one status; its subtests can be intermittent";
        found.lose(source.path, 0, what, why);
    }
    let mut result = TestResult::bare(status, "");
    result.message = test.message;
    for subtest in test.subtests {
        let Some(status) = word::<SubtestStatus>(&subtest.status) else {
            let (name, status) = (&subtest.name, &subtest.status);
            let what = format!("the subtest {name:?} of {id} ended with {status}");
            found.lose(source.path, 0, what, "no subtest ends so here");
            tests.entry(id.clone()).or_default().partial = true;
            continue;
        };
        if !subtest.known_intermittent.is_empty() {
            let results = tests.entry(id.clone()).or_default();
            let known = results.known.entry(subtest.name.clone());
            let known = known.or_insert_with(|| Known {
                path: source.path.to_owned(),
                ways: BTreeSet::new(),
                message: None,
            });
            known.ways.extend(subtest.known_intermittent);
            known.ways.extend(subtest.expected);
            known.ways.insert(status.as_str().to_owned());
            if known.message.is_none() {
                let message = subtest.message.as_deref();
                let said = message.filter(|text| !text.trim().is_empty());
                known.message = said.map(crate::accept::cause::of);
            }
        }
        result.subtests.push(SubtestResult {
            name: subtest.name,
            status,
            message: subtest.message,
            stack: None,
            requirements: Vec::new(),
            verdict: Verdict::Expected,
        });
    }
    Some(result)
}

/// A status by its name.
fn word<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    let text: StrDeserializer<'a, WordError> = text.into_deserializer();
    T::deserialize(text).ok()
}

/// What is wrong with JSON, without the place, which is told otherwise.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" at line ") {
        Some((problem, place)) => match place.split_once(" column ") {
            Some((_, column)) => format!("column {column}: {problem}"),
            None => problem.to_owned(),
        },
        None => text,
    }
}

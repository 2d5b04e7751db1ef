//! Which tests end in another way when they are run again.
//!
//! Owns: the comparison of several runs of the same tests on the same runtime, and of the attempts in
//! each. Only how tests and subtests end is compared: messages and times may be others each time.

use std::collections::BTreeMap;
use std::fmt::Write;

use winterproof_model::log::TestRecord;
use winterproof_model::same::differences;
use winterproof_model::{HarnessStatus, TestId, Verdict};

use crate::load::NamedLog;
use crate::matrix::{SubtestKey, occurrences};
use crate::text::{grouped, one_line, plural};
use crate::unexpected::NOT_REPORTED;

/// How something ended, and how often.
pub type Outcomes = BTreeMap<&'static str, u64>;

/// A test or subtest that ended in several ways.
#[derive(Clone, Debug)]
pub struct Unstable<'a> {
    /// The runtime, as reports show it.
    pub runtime: String,
    /// The test.
    pub id: &'a TestId,
    /// Which subtest; `None` for the test as a whole.
    pub subtest: Option<SubtestKey<'a>>,
    /// How it ended.
    pub outcomes: Outcomes,
    /// Whether an expectation says that it ends in several ways.
    pub known: bool,
}

/// What several runs say of the tests' stability.
#[derive(Clone, Debug, Default)]
pub struct Stability<'a> {
    /// Tests that were executed twice or more, by runtime and test.
    pub compared: u64,
    /// Tests that were executed less often than that: nothing can be said of them.
    pub alone: u64,
    /// How many of those that were compared are unstable.
    pub tests: u64,
    /// What is unstable, by runtime and test.
    pub unstable: Vec<Unstable<'a>>,
}

/// Compares the logs of each runtime with each other.
pub fn stability(logs: &[NamedLog]) -> Stability<'_> {
    let mut runtimes: Vec<Vec<&NamedLog>> = Vec::new();
    for log in logs {
        let same = |group: &&mut Vec<&NamedLog>| {
            differences(&group[0].log.header, &log.log.header).is_empty()
        };
        match runtimes.iter_mut().find(same) {
            Some(group) => group.push(log),
            None => runtimes.push(vec![log]),
        }
    }
    let mut found = Stability::default();
    for logs in runtimes {
        let mut attempts: BTreeMap<&TestId, Vec<&TestRecord>> = BTreeMap::new();
        for id in logs.iter().flat_map(|named| &named.log.header.planned) {
            attempts.entry(id).or_default();
        }
        for named in &logs {
            for record in named.log.earlier.iter().chain(&named.log.tests) {
                attempts.entry(&record.id).or_default().push(record);
            }
        }
        let runtime = logs[0].log.header.runtime.label();
        for (id, records) in attempts {
            found.test(&runtime, id, &records);
        }
    }
    found
}

impl<'a> Stability<'a> {
    fn test(&mut self, runtime: &str, id: &'a TestId, records: &[&'a TestRecord]) {
        if records
            .iter()
            .any(|it| it.result.status == HarnessStatus::Skip)
        {
            return;
        }
        if records.len() < 2 {
            self.alone += 1;
            return;
        }
        self.compared += 1;
        let before = self.unstable.len();
        let mut push = |subtest, outcomes: Outcomes, known| {
            if outcomes.len() > 1 {
                self.unstable.push(Unstable {
                    runtime: runtime.to_owned(),
                    id,
                    subtest,
                    outcomes,
                    known,
                });
            }
        };
        let mut whole = Outcomes::new();
        for record in records {
            *whole.entry(record.result.status.as_str()).or_default() += 1;
        }
        let changes = whole.len() > 1;
        push(None, whole, false);
        for (key, outcomes, known) in subtests(records, changes) {
            push(Some(key), outcomes, known);
        }
        self.tests += u64::from(self.unstable.len() > before);
    }
}

/// How each subtest ended, in the order in which they were first seen. Where the test itself ends in
/// several ways (`changes`), what is not reported by one that did not come to its end is no news.
fn subtests<'a>(
    records: &[&'a TestRecord],
    changes: bool,
) -> Vec<(SubtestKey<'a>, Outcomes, bool)> {
    let mut found: Vec<(SubtestKey<'a>, Outcomes, bool)> = Vec::new();
    let mut reported: Vec<u64> = Vec::new();
    let mut places: std::collections::HashMap<SubtestKey<'a>, usize> = Default::default();
    let ended = |record: &TestRecord| !changes || record.result.status == HarnessStatus::Ok;
    for record in records {
        let subtests = &record.result.subtests;
        let keys = occurrences(subtests.iter().map(|subtest| subtest.name.as_str()));
        for (key, subtest) in keys.zip(subtests) {
            let place = *places.entry(key).or_insert_with(|| {
                found.push((key, Outcomes::new(), false));
                reported.push(0);
                found.len() - 1
            });
            let (_, outcomes, known) = &mut found[place];
            *outcomes.entry(subtest.status.as_str()).or_default() += 1;
            *known |= subtest.verdict == Verdict::KnownIntermittent;
            reported[place] += u64::from(ended(record));
        }
    }
    let all = records.iter().filter(|record| ended(record)).count() as u64;
    for ((_, outcomes, _), reported) in found.iter_mut().zip(reported) {
        if reported < all {
            outcomes.insert(NOT_REPORTED, all - reported);
        }
    }
    found
}

/// Longest name of a subtest, in characters.
const NAME: usize = 200;

/// The stability for people at a prompt.
pub fn render(stability: &Stability<'_>) -> String {
    let mut out = String::new();
    let compared = plural(stability.compared, "test");
    if stability.unstable.is_empty() {
        let _ = writeln!(out, "stable: {compared} compared, each ended in one way");
    } else {
        let unstable = grouped(stability.tests);
        let _ = writeln!(
            out,
            "UNSTABLE: {unstable} of {compared} ended in several ways"
        );
    }
    if stability.alone > 0 {
        let alone = plural(stability.alone, "test");
        let _ = writeln!(
            out,
            "nothing to tell of {alone} with fewer than two results"
        );
    }
    let mut heading = None;
    for item in &stability.unstable {
        if heading != Some((&item.runtime, item.id)) {
            heading = Some((&item.runtime, item.id));
            let (runtime, id) = (
                one_line(&item.runtime, 60),
                one_line(item.id.as_str(), NAME),
            );
            let _ = writeln!(out, "  {runtime}: {id}");
        }
        let what = match item.subtest {
            None => "the test itself".to_owned(),
            Some(key) => one_line(&key.to_string(), NAME),
        };
        let outcomes: Vec<String> = item
            .outcomes
            .iter()
            .map(|(status, number)| format!("{status} {number}x"))
            .collect();
        let known = if item.known {
            " (known intermittent)"
        } else {
            ""
        };
        let _ = writeln!(out, "    {}{known}: {what}", outcomes.join(", "));
    }
    out
}

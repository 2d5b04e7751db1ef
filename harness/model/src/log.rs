//! The run log: JSON Lines, one file for one run of one runtime.
//!
//! ```text
//! {"type":"header","winterproof_log":1,...,"planned":["/url/a.any.js"]}
//! {"type":"test","id":"/url/a.any.js","attempt":1,...}        one a finished attempt
//! {"type":"footer","complete":true,...}
//! ```
//!
//! A log without a footer, or whose footer says `"complete":false`, is of an interrupted run. Tests
//! that were planned and are not in the log are *unmeasured*. [`RunLog::parse`] is the one reader;
//! it does no I/O.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::expectation::Stale;
use crate::id::TestId;
use crate::partition::Partition;
use crate::profile::Profile;
use crate::requirement::Requirement;
use crate::result::{Counts, TestResult};
use crate::runtime::RuntimeInfo;
use crate::status::HarnessStatus;

/// The version of the log format that this library writes, and the newest that it reads.
pub const LOG_VERSION: u32 = 1;

/// The first line: everything needed to run the same again.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Header {
    /// The version of the log format.
    pub winterproof_log: u32,
    /// The version of winterproof that wrote the log.
    pub harness_version: String,
    /// When the run began, RFC 3339 in UTC.
    pub started: String,
    /// The tests that were run.
    pub suite: SuiteInfo,
    /// The runtime that ran them.
    pub runtime: RuntimeInfo,
    /// The machine.
    pub host: HostInfo,
    /// The settings that can change a result.
    pub settings: Settings,
    /// What the results are judged by. Logs of before there were profiles are of the latest one.
    #[serde(default)]
    pub profile: Profile,
    /// SHA-256 over the adapter's manifest and host files, in lower-case hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adapter_sha256: Option<String>,
    /// SHA-256 over what was foreseen of each test of the whole plan, in lower-case hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expectations_sha256: Option<String>,
    /// How many tests the plans of all shards have together; absent where there is no partition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<u64>,
    /// Every test of the plan in its order, skipped ones included; of this shard alone where there
    /// is a partition.
    pub planned: Vec<TestId>,
    /// The requirement maps of the areas of the plan that have one, by area.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub requirements: BTreeMap<String, Vec<Requirement>>,
}

impl Header {
    /// How many tests the plan has, with those of other shards.
    pub fn all(&self) -> u64 {
        self.whole.unwrap_or(self.planned.len() as u64)
    }
}

/// Which tests, exactly.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct SuiteInfo {
    /// The root's name: `winterproof` for the embedded one, else the folder's name.
    pub name: String,
    /// The root's revision in its version control, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// SHA-256 over path and content of every file that the plan names, in lower-case hexadecimal.
    pub hash: String,
}

/// The machine that a run took place on.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct HostInfo {
    /// Operating system, such as `linux`.
    pub os: String,
    /// Processor architecture, such as `x86_64`.
    pub arch: String,
}

/// Settings of a run that can change a result.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Settings {
    /// What the user asked for; empty for everything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<String>,
    /// How many tests ran at once.
    pub jobs: usize,
    /// What the deadlines were multiplied by.
    pub timeout_multiplier: f64,
    /// How many further attempts an unexpected result got.
    #[serde(default)]
    pub retries: u32,
    /// The part of the tests that was run, where it is not all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partition: Option<Partition>,
    /// Whether the suite's own wptserve was asked for what the server does not know: without it, tests
    /// of that are not measured.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub wptserve: bool,
}

/// One finished attempt at one test.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct TestRecord {
    /// The test.
    pub id: TestId,
    /// Which attempt, from 1. The last attempt is the one that counts.
    pub attempt: u32,
    /// The test's own title (`// META: title=`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The sections of specifications under test (`// META: spec=`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub specs: Vec<String>,
    /// Whether it ended in time and took more than 0.8 of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub slow: bool,
    /// What was seen.
    #[serde(flatten)]
    pub result: TestResult,
}

/// The last line: what the reader must have counted.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Footer {
    /// Whether every planned test was measured.
    pub complete: bool,
    /// From the start of the run to its end, in milliseconds.
    pub duration_ms: u64,
    /// Entries of the expectations that were of no use, where all tests were planned; of a shard, those
    /// that match no test of any shard.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stale: Vec<Stale>,
    /// The totals over the last attempts.
    #[serde(flatten)]
    pub totals: Totals,
}

/// Totals over the last attempt of each test.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Totals {
    /// Tests of the plan.
    pub planned: u64,
    /// Tests with a result, skipped ones included.
    pub tests: u64,
    /// Planned tests without a result.
    pub unmeasured: u64,
    /// Tests by status.
    pub statuses: BTreeMap<HarnessStatus, u64>,
    /// Subtests by status.
    pub subtests: Counts,
    /// Tests with anything unexpected in them.
    pub unexpected: u64,
    /// Tests whose attempts ended differently.
    pub flaky: u64,
    /// Tests that took more than 0.8 of their time.
    #[serde(default, skip_serializing_if = "is_none")]
    pub slow: u64,
}

impl Totals {
    /// Tests that were run: those with a result, without the skipped ones.
    pub fn measured(&self) -> u64 {
        let skipped = self.statuses.get(&HarnessStatus::Skip);
        self.tests - skipped.copied().unwrap_or(0)
    }
}

fn is_none(number: &u64) -> bool {
    *number == 0
}

/// What every log begins with.
const HEADER: &[u8] = b"{\"type\":\"header\"";

/// One line of a log, as it is written.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Line {
    /// The first line.
    Header(Box<Header>),
    /// A finished attempt.
    Test(Box<TestRecord>),
    /// The last line.
    Footer(Footer),
}

impl Line {
    /// The line as text, with the newline that ends it.
    pub fn to_text(&self) -> String {
        let mut text = serde_json::to_string(self).expect("a log line is plain data");
        text.push('\n');
        text
    }
}

/// Why a text is not a run log.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// There is nothing in it.
    #[error("the file is empty; a run log begins with a header")]
    Empty,
    /// The first line is something else.
    #[error("line 1 is not the header of a winterproof run log: {0}")]
    NotALog(String),
    /// It was written by a later winterproof.
    #[error(
        "line 1: the log has version {found}, this winterproof reads up to version {LOG_VERSION}; update winterproof to read it"
    )]
    Newer {
        /// The version in the header.
        found: u64,
    },
    /// The writer was stopped before the header was whole.
    #[error("line 1: the log ends inside its header; nothing was recorded")]
    HeaderCut,
    /// Something that no writer wrote.
    #[error("line {line}: {problem}")]
    Corrupt {
        /// Line number from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
    },
}

/// A log that has been read.
#[derive(Clone, Debug)]
pub struct RunLog {
    /// The first line.
    pub header: Header,
    /// The last attempt of each measured test, in the order of the plan.
    pub tests: Vec<TestRecord>,
    /// The number of the line of each of `tests`, from 1.
    pub lines: Vec<usize>,
    /// The attempts before the last, in the order of the file.
    pub earlier: Vec<TestRecord>,
    /// Planned tests without a result, in the order of the plan.
    pub unmeasured: Vec<TestId>,
    /// The last line; `None` when the writer was stopped.
    pub footer: Option<Footer>,
}

/// Only what tells whether the rest can be read.
#[derive(Deserialize)]
struct VersionProbe {
    winterproof_log: Option<u64>,
}

impl RunLog {
    /// Reads a whole log.
    ///
    /// A last line that is cut off (no newline, not valid) is what a killed writer leaves: it is
    /// dropped and the log counts as interrupted. Anything else out of order is an error that
    /// names the line.
    pub fn parse(bytes: &[u8]) -> Result<Self, LogError> {
        let mut reader = Reader::default();
        let mut number = 0;
        for piece in bytes.split_inclusive(|&byte| byte == b'\n') {
            number += 1;
            let (text, whole) = match piece.strip_suffix(b"\n") {
                Some(text) => (text, true),
                None => (piece, false),
            };
            reader.line(number, text, whole)?;
        }
        reader.finish(number)
    }

    /// Whether every planned test was measured and the writer said so.
    pub fn is_complete(&self) -> bool {
        self.footer.as_ref().is_some_and(|footer| footer.complete)
    }

    /// Counts again what a footer states.
    pub fn totals(&self) -> Totals {
        let mut counter = Counter::new(self.header.planned.len());
        for record in self.earlier.iter().chain(&self.tests) {
            counter.add(record);
        }
        counter.totals()
    }
}

/// Counts records as they come; the writer and the reader share it.
#[derive(Clone, Debug, Default)]
pub struct Counter {
    planned: usize,
    last: HashMap<TestId, Tally>,
}

#[derive(Clone, Debug)]
struct Tally {
    attempt: u32,
    status: HarnessStatus,
    counts: Counts,
    /// How each subtest ended.
    ends: u64,
    expected: bool,
    slow: bool,
    changed: bool,
}

impl Counter {
    /// A counter for a plan of that many tests.
    pub fn new(planned: usize) -> Self {
        Self {
            planned,
            last: HashMap::new(),
        }
    }

    /// Counts one more attempt.
    pub fn add(&mut self, record: &TestRecord) {
        let mut tally = Tally {
            attempt: record.attempt,
            status: record.result.status,
            counts: Counts::of(&record.result.subtests),
            ends: record.result.ends(),
            expected: record.result.is_expected(),
            slow: record.slow,
            changed: false,
        };
        if let Some(before) = self.last.get(&record.id) {
            tally.changed = before.changed
                || before.expected != tally.expected
                || before.status != tally.status
                || before.ends != tally.ends;
            if before.attempt > tally.attempt {
                tally = Tally {
                    changed: tally.changed,
                    ..before.clone()
                };
            }
        }
        self.last.insert(record.id.clone(), tally);
    }

    /// The totals so far.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals {
            planned: self.planned as u64,
            tests: self.last.len() as u64,
            unmeasured: self.planned.saturating_sub(self.last.len()) as u64,
            ..Totals::default()
        };
        for tally in self.last.values() {
            *totals.statuses.entry(tally.status).or_default() += 1;
            totals.subtests.merge(tally.counts);
            totals.unexpected += u64::from(!tally.expected);
            totals.flaky += u64::from(tally.changed);
            totals.slow += u64::from(tally.slow);
        }
        totals
    }
}

#[derive(Default)]
struct Reader {
    header: Option<Header>,
    position: HashMap<TestId, usize>,
    latest: Vec<Option<(TestRecord, usize)>>,
    earlier: Vec<TestRecord>,
    counter: Counter,
    footer: Option<Footer>,
}

fn corrupt(line: usize, problem: impl Into<String>) -> LogError {
    LogError::Corrupt {
        line,
        problem: problem.into(),
    }
}

/// serde_json's position inside a line that stands alone says "line 1": only its column helps.
fn describe(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let cut = text.rfind(" at line ").unwrap_or(text.len());
    format!("{} (column {})", &text[..cut], error.column())
}

impl Reader {
    fn line(&mut self, number: usize, text: &[u8], whole: bool) -> Result<(), LogError> {
        if self.header.is_none() {
            return self.first(text, whole);
        }
        if self.footer.is_some() {
            return Err(corrupt(number, "there is something after the footer"));
        }
        match Line::parse(text) {
            Err(_) if !whole => Ok(()),
            Err(error) => Err(corrupt(number, describe(&error))),
            Ok(Line::Header(_)) => Err(corrupt(number, "a second header")),
            Ok(Line::Test(record)) => self.test(number, *record),
            Ok(Line::Footer(footer)) => self.footer(number, footer),
        }
    }

    fn first(&mut self, text: &[u8], whole: bool) -> Result<(), LogError> {
        let probe = match serde_json::from_slice::<VersionProbe>(text) {
            Ok(probe) => probe,
            Err(_) if !whole && (text.starts_with(HEADER) || HEADER.starts_with(text)) => {
                return Err(LogError::HeaderCut);
            }
            Err(error) => return Err(LogError::NotALog(describe(&error))),
        };
        match probe.winterproof_log {
            None => Err(LogError::NotALog("it has no \"winterproof_log\"".into())),
            Some(found) if found > u64::from(LOG_VERSION) => Err(LogError::Newer { found }),
            Some(0) => Err(corrupt(1, "there is no version 0 of the log format")),
            Some(_) => match serde_json::from_slice::<Line>(text) {
                Ok(Line::Header(header)) => self.begin(*header),
                Ok(_) => Err(LogError::NotALog("it is of another type".into())),
                Err(error) => Err(corrupt(1, describe(&error))),
            },
        }
    }

    fn begin(&mut self, header: Header) -> Result<(), LogError> {
        for (at, id) in header.planned.iter().enumerate() {
            if self.position.insert(id.clone(), at).is_some() {
                return Err(corrupt(1, format!("{id} is planned twice")));
            }
        }
        self.latest.resize(header.planned.len(), None);
        self.counter = Counter::new(header.planned.len());
        self.header = Some(header);
        Ok(())
    }

    fn test(&mut self, number: usize, record: TestRecord) -> Result<(), LogError> {
        let Some(&at) = self.position.get(&record.id) else {
            return Err(corrupt(
                number,
                format!("{} is not in the plan of the header", record.id),
            ));
        };
        let before = self.latest[at].as_ref().map_or(0, |(r, _)| r.attempt);
        if record.attempt != before + 1 {
            return Err(corrupt(
                number,
                format!(
                    "{} has attempt {} where attempt {} comes next",
                    record.id,
                    record.attempt,
                    before + 1
                ),
            ));
        }
        let subtests = record.result.subtests.len();
        let mut named = record.result.foreseen.iter().flat_map(|one| &one.subtests);
        if let Some(beyond) = named.find(|at| **at >= subtests) {
            return Err(corrupt(
                number,
                format!("something is foreseen of subtest {beyond}, and there are {subtests}"),
            ));
        }
        self.counter.add(&record);
        let before = self.latest[at].replace((record, number));
        self.earlier.extend(before.map(|(record, _)| record));
        Ok(())
    }

    fn footer(&mut self, number: usize, footer: Footer) -> Result<(), LogError> {
        let counted = self.counter.totals();
        if footer.totals != counted {
            return Err(corrupt(
                number,
                format!(
                    "the footer states {} tests and {} subtests, {} and {} were recorded, or other totals differ",
                    footer.totals.tests,
                    footer.totals.subtests.total(),
                    counted.tests,
                    counted.subtests.total()
                ),
            ));
        }
        if footer.complete && counted.unmeasured > 0 {
            return Err(corrupt(
                number,
                "the footer calls the run complete, yet planned tests have no result",
            ));
        }
        self.footer = Some(footer);
        Ok(())
    }

    fn finish(self, lines: usize) -> Result<RunLog, LogError> {
        let Some(header) = self.header else {
            debug_assert_eq!(lines, 0, "a first line makes a header or an error");
            return Err(LogError::Empty);
        };
        let unmeasured = header
            .planned
            .iter()
            .zip(&self.latest)
            .filter(|(_, record)| record.is_none())
            .map(|(id, _)| id.clone())
            .collect();
        let (tests, lines) = self.latest.into_iter().flatten().unzip();
        Ok(RunLog {
            header,
            tests,
            lines,
            earlier: self.earlier,
            unmeasured,
            footer: self.footer,
        })
    }
}

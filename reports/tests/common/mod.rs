//! Builds run logs for the tests from the model's own types.
#![allow(dead_code, reason = "each test binary uses a part of it")]

pub mod logs;
pub mod page;

use std::collections::BTreeMap;
use std::path::PathBuf;

use winterproof_model::log::{
    Counter, Footer, Header, HostInfo, Line, RunLog, Settings, SuiteInfo, TestRecord,
};
use winterproof_model::{
    HarnessStatus, Holds, Keyword, Profile, Requirement, RuntimeInfo, Scope, Stale, SubtestResult,
    SubtestStatus, TestId, TestResult, Verdict,
};
use winterproof_reports::NamedLog;

/// Where the committed logs lie.
pub fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// A log under construction.
pub struct LogBuilder {
    pub header: Header,
    pub records: Vec<TestRecord>,
    /// What the footer says of the expectations.
    pub stale: Vec<Stale>,
    pub end: End,
}

/// How a log ends.
pub enum End {
    /// With a footer.
    Footer,
    /// The writer was killed between two lines.
    Nothing,
    /// The writer was killed inside a line.
    Cut,
}

impl LogBuilder {
    pub fn new(id: &str, title: &str, version: &str) -> Self {
        Self {
            header: Header {
                winterproof_log: 1,
                harness_version: "0.1.0".into(),
                started: "2026-01-02T03:04:05.678Z".into(),
                suite: SuiteInfo {
                    name: "winterproof".into(),
                    revision: Some("0123456789abcdef0123456789abcdef01234567".into()),
                    hash: "a".repeat(64),
                },
                runtime: RuntimeInfo {
                    id: id.into(),
                    adapter_version: 1,
                    title: title.into(),
                    runtime_key: None,
                    version: version.into(),
                    engine: Some("Example 1.0".into()),
                    binary: Some(format!("/usr/bin/{id}")),
                    binary_sha256: None,
                    options: BTreeMap::new(),
                    flags: Vec::new(),
                    environment: BTreeMap::new(),
                    scopes: vec![Scope::Shell],
                    capabilities: Vec::new(),
                    deviations: Vec::new(),
                },
                host: HostInfo {
                    os: "linux".into(),
                    arch: "x86_64".into(),
                },
                settings: Settings {
                    filters: Vec::new(),
                    jobs: 2,
                    timeout_multiplier: 1.0,
                    retries: 1,
                    partition: None,
                    wptserve: false,
                },
                profile: Profile::Latest,
                adapter_sha256: None,
                expectations_sha256: None,
                whole: None,
                planned: Vec::new(),
                requirements: BTreeMap::new(),
            },
            records: Vec::new(),
            stale: Vec::new(),
            end: End::Footer,
        }
    }

    /// Gives an area a requirement map.
    pub fn map(mut self, area: &str, map: Vec<Requirement>) -> Self {
        self.header.requirements.insert(area.into(), map);
        self
    }

    /// Plans a test without giving it a result.
    pub fn plan(mut self, id: &str) -> Self {
        let id: TestId = id.parse().expect("a test id");
        if !self.header.planned.contains(&id) {
            self.header.planned.push(id);
        }
        self
    }

    /// Plans a test, if that is still to do, and gives it one more attempt.
    pub fn test(mut self, id: &str, result: TestResult) -> Self {
        self = self.plan(id);
        let id: TestId = id.parse().expect("a test id");
        let attempt = 1 + self.records.iter().filter(|r| r.id == id).count() as u32;
        self.records.push(TestRecord {
            title: Some(format!("Title of {}", id.source())),
            specs: vec![format!("https://{}.spec.whatwg.org/#section", id.area())],
            id,
            attempt,
            slow: false,
            result,
        });
        self
    }

    /// Says that the last attempt took long.
    pub fn slow(mut self) -> Self {
        let last = self.records.last_mut().expect("there is an attempt");
        last.slow = true;
        self
    }

    pub fn text(&self) -> String {
        let mut text = Line::Header(Box::new(self.header.clone())).to_text();
        let mut counter = Counter::new(self.header.planned.len());
        for record in &self.records {
            counter.add(record);
            text.push_str(&Line::Test(Box::new(record.clone())).to_text());
        }
        let totals = counter.totals();
        match self.end {
            End::Footer => text.push_str(
                &Line::Footer(Footer {
                    complete: totals.unmeasured == 0,
                    duration_ms: 4_321,
                    stale: self.stale.clone(),
                    totals,
                })
                .to_text(),
            ),
            End::Nothing => {}
            End::Cut => text.push_str("{\"type\":\"test\",\"id\":\"/url/cu"),
        }
        text
    }

    pub fn named(&self, name: &str) -> NamedLog {
        NamedLog {
            name: name.into(),
            log: RunLog::parse(self.text().as_bytes()).expect("a log"),
        }
    }
}

/// A result with these subtests and status OK.
pub fn ok(subtests: Vec<SubtestResult>) -> TestResult {
    TestResult {
        message: None,
        duration_ms: 12,
        subtests,
        ..TestResult::bare(HarnessStatus::Ok, "")
    }
}

/// A result that ended otherwise.
pub fn ended(
    status: HarnessStatus,
    message: &str,
    verdict: Verdict,
    subtests: Vec<SubtestResult>,
) -> TestResult {
    TestResult {
        duration_ms: 34,
        verdict,
        subtests,
        ..TestResult::bare(status, message)
    }
}

pub fn pass(name: &str) -> SubtestResult {
    SubtestResult {
        name: name.into(),
        status: SubtestStatus::Pass,
        message: None,
        stack: None,
        requirements: Vec::new(),
        verdict: Verdict::Expected,
    }
}

pub fn subtest(
    name: &str,
    status: SubtestStatus,
    message: &str,
    verdict: Verdict,
) -> SubtestResult {
    SubtestResult {
        name: name.into(),
        status,
        message: Some(message.into()),
        stack: (status == SubtestStatus::Fail).then(|| format!("at {name} (test.any.js:7:3)")),
        requirements: Vec::new(),
        verdict,
    }
}

pub fn unexpected(expected: &str) -> Verdict {
    Verdict::Unexpected {
        expected: expected.into(),
    }
}

/// A subtest that names these requirements.
pub fn checks(subtest: SubtestResult, ids: &[&str]) -> SubtestResult {
    SubtestResult {
        requirements: ids.iter().map(|id| (*id).to_owned()).collect(),
        ..subtest
    }
}

/// A requirement of the map of an area.
pub fn requirement(id: &str, unobservable: Option<&str>) -> Requirement {
    Requirement {
        id: id.into(),
        url: format!("https://spec.example/#{id}"),
        keyword: Keyword::Must,
        text: format!("The rule <{id}> holds."),
        holds: Holds::default(),
        unobservable: unobservable.map(str::to_owned),
    }
}

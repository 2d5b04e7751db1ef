//! Run logs from a few lines of text, and the checks that every accepted log must stand.

use std::collections::BTreeMap;

use winterproof_adapters::{Accepted, Expectations, Situation, Written, accept};
use winterproof_model::log::{Footer, Header, HostInfo, RunLog, Settings, SuiteInfo, TestRecord};
use winterproof_model::{
    HarnessStatus, Profile, RuntimeInfo, Scope, SubtestResult, SubtestStatus, TestResult, Verdict,
};
use winterproof_runner::judge;

/// Expectation files by path.
pub type Files = BTreeMap<String, String>;

/// A log of a run on a runtime of that version.
///
/// A line that begins with `/` is a test: its id, its status, and its message. The lines below are
/// its subtests: status, name, and behind a bar the message.
pub fn log(version: &str, text: &str) -> RunLog {
    let mut tests: Vec<TestRecord> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.starts_with('/') {
            let mut words = line.splitn(3, ' ');
            let id = words.next().unwrap().parse().unwrap();
            let status = words.next().map_or(HarnessStatus::Ok, |word| {
                let statuses = HarnessStatus::ALL.into_iter();
                statuses
                    .into_iter()
                    .find(|status| status.as_str() == word)
                    .unwrap()
            });
            tests.push(TestRecord {
                id,
                attempt: 1,
                title: None,
                specs: Vec::new(),
                slow: false,
                result: TestResult::bare(status, words.next().unwrap_or_default()),
            });
            continue;
        }
        let (status, rest) = line.split_once(' ').unwrap();
        let (name, message) = rest.split_once(" | ").unwrap_or((rest, ""));
        tests
            .last_mut()
            .unwrap()
            .result
            .subtests
            .push(SubtestResult {
                name: name.to_owned(),
                status: SubtestStatus::ALL
                    .into_iter()
                    .find(|s| s.as_str() == status)
                    .unwrap(),
                message: (!message.is_empty()).then(|| message.to_owned()),
                stack: None,
                requirements: Vec::new(),
                verdict: Verdict::Expected,
            });
    }
    let mut log = RunLog {
        header: header(version),
        tests,
        lines: Vec::new(),
        earlier: Vec::new(),
        unmeasured: Vec::new(),
        footer: None,
    };
    log.header.planned = log.tests.iter().map(|test| test.id.clone()).collect();
    log.footer = Some(Footer {
        complete: true,
        duration_ms: 1,
        stale: Vec::new(),
        totals: log.totals(),
    });
    log
}

fn header(version: &str) -> Header {
    Header {
        winterproof_log: 1,
        harness_version: "0.1.0".into(),
        started: "2026-01-01T00:00:00Z".into(),
        suite: SuiteInfo {
            name: "winterproof".into(),
            revision: None,
            hash: "0".into(),
        },
        runtime: RuntimeInfo {
            id: "fake".into(),
            adapter_version: 1,
            title: "Fake".into(),
            runtime_key: None,
            version: version.into(),
            engine: None,
            binary: None,
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
            jobs: 1,
            timeout_multiplier: 1.0,
            retries: 0,
            partition: None,
            wptserve: false,
        },
        profile: Profile::Latest,
        adapter_sha256: None,
        expectations_sha256: None,
        whole: None,
        planned: Vec::new(),
        requirements: BTreeMap::new(),
    }
}

fn named(logs: &[RunLog]) -> Vec<(&str, &RunLog)> {
    logs.iter().map(|log| ("a log", log)).collect()
}

/// The files of an adapter.
pub fn written(files: &Files) -> Written {
    Written {
        files: files.clone().into_iter().collect(),
        ..Written::default()
    }
}

fn run(files: &Files, logs: &[RunLog]) -> (Files, Accepted) {
    let accepted = accept(&named(logs), &written(files)).unwrap();
    let mut files = files.clone();
    for change in &accepted.changes {
        assert_eq!(
            files.get(&change.path).cloned().unwrap_or_default(),
            change.before
        );
        if change.after.is_empty() {
            files.remove(&change.path);
        } else {
            files.insert(change.path.clone(), change.after.clone());
        }
    }
    (files, accepted)
}

/// The files after the logs were accepted.
///
/// Checks on the way that the order of the logs is of no matter, that accepting them once more
/// changes nothing, and that every log is then as foreseen.
pub fn accepted(files: &Files, logs: &[RunLog]) -> Files {
    let (after, outcome) = run(files, logs);
    let mut backwards = logs.to_vec();
    backwards.reverse();
    assert_eq!(run(files, &backwards).0, after);
    let (again, second) = run(&after, logs);
    assert_eq!((again, second.changes.len()), (after.clone(), 0));
    if outcome.unsettled.is_empty() {
        for log in logs {
            assert_eq!(unexpected(&after, log), [""; 0], "{after:#?}");
        }
    }
    after
}

/// What is not as foreseen in a log.
pub fn unexpected(files: &Files, log: &RunLog) -> Vec<String> {
    let mut expectations = Expectations::default();
    for (path, text) in files {
        expectations.add(path, text).unwrap();
    }
    let mut unexpected = Vec::new();
    for test in &log.tests {
        let mut result = test.result.clone();
        let expectation = expectations.of(&test.id, &Situation::of(&log.header));
        judge(&mut result, &expectation);
        if result.is_expected() {
            continue;
        }
        unexpected.push(test.id.to_string());
        unexpected.extend(result.missing);
        let subtests = result.subtests.into_iter();
        unexpected.extend(
            subtests
                .filter(|s| s.verdict.is_unexpected())
                .map(|s| s.name),
        );
    }
    unexpected
}

/// The one file of area `a`.
pub fn file(text: &str) -> Files {
    [("expectations/a.toml".to_owned(), text.to_owned())].into()
}

/// The text of the one file that is left.
pub fn text(files: &Files) -> &str {
    assert_eq!(files.keys().collect::<Vec<_>>(), ["expectations/a.toml"]);
    &files["expectations/a.toml"]
}

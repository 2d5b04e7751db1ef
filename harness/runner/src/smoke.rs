//! Is an adapter wired? A handful of tests that any honest runtime ends in a known way, each the
//! proof of one step of the walk; the first that fails says which step is broken.

use std::time::{Duration, Instant};

use winterproof_adapters::{Adapter, ConnectError, Session};
use winterproof_model::wire::{Run, Script};
use winterproof_model::{HarnessStatus, RuntimeInfo, SubtestStatus, TestResult};
use winterproof_suites::{SuiteRoot, TESTHARNESS, TESTHARNESSREPORT, testharnessreport};

use crate::execute::attempt;

/// The deadline of a test that is there to pass it, and of one that is not, in milliseconds.
const SOON: u64 = 1_000;
const ENOUGH: u64 = 10_000;

/// What came of one step.
#[derive(Clone, Debug)]
pub struct Check {
    /// The step: a verb in the third person.
    pub step: &'static str,
    /// What it proves.
    pub proves: &'static str,
    /// Why it failed; `None` when it did not.
    pub problem: Option<String>,
    /// How long it took.
    pub duration: Duration,
}

/// What came of all steps, up to the first that makes the next ones pointless.
#[derive(Clone, Debug)]
pub struct Smoke {
    /// Who answered, if anybody did.
    pub info: Option<RuntimeInfo>,
    /// The steps in their order.
    pub checks: Vec<Check>,
}

impl Smoke {
    /// Whether every step was taken and went well.
    pub fn is_wired(&self) -> bool {
        self.checks.len() == CONNECTING.len() + TESTS.len()
            && self.checks.iter().all(|check| check.problem.is_none())
    }
}

const CONNECTING: [(&str, &str); 3] = [
    ("is found", "the binary is on this machine"),
    ("starts", "the system can start it"),
    ("says hello", "the host inside it answers"),
];

struct Test {
    step: &'static str,
    proves: &'static str,
    scripts: &'static [&'static str],
    timeout_ms: u64,
    judge: fn(&TestResult) -> bool,
    /// What `judge` looks for, for people.
    expects: &'static str,
}

const TESTS: [Test; 7] = [
    Test {
        step: "evaluates",
        proves: "a test runs and passes",
        scripts: &["test(() => { assert_true(true); }, \"it\");"],
        timeout_ms: ENOUGH,
        judge: |result| ends(result, HarnessStatus::Ok, SubtestStatus::Pass),
        expects: "OK with one PASS",
    },
    Test {
        step: "shares scope",
        proves: "scripts are classic scripts in one global",
        scripts: &[
            "\"use strict\"; const two = 2; function three() { return 3; }",
            "test(() => { assert_equals(two + three(), 5); }, \"it\");",
        ],
        timeout_ms: ENOUGH,
        judge: |result| ends(result, HarnessStatus::Ok, SubtestStatus::Pass),
        expects: "OK with one PASS",
    },
    Test {
        step: "reports",
        proves: "a failure comes with its message",
        scripts: &["test(() => { assert_equals(1, 2); }, \"it\");"],
        timeout_ms: ENOUGH,
        judge: |result| {
            let told = |message: &Option<String>| {
                message
                    .as_deref()
                    .is_some_and(|text| text.contains("expected 2 but got 1"))
            };
            ends(result, HarnessStatus::Ok, SubtestStatus::Fail)
                && result.subtests.iter().all(|subtest| told(&subtest.message))
        },
        expects: "OK with one FAIL, \"expected 2 but got 1\"",
    },
    Test {
        step: "waits",
        proves: "promises settle while the test waits",
        scripts: &["promise_test(async () => { await null; await 0; }, \"it\");"],
        timeout_ms: ENOUGH,
        judge: |result| ends(result, HarnessStatus::Ok, SubtestStatus::Pass),
        expects: "OK with one PASS",
    },
    Test {
        step: "notices",
        proves: "an error that nothing catches is told",
        scripts: &[
            "test(() => {}, \"it\");",
            "throw new RangeError(\"nothing catches this\");",
        ],
        timeout_ms: ENOUGH,
        judge: |result| {
            let told = result.message.as_deref().unwrap_or_default();
            result.status == HarnessStatus::Error && told.contains("nothing catches this")
        },
        expects: "ERROR, \"nothing catches this\"",
    },
    Test {
        step: "gives up",
        proves: "a test that never settles is ended",
        scripts: &["promise_test(() => new Promise(() => {}), \"it\");"],
        timeout_ms: SOON,
        judge: |result| ends(result, HarnessStatus::Timeout, SubtestStatus::Timeout),
        expects: "TIMEOUT with one TIMEOUT",
    },
    Test {
        step: "is killed",
        proves: "an endless loop is ended, and its subtest named",
        scripts: &["test(() => { for (;;); }, \"it\");"],
        timeout_ms: SOON,
        judge: |result| ends(result, HarnessStatus::Timeout, SubtestStatus::Timeout),
        expects: "TIMEOUT with one TIMEOUT",
    },
];

fn ends(result: &TestResult, status: HarnessStatus, subtest: SubtestStatus) -> bool {
    result.status == status
        && matches!(result.subtests.as_slice(), [one] if one.name == "it" && one.status == subtest)
}

/// Takes every step with the runtime of `adapter`.
pub async fn smoke(adapter: &dyn Adapter) -> Smoke {
    let begin = Instant::now();
    let connected = adapter.connect().await;
    let duration = begin.elapsed();
    let broken = match &connected {
        Ok(_) => CONNECTING.len(),
        Err(ConnectError::NotFound { .. } | ConnectError::NotBuilt { .. }) => 0,
        Err(ConnectError::Start { .. } | ConnectError::Host { .. }) => 1,
        Err(_) => 2,
    };
    let mut checks: Vec<Check> = CONNECTING
        .into_iter()
        .take(broken + 1)
        .map(|(step, proves)| Check {
            step,
            proves,
            problem: None,
            duration: Duration::ZERO,
        })
        .collect();
    if let Some(last) = checks.last_mut() {
        last.duration = duration;
    }
    let session = match connected {
        Ok(session) => session,
        Err(error) => {
            if let Some(last) = checks.last_mut() {
                last.problem = Some(error.to_string());
            }
            return Smoke { info: None, checks };
        }
    };
    for test in &TESTS {
        let begin = Instant::now();
        let problem = problem(test, session.as_ref()).await;
        checks.push(Check {
            step: test.step,
            proves: test.proves,
            problem,
            duration: begin.elapsed(),
        });
    }
    Smoke {
        info: Some(session.info().clone()),
        checks,
    }
}

async fn problem(test: &Test, session: &dyn Session) -> Option<String> {
    let run = match run(test, session) {
        Ok(run) => run,
        Err(problem) => return Some(problem),
    };
    match attempt(session, run).await {
        Ok(result) if (test.judge)(&result) => None,
        Ok(result) => Some(format!("expected {}, got {}", test.expects, shown(&result))),
        Err(error) => Some(error.to_string()),
    }
}

fn run(test: &Test, session: &dyn Session) -> Result<Run, String> {
    let harness = SuiteRoot::embedded()
        .read_text(TESTHARNESS)
        .map_err(|error| error.to_string())?;
    let mut scripts = vec![
        Script::new(TESTHARNESS, harness),
        Script::new(TESTHARNESSREPORT, testharnessreport()),
    ];
    for (index, source) in test.scripts.iter().enumerate() {
        scripts.push(Script::new(format!("/smoke/{index}.js"), *source));
    }
    let scope = session.info().scopes.first().copied();
    let scope = scope.ok_or("the runtime offers no scope")?;
    let id = winterproof_model::TestId::new("/smoke/wired.any.js", scope, "");
    Ok(Run {
        test: id.map_err(|error| error.to_string())?,
        scope,
        title: None,
        scripts,
        timeout_ms: test.timeout_ms,
        base_url: None,
        aliases: Vec::new(),
    })
}

fn shown(result: &TestResult) -> String {
    let mut shown = result.status.to_string();
    if let Some(message) = &result.message {
        shown.push_str(&format!(" ({message})"));
    }
    for subtest in &result.subtests {
        shown.push_str(&format!(", {} {:?}", subtest.status, subtest.name));
        if let Some(message) = &subtest.message {
            shown.push_str(&format!(" ({message})"));
        }
    }
    let stderr = result.stderr_tail.trim();
    if !stderr.is_empty() {
        shown.push_str("; standard error:");
        for line in stderr.lines() {
            shown.push_str("\n    ");
            shown.push_str(line);
        }
    }
    shown
}

//! Executes tests one at a time: makes the job, sends it, owns the clock, ends the far end.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};
use winterproof_adapters::{Execution, Expectations, Session, SessionError, Signal};
use winterproof_model::wire::Run;
use winterproof_model::{HarnessStatus, TestResult};
use winterproof_server::{Files, Server, ServerError};
use winterproof_suites::{SuiteRoot, Test};

use crate::judge::judge;
use crate::plan::Planned;
use crate::scripts::Scripts;
use crate::settle::{End, Settler};

/// The deadline of a test.
const NORMAL: Duration = Duration::from_secs(10);
/// The deadline of a test with `// META: timeout=long`.
const LONG: Duration = Duration::from_secs(60);
/// How much longer than the far end's own clock ours is: it then says what was pending.
const LEEWAY: Duration = Duration::from_secs(1);
/// How long a far end that is done may take to end by itself.
const GRACE: Duration = Duration::from_secs(2);
/// The global names that WPT's tests take for granted.
const ALIASES: [&str; 1] = ["self"];

/// Executes tests of one suite root.
#[derive(Debug)]
pub struct Executor {
    scripts: Scripts,
    server: Server,
    timeout_multiplier: f64,
}

#[derive(Debug)]
struct RootFiles(SuiteRoot);

impl Files for RootFiles {
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        self.0.read(path).ok()
    }
}

/// The files of a suite root, for a web server.
pub fn files(root: &SuiteRoot) -> Arc<dyn Files> {
    Arc::new(RootFiles(root.clone()))
}

impl Executor {
    /// Starts the server for the tests of `root`; deadlines are multiplied by `timeout_multiplier`.
    pub async fn start(root: &SuiteRoot, timeout_multiplier: f64) -> Result<Self, ServerError> {
        Ok(Self {
            scripts: Scripts::new(root.clone()),
            server: Server::start(files(root)).await?,
            timeout_multiplier,
        })
    }

    /// Makes one attempt at a test and judges it.
    pub async fn execute(
        &self,
        planned: &Planned,
        session: &dyn Session,
        expectations: &Expectations,
    ) -> Result<TestResult, SessionError> {
        let test = &planned.test;
        if let Some(reason) = &planned.skip {
            return Ok(TestResult::bare(HarnessStatus::Skip, reason));
        }
        let mut result = match self.scripts.of(&test.file) {
            Ok(scripts) => {
                let run = Run {
                    test: test.id.clone(),
                    scope: test.scope,
                    title: title(test),
                    scripts,
                    timeout_ms: self.limit(test),
                    base_url: Some(format!("{}{}", self.server.origin(), test.id)),
                    aliases: aliases(test),
                };
                attempt(session, run).await?
            }
            Err(problem) => TestResult::bare(HarnessStatus::Error, problem),
        };
        match &test.file.expect {
            Some(declared) => declared.judge(&mut result),
            None => judge(
                &mut result,
                &expectations.of(&test.id, &session.info().version),
            ),
        }
        Ok(result)
    }

    /// In milliseconds.
    fn limit(&self, test: &Test) -> u64 {
        let long = test.file.meta.as_ref().is_ok_and(|meta| meta.long);
        let limit = if long { LONG } else { NORMAL }.mul_f64(self.timeout_multiplier);
        u64::try_from(limit.as_millis()).unwrap_or(u64::MAX)
    }
}

fn title(test: &Test) -> Option<String> {
    test.file.meta.as_ref().ok()?.title.clone()
}

fn aliases(test: &Test) -> Vec<String> {
    if test.file.bare {
        return Vec::new();
    }
    ALIASES.iter().map(|&name| name.to_owned()).collect()
}

pub(crate) async fn attempt(session: &dyn Session, run: Run) -> Result<TestResult, SessionError> {
    let execution = session.start(run.clone()).await?;
    if let Some(result) = follow(execution, run.timeout_ms).await? {
        return Ok(result);
    }
    // Another test may have been the cause: alone, it is nobody else's.
    let limit = run.timeout_ms;
    let execution = session.start_alone(run).await?;
    Ok(follow(execution, limit).await?.unwrap_or_else(|| {
        let text = "the runtime was lost while no other test ran";
        TestResult::bare(HarnessStatus::Crash, text)
    }))
}

/// Hears one execution to its end; `None` when it was lost and does not count.
async fn follow(
    mut execution: Box<dyn Execution>,
    timeout_ms: u64,
) -> Result<Option<TestResult>, SessionError> {
    let limit = Duration::from_millis(timeout_ms);
    // The runtime may have had to be started first, which has a deadline of its own.
    let begin = Instant::now();
    let deadline = begin + limit + LEEWAY;
    let mut settler = Settler::default();
    let end = loop {
        match timeout_at(deadline, execution.next()).await {
            Ok(Ok(Signal::Message(message))) => {
                settler.hear(message);
                if settler.is_done() {
                    break End::Done;
                }
            }
            Ok(Ok(Signal::Ended)) => break End::Ended,
            Ok(Ok(Signal::Lost)) => return Ok(None),
            Ok(Err(error)) => return Err(error),
            Err(_) => break End::Deadline(limit),
        }
    };
    let duration = begin.elapsed();
    let grace = if matches!(end, End::Deadline(_)) {
        Duration::ZERO
    } else {
        GRACE
    };
    let ended = execution.end(grace).await;
    if ended.lost {
        return Ok(None);
    }
    Ok(Some(settler.finish(end, ended, duration)))
}

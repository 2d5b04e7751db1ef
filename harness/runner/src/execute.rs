//! Executes tests one at a time: makes the job, sends it, owns the clock, ends the far end.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::time::{Instant, timeout_at};
use winterproof_adapters::{Execution, Expectations, Session, SessionError, Signal, Situation};
use winterproof_model::wire::{Run, Script};
use winterproof_model::{
    HarnessStatus, Reason, RuntimeInfo, Scope, SubtestStatus, TestId, TestResult, Verdict,
};
use winterproof_server::{Files, Hosts, Origins, Server, ServerError, Serving};
use winterproof_suites::{Discovered, SourceFile, SuiteRoot, Test};

use crate::judge::{judge, leave_out};
use crate::plan::Planned;
use crate::scripts::{HARNESS, Scripts};
use crate::settle::{End, Settler};

/// The deadline of a test.
const NORMAL: Duration = Duration::from_secs(10);
/// The deadline of a test with `// META: timeout=long`.
const LONG: Duration = Duration::from_secs(60);
/// How much longer than the far end's own clock ours is: it then says what was pending.
const LEEWAY: Duration = Duration::from_secs(1);
/// How long a far end that is done may take to end by itself.
const GRACE: Duration = Duration::from_secs(2);
/// The name of a test that does nothing.
const EMPTY: &str = "/empty.any.js";
/// The global names that WPT's tests take for granted.
const ALIASES: [&str; 1] = ["self"];

/// Executes tests of one suite root.
#[derive(Debug)]
pub struct Executor {
    scripts: Scripts,
    servers: Servers,
    timeout_multiplier: f64,
}

/// A server for each test that runs at the same time, so that none meets another's requests.
#[derive(Debug)]
struct Servers {
    serving: Serving,
    idle: Mutex<Vec<Server>>,
}

impl Servers {
    /// A server that nobody else uses.
    async fn take(&self) -> Result<Server, ServerError> {
        if let Some(server) = self.idle().pop() {
            server.begin();
            return Ok(server);
        }
        Server::start(&self.serving, None).await
    }

    fn give_back(&self, server: Server) {
        self.idle().push(server);
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Server>> {
        // Nothing panics while it is locked.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Debug)]
struct RootFiles(SuiteRoot);

impl Files for RootFiles {
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        self.0.read(path).ok()
    }

    fn has(&self, path: &str) -> bool {
        self.0.has(path)
    }

    fn list(&self, path: &str) -> Option<Vec<String>> {
        self.0.list(path)
    }

    fn changed(&self, path: &str) -> Option<SystemTime> {
        self.0.changed(path)
    }
}

/// What web servers for the files of a suite root have in common.
pub fn serving(root: &SuiteRoot) -> Result<Serving, ServerError> {
    Serving::new(Arc::new(RootFiles(root.clone())))
}

/// The same for servers from which these tests of the root come.
pub fn serving_tests(root: &SuiteRoot, found: &Discovered) -> Result<Serving, ServerError> {
    let mut serving = serving(root)?;
    match found.areas.is_empty() {
        true => serving.wpt = true,
        // Suites that are written for runtimes take their host for this machine by its own name, which
        // is a secure context without TLS.
        false => serving.hosts = Hosts::Local,
    }
    Ok(serving)
}

/// How long a test of this file may take, unless somebody multiplies it.
pub fn time_limit(file: &SourceFile) -> Duration {
    match file.meta.as_ref().is_ok_and(|meta| meta.long) {
        true => LONG,
        false => NORMAL,
    }
}

/// Why a test was not executed, through no fault of the runtime's.
#[derive(Debug, thiserror::Error)]
pub enum ExecuteError {
    /// There is no server for it.
    #[error(transparent)]
    Server(#[from] ServerError),
    /// The session failed.
    #[error(transparent)]
    Session(#[from] SessionError),
}

impl Executor {
    /// Executes tests of `root` with the servers of `serving`; deadlines are multiplied by
    /// `timeout_multiplier`.
    pub fn new(root: &SuiteRoot, serving: Serving, timeout_multiplier: f64) -> Self {
        Self {
            scripts: Scripts::new(root.clone()),
            servers: Servers {
                serving,
                idle: Mutex::default(),
            },
            timeout_multiplier,
        }
    }

    /// Makes one attempt at a test and judges it.
    pub async fn execute(
        &self,
        planned: &Planned,
        session: &dyn Session,
        expectations: &Expectations,
    ) -> Result<TestResult, ExecuteError> {
        let test = &planned.test;
        if let Some(skip) = &planned.skip {
            let mut result = TestResult::bare(skip.status, &skip.reason);
            result.verdict = skip.verdict.clone();
            return Ok(result);
        }
        let expectation = expectations.of(&test.id, &Situation::here(session.info()));
        if let Some(reason) = &expectation.disabled {
            return Ok(disabled(reason));
        }
        let limit = self.limit(test);
        let mut result = self.measure(test, session, &[], limit).await?;
        match &test.file.expect {
            Some(declared) => declared.judge(&mut result),
            None => judge(&mut result, &expectation),
        }
        leave_out(&mut result, &planned.outside);
        Ok(result)
    }

    /// Makes one attempt at a test, with `before` evaluated between the harness and the test's own
    /// scripts, and leaves it to others to judge it. It may take `timeout_ms` milliseconds.
    pub(crate) async fn measure(
        &self,
        test: &Test,
        session: &dyn Session,
        before: &[Script],
        timeout_ms: u64,
    ) -> Result<TestResult, ExecuteError> {
        let (mut result, unanswered) = match session.server() {
            Some(server) => {
                let result = self.attempt(test, session, server, before, timeout_ms);
                let result = result.await?;
                let stem = test.file.path.strip_suffix(".js").unwrap_or_default();
                (result, server.unanswered_by(stem))
            }
            None => {
                let server = self.servers.take().await?;
                let result = self.attempt(test, session, &server, before, timeout_ms);
                let result = result.await?;
                let unanswered = server.unanswered();
                self.servers.give_back(server);
                (result, unanswered)
            }
        };
        doubt(&mut result, &unanswered);
        Ok(result)
    }

    /// Runs a test that does nothing, with `before` evaluated behind the harness, in the runtime's first
    /// scope.
    pub(crate) async fn empty_test(
        &self,
        session: &dyn Session,
        before: &[Script],
    ) -> Result<TestResult, ExecuteError> {
        let mut scripts = match self.scripts.harness() {
            Ok(scripts) => scripts,
            Err(problem) => return Ok(TestResult::bare(HarnessStatus::Error, problem)),
        };
        scripts.extend(before.iter().cloned());
        scripts.push(Script::new(EMPTY, "test(() => {}, \"nothing\");"));
        let scope = session.info().scopes.first().copied();
        let scope = scope.unwrap_or(Scope::Shell);
        let Ok(test) = TestId::new(EMPTY, scope, "") else {
            unreachable!("it is named as tests are");
        };
        let run = Run {
            test,
            scope,
            title: None,
            scripts,
            timeout_ms: u64::try_from(NORMAL.as_millis()).unwrap_or(u64::MAX),
            base_url: None,
            aliases: Vec::new(),
        };
        Ok(attempt(session, run).await?)
    }

    /// Makes one attempt at a test that comes from `server`.
    async fn attempt(
        &self,
        test: &Test,
        session: &dyn Session,
        server: &Server,
        before: &[Script],
        timeout_ms: u64,
    ) -> Result<TestResult, SessionError> {
        let origin = origin(test, server.origins(), session.info());
        let mut scripts = match self.scripts.of(test, server, &origin) {
            Ok(scripts) => scripts,
            Err(problem) => return Ok(TestResult::bare(HarnessStatus::Error, problem)),
        };
        scripts.splice(HARNESS..HARNESS, before.iter().cloned());
        let run = Run {
            test: test.id.clone(),
            scope: test.scope,
            title: title(test),
            scripts,
            timeout_ms,
            base_url: Some(format!("{origin}{}", test.id)),
            aliases: aliases(test),
        };
        let mut result = attempt(session, run).await?;
        tell_usual_ports(&mut result, server.origins());
        Ok(result)
    }

    /// How long a test may take, in milliseconds.
    pub(crate) fn limit(&self, test: &Test) -> u64 {
        let limit = time_limit(&test.file).mul_f64(self.timeout_multiplier);
        u64::try_from(limit.as_millis()).unwrap_or(u64::MAX)
    }
}

/// The result of a test that an expectation keeps from being run.
fn disabled(reason: &Reason) -> TestResult {
    let mut result = TestResult::bare(HarnessStatus::Skip, format!("disabled: {reason}"));
    result.verdict = Verdict::Disabled;
    result
}

/// Where a test comes from, as far as the runtime can go there. A test that wants TLS for its secure
/// context alone has nothing to miss in a runtime that knows no contexts.
fn origin(test: &Test, origins: &Origins, info: &RuntimeInfo) -> String {
    let needs = test.needs();
    let can = |name: &str| info.capabilities.iter().any(|one| one.0 == name);
    let origin = match (needs.http2, needs.https && can("tls")) {
        (true, _) => origins.h2(),
        (false, true) => origins.https(),
        (false, false) => origins.http(),
    };
    match needs.subdomain {
        true => origins.www(&origin),
        false => origin,
    }
}

/// What a test says of answers that it did not get says nothing of the runtime.
fn doubt(result: &mut TestResult, unanswered: &[String]) {
    if unanswered.is_empty() {
        return;
    }
    result.status = HarnessStatus::PreconditionFailed;
    result.message = Some(format!(
        "the server does not know how to answer {}",
        unanswered.join(", ")
    ));
    for subtest in &mut result.subtests {
        subtest.status = SubtestStatus::PreconditionFailed;
    }
}

/// The server's ports are others in each run; what is told of a test is not.
fn tell_usual_ports(result: &mut TestResult, origins: &Origins) {
    let tell = |text: &mut String| *text = origins.with_usual_ports(text);
    result.message.iter_mut().for_each(tell);
    for subtest in &mut result.subtests {
        tell(&mut subtest.name);
        subtest.message.iter_mut().for_each(tell);
        subtest.stack.iter_mut().for_each(tell);
    }
    for uncaught in &mut result.uncaught {
        tell(&mut uncaught.message);
        uncaught.stack.iter_mut().for_each(tell);
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

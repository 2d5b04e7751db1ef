//! A runtime that does what the file name of a test says, and keeps count.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::Barrier;
use winterproof_adapters::{
    Adapter, ConnectError, Ended, Execution, Expectations, ExpectationsError, Manifest, Session,
    SessionError, Signal,
};
use winterproof_model::wire::{Hello, Message, Run, WIRE_VERSION};
use winterproof_model::{Capability, HarnessStatus, RuntimeInfo, Scope, SubtestStatus};

const MANIFEST: &str = r#"
id = "fake"
version = 3
title = "Fake"
shape = "process"
scopes = ["shell"]
capabilities = ["timers"]
[command]
args = ["{host}"]
host = "host.js"
"#;

/// What all executions of some fakes share.
#[derive(Default)]
pub struct Counts {
    running: AtomicUsize,
    most: AtomicUsize,
    /// Executions that were neither ended nor finished, but dropped.
    dropped: AtomicUsize,
}

impl Counts {
    /// The most executions there ever were at once.
    pub fn most(&self) -> usize {
        self.most.load(Ordering::SeqCst)
    }

    pub fn running(&self) -> usize {
        self.running.load(Ordering::SeqCst)
    }

    pub fn dropped(&self) -> usize {
        self.dropped.load(Ordering::SeqCst)
    }

    fn begin(&self) {
        let running = self.running.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(running, Ordering::SeqCst);
    }

    fn end(&self) {
        self.running.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A runtime; its tests end as their file names say:
///
/// | name begins with | what happens |
/// |---|---|
/// | `pass`, `fail` | one subtest passes or fails |
/// | `names` | subtests fail that name the requirements `new`, `old` and `steady`, one each |
/// | `late` | one subtest, after 450 ms |
/// | `slow` | one subtest, after as many turns of others as there are |
/// | `crash` | a subtest begins, then the process exits with code 3 |
/// | `hang` | a subtest begins, and nothing more comes |
/// | `flaky` | fails at the first two attempts, then passes |
/// | `together` | passes once as many run as the fake's barrier wants |
/// | `fault` | the session fails in the middle |
/// | `refused` | the session fails at once |
pub struct Fake {
    manifest: Manifest,
    info: RuntimeInfo,
    attempts: Mutex<HashMap<String, u32>>,
    /// Every job, in the order in which they were started.
    jobs: Mutex<Vec<Run>>,
    counts: Arc<Counts>,
    barrier: Arc<Barrier>,
    expectations: String,
}

impl Fake {
    pub fn new() -> Self {
        let manifest = Manifest::parse("adapter.toml", MANIFEST).unwrap();
        let info = RuntimeInfo {
            id: manifest.id.clone(),
            adapter_version: manifest.version,
            title: manifest.title.clone(),
            runtime_key: None,
            version: "1.2.3".into(),
            engine: None,
            binary: None,
            binary_sha256: None,
            options: BTreeMap::new(),
            flags: Vec::new(),
            environment: BTreeMap::new(),
            scopes: vec![Scope::Shell],
            capabilities: vec![Capability("timers".into())],
            deviations: Vec::new(),
        };
        Self {
            manifest,
            info,
            attempts: Mutex::default(),
            jobs: Mutex::default(),
            counts: Arc::default(),
            barrier: Arc::new(Barrier::new(1)),
            expectations: String::new(),
        }
    }

    /// Counts its executions together with those of others, and lets them go on only in groups.
    pub fn sharing(counts: &Arc<Counts>, barrier: &Arc<Barrier>) -> Self {
        Self {
            counts: Arc::clone(counts),
            barrier: Arc::clone(barrier),
            ..Self::new()
        }
    }

    pub fn foreseeing(expectations: &str) -> Self {
        Self {
            expectations: expectations.to_owned(),
            ..Self::new()
        }
    }

    /// Declares a capability more.
    pub fn offering(mut self, capability: &'static str) -> Self {
        self.info.capabilities.push(Capability(capability.into()));
        self
    }

    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The ids of all jobs, in the order in which they were started.
    pub fn started(&self) -> Vec<String> {
        let jobs = self.jobs.lock().unwrap();
        jobs.iter().map(|run| run.test.to_string()).collect()
    }

    pub fn jobs(&self) -> Vec<Run> {
        self.jobs.lock().unwrap().clone()
    }

    fn attempt(&self, run: &Run) -> u32 {
        let mut attempts = self.attempts.lock().unwrap();
        let attempt = attempts.entry(run.test.to_string()).or_default();
        *attempt += 1;
        *attempt
    }
}

#[async_trait]
impl Adapter for Fake {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn expectations(&self) -> Result<Expectations, ExpectationsError> {
        let mut expectations = Expectations::default();
        expectations.add("fake.toml", &self.expectations)?;
        Ok(expectations)
    }

    async fn connect(&self) -> Result<Arc<dyn Session>, ConnectError> {
        unreachable!("a run is given sessions")
    }

    async fn binary_sha256(&self) -> Option<String> {
        unreachable!("a run is given the hash")
    }
}

#[async_trait]
impl Session for Fake {
    fn info(&self) -> &RuntimeInfo {
        &self.info
    }

    async fn start(&self, run: Run) -> Result<Box<dyn Execution>, SessionError> {
        let attempt = self.attempt(&run);
        let source = run.test.source();
        let name = source.rsplit('/').next().unwrap_or_default();
        self.jobs.lock().unwrap().push(run.clone());
        if name.starts_with("refused") {
            return Err(fault("it never starts"));
        }
        self.counts.begin();
        Ok(Box::new(Playing {
            steps: steps(name, attempt).into(),
            counts: Arc::clone(&self.counts),
            barrier: Arc::clone(&self.barrier),
            status: None,
            ended: false,
        }))
    }
}

enum Step {
    Say(Message),
    Together,
    Turns(usize),
    Wait(Duration),
    Exit(i32),
    Hang,
    Fault,
}

fn steps(name: &str, attempt: u32) -> Vec<Step> {
    let hello = Step::Say(Message::Hello(Hello {
        wire: WIRE_VERSION,
        version: "1.2.3".into(),
        engine: None,
    }));
    let ends = |status| {
        [
            Step::Say(subtest(status)),
            Step::Say(Message::Done {
                status: HarnessStatus::Ok,
                message: None,
                stack: None,
            }),
        ]
    };
    let starts = || Step::Say(Message::Started { name: "it".into() });
    let mut steps = vec![hello];
    match name.split(['-', '.']).next().unwrap_or_default() {
        "pass" => steps.extend(ends(SubtestStatus::Pass)),
        "fail" => steps.extend(ends(SubtestStatus::Fail)),
        "names" => {
            let ids = ["new", "old", "steady"];
            steps.extend(ids.map(|id| Step::Say(naming(id))));
            steps.extend(ends(SubtestStatus::Pass));
        }
        "flaky" if attempt < 3 => steps.extend(ends(SubtestStatus::Fail)),
        "flaky" => steps.extend(ends(SubtestStatus::Pass)),
        "late" => {
            steps.push(Step::Wait(Duration::from_millis(450)));
            steps.extend(ends(SubtestStatus::Pass));
        }
        "slow" => {
            steps.push(Step::Turns(100));
            steps.extend(ends(SubtestStatus::Pass));
        }
        "together" => {
            steps.push(Step::Together);
            steps.extend(ends(SubtestStatus::Pass));
        }
        "crash" => steps.extend([starts(), Step::Exit(3)]),
        "hang" => steps.extend([starts(), Step::Hang]),
        "fault" => steps.extend([starts(), Step::Fault]),
        other => panic!("no behaviour is called {other}"),
    }
    steps
}

fn subtest(status: SubtestStatus) -> Message {
    Message::Subtest {
        name: "it".into(),
        status,
        message: (status != SubtestStatus::Pass).then(|| "it does not".into()),
        stack: None,
        requirements: Vec::new(),
    }
}

/// A subtest that fails and names a requirement.
fn naming(id: &str) -> Message {
    Message::Subtest {
        name: id.into(),
        status: SubtestStatus::Fail,
        message: None,
        stack: None,
        requirements: vec![id.into()],
    }
}

fn fault(message: &str) -> SessionError {
    SessionError::Fault {
        id: "fake".into(),
        message: message.into(),
    }
}

/// A test that is being played.
struct Playing {
    steps: VecDeque<Step>,
    counts: Arc<Counts>,
    barrier: Arc<Barrier>,
    status: Option<ExitStatus>,
    ended: bool,
}

#[async_trait]
impl Execution for Playing {
    async fn next(&mut self) -> Result<Signal, SessionError> {
        loop {
            match self.steps.pop_front() {
                Some(Step::Say(message)) => return Ok(Signal::Message(message)),
                Some(Step::Together) => {
                    self.barrier.wait().await;
                }
                Some(Step::Turns(turns)) => {
                    for _ in 0..turns {
                        tokio::task::yield_now().await;
                    }
                }
                Some(Step::Wait(time)) => tokio::time::sleep(time).await,
                Some(Step::Exit(code)) => {
                    self.status = Some(ExitStatus::from_raw(code << 8));
                    return Ok(Signal::Ended);
                }
                Some(Step::Hang) => std::future::pending().await,
                Some(Step::Fault) => return Err(fault("it fell over")),
                None => return Ok(Signal::Ended),
            }
        }
    }

    async fn end(&mut self, _grace: Duration) -> Ended {
        self.ended = true;
        Ended {
            lost: false,
            status: self.status,
            how: None,
            stdout_tail: "said".into(),
            ..Ended::default()
        }
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        self.counts.end();
        if !self.ended {
            self.counts.dropped.fetch_add(1, Ordering::SeqCst);
        }
    }
}

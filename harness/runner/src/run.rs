//! A run of one or several runtimes over the same suite root.
//!
//! All runtimes share one number of jobs; the tests of the first come first, and the next ones use
//! what the last tests of those before leave free. Each runtime has a log of its own.

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio_util::sync::{CancellationToken, DropGuard};
use winterproof_adapters::{
    Adapter, Expectations, ExpectationsError, OwnExpectations, Session, Situation, Watch,
};
use winterproof_model::log::{Footer, Header, TestRecord};
use winterproof_model::{Event, HarnessStatus, Partition, RuntimeInfo, TestId, TestResult};
use winterproof_server::Serving;
use winterproof_suites::{SuiteRoot, Test};

use crate::execute::{ExecuteError, Executor};
use crate::header::header;
use crate::plan::{Plan, Planned};
use crate::record::{RecordError, Recorder};
use crate::resume::{Kept, ResumeError};

/// How to run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the user asked for, for the log.
    pub filters: Vec<String>,
    /// How many tests run at once.
    pub jobs: usize,
    /// What the deadlines are multiplied by.
    pub timeout_multiplier: f64,
    /// How many further attempts a test gets when its result is not as foreseen.
    pub retries: u32,
    /// The part of each plan that is run; all of it when absent.
    pub partition: Option<Partition>,
    /// Whether to go on with logs that are there.
    pub resume: bool,
}

impl Settings {
    /// Whether this run is to run the test, if it is planned.
    pub(crate) fn runs(&self, id: &TestId) -> bool {
        self.partition.is_none_or(|partition| partition.holds(id))
    }
}

/// One runtime of a run.
pub struct RuntimeRun {
    /// How it is driven.
    pub adapter: Arc<dyn Adapter>,
    /// The runtime, which has answered.
    pub session: Arc<dyn Session>,
    /// SHA-256 of its binary, for the log.
    pub binary_sha256: Option<String>,
    /// What is foreseen of it.
    pub expectations: Expectations,
    /// What is going to be run, by this and all other shards.
    pub plan: Plan,
    /// Where its log is written.
    pub log: PathBuf,
}

/// Hears what happens; the number says which runtime of the run it is about.
pub trait Listener: Send + Sync {
    /// Called for each event, from any thread, in the order of the events of one runtime.
    fn hear(&self, runtime: usize, event: &Event);
}

/// How the run of one runtime ended.
#[derive(Debug)]
pub struct Outcome {
    /// What the log's last line says; `None` when the log could not be finished.
    pub footer: Option<Footer>,
    /// What stopped it.
    pub error: Option<RunError>,
}

/// What stops a run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The log can't be written.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The log that is there can't be gone on with.
    #[error(transparent)]
    Resume(#[from] ResumeError),
    /// A test could not be executed.
    #[error(transparent)]
    Execute(#[from] ExecuteError),
    /// A task of the run panicked: a mistake of winterproof's.
    #[error("a task of the run failed: {0}")]
    Task(#[from] tokio::task::JoinError),
}

/// What all tests of a run share.
struct Shared {
    settings: Settings,
    executor: Executor,
    slots: Arc<Semaphore>,
    listener: Arc<dyn Listener>,
    stop: CancellationToken,
}

/// Runs the plan of every runtime; ends early, with valid logs, when `stop` is cancelled.
pub async fn run(
    root: &SuiteRoot,
    serving: Serving,
    settings: Settings,
    runtimes: Vec<RuntimeRun>,
    listener: Arc<dyn Listener>,
    stop: CancellationToken,
) -> Result<Vec<Outcome>, RunError> {
    let wptserve = serving.wptserve.is_some();
    let shared = Arc::new(Shared {
        executor: Executor::new(root, serving, settings.timeout_multiplier),
        slots: Arc::new(Semaphore::new(settings.jobs)),
        settings,
        listener,
        stop,
    });
    let watches = watches(&shared.settings, &runtimes);
    let mut ready = Vec::new();
    for (at, (runtime, watch)) in runtimes.into_iter().zip(watches).enumerate() {
        let adapter = runtime.adapter.as_ref();
        let expectations = runtime.expectations;
        let info = RuntimeInfo {
            binary_sha256: runtime.binary_sha256,
            ..runtime.session.info().clone()
        };
        let settings = &shared.settings;
        let plan = &runtime.plan;
        let header = header(root, settings, wptserve, adapter, info, &expectations, plan);
        let mut tests = runtime.plan.tests;
        tests.retain(|planned| settings.runs(&planned.test.id));
        let kept = match settings.resume {
            true => Kept::of(&runtime.log, &header)?,
            false => None,
        };
        let work = Work {
            header,
            tests,
            kept,
            log: runtime.log,
            watch,
        };
        let one = OneRuntime {
            at,
            shared: Arc::clone(&shared),
            session: runtime.session,
            expectations: Arc::new(expectations),
        };
        ready.push((one, work));
    }
    let mut tasks = Vec::new();
    let mut begins = CancellationToken::new();
    begins.cancel();
    for (one, work) in ready {
        let ends = CancellationToken::new();
        let turn = Turn {
            begins: std::mem::replace(&mut begins, ends.clone()),
            _ends: ends.drop_guard(),
        };
        tasks.push(tokio::spawn(one.run(work, turn)));
    }
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await?);
    }
    Ok(outcomes)
}

/// Watches the expectations of each runtime, where all tests are planned. A shard knows the tests of all
/// shards, but not what those of others report.
fn watches(settings: &Settings, runtimes: &[RuntimeRun]) -> Vec<Watch> {
    if !settings.filters.is_empty() {
        return vec![Watch::default(); runtimes.len()];
    }
    let of_each: Vec<Vec<&TestId>> = runtimes
        .iter()
        .map(|runtime| {
            let planned = runtime.plan.tests.iter().map(|planned| &planned.test.id);
            planned.chain(&runtime.plan.on_request).collect()
        })
        .collect();
    let of_all = of_each.concat();
    let both = runtimes.iter().zip(&of_each);
    both.map(|(runtime, ids)| {
        let situation = Situation::here(runtime.session.info());
        let watch = runtime.expectations.watch(&situation, ids, &of_all);
        match settings.partition {
            Some(partition) if partition.of() > 1 => watch.without_subtests(),
            _ => watch,
        }
    })
    .collect()
}

/// What is foreseen of the tests of `root`: those of an adapter are about our own suites, elsewhere the
/// same id is another test. What the user foresees counts before that.
pub fn expectations(
    root: &SuiteRoot,
    adapter: &dyn Adapter,
    own: &OwnExpectations,
) -> Result<Expectations, ExpectationsError> {
    let mut expectations = match root.folder() {
        None => adapter.expectations()?,
        Some(_) => Expectations::default(),
    };
    expectations.extend(own.of(&adapter.manifest().id)?);
    Ok(expectations)
}

/// When a runtime starts tests: after the one before it has started its last.
struct Turn {
    begins: CancellationToken,
    /// Begins the next turn, however this one ends.
    _ends: DropGuard,
}

/// What there is to do on a runtime.
struct Work {
    header: Header,
    /// The tests of this shard.
    tests: Vec<Planned>,
    /// What an earlier run has done of it.
    kept: Option<Kept>,
    /// Where the results go.
    log: PathBuf,
    /// Which expectations are of use.
    watch: Watch,
}

#[derive(Clone)]
struct OneRuntime {
    at: usize,
    shared: Arc<Shared>,
    session: Arc<dyn Session>,
    expectations: Arc<Expectations>,
}

impl OneRuntime {
    async fn run(self, work: Work, turn: Turn) -> Outcome {
        let shared = &self.shared;
        let Work {
            header,
            tests,
            kept,
            log,
            mut watch,
        } = work;
        let mut outcome = Outcome {
            footer: None,
            error: None,
        };
        let hear = |event| shared.listener.hear(self.at, &event);
        let (there, tests) = match &kept {
            None => (None, tests.into_iter().map(|one| (one, 1)).collect()),
            Some(kept) => {
                let tests = kept.missing(tests, shared.settings.retries);
                if let (Some(footer), true) = (kept.footer(), tests.is_empty()) {
                    hear(Event::RunStarted(Box::new(header)));
                    hear(kept.event());
                    hear(Event::RunFinished(footer.clone()));
                    outcome.footer = Some(footer.clone());
                    return outcome;
                }
                (Some(kept.event()), tests)
            }
        };
        if let Some(kept) = &kept {
            let records = kept.log.earlier.iter().chain(&kept.log.tests);
            records.for_each(|record| watch.hear(record));
        }
        let recorder = match kept {
            None => Recorder::create(&log, &header),
            Some(kept) => Recorder::resume(&log, kept),
        };
        let recorder = match recorder {
            Ok(recorder) => recorder,
            Err(error) => {
                outcome.error = Some(error.into());
                return outcome;
            }
        };
        hear(Event::RunStarted(Box::new(header)));
        there.into_iter().for_each(hear);
        let (records, inbox) = mpsc::channel(64);
        let writer = tokio::task::spawn_blocking(move || write_all(recorder, watch, inbox));
        let executed = self.execute_all(tests, records, turn).await;
        match writer.await {
            Ok((footer, error)) => {
                outcome.error = error.map(RunError::from).or(executed.err());
                if let Some(footer) = &footer {
                    shared
                        .listener
                        .hear(self.at, &Event::RunFinished(footer.clone()));
                }
                outcome.footer = footer;
            }
            Err(error) => outcome.error = Some(error.into()),
        }
        outcome
    }

    /// Executes the tests, in their order, as slots become free. Each has the number of the attempt
    /// that comes first.
    async fn execute_all(
        &self,
        tests: Vec<(Planned, u32)>,
        records: mpsc::Sender<TestRecord>,
        turn: Turn,
    ) -> Result<(), RunError> {
        tokio::select! {
            () = turn.begins.cancelled() => {}
            () = self.shared.stop.cancelled() => return Ok(()),
        }
        let mut running = JoinSet::new();
        for (planned, attempt) in tests {
            let slot = tokio::select! {
                slot = Arc::clone(&self.shared.slots).acquire_owned() => slot,
                () = self.shared.stop.cancelled() => break,
            };
            let one = self.clone();
            let sender = records.clone();
            running.spawn(async move {
                let result = one.one_test(planned, attempt, &sender).await;
                drop(slot);
                result
            });
            while let Some(done) = running.try_join_next() {
                done??;
            }
            // The recorder failed: what is measured from here on could not be kept.
            if records.is_closed() {
                break;
            }
        }
        drop((records, turn));
        loop {
            tokio::select! {
                done = running.join_next() => match done {
                    Some(done) => done??,
                    None => return Ok(()),
                },
                // Dropping the tasks kills their processes.
                () = self.shared.stop.cancelled() => {
                    running.shutdown().await;
                    return Ok(());
                }
            }
        }
    }

    /// All attempts at one test, from `first` on.
    async fn one_test(
        &self,
        planned: Planned,
        first: u32,
        records: &mpsc::Sender<TestRecord>,
    ) -> Result<(), ExecuteError> {
        for number in first.. {
            let started = Event::TestStarted {
                id: planned.test.id.clone(),
                attempt: number,
            };
            self.shared.listener.hear(self.at, &started);
            let executor = &self.shared.executor;
            let result = executor
                .execute(&planned, self.session.as_ref(), &self.expectations)
                .await?;
            let again = !result.is_expected() && number <= self.shared.settings.retries;
            let limit = executor.limit(&planned.test);
            let record = Box::new(record(&planned.test, number, limit, result));
            let finished = Event::TestFinished(record);
            self.shared.listener.hear(self.at, &finished);
            let Event::TestFinished(record) = finished else {
                break;
            };
            if records.send(*record).await.is_err() || !again {
                break;
            }
        }
        Ok(())
    }
}

/// `limit` is the deadline of the attempt, in milliseconds.
fn record(test: &Test, attempt: u32, limit: u64, result: TestResult) -> TestRecord {
    let meta = test.file.meta.as_ref().ok();
    let in_time = result.status != HarnessStatus::Timeout;
    TestRecord {
        id: test.id.clone(),
        attempt,
        title: meta.and_then(|meta| meta.title.clone()),
        specs: meta.map(|meta| meta.specs.clone()).unwrap_or_default(),
        slow: in_time && u128::from(result.duration_ms) * 10 > u128::from(limit) * 8,
        result,
    }
}

/// Writes records until there are no more; stops at the first that can't be written.
fn write_all(
    mut recorder: Recorder,
    mut watch: Watch,
    mut inbox: mpsc::Receiver<TestRecord>,
) -> (Option<Footer>, Option<RecordError>) {
    while let Some(record) = inbox.blocking_recv() {
        watch.hear(&record);
        if let Err(error) = recorder.test(record) {
            return (None, Some(error));
        }
    }
    match recorder.finish(watch) {
        Ok(footer) => (Some(footer), None),
        Err(error) => (None, Some(error)),
    }
}

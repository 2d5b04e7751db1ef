//! A run of one or several runtimes over the same suite root.
//!
//! All runtimes share one number of jobs; the tests of the first come first, and the next ones use
//! what the last tests of those before leave free. Each runtime has a log of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio_util::sync::{CancellationToken, DropGuard};
use winterproof_adapters::{Adapter, Expectations, ExpectationsError, Session};
use winterproof_model::log::{Footer, Header, HostInfo, LOG_VERSION, TestRecord};
use winterproof_model::{Event, RuntimeInfo, TestResult};
use winterproof_server::Serving;
use winterproof_suites::{SuiteRoot, Test};

use crate::execute::{ExecuteError, Executor};
use crate::plan::{Plan, Planned};
use crate::record::{RecordError, Recorder};
use crate::scripts::suite_info;

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
}

/// One runtime of a run.
pub struct RuntimeRun {
    /// How it is driven.
    pub adapter: Arc<dyn Adapter>,
    /// The runtime, which has answered.
    pub session: Arc<dyn Session>,
    /// SHA-256 of its binary, for the log.
    pub binary_sha256: Option<String>,
    /// What it is going to run.
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
    /// The expectations can't be read.
    #[error(transparent)]
    Expectations(#[from] ExpectationsError),
    /// The log can't be written.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A test could not be executed.
    #[error(transparent)]
    Execute(#[from] ExecuteError),
    /// A task of the run panicked: a mistake of winterproof's.
    #[error("a task of the run failed: {0}")]
    Task(#[from] tokio::task::JoinError),
}

/// What all tests of a run share.
struct Shared {
    root: SuiteRoot,
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
    let shared = Arc::new(Shared {
        root: root.clone(),
        executor: Executor::new(root, serving, settings.timeout_multiplier),
        slots: Arc::new(Semaphore::new(settings.jobs)),
        settings,
        listener,
        stop,
    });
    let mut ready = Vec::new();
    for (at, runtime) in runtimes.into_iter().enumerate() {
        let one = OneRuntime {
            at,
            shared: Arc::clone(&shared),
            info: RuntimeInfo {
                binary_sha256: runtime.binary_sha256,
                ..runtime.session.info().clone()
            },
            session: runtime.session,
            expectations: Arc::new(expectations(root, runtime.adapter.as_ref())?),
        };
        ready.push((one, runtime.plan, runtime.log));
    }
    let mut tasks = Vec::new();
    let mut begins = CancellationToken::new();
    begins.cancel();
    for (one, plan, log) in ready {
        let ends = CancellationToken::new();
        let turn = Turn {
            begins: std::mem::replace(&mut begins, ends.clone()),
            _ends: ends.drop_guard(),
        };
        tasks.push(tokio::spawn(async move { one.run(plan, &log, turn).await }));
    }
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await?);
    }
    Ok(outcomes)
}

/// What is foreseen of the tests of `root`: expectations are written for our own suites, elsewhere
/// the same id is another test.
pub fn expectations(
    root: &SuiteRoot,
    adapter: &dyn Adapter,
) -> Result<Expectations, ExpectationsError> {
    match root.folder() {
        None => adapter.expectations(),
        Some(_) => Ok(Expectations::default()),
    }
}

/// When a runtime starts tests: after the one before it has started its last.
struct Turn {
    begins: CancellationToken,
    /// Begins the next turn, however this one ends.
    _ends: DropGuard,
}

#[derive(Clone)]
struct OneRuntime {
    at: usize,
    shared: Arc<Shared>,
    session: Arc<dyn Session>,
    info: RuntimeInfo,
    expectations: Arc<Expectations>,
}

impl OneRuntime {
    async fn run(self, plan: Plan, log: &Path, turn: Turn) -> Outcome {
        let shared = &self.shared;
        let mut outcome = Outcome {
            footer: None,
            error: None,
        };
        let header = self.header(&plan);
        let recorder = match Recorder::create(log, &header) {
            Ok(recorder) => recorder,
            Err(error) => {
                outcome.error = Some(error.into());
                return outcome;
            }
        };
        shared
            .listener
            .hear(self.at, &Event::RunStarted(Box::new(header)));
        let (records, inbox) = mpsc::channel(64);
        let writer = tokio::task::spawn_blocking(move || write_all(recorder, inbox));
        let executed = self.execute_all(plan, records, turn).await;
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

    fn header(&self, plan: &Plan) -> Header {
        let settings = &self.shared.settings;
        Header {
            winterproof_log: LOG_VERSION,
            harness_version: env!("CARGO_PKG_VERSION").to_owned(),
            started: OffsetDateTime::now_utc()
                .format(&Rfc3339)
                .unwrap_or_default(),
            suite: suite_info(&self.shared.root, plan),
            runtime: self.info.clone(),
            host: HostInfo {
                os: std::env::consts::OS.to_owned(),
                arch: std::env::consts::ARCH.to_owned(),
            },
            settings: winterproof_model::log::Settings {
                filters: settings.filters.clone(),
                jobs: settings.jobs,
                timeout_multiplier: settings.timeout_multiplier,
                retries: settings.retries,
            },
            profile: plan.profile,
            planned: plan
                .tests
                .iter()
                .map(|planned| planned.test.id.clone())
                .collect(),
            requirements: plan
                .requirements
                .iter()
                .map(|(area, map)| (area.clone(), map.to_vec()))
                .collect(),
        }
    }

    /// Executes the tests of the plan, in its order, as slots become free.
    async fn execute_all(
        &self,
        plan: Plan,
        records: mpsc::Sender<TestRecord>,
        turn: Turn,
    ) -> Result<(), RunError> {
        tokio::select! {
            () = turn.begins.cancelled() => {}
            () = self.shared.stop.cancelled() => return Ok(()),
        }
        let mut running = JoinSet::new();
        for planned in plan.tests {
            let slot = tokio::select! {
                slot = Arc::clone(&self.shared.slots).acquire_owned() => slot,
                () = self.shared.stop.cancelled() => break,
            };
            let one = self.clone();
            let sender = records.clone();
            running.spawn(async move {
                let result = one.one_test(planned, &sender).await;
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

    /// All attempts at one test.
    async fn one_test(
        &self,
        planned: Planned,
        records: &mpsc::Sender<TestRecord>,
    ) -> Result<(), ExecuteError> {
        for number in 1.. {
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
            let record = Box::new(record(&planned.test, number, result));
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

fn record(test: &Test, attempt: u32, result: TestResult) -> TestRecord {
    let meta = test.file.meta.as_ref().ok();
    TestRecord {
        id: test.id.clone(),
        attempt,
        title: meta.and_then(|meta| meta.title.clone()),
        specs: meta.map(|meta| meta.specs.clone()).unwrap_or_default(),
        result,
    }
}

/// Writes records until there are no more; stops at the first that can't be written.
fn write_all(
    mut recorder: Recorder,
    mut inbox: mpsc::Receiver<TestRecord>,
) -> (Option<Footer>, Option<RecordError>) {
    while let Some(record) = inbox.blocking_recv() {
        if let Err(error) = recorder.test(record) {
            return (None, Some(error));
        }
    }
    match recorder.finish() {
        Ok(footer) => (Some(footer), None),
        Err(error) => (None, Some(error)),
    }
}

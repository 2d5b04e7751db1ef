//! A small suite root, fakes to run it, and what came of it.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use tempfile::TempDir;
use tokio_util::sync::CancellationToken;
use winterproof_model::log::{RunLog, TestRecord};
use winterproof_model::{Event, Profile, TestId};
use winterproof_runner::{
    Filters, Listener, Outcome, Plan, RunError, RuntimeRun, Settings, UnknownHandlers, run, serving,
};
use winterproof_suites::SuiteRoot;

use crate::fake::Fake;

pub struct Stage {
    folder: TempDir,
    pub settings: Settings,
    pub profile: Profile,
    pub stop: CancellationToken,
    /// Stops the run when this test starts.
    pub stop_at: Option<String>,
    /// Whether what the fakes foresee is about this root.
    pub foresees: bool,
}

/// What came of a run.
pub struct Played {
    pub outcomes: Vec<Outcome>,
    pub events: Vec<(usize, Event)>,
    logs: Vec<PathBuf>,
}

impl Stage {
    /// A root with test files of these names, each in the area `a`.
    pub fn with(names: &[&str]) -> Self {
        let stage = Self {
            folder: tempfile::tempdir().unwrap(),
            settings: Settings {
                filters: Vec::new(),
                jobs: 1,
                timeout_multiplier: 1.0,
                retries: 0,
                partition: None,
                resume: false,
            },
            profile: Profile::Latest,
            stop: CancellationToken::new(),
            stop_at: None,
            foresees: false,
        };
        stage.file("resources/testharness.js", "// nothing evaluates it");
        for name in names {
            stage.file(&format!("a/{name}"), "");
        }
        stage
    }

    pub fn file(&self, path: &str, text: &str) {
        let path = self.folder.path().join("root").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn root(&self) -> SuiteRoot {
        SuiteRoot::open(&self.folder.path().join("root")).unwrap()
    }

    pub fn log_of(&self, at: usize) -> PathBuf {
        self.folder.path().join(format!("{at}.jsonl"))
    }

    pub async fn play(&self, fakes: &[&Arc<Fake>]) -> Played {
        self.try_play(&self.root(), fakes, |at| self.log_of(at))
            .await
            .unwrap()
    }

    pub async fn try_play(
        &self,
        root: &SuiteRoot,
        fakes: &[&Arc<Fake>],
        log: impl Fn(usize) -> PathBuf,
    ) -> Result<Played, RunError> {
        let filters = Filters::parse(&self.settings.filters).unwrap();
        let found = root.discover(&filters.prefixes()).unwrap();
        let logs: Vec<PathBuf> = (0..fakes.len()).map(log).collect();
        let runtimes = fakes
            .iter()
            .zip(&logs)
            .map(|(fake, log)| RuntimeRun {
                adapter: Arc::clone(fake) as _,
                session: Arc::clone(fake) as _,
                binary_sha256: Some("5ha".into()),
                expectations: match self.foresees {
                    true => winterproof_adapters::Adapter::expectations(&***fake).unwrap(),
                    false => Default::default(),
                },
                plan: Plan::new(
                    &found,
                    &filters,
                    winterproof_adapters::Session::info(&***fake),
                    self.profile,
                    &mut UnknownHandlers::of(root),
                ),
                log: log.clone(),
            })
            .collect();
        let ear = Arc::new(Ear {
            heard: Mutex::default(),
            stop: self.stop.clone(),
            stop_at: self.stop_at.clone(),
        });
        let listener = Arc::clone(&ear) as Arc<dyn Listener>;
        let settings = self.settings.clone();
        let outcomes = run(
            root,
            serving(root).unwrap(),
            settings,
            runtimes,
            listener,
            self.stop.clone(),
        )
        .await?;
        let events = std::mem::take(&mut *ear.heard.lock().unwrap());
        Ok(Played {
            outcomes,
            events,
            logs,
        })
    }
}

impl Played {
    /// The log of a runtime, as any reader reads it.
    pub fn log(&self, at: usize) -> RunLog {
        let bytes = fs::read(&self.logs[at]).unwrap();
        RunLog::parse(&bytes).unwrap_or_else(|error| panic!("log {at}: {error}"))
    }

    /// That nothing went wrong with the run itself.
    #[track_caller]
    pub fn no_errors(&self) -> &Self {
        for outcome in &self.outcomes {
            assert!(outcome.error.is_none(), "{:?}", outcome.error);
        }
        self
    }
}

/// The statuses of the test and its subtests, and whether all was as foreseen.
pub fn shown(record: &TestRecord) -> String {
    let mut text = record.result.status.to_string();
    for subtest in &record.result.subtests {
        text = format!("{text} {}", subtest.status);
    }
    if !record.result.is_expected() {
        text.push_str(" (unexpected)");
    }
    text
}

pub fn id(text: &str) -> TestId {
    text.parse().unwrap()
}

struct Ear {
    heard: Mutex<Vec<(usize, Event)>>,
    stop: CancellationToken,
    stop_at: Option<String>,
}

impl Listener for Ear {
    fn hear(&self, runtime: usize, event: &Event) {
        if let Event::TestStarted { id, .. } = event
            && Some(id.as_str()) == self.stop_at.as_deref()
        {
            self.stop.cancel();
        }
        self.heard.lock().unwrap().push((runtime, event.clone()));
    }
}

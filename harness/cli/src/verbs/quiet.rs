//! One runtime runs some tests, and nothing is left of it but the log in memory.

use std::io::{IsTerminal, stderr};
use std::sync::Arc;

use tokio_util::sync::CancellationToken;
use winterproof_adapters::{Adapter, Expectations, OwnExpectations, Registry, RuntimeSpec};
use winterproof_model::{Event, Profile};
use winterproof_reports::{self as reports, NamedLog};
use winterproof_runner::{
    self as runner, Filters, Listener, Plan, RuntimeRun, Settings, UnknownHandlers,
};
use winterproof_server::Serving;
use winterproof_suites::{Discovered, SuiteRoot};

use crate::args::AdapterArgs;
use crate::failure::Failure;
use crate::progress::Progress;

/// What runs the tests unless somebody says otherwise, the first that is found.
const PREFERRED: [&str; 4] = ["node", "deno", "bun", "boa"];

/// Says nothing where there is nobody to watch.
struct Silent;

impl Listener for Silent {
    fn hear(&self, _runtime: usize, _event: &Event) {}
}

/// The runtime that somebody asks for, or one that is found.
fn chosen(registry: &Registry, asked: Option<&str>) -> Result<RuntimeSpec, Failure> {
    if let Some(text) = asked {
        return RuntimeSpec::parse(text).map_err(Failure::new);
    }
    let mut present = registry.present();
    let place = |spec: &RuntimeSpec| PREFERRED.iter().position(|id| *id == spec.id);
    present.sort_by_key(|spec| place(spec).unwrap_or(PREFERRED.len()));
    present.into_iter().next().ok_or_else(|| {
        Failure::new("no runtime was found on this machine")
            .help("`winterproof runtimes` tells where each is looked for")
    })
}

/// The runtime that somebody asks for, or one that is found, with what serves it the tests.
pub(super) fn prepared(
    root: &SuiteRoot,
    found: &Discovered,
    adapters: &AdapterArgs,
    asked: Option<&str>,
) -> Result<(Serving, RuntimeSpec, Arc<dyn Adapter>), Failure> {
    let serving = runner::serving_tests(root, found).map_err(Failure::new)?;
    let registry = super::registry(adapters)?.serving(serving.clone());
    let spec = chosen(&registry, asked)?;
    let adapter = super::resolve(&registry, &spec)?;
    Ok((serving, spec, adapter))
}

/// How somebody wants tests to be run.
#[derive(Clone, Copy)]
pub(super) struct How<'a> {
    /// The runtime; one that is found when absent.
    pub(super) runtime: Option<&'a str>,
    /// What the results are judged by.
    pub(super) profile: Profile,
    /// How many tests run at once; as many as there are processors when absent.
    pub(super) jobs: Option<u16>,
}

/// Runs what the filters want of the tests that were found; `None` when somebody stopped it.
pub(super) fn run(
    root: &SuiteRoot,
    found: &Discovered,
    filters: &Filters,
    adapters: &AdapterArgs,
    how: How<'_>,
) -> Result<Option<NamedLog>, Failure> {
    let (serving, spec, adapter) = prepared(root, found, adapters, how.runtime)?;
    let own = OwnExpectations::default();
    let expectations = super::expectations(root, adapter.as_ref(), &own)?;
    let settings = Settings {
        filters: filters.texts(),
        jobs: super::measure::jobs(how.jobs),
        timeout_multiplier: 1.0,
        retries: 0,
        partition: None,
        resume: false,
    };
    let job = Job {
        root,
        found,
        filters,
        serving,
        spec,
        adapter,
        profile: how.profile,
        expectations,
        settings,
        binary_sha256: None,
    };
    super::block_on(job.run())?
}

/// What one runtime is to run.
pub(super) struct Job<'a> {
    pub(super) root: &'a SuiteRoot,
    pub(super) found: &'a Discovered,
    pub(super) filters: &'a Filters,
    pub(super) serving: Serving,
    pub(super) spec: RuntimeSpec,
    pub(super) adapter: Arc<dyn Adapter>,
    pub(super) profile: Profile,
    pub(super) expectations: Expectations,
    pub(super) settings: Settings,
    /// For the log.
    pub(super) binary_sha256: Option<String>,
}

impl Job<'_> {
    /// Runs it; `None` when somebody stopped it.
    pub(super) async fn run(self) -> Result<Option<NamedLog>, Failure> {
        let session = self.adapter.connect().await.map_err(Failure::new)?;
        let passed_on = self.serving.wptserve.is_some();
        let mut unknown = UnknownHandlers::of(self.root).passed_on(passed_on);
        let info = session.info();
        let plan = Plan::new(self.found, self.filters, info, self.profile, &mut unknown);
        let texts = &self.settings.filters;
        if plan.tests.is_empty() {
            let place = super::shown(self.root);
            return Err(
                Failure::new(format!("{} matches no test of {place}", texts.join(" ")))
                    .help("`winterproof list` shows the tests there are"),
            );
        }
        let what = match texts.is_empty() {
            true => "all tests".to_owned(),
            false => texts.join(", "),
        };
        eprintln!("{} runs {what}", info.label());
        let folder = tempfile::tempdir().map_err(Failure::new)?;
        let spec = &self.spec;
        let log = folder.path().join(format!("{}.jsonl", spec.file_name()));
        let runtime = RuntimeRun {
            adapter: self.adapter,
            session,
            binary_sha256: self.binary_sha256,
            expectations: self.expectations,
            plan,
            log: log.clone(),
        };
        let stop = CancellationToken::new();
        let progress = stderr()
            .is_terminal()
            .then(|| Progress::new(&[spec.to_string()], false));
        let progress = progress.map(Arc::new);
        let listener: Arc<dyn Listener> = match &progress {
            Some(progress) => Arc::clone(progress) as _,
            None => Arc::new(Silent),
        };
        let signals = tokio::spawn(super::signals::stop_on_signal(stop.clone()));
        let ran = runner::run(
            self.root,
            self.serving,
            self.settings,
            vec![runtime],
            listener,
            stop.clone(),
        )
        .await;
        signals.abort();
        if let Some(progress) = progress {
            progress.clear();
        }
        let outcomes = ran.map_err(Failure::new)?;
        if let Some(error) = outcomes.into_iter().find_map(|outcome| outcome.error) {
            return Err(Failure::new(format!(
                "the run of {spec} was stopped: {error}"
            )));
        }
        if stop.is_cancelled() {
            return Ok(None);
        }
        reports::load(&log).map(Some).map_err(Failure::new)
    }
}
